import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { machineTokenExpiry, MOST_MACHINE_TOKENS, scopesFor, toldOfEndsUntil, type Scope } from '#domain';
import {
  Database,
  findMachineToken,
  insertMachineToken,
  listMachineTokens,
  machineTokensOf,
  revokeMachineToken,
  tellOfEndingTokens,
  type MachineTokenPosition,
  type MachineTokenRow,
} from '#persistence';
import { Clock, Config, conflict, notFound, notSignedIn, unprocessable } from '#platform';
import type { ActingPerson, SessionHolder, TokenHolder } from '../acting-person.js';
import { hashToken } from '../signing-in/token.js';
import { newMachineToken } from './machine-token.js';

export type { MachineTokenPosition } from '#persistence';

/** A token of a program, without what would open anything. */
export type MachineToken = MachineTokenRow;

/** What is asked for a new token. */
export interface MachineTokenDetails {
  /** Of the form that asks, so that sending it twice makes one; a new one unless given. */
  readonly id?: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Whole days it lasts; as configured unless given. */
  readonly days?: number | undefined;
}

/** Who makes a token, with the session or the token given for a password that they ask in. */
export type TokenMaker = ActingPerson &
  Partial<Pick<SessionHolder, 'sessionId'> & Pick<TokenHolder, 'tokenId'>>;

/** A token that was made. */
export interface MadeMachineToken {
  readonly token: MachineToken;
  /** Told once and kept nowhere; `null` where the same form was sent before. */
  readonly secret: string | null;
}

/** Emails of one round, so that none holds up the others. */
const TOLD_AT_ONCE = 200;

/** The tokens people make for programs of theirs. A program cannot make or end one: its route says so. */
@Injectable()
export class MachineTokenService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** How many days a token lasts unless asked otherwise, and at most. */
  get days(): { readonly usual: number; readonly longest: number } {
    return { usual: this.config.machineTokenDays, longest: this.config.machineTokenLongestDays };
  }

  /**
   * Makes a token for a program that acts for this person, with at most the roles they hold whenever it is used, and
   * tells them by email.
   *
   * @throws ProblemError 422 when it would last too long or a scope opens nothing for them, 409 when they have too many,
   *   401 when they were deactivated, or signed out, meanwhile
   */
  async make(by: TokenMaker, details: MachineTokenDetails): Promise<MadeMachineToken> {
    const { id = randomUUID(), name, scopes, days = this.days.usual } = details;
    this.refuseTooLong(days);
    refuseIdleScopes(by, scopes);
    const secret = newMachineToken();
    const now = this.clock.now();
    const made = await this.database.asService().transaction((transaction) =>
      insertMachineToken(transaction, {
        id,
        personId: by.personId,
        name,
        tokenHash: hashToken(this.config, secret),
        scopes,
        createdAt: now,
        expiresAt: machineTokenExpiry(now, days),
        askedIn: by.sessionId ?? by.tokenId,
        emailId: randomUUID(),
        most: MOST_MACHINE_TOKENS,
      }),
    );
    switch (made) {
      case 'made':
        return { token: await this.one(by, id), secret };
      case 'made-before':
        return { token: await this.one(by, id), secret: null };
      case 'too-many':
        throw conflict(
          `You have ${MOST_MACHINE_TOKENS} tokens that work. Revoke one that is no longer needed first.`,
        );
      case 'not-active':
        throw notSignedIn();
    }
  }

  /** A person's own tokens, those that no longer work too, the latest first. */
  async own(by: ActingPerson): Promise<readonly MachineToken[]> {
    return machineTokensOf(this.database.asService(), by.personId);
  }

  /** One of a person's own. @throws ProblemError 404 when there is none of this id */
  async one(by: ActingPerson, id: string): Promise<MachineToken> {
    return found(await findMachineToken(this.database.asService(), id, by.personId));
  }

  /** Ends one of a person's own at once; ending it twice is no error. @throws ProblemError 404 when there is none */
  async revokeOwn(by: ActingPerson, id: string): Promise<void> {
    const ended = await revokeMachineToken(
      this.database.asService(),
      id,
      by.personId,
      by.personId,
      this.clock.now(),
    );
    if (!ended) throw noToken();
  }

  /** Everybody's, the latest first, for administrators. @param limit most to give */
  async all(
    by: ActingPerson,
    after: MachineTokenPosition | null,
    limit: number,
  ): Promise<readonly MachineToken[]> {
    return listMachineTokens(this.database.as(by), after, limit);
  }

  /** Anybody's, for administrators. @throws ProblemError 404 when there is none */
  async anyones(id: string): Promise<MachineToken> {
    return found(await findMachineToken(this.database.asService(), id, null));
  }

  /** Ends anybody's at once, for administrators. @throws ProblemError 404 when there is none */
  async revokeAnyones(by: ActingPerson, id: string): Promise<void> {
    if (!(await revokeMachineToken(this.database.asService(), id, null, by.personId, this.clock.now())))
      throw noToken();
  }

  /**
   * Tells the owners of tokens that end within a week, once for each token however often it is called.
   *
   * @returns how many there were
   */
  async tellOfEnding(): Promise<number> {
    const now = this.clock.now();
    let told = 0;
    for (;;) {
      const batch = await tellOfEndingTokens(
        this.database.asService(),
        now,
        toldOfEndsUntil(now),
        TOLD_AT_ONCE,
      );
      told += batch;
      if (batch < TOLD_AT_ONCE) return told;
    }
  }

  private refuseTooLong(days: number): void {
    const { longest } = this.days;
    if (days <= longest) return;
    const detail = `A token lasts at most ${longest} days`;
    throw unprocessable(`${detail}.`, [{ pointer: '/days', detail }]);
  }
}

function refuseIdleScopes(by: ActingPerson, scopes: readonly Scope[]): void {
  const open = scopesFor(by.roles.map(({ role }) => role));
  const [idle] = scopes.filter((scope) => !open.includes(scope));
  if (idle === undefined) return;
  const detail = `“${idle}” opens nothing for the roles you hold: leave it out`;
  throw unprocessable(`${detail}.`, [{ pointer: '/scopes', detail }]);
}

function noToken() {
  return notFound('There is no such token.');
}

function found(token: MachineToken | null): MachineToken {
  if (token === null) throw noToken();
  return token;
}

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { passwordResetExpiry, passwordResetNotSince } from '#domain';
import {
  changePassword,
  Database,
  findPasswordReset,
  hasPassword,
  insertPasswordReset,
  resetPassword,
  tokensBesidePassword,
  type Actor,
  type ResettingPerson,
} from '#persistence';
import { AppLogger, Clock, Config, notFound, ProblemError, unprocessable } from '#platform';
import type { SessionHolder } from '../acting-person.js';
import { hashChosenPassword } from './chosen-password.js';
import { costOfNew } from './password.js';
import { IdentityService } from './identity-service.js';
import { possibleHashes, hashToken, looksLikeToken, newToken, PASSWORD_RESET_PREFIX } from './token.js';

export type { ResettingPerson } from '#persistence';

/** What is asked to change a password. */
export interface PasswordChangeAsked {
  /** The password as it is now. */
  readonly present: string;
  readonly password: string;
  /** Whether the tokens they made for programs end as well. */
  readonly endsTokens: boolean;
  /** Network address it comes from: a wrong present one counts as a wrong try to sign in. */
  readonly from: string;
}

/** Changing one's password, and choosing another where it was forgotten. Where passwords are off there is none of it. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly identity: IdentityService,
    private readonly logger: AppLogger,
  ) {}

  /** @throws ProblemError 404 where the service takes no passwords */
  refuseWhereOff(): void {
    if (this.config.passwordSignIn === 'off') throw notFound('There is no such page.');
  }

  /** Whether somebody has a password here. */
  async has(by: Actor): Promise<boolean> {
    return this.config.passwordSignIn === 'on' && hasPassword(this.database.as(by), by.personId);
  }

  /**
   * Names of the tokens somebody made for programs that work now: they go on when the password is changed, unless asked.
   *
   * @throws ProblemError 404 where passwords are off or they have none
   */
  async tokensThatGoOn(by: Pick<SessionHolder, 'personId'>): Promise<readonly string[]> {
    this.refuseWhereOff();
    const names = await tokensBesidePassword(this.database.asService(), by.personId, this.clock.now());
    if (names === null) throw notFound('You have no password here.');
    return names;
  }

  /**
   * Gives somebody another password, ends everything else they are signed in with, and where they ask for it the tokens
   * they made for programs, and tells them by email.
   *
   * @throws ProblemError 404 where passwords are off or they have none; 422 at `/presentPassword` or `/password`
   */
  async change(
    by: SessionHolder,
    { present, password, endsTokens, from }: PasswordChangeAsked,
  ): Promise<void> {
    this.refuseWhereOff();
    await this.refuseWrong(by.email, present, from);
    if (present === password) throw refusedPassword('Choose a password other than the one you have');
    const passwordHash = await hashChosenPassword(
      this.database.asService(),
      by.personId,
      password,
      costOfNew(this.config.passwordCosts),
    );
    const changed = await changePassword(this.database.asService(), {
      id: randomUUID(),
      personId: by.personId,
      passwordHash,
      keptId: by.sessionId,
      endsTokens,
      emailId: randomUUID(),
      now: this.clock.now(),
    });
    if (!changed) throw notFound('You have no password here.');
    this.logger.info({ personId: by.personId }, 'A password was changed');
  }

  /**
   * Sends whoever has the address, and a password, a link to choose another. The same happens, and takes as long,
   * whoever has it.
   *
   * @throws ProblemError 404 where passwords are off
   */
  async askForLink(email: string): Promise<void> {
    this.refuseWhereOff();
    const now = this.clock.now();
    const token = newToken(PASSWORD_RESET_PREFIX);
    await insertPasswordReset(this.database.asService(), {
      id: randomUUID(),
      email: email.toLowerCase(),
      token,
      tokenHash: hashToken(this.config, token),
      expiresAt: passwordResetExpiry(now),
      notSince: passwordResetNotSince(now),
      emailId: randomUUID(),
      now,
    });
  }

  /** Who a link is for; `null` for one that does not work, was used, or has run out. */
  async ownerOfLink(token: string): Promise<ResettingPerson | null> {
    if (this.config.passwordSignIn === 'off' || !looksLikeToken(token, PASSWORD_RESET_PREFIX)) return null;
    return findPasswordReset(this.database.asService(), possibleHashes(this.config, token), this.clock.now());
  }

  /**
   * Sets a password by a link, ends everything its owner is signed in with and the tokens they made for programs, and
   * tells them by email. Of two who try at once, one does.
   *
   * @throws ProblemError 404 where the link does not work, or no longer; 422 at `/password`
   */
  async reset(token: string, password: string): Promise<void> {
    // The work of hashing is only done for who holds a link that works.
    const owner = await this.ownerOfLink(token);
    if (owner === null) throw goneLink();
    const done = await resetPassword(this.database.asService(), {
      id: randomUUID(),
      tokenHashes: possibleHashes(this.config, token),
      passwordHash: await hashChosenPassword(
        this.database.asService(),
        owner.personId,
        password,
        costOfNew(this.config.passwordCosts),
      ),
      emailId: randomUUID(),
      now: this.clock.now(),
    });
    if (!done) throw goneLink();
    this.logger.info({ personId: owner.personId }, 'A password was chosen anew by a link');
  }

  private async refuseWrong(email: string, present: string, from: string): Promise<void> {
    try {
      await this.identity.checkPassword(email, present, from);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.status !== 401) throw error;
      const detail =
        'Your present password is not right, or was entered wrong too often: then wait 15 minutes';
      throw unprocessable(`${detail}.`, [{ pointer: '/presentPassword', detail }]);
    }
  }
}

function refusedPassword(detail: string): ProblemError {
  return unprocessable(`${detail}.`, [{ pointer: '/password', detail }]);
}

function goneLink(): ProblemError {
  return notFound('This link was used or has run out. Ask for another.');
}

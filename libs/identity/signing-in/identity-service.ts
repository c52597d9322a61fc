import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  Database,
  findPersonProfile,
  findTokenHolder,
  insertToken,
  renewPasswordHash,
  revokeToken,
  type Actor,
  type CredentialsRow,
  type PersonProfileRow,
  type Queryable,
} from '#persistence';
import { AppLogger, Clock, Config, notPermitted, notSignedIn, type ProblemError } from '#platform';
import type { TokenHolder } from '../acting-person.js';
import { GuessLimits, type CountedTry } from './guess-limits.js';
import { costOfNew, hashPassword, isCostOf, prepareStandIn, verifyPassword } from './password.js';
import { refused } from './refused.js';
import { hashToken, looksLikeToken, newToken, possibleHashes } from './token.js';

/** Who somebody is, for showing them. */
export type PersonProfile = PersonProfileRow;

/** What signing in gives. The token is told once and kept nowhere. */
export interface SignedIn {
  readonly token: string;
  readonly expiresAt: Date;
  readonly person: PersonProfile;
}

const HOUR_MS = 3_600_000;
const REFUSED = 'Somebody was not taken for who they say they are';

/** Signing in and out, and finding out who a token stands for. */
@Injectable()
export class IdentityService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly guesses: GuessLimits,
    private readonly logger: AppLogger,
  ) {}

  async onModuleInit(): Promise<void> {
    await prepareStandIn(this.config.passwordCosts);
  }

  /**
   * Checks an email address and a password. The same work is done, and the same is said, whether the address is
   * unknown, the person deactivated, the password wrong, or the account locked after too many wrong ones. What came of
   * it is logged, with why.
   *
   * @param from network address the try comes from
   * @returns the id of the person
   * @throws ProblemError 401 when they do not match; 403 when the service does not take passwords
   */
  async checkPassword(email: string, password: string, from: string): Promise<string> {
    if (this.config.passwordSignIn === 'off')
      throw notPermitted('This service does not take passwords. Sign in through your organisation.');
    const taken = await this.guesses.take(email.toLowerCase(), from);
    const { credentials } = taken;
    const matches = await verifyPassword(
      credentials?.passwordHash ?? null,
      password,
      this.config.passwordCosts,
    );
    if (!taken.open) throw this.notedRefusal(taken, matches);
    if (credentials === null || !matches || !credentials.active) {
      await this.guesses.failed(taken);
      throw this.notedRefusal(taken, matches);
    }
    const { personId } = credentials;
    await this.guesses.succeeded(taken, personId);
    await this.renew(credentials, password);
    this.logger.info({ personId, with: 'password' }, 'Somebody proved who they are');
    return personId;
  }

  /** A password that is kept at another cost than is configured now is kept anew, while it is known. */
  private async renew({ personId, passwordHash }: CredentialsRow, password: string): Promise<void> {
    const cost = costOfNew(this.config.passwordCosts);
    if (passwordHash === null || isCostOf(passwordHash, cost)) return;
    const renewed = await hashPassword(password, cost);
    await renewPasswordHash(this.database.asService(), personId, passwordHash, renewed);
  }

  /**
   * Gives a person, whose identity has been checked, a token for `TOKEN_HOURS` hours.
   *
   * @throws ProblemError 401 when the person has been deactivated meanwhile
   */
  async issueToken(personId: string): Promise<SignedIn> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.config.tokenHours * HOUR_MS);
    const token = newToken();
    const kept = await insertToken(this.database.asService(), {
      id: randomUUID(),
      personId,
      tokenHash: hashToken(this.config, token),
      createdAt: now,
      expiresAt,
    });
    if (!kept) throw refused();
    // Nobody acts yet: this is how they come to.
    return { token, expiresAt, person: await this.profileBy(this.database.asService(), personId) };
  }

  /**
   * Signs somebody in by email address and password.
   *
   * @throws ProblemError as `checkPassword`
   */
  async signIn(email: string, password: string, from: string): Promise<SignedIn> {
    return this.issueToken(await this.checkPassword(email, password, from));
  }

  /** Who a token stands for, with the roles valid now; `null` for a token that does not work. One query. */
  async personOf(token: string): Promise<TokenHolder | null> {
    if (!looksLikeToken(token)) return null;
    const now = this.clock.now();
    const holder = await findTokenHolder(this.database.asService(), possibleHashes(this.config, token), now);
    return holder === null ? null : { ...holder, rolesAt: now };
  }

  /** Who somebody is and what they may be, with the names of the organisations. */
  profileOf(acting: Actor): Promise<PersonProfile> {
    return this.profileBy(this.database.as(acting), acting.personId);
  }

  /** Says in the log who was refused and why, where it is anybody's account; what was typed is in no log. */
  private notedRefusal({ open, credentials }: CountedTry, matches: boolean): ProblemError {
    const personId = credentials?.personId ?? null;
    this.logger.info({ personId, with: 'password', why: whyRefused(open, credentials, matches) }, REFUSED);
    return refused();
  }

  private async profileBy(queryable: Queryable, personId: string): Promise<PersonProfile> {
    const profile = await findPersonProfile(queryable, personId, this.clock.now());
    if (profile === null) throw notSignedIn();
    return profile;
  }

  /** Ends a token at once. Ending it twice is no error. */
  async revoke(tokenId: string): Promise<void> {
    await revokeToken(this.database.asService(), tokenId, this.clock.now());
  }
}

function whyRefused(open: boolean, credentials: CountedTry['credentials'], matches: boolean): string {
  if (!open) return 'too many tries';
  if (credentials === null) return 'nobody has the address';
  if (credentials.passwordHash === null) return 'no password';
  return matches ? 'deactivated' : 'wrong password';
}

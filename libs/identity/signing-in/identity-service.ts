import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  Database,
  findCredentials,
  findPersonProfile,
  findTokenHolder,
  insertToken,
  revokeToken,
  type PersonProfileRow,
} from '#persistence';
import { Clock, Config, notPermitted, notSignedIn } from '#platform';
import type { TokenHolder } from '../acting-person.js';
import { prepareStandIn, verifyPassword } from './password.js';
import { refused } from './refused.js';
import { hashToken, looksLikeToken, newToken } from './token.js';

/** Who somebody is, for showing them. */
export type PersonProfile = PersonProfileRow;

/** What signing in gives. The token is told once and kept nowhere. */
export interface SignedIn {
  readonly token: string;
  readonly expiresAt: Date;
  readonly person: PersonProfile;
}

const HOUR_MS = 3_600_000;

/** Signing in and out, and finding out who a token stands for. */
@Injectable()
export class IdentityService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    await prepareStandIn();
  }

  /**
   * Checks an email address and a password. The same work is done, and the same is said, whether the address is
   * unknown, the person deactivated or the password wrong.
   *
   * @returns the id of the person
   * @throws ProblemError 401 when they do not match; 403 when the service does not take passwords
   */
  async checkPassword(email: string, password: string): Promise<string> {
    if (this.config.passwordSignIn === 'off')
      throw notPermitted('This service does not take passwords. Sign in through your organisation.');
    const credentials = await findCredentials(this.database.asService(), email.toLowerCase());
    const matches = await verifyPassword(credentials?.passwordHash ?? null, password);
    if (credentials === null || !matches || !credentials.active) throw refused();
    return credentials.personId;
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
      tokenHash: hashToken(token),
      createdAt: now,
      expiresAt,
    });
    if (!kept) throw refused();
    return { token, expiresAt, person: await this.profileOf(personId) };
  }

  /**
   * Signs somebody in by email address and password.
   *
   * @throws ProblemError as `checkPassword`
   */
  async signIn(email: string, password: string): Promise<SignedIn> {
    return this.issueToken(await this.checkPassword(email, password));
  }

  /** Who a token stands for, with the roles valid now; `null` for a token that does not work. One query. */
  async personOf(token: string): Promise<TokenHolder | null> {
    if (!looksLikeToken(token)) return null;
    const now = this.clock.now();
    const holder = await findTokenHolder(this.database.asService(), hashToken(token), now);
    return holder === null ? null : { ...holder, rolesAt: now };
  }

  /** Who somebody is and what they may be, with the names of the organisations. */
  async profileOf(personId: string): Promise<PersonProfile> {
    const profile = await findPersonProfile(this.database.asService(), personId, this.clock.now());
    if (profile === null) throw notSignedIn();
    return profile;
  }

  /** Ends a token at once. Ending it twice is no error. */
  async revoke(tokenId: string): Promise<void> {
    await revokeToken(this.database.asService(), tokenId, this.clock.now());
  }
}

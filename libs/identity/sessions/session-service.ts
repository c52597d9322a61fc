import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  beginWebSession,
  clearSignInJourneys,
  clearWebSessions,
  Database,
  endWebSession,
  endWebSessionsOf,
  findPersonProfile,
  useWebSession,
} from '#persistence';
import { Clock, Config } from '#platform';
import type { SessionHolder } from '../acting-person.js';
import type { PersonProfile } from '../signing-in/identity-service.js';
import { refused } from '../signing-in/refused.js';
import { seal, unseal } from '../single-sign-on/sealing.js';
import type { ExternalProof } from '../single-sign-on/single-sign-on-service.js';
import { hashToken, possibleHashes } from '../signing-in/token.js';
import { newWritingKeys } from './sealed-writing.js';
import { looksLikeSessionToken, newSessionToken } from './session-token.js';

/** What beginning a session gives. The token is told once and kept nowhere. */
export interface BegunSession {
  readonly token: string;
  /** When the session ends however much it is used. */
  readonly expiresAt: Date;
  readonly person: PersonProfile;
}

/** A session that ended, of which the provider is to be told. */
export interface SessionToEndThere {
  /** Id of the provider in the configuration. */
  readonly provider: string;
  readonly idToken: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** A use is noted where the last one noted is longer ago than this, so that not every page is a write. */
const NOTED_EVERY_MS = MINUTE_MS;
/** How long a session that is over is kept. */
const KEPT_WHEN_OVER_MS = 24 * HOUR_MS;
/** How long what somebody was writing when their session ended can be opened: over a holiday, and a little longer. */
const WRITING_KEPT_MS = 30 * 24 * HOUR_MS;
const NEVER = new Date(0);
/** How long a sign-in at a provider is kept: somebody who comes back too late is still given what they wrote. */
const JOURNEY_KEPT_MS = HOUR_MS;
/** Most sessions taken away by one statement, so that none holds its locks for long. */
const CLEARED_AT_ONCE = 1_000;

/** Browser sessions. Each is known by its token; which cookie carries it is up to the pages. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Begins a session for a person whose identity has been checked, for `SESSION_HOURS` hours at most and while it is
   * not idle for `SESSION_IDLE_MINUTES` minutes. The token is always a new one, so that nobody can be signed in on a
   * token somebody else knew before.
   *
   * @param replaces token of an earlier session of the same browser, which ends with it; anything that is no token of a
   *   live session is passed over
   * @param proof of who they are at their provider; `null` where they gave a password a moment ago
   * @throws ProblemError 401 when the person has been deactivated meanwhile; the earlier session then stays as it was
   */
  async begin(
    personId: string,
    replaces: string | null,
    proof: ExternalProof | null = null,
  ): Promise<BegunSession> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.config.sessionHours * HOUR_MS);
    const token = newSessionToken();
    const begun = await beginWebSession(
      this.database.asService(),
      {
        id: randomUUID(),
        personId,
        tokenHash: hashToken(this.config, token),
        createdAt: now,
        expiresAt,
        authenticatedAt: proof?.authenticatedAt ?? now,
        external:
          proof === null
            ? null
            : {
                identityId: proof.identityId,
                providerSession: proof.providerSession,
                idTokenSealed: seal(this.config, token, 'id token', proof.idToken),
              },
        writing: newWritingKeys(),
      },
      replaces !== null && looksLikeSessionToken(replaces) ? possibleHashes(this.config, replaces) : null,
    );
    if (!begun) throw refused();
    const person = await findPersonProfile(this.database.asService(), personId, now);
    if (person === null) throw refused();
    return { token, expiresAt, person };
  }

  /**
   * Who a session is of, with the roles valid now; `null` when the token is not one, the session is over or has been
   * idle too long, or the person has been deactivated. One query, which also notes the use, to the minute.
   *
   * @param isUse `false` where a page asks by itself: then nothing is noted, and the session ends when it would have
   */
  async personOf(token: string, isUse = true): Promise<SessionHolder | null> {
    if (!looksLikeSessionToken(token)) return null;
    const now = this.clock.now();
    const idleMs = this.config.sessionIdleMinutes * MINUTE_MS;
    const holder = await useWebSession(this.database.asService(), {
      tokenHashes: possibleHashes(this.config, token),
      now,
      idleSince: new Date(now.getTime() - idleMs),
      notedBefore: isUse ? new Date(now.getTime() - NOTED_EVERY_MS) : NEVER,
    });
    if (holder === null) return null;
    const { lastSeenAt, ...rest } = holder;
    const idleEnds = Math.min(lastSeenAt.getTime() + idleMs, rest.expiresAt.getTime());
    return { ...rest, rolesAt: now, idleEndsAt: new Date(idleEnds) };
  }

  /**
   * Ends a session at once. Ending it twice, or what is no session, is no error.
   *
   * @returns what the provider is to be told; `null` where it began with a password
   */
  async end(token: string): Promise<SessionToEndThere | null> {
    if (!looksLikeSessionToken(token)) return null;
    const ended = await endWebSession(
      this.database.asService(),
      possibleHashes(this.config, token),
      this.clock.now(),
    );
    if (ended?.idTokenSealed == null) return null;
    const idToken = unseal(this.config, token, 'id token', ended.idTokenSealed);
    return idToken === null ? null : { provider: ended.provider, idToken };
  }

  /** Ends every session of a person at once, on whatever browser. */
  async endAllOf(personId: string): Promise<void> {
    await endWebSessionsOf(this.database.asService(), personId, this.clock.now());
  }

  /**
   * Takes away sessions that ended, or reached the end they cannot outlive, more than a day ago, what is left of sign-ins
   * and sign-outs at providers, and keys of what nobody came back for in a month.
   *
   * @returns how many there were
   */
  async clearOld(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - KEPT_WHEN_OVER_MS);
    let cleared = 0;
    for (;;) {
      const batch = await clearWebSessions(this.database.asService(), before, CLEARED_AT_ONCE);
      cleared += batch;
      if (batch < CLEARED_AT_ONCE) break;
    }
    const now = this.clock.now().getTime();
    const journeysBefore = new Date(now - JOURNEY_KEPT_MS);
    const keysBefore = new Date(now - WRITING_KEPT_MS);
    return (
      cleared + (await clearSignInJourneys(this.database.asService(), journeysBefore, before, keysBefore))
    );
  }
}

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isFreshSignIn, refusedToOneself } from '#domain';
import {
  Database,
  endOtherSessions,
  endOwnSession,
  endSessionsByAdministrator,
  listOwnSessions,
  type Actor,
  type OwnSessionRow,
} from '#persistence';
import { AppLogger, Clock, Config, conflict, notFound, signInAgain } from '#platform';
import type { ActingPerson } from '../acting-person.js';

/** Something a person is signed in with. */
export interface OwnSession extends OwnSessionRow {
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

const MINUTE_MS = 60_000;
/** Most that are shown; each ends by itself within a day. */
const MOST_SHOWN = 200;

/** What people are signed in with: seeing it, and ending it, for themselves and for administrators. */
@Injectable()
export class OwnSessionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly logger: AppLogger,
  ) {}

  /** A person's own sessions that are live, the latest first. @param currentId of the one that asks */
  async list(by: Actor, currentId: string): Promise<readonly OwnSession[]> {
    const now = this.clock.now();
    const rows = await listOwnSessions(this.database.as(by), {
      personId: by.personId,
      now,
      idleSince: new Date(now.getTime() - this.config.sessionIdleMinutes * MINUTE_MS),
      limit: MOST_SHOWN,
    });
    return rows.map((row) => ({ ...row, current: row.id === currentId }));
  }

  /**
   * Ends one of a person's own at once; ending it twice is no error.
   *
   * @throws ProblemError 403 `sign-in-again` where they signed in too long ago, 404 when there is none of this id
   */
  async end(by: ActingPerson, id: string): Promise<void> {
    this.refuseStale(by);
    if (!(await endOwnSession(this.database.asService(), by.personId, id, this.clock.now())))
      throw notFound('You have no such session.');
  }

  /**
   * Ends a person's own at once, but for the one that asks.
   *
   * @throws ProblemError 403 `sign-in-again` where they signed in too long ago
   */
  async endOthers(by: ActingPerson, currentId: string): Promise<void> {
    this.refuseStale(by);
    await endOtherSessions(this.database.asService(), by.personId, currentId, this.clock.now());
  }

  /**
   * Ends all sessions of somebody, for administrators, who is then on record with it.
   *
   * @throws ProblemError 404 when there is no such person, 409 when it is the one who asks
   */
  async endAllOf(by: ActingPerson, personId: string): Promise<void> {
    const why = refusedToOneself('end-sessions', by.personId, personId);
    if (why !== null) throw conflict(why);
    const ended = await endSessionsByAdministrator(this.database.asService(), {
      id: randomUUID(),
      personId,
      by: by.personId,
      keptId: null,
      now: this.clock.now(),
    });
    if (!ended) throw notFound('There is no such person.');
    this.logger.info({ personId: by.personId, ofPersonId: personId }, 'All sessions of a person were ended');
  }

  /** Ends everybody's sessions, for administrators, but for the one that asks. */
  async endEverybodys(by: ActingPerson, currentId: string): Promise<void> {
    await endSessionsByAdministrator(this.database.asService(), {
      id: randomUUID(),
      personId: null,
      by: by.personId,
      keptId: currentId,
      now: this.clock.now(),
    });
    this.logger.info({ personId: by.personId }, 'Everybody’s sessions were ended');
  }

  /** Whoever finds a browser somebody left open must not shut them out everywhere else with it. */
  private refuseStale({ authenticatedAt }: ActingPerson): void {
    const withinMinutes = this.config.stepUpMinutes;
    if (isFreshSignIn({ withinMinutes }, authenticatedAt ?? null, this.clock.now())) return;
    throw signInAgain(
      `Sign in again and repeat this within ${String(withinMinutes)} minutes: sessions are ended only by who signed in not long ago.`,
    );
  }
}

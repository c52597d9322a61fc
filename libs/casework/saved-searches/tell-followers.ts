import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { readCriteria } from '#domain';
import { Database, followings, tellFollower, type Following } from '#persistence';
import { AppLogger, Clock } from '#platform';
import { searchFor } from './search-follower.js';

/** Followers looked up at a time. */
const AT_ONCE = 200;

/**
 * Tells the followers of saved searches what newly matches: one email for each search and follower, however often and
 * by however many workers this is run.
 *
 * A follower is told of a case once per search, also when it stops matching and matches again; a change of the
 * search's criteria starts over, with what matches then taken as known. What a follower may see is asked each time:
 * roles they no longer hold show them nothing, and a role they gain shows them at once what it lets them see.
 */
@Injectable()
export class TellFollowersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {}

  /** @returns how many emails were queued */
  async tellFollowers(): Promise<number> {
    let queued = 0;
    let after: Following | null = null;
    for (;;) {
      const found: readonly Following[] = await followings(
        this.database.asService(),
        this.clock.now(),
        after,
        AT_ONCE,
      );
      for (const following of found) if (await this.tell(following)) queued += 1;
      after = found.at(-1) ?? null;
      if (after === null || found.length < AT_ONCE) return queued;
    }
  }

  private async tell(following: Following): Promise<boolean> {
    const { searchId, personId, revision } = following;
    try {
      return await tellFollower(this.database.asService(), {
        emailId: randomUUID(),
        searchId,
        revision,
        search: searchFor(following, readCriteria(following.criteria), this.clock.now()),
      });
    } catch (error) {
      // One search that cannot be read must not keep the followers of all the others waiting.
      this.logger.error({ searchId, personId, error }, 'A follower of a search could not be told');
      return false;
    }
  }
}

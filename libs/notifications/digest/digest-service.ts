import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DIGEST_TIME } from '#domain';
import { Database, makeDigest, peopleAwaitingDigest, releaseHeld, type DigestRound } from '#persistence';
import { AppLogger, Clock } from '#platform';
import { MailQueue } from '../queue/mail-queue.js';
import { DigestCalendar } from './digest-calendar.js';

/** People looked up at once. */
const BATCH = 200;

/**
 * Turns the emails held for somebody into one email a working day. Call it as often as you like, from as many places:
 * each person gets one digest a day, and each held email is told once.
 */
@Injectable()
export class DigestService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: DigestCalendar,
    private readonly queue: MailQueue,
    private readonly logger: AppLogger,
  ) {}

  /**
   * Makes every digest that is due and not made yet, and sees to held emails no digest will take.
   *
   * @returns how many digests were made
   * @throws when the database cannot be reached; what was made until then stays made
   */
  async makeDue(): Promise<number> {
    const now = this.clock.now();
    const released = await releaseHeld(this.database.asService(), now);
    if (released.queued + released.ended > 0)
      this.logger.info({ ...released }, 'Held emails that no digest will take');
    const day = await this.calendar.digestDay(now);
    if (day === null) return 0;
    const round = { day, heldBefore: DIGEST_TIME };
    let made = 0;
    for (let after: string | null = null; ;) {
      const people: readonly string[] = await peopleAwaitingDigest(
        this.database.asService(),
        round,
        after,
        BATCH,
      );
      made += await this.makeFor(people, round, now);
      const last = people.at(-1);
      if (last === undefined || people.length < BATCH) break;
      after = last;
    }
    if (made > 0) this.logger.info({ day, digests: made }, 'Digests made');
    return made;
  }

  private async makeFor(people: readonly string[], round: DigestRound, now: Date): Promise<number> {
    const made: string[] = [];
    for (const personId of people) {
      const digestId = randomUUID();
      try {
        if ((await makeDigest(this.database.asService(), digestId, personId, round, now)) > 0)
          made.push(digestId);
      } catch (error) {
        // One digest that cannot be made must not keep everybody else waiting for theirs.
        this.logger.error({ personId, day: round.day, error }, 'A digest could not be made');
      }
    }
    await this.queue.nudge(made);
    return made.length;
  }
}

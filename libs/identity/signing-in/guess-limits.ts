import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  SHORT_LIVED_DIGEST,
  addressGroup,
  LOCK_SECONDS,
  LOCKED_AT,
  refusedToOneself,
  TRIES_COUNTED_SECONDS,
  TRY_WAITS,
} from '#domain';
import { Database, forgiveTries, liftLock, lockAccount, takeTry, type SignInTry } from '#persistence';
import { Clock, conflict } from '#platform';
import type { ActingPerson } from '../acting-person.js';

/** A try that was counted, with what the account was found to be. */
export interface CountedTry extends Awaited<ReturnType<typeof takeTry>> {
  readonly asked: SignInTry;
}

const SECOND_MS = 1_000;
/** Tries an address may see before it is made to wait. */
const FREE_OF_ADDRESS = TRY_WAITS.address.filter((wait) => wait === 0).length;

/**
 * Holds up who guesses passwords. Everything is counted in PostgreSQL, so that it holds for all processes and outlives
 * them, and for addresses that are nobody's as well, so that nothing tells them apart.
 */
@Injectable()
export class GuessLimits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts a try before its password is looked at. @param email in lower case @param from network address */
  async take(email: string, from: string): Promise<CountedTry> {
    const now = this.clock.now();
    const address = addressGroup(from);
    const asked = {
      email,
      address,
      subjects: {
        account: subject('account', email),
        'known-address': subject('known-address', email, address),
        address: subject('address', address),
      },
      waits: TRY_WAITS,
      countedSince: new Date(now.getTime() - TRIES_COUNTED_SECONDS * SECOND_MS),
      now,
    };
    return { ...(await takeTry(this.database.asService(), asked)), asked };
  }

  /** The password was wrong, or there is no such account: one wrong try too many locks it, and its owner is told. */
  async failed({ asked, known, tries }: CountedTry): Promise<void> {
    if (tries < LOCKED_AT) return;
    const { email, subjects, now } = asked;
    const until = new Date(now.getTime() + LOCK_SECONDS * SECOND_MS);
    await lockAccount(this.database.asService(), {
      subject: known ? subjects['known-address'] : subjects.account,
      email,
      lockedAt: LOCKED_AT,
      until,
      now,
      lockId: randomUUID(),
      emailId: randomUUID(),
      // One email a day, however often it is locked.
      occasion: `account-locked:${now.toISOString().slice(0, 10)}`,
      template: 'account-locked',
      parameters: { until: until.toISOString(), place: known ? 'known' : 'unknown' },
    });
  }

  /** The password was right: the try is taken back, and where it came from is known from now on. */
  async succeeded({ asked, known }: CountedTry, personId: string): Promise<void> {
    await forgiveTries(this.database.asService(), personId, asked, known, FREE_OF_ADDRESS);
  }

  /**
   * Lifts the lock of an account, by an administrator. Where there is none nothing happens.
   *
   * @throws ProblemError 409 when it is the administrator's own account
   */
  async lift(by: ActingPerson, personId: string): Promise<void> {
    const why = refusedToOneself('lift-lock', by.personId, personId);
    if (why !== null) throw conflict(why);
    await liftLock(this.database.asService(), {
      id: randomUUID(),
      personId,
      by: by.personId,
      now: this.clock.now(),
    });
  }
}

/** What tries are counted by, as a hash: what somebody typed, or where they sit, is not kept. */
function subject(kind: string, ...names: readonly string[]): Buffer {
  return createHash(SHORT_LIVED_DIGEST)
    .update(JSON.stringify([kind, ...names]))
    .digest();
}

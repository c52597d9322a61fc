import { casesToVerify, type CaseToVerify, type Queryable } from '#persistence';
import { earlier, type LogFault } from './log-fault.js';
import { faultOfCase } from './verify-case.js';

/** Cases, with all their events, looked at in one go. */
const CASES = 100;

/** What came of some cases. */
export interface CasesVerified {
  /** What is first wrong with any of them. */
  readonly fault: LogFault | null;
  readonly cases: number;
  readonly events: number;
  /** Committed events that are not sealed yet. */
  readonly waiting: number;
  /** Events whose private text has been erased. */
  readonly erased: number;
}

/** None. */
export const NO_CASES: CasesVerified = { fault: null, cases: 0, events: 0, waiting: 0, erased: 0 };

/** Which cases: those after one id and up to another. */
export interface CaseRange {
  /** `null` from the first on. */
  readonly after: string | null;
  readonly upTo: string;
}

/** What came of all of two lots. */
export function together(one: CasesVerified, other: CasesVerified): CasesVerified {
  return {
    fault: earlier(one.fault, other.fault),
    cases: one.cases + other.cases,
    events: one.events + other.events,
    waiting: one.waiting + other.waiting,
    erased: one.erased + other.erased,
  };
}

/**
 * Verifies every case in a range, with as much memory however many there are.
 * @param progress told how many events have been looked at
 */
export async function verifyCases(
  snapshot: Queryable,
  { after, upTo }: CaseRange,
  progress: (events: number) => void,
): Promise<CasesVerified> {
  let verified = NO_CASES;
  let batch = await casesToVerify(snapshot, after, upTo, CASES);
  for (let last = batch.at(-1); last !== undefined; last = batch.at(-1)) {
    // The database reads on while this program hashes.
    const following = casesToVerify(snapshot, last.caseId, upTo, CASES);
    for (const found of batch) verified = together(verified, verifiedCase(found));
    progress(verified.events);
    batch = await following;
  }
  return verified;
}

function verifiedCase(found: CaseToVerify): CasesVerified {
  let [waiting, erased] = [0, 0];
  for (const { index, privateHash, salt } of found.events) {
    if (index === null) waiting += 1;
    if (privateHash !== null && salt === null) erased += 1;
  }
  return { fault: faultOfCase(found), cases: 1, events: found.events.length, waiting, erased };
}

import type { CaseState } from '#domain';
import { databaseErrorOf, KEPT_ANSWER_CONSTRAINT, type AnswerOfBefore, type CaseRecord } from '#persistence';
import { unprocessable } from '#platform';
import type { Acting } from './acting.js';
import type { Plan } from './plan.js';

/** What a person is answered after a change. Sent as it is, so that it can be kept and given again. */
export interface Answer {
  readonly status: 200 | 201;
  /** `etag` and, for something new, `location`. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body: string;
}

/** Where a case stands after a change, and what the change made. */
export interface Receipt {
  readonly reference: string;
  readonly state: CaseState;
  /** The case's revision, and the sequence of the event the change left. */
  readonly revision: number;
  readonly version: number | null;
}

/** The answer to a change. @param record the case as it stood before */
export function answerOf(record: CaseRecord, plan: Plan): Answer {
  if (plan.toldInstead !== undefined)
    return { status: plan.status ?? 200, headers: {}, body: JSON.stringify(plan.toldInstead) };
  const revision = record.revision + 1;
  const receipt: Receipt = {
    reference: record.reference,
    state: plan.toState,
    revision,
    version: plan.version === undefined ? record.currentVersion : plan.version,
  };
  return {
    status: plan.status ?? 200,
    headers: {
      etag: `"${String(plan.etag ?? revision)}"`,
      ...(plan.location === undefined ? {} : { location: plan.location }),
    },
    body: JSON.stringify({ ...receipt, ...plan.made }),
  };
}

/**
 * Gives the answer given before.
 * @throws ProblemError 422 when the key came with another request
 */
export function replay(acting: Acting, before: AnswerOfBefore): Answer {
  if (acting.idempotency?.requestHash.toString('hex') !== before.requestHash)
    throw unprocessable(
      'This Idempotency-Key was used for another request. Send a new key with a new request',
      [],
    );
  const status = before.status === 201 ? 201 : 200;
  return {
    status,
    headers: { ...before.headers, 'idempotency-replayed': 'true' },
    body: before.body,
  };
}

/** Runs a write; false when a request with the same key was written first, so that its answer can be given. */
export async function writeUnlessAnswered(write: () => Promise<boolean>): Promise<boolean> {
  try {
    return await write();
  } catch (error) {
    if (databaseErrorOf(error)?.constraint === KEPT_ANSWER_CONSTRAINT) return false;
    throw error;
  }
}

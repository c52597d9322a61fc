import type { CaseRecord } from '#persistence';
import type { Instruction } from './plan.js';

/** The person must have looked at the case as it is now. */
export function ofCase(expected: number): NonNullable<Instruction['precondition']> {
  return { expected, actual: (record: CaseRecord) => record.revision };
}

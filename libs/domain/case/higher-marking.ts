import { PROTECTIVE_MARKINGS, type ProtectiveMarking } from './case-content.js';

/** Of two markings the one that protects more. */
export function higherMarking(one: ProtectiveMarking, other: ProtectiveMarking): ProtectiveMarking {
  return PROTECTIVE_MARKINGS.indexOf(one) < PROTECTIVE_MARKINGS.indexOf(other) ? other : one;
}

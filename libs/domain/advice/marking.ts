import { PROTECTIVE_MARKINGS, type ProtectiveMarking } from '../case/case-content.js';

/** Whether one marking is stricter than another. */
export function isStricter(one: ProtectiveMarking, other: ProtectiveMarking): boolean {
  return PROTECTIVE_MARKINGS.indexOf(one) > PROTECTIVE_MARKINGS.indexOf(other);
}

/**
 * The strictest of some markings. A question has that of whoever asked it and of the case it is about, and keeps it when
 * the case is marked lower again: what was written under it stays in its thread. This service's own rule.
 */
export function strictestMarking(...markings: readonly ProtectiveMarking[]): ProtectiveMarking {
  return markings.reduce((one, other) => (isStricter(other, one) ? other : one), 'OFFICIAL');
}

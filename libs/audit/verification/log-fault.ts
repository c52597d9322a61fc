/** Something that is not as the log says. */
export interface LogFault {
  /** Place in the log; `null` for what is not in it. */
  readonly index: number | null;
  readonly caseId: string | null;
  /** Reference of the case, where there is one. */
  readonly reference: string | null;
  readonly sequence: number | null;
  /** In words. */
  readonly what: string;
}

/** Of two faults the one that comes first in the log; what is not in the log comes after it. */
export function earlier(one: LogFault | null, other: LogFault | null): LogFault | null {
  if (one === null || other === null) return one ?? other;
  return (other.index ?? Infinity) < (one.index ?? Infinity) ? other : one;
}

/** A fault as a line: where, then what. */
export function faultInWords({ index, caseId, reference, sequence, what }: LogFault): string {
  const event = sequence === null ? '' : `event ${String(sequence)} of `;
  const place = caseId === null ? [] : [`${event}case ${reference ?? caseId}`];
  const entry = index === null ? [] : [`entry ${String(index)} of the log`];
  return [...entry, ...place, what].join(': ');
}

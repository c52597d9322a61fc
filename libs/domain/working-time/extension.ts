import type { ClockStanding, TargetState } from './clock.js';
import type { DayKind, TurnaroundTarget } from './turnaround.js';

const DAY_WORDS: Readonly<Record<DayKind, readonly [one: string, many: string]>> = {
  'working-days': ['working day', 'working days'],
  'calendar-days': ['calendar day', 'calendar days'],
};

/** A number of days of a kind in words: `1 working day`, `28 calendar days`. */
export function daysInWords(days: number, kind: DayKind): string {
  const [one, many] = DAY_WORDS[kind];
  return `${days} ${days === 1 ? one : many}`;
}

/** Why a target in this state gets no more time; `null` where it may. */
const STATE_REFUSALS: Readonly<Record<TargetState, string | null>> = {
  running: null,
  // There is no due time to move, and nobody knows yet how much will be needed.
  stopped: 'The clock is stopped: time can be extended once the case has been resubmitted.',
  met: 'The target has been met already.',
  // A breach is never hidden by giving time afterwards.
  missed: 'The time has run out already: a missed target cannot be extended afterwards.',
  closed: 'The time has run out already.',
  ended: 'The clock has ended.',
};

function amountRefusals({ name, dayKind, mostExtensionDays }: TurnaroundTarget, given: number, days: number) {
  if (mostExtensionDays === 0) return [`The time to ${name} cannot be extended.`];
  if (!Number.isInteger(days) || days < 1) return ['Extend by a whole number of days, at least 1.'];
  if (given + days <= mostExtensionDays) return [];
  const most = daysInWords(mostExtensionDays, dayKind);
  const already = given === 0 ? '' : `, and has been by ${given}`;
  return [`The time to ${name} can be extended by at most ${most} in all${already}.`];
}

/**
 * Why a target may not be extended by so many days of its own kind, as sentences; none when it may. Only a target
 * that is running may, by at least one whole day and, all extensions together, by no more than the regime says. This
 * service's own rule.
 *
 * @param standing how the clock stands at the instant of the extension
 */
export function extensionAllowed(
  target: TurnaroundTarget,
  standing: ClockStanding,
  days: number,
): readonly string[] {
  const current = standing.targets.find(({ id }) => id === target.id);
  if (current === undefined) return ['The clock has not started.'];
  const refusal = STATE_REFUSALS[current.state];
  return [...(refusal === null ? [] : [refusal]), ...amountRefusals(target, current.extensionDays, days)];
}

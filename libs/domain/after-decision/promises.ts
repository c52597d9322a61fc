import type { Benefit, CaseContent, LegacyException } from '../case/case-content.js';
import type { ConditionStatus, NewCondition } from '../lifecycle/case-facts.js';
import { formatPounds } from '../money/pence.js';

/** What is followed until it is settled: what the decider asks for, and what the department itself promised. */
export const CONDITION_KINDS = ['condition', 'remediation', 'benefit'] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/** What a department promised, in its legacy exceptions. */
export type PromiseKind = Exclude<ConditionKind, 'condition'>;

/** What people call each. */
export const CONDITION_KIND_NAMES: Readonly<Record<ConditionKind, string>> = {
  condition: 'Condition',
  remediation: 'Promised remediation',
  benefit: 'Promised benefit',
};

/** What a department promised, as it is followed. */
export interface Promised extends NewCondition {
  readonly kind: PromiseKind;
  readonly exceptionId: string;
}

/**
 * What a request promises in its legacy exceptions, each as something to be followed like a condition of its approval:
 * first the remediation of each system, then its benefits. It is due on the date promised; accountable is the senior
 * responsible owner, because of whoever else is named as its owner no address is known. A plan without a date, and a
 * benefit without a measure or a date, are no promises. This service's own.
 */
export function promisesOf({
  details,
  legacyExceptions,
}: Pick<CaseContent, 'details' | 'legacyExceptions'>): readonly Promised[] {
  const accountable = details.seniorResponsibleOwner;
  if (accountable === null) return [];
  return legacyExceptions
    .flatMap((exception) => [
      ...remediationOf(exception),
      ...(exception.benefits ?? []).flatMap((benefit) => benefitOf(exception, benefit)),
    ])
    .map((promise) => ({
      ...promise,
      // A condition on a point makes good that it is not met; the exception itself does that already.
      point: null,
      ownerName: accountable.name,
      ownerEmail: accountable.email,
    }));
}

type Said = Pick<Promised, 'kind' | 'exceptionId' | 'text' | 'dueOn'>;

function remediationOf({ id, system, remediationPlan, targetDate, owner }: LegacyException): readonly Said[] {
  const plan = written(remediationPlan);
  if (plan === null || targetDate === null) return [];
  const by = written(owner);
  const text = `Remedy ${system} as promised${by === null ? '' : `, by ${by}`}: ${plan}`;
  return [{ kind: 'remediation', exceptionId: id, text, dueOn: targetDate }];
}

function benefitOf(
  { id, system }: LegacyException,
  { benefit, measure, dueOn, amountPence }: Benefit,
): readonly Said[] {
  const [what, how] = [written(benefit), written(measure)];
  if (what === null || how === null || dueOn === null) return [];
  const worth = amountPence === null ? '' : `\nWorth: ${formatPounds(amountPence)}`;
  const text = `Benefit promised of putting ${system} right: ${what}\nMeasured by: ${how}${worth}`;
  return [{ kind: 'benefit', exceptionId: id, text, dueOn }];
}

function written(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** Ways in which nothing more is to come of what is followed. */
const SETTLED: ReadonlySet<ConditionStatus> = new Set<ConditionStatus>([
  'met',
  'not-met',
  'waived',
  'carried-over',
]);

/** Whether nothing more is to come of it. */
export function isSettled(status: ConditionStatus): boolean {
  return SETTLED.has(status);
}

/** Something that is followed, as far as it matters which promise it came from. */
export interface FollowedPromise {
  readonly kind: ConditionKind;
  readonly exceptionId: string | null;
  readonly text: string;
  readonly status: ConditionStatus;
}

/**
 * Whether a promise was settled under an earlier decision, so that a new one does not ask for it again. A system is
 * remedied once, however its plan is worded; of its benefits each is told apart by what was promised.
 */
export function isSettledBefore(promise: Promised, before: readonly FollowedPromise[]): boolean {
  return before.some((one) => isSettled(one.status) && isSamePromise(one, promise));
}

/** Whether two are the same promise, of exceptions with the ids they have in one request. */
export function isSamePromise(
  one: Pick<FollowedPromise, 'kind' | 'exceptionId' | 'text'>,
  other: Pick<FollowedPromise, 'kind' | 'exceptionId' | 'text'>,
): boolean {
  return (
    one.kind === other.kind &&
    one.exceptionId === other.exceptionId &&
    (one.kind === 'remediation' || one.text === other.text)
  );
}

/**
 * Why it cannot be concluded that something was not met; `null` where it can. A promise is judged once its time has come,
 * or once the department says that it is kept. A condition is not judged so: it is met, waived, or replaced with its
 * decision. This service's own rule.
 */
export function whyNotConcluded(
  { kind, status }: Pick<FollowedPromise, 'kind' | 'status'>,
  isPastDue: boolean,
): string | null {
  if (kind === 'condition')
    return 'The decider imposed this condition: it is met, waived by a decider, or replaced with its decision';
  return status === 'open' && !isPastDue
    ? 'What was promised is not overdue, and no evidence of it was given'
    : null;
}

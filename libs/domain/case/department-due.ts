import { spendAskedFor, type ApprovalToWatch } from '../after-decision/approval-end.js';
import type { ConditionStatus } from '../lifecycle/case-facts.js';
import type { IsoDate } from './case-content.js';
import type { StandingQuestion } from './returned-questions.js';

/** What a department has to do next about a case whose clock does not run. */
export type DepartmentDue =
  | {
      readonly kind: 'condition';
      /** What is open in all, promised remediation as well. */
      readonly open: number;
      /** Day the earliest of them is due. */
      readonly day: IsoDate;
      readonly overdue: boolean;
    }
  /** Say what was spent until a day. */
  | { readonly kind: 'spend'; readonly day: IsoDate }
  | { readonly kind: 'questions'; readonly asked: number; readonly answered: number };

/** What is looked at to say so. */
export interface DepartmentDueInput {
  /** Of the decision that stands. */
  readonly conditions: readonly { readonly status: ConditionStatus; readonly dueOn: IsoDate }[];
  /** `null` where no approval of this service stands. */
  readonly approval: ApprovalToWatch | null;
  /** Of the return that waits for an answer; none where none does. */
  readonly questions: readonly Pick<StandingQuestion, 'standing'>[];
  /** London. */
  readonly today: IsoDate;
}

/**
 * What a department has to do next: answer a return, or else the earliest of what it has to meet, keep or report.
 * `null` where nothing is. This service's own rule.
 */
export function departmentDue({
  conditions,
  approval,
  questions,
  today,
}: DepartmentDueInput): DepartmentDue | null {
  if (questions.length > 0)
    return {
      kind: 'questions',
      asked: questions.length,
      answered: questions.filter(({ standing }) => standing !== 'open').length,
    };
  const open = conditions.filter(({ status }) => status === 'open').map(({ dueOn }) => dueOn);
  const spend = approval === null ? null : spendAskedFor(approval, today);
  const found = [
    ...open.map((day) => ({ kind: 'condition' as const, open: open.length, day, overdue: day < today })),
    ...(spend === null ? [] : [{ kind: 'spend' as const, day: spend.endsOn }]),
  ];
  const [first] = found.toSorted((one, other) => (one.day < other.day ? -1 : 1));
  return first ?? null;
}

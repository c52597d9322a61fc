import {
  differenceBetween,
  standingQuestions,
  type CaseContent,
  type DepartmentDueInput,
  type StandingQuestion,
} from '#domain';
import type { CaseRecord } from '#persistence';
import { approvalOf } from './schedule.js';

/** The conditions and the approval that a department's next work is worked out from; none of what was decided elsewhere. */
export function departmentDueInput(record: CaseRecord): Pick<DepartmentDueInput, 'conditions' | 'approval'> {
  const standing = record.conditions.filter(({ decisionId }) => decisionId === record.decision?.id);
  return { conditions: record.decidedElsewhere ? [] : standing, approval: approvalOf(record) };
}

/** How far the questions of the return that waits for an answer are answered. @param returned what was returned */
export function questionsOfReturn(
  { returns, departmentWords }: CaseRecord,
  now: CaseContent,
  returned: CaseContent,
): readonly StandingQuestion[] {
  const latest = returns.at(-1);
  if (latest === undefined) return [];
  const said = departmentWords.filter(({ sequence }) => sequence > latest.sequence).map(({ point }) => point);
  return standingQuestions(latest.points, differenceBetween(returned, now), said);
}

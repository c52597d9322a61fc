import { audienceOf, isDepartmentRole, roleFor, ruleFor, type ProtectiveMarking } from '#domain';
import {
  databaseErrorOf,
  QUESTION_MARKING_CONSTRAINT,
  questionsToMark,
  takeGuidanceDown,
  type CaseChange,
  type Queryable,
  type QuestionToMark,
} from '#persistence';
import type { Acting } from './acting.js';
import { payloadBy } from './machines.js';

/** A case that is marked; nothing happens where its marking is left out or OFFICIAL. */
export interface CaseMarked {
  readonly caseId: string;
  readonly marking: ProtectiveMarking | undefined;
}

/**
 * The changes by which the questions about some cases are marked as these are: each an event of its question, by whoever
 * marks the case. They are written before the change of the case, in its transaction: the database refuses a case that is
 * marked more strictly than a question about it.
 */
export async function questionsMarked(
  queryable: Queryable,
  acting: Acting | null,
  marked: readonly CaseMarked[],
  now: Date,
): Promise<readonly CaseChange[]> {
  const markings = new Map<string, ProtectiveMarking>();
  for (const { caseId, marking } of marked)
    if (marking !== undefined && marking !== 'OFFICIAL') markings.set(caseId, marking);
  if (acting === null || markings.size === 0) return [];
  const questions = await questionsToMark(queryable, [...markings.keys()]);
  return questions.flatMap((question) => {
    const marking = markings.get(question.aboutCaseId);
    return marking === undefined ? [] : [changeOfMarking(acting, question, marking, now)];
  });
}

/** Whether somebody asked about a case while it was being marked, or marked it while they asked: it is worked out again. */
export function isMarkedMeanwhile(error: unknown): boolean {
  return databaseErrorOf(error)?.constraint === QUESTION_MARKING_CONSTRAINT;
}

/** Runs a write; false when it was marked, or asked about, meanwhile, and so is to be worked out again. */
export async function unlessMarkedMeanwhile(write: () => Promise<boolean>): Promise<boolean> {
  try {
    return await write();
  } catch (error) {
    if (isMarkedMeanwhile(error)) return false;
    throw error;
  }
}

function changeOfMarking(
  acting: Acting,
  question: QuestionToMark,
  protectiveMarking: ProtectiveMarking,
  now: Date,
): CaseChange {
  const { id, organisationId, state, revision, headHash, currentVersion, departmentHands } = question;
  const role = roleFor(acting, organisationId, ruleFor('mark-advice').roles);
  const latest = new Date(question.updatedAt);
  const at = now < latest ? latest : now;
  const hands = [...new Set([...departmentHands, acting.personId])];
  return {
    caseId: id,
    fromRevision: revision,
    previousHash: headHash,
    set: [
      ['protective_marking', protectiveMarking, 'text'],
      ...(role !== undefined && isDepartmentRole(role.role)
        ? [['department_hands', hands, 'uuid[]'] as const]
        : []),
    ],
    riders: takeGuidanceDown(protectiveMarking, at),
    event: {
      type: 'advice-marked',
      audience: audienceOf('advice-marked'),
      actorId: acting.personId,
      actorRole: role?.role ?? null,
      actorOrganisationId: role?.organisationId ?? null,
      occurredAt: at,
      fromState: state,
      toState: state,
      version: currentVersion,
      reason: null,
      payload: payloadBy(acting, { protectiveMarking }),
    },
    emails: [],
  };
}

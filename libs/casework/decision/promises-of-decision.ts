import {
  asInRequest,
  audienceOf,
  promisesCarried,
  promisesOf,
  stillToAsk,
  withAcceptedExceptions,
  type CaseFacts,
  type DecidedState,
  type HeldRole,
  type PromiseOfApproval,
  type Promised,
} from '#domain';
import {
  carryPromises,
  readApprovalsBefore,
  type ApprovalBefore,
  type CaseChange,
  type CaseRecord,
  type Queryable,
} from '#persistence';
import type { Acting } from '../desk/acting.js';
import { payloadBy } from '../desk/machines.js';

/** What the department promised that a decision asks for, and what was promised of the approval before it. */
export interface PromisesOfDecision {
  /** What becomes part of the decision, beside the conditions the decider imposes. */
  readonly asked: readonly Promised[];
  /** The approval the request starts from; `null` where it starts from none. */
  readonly before: ApprovalBefore | null;
  /** What is followed of that, by the ids its exceptions have in the request. */
  readonly ofBefore: readonly PromiseOfApproval[];
}

/** Works out which promises a decision asks for. Of a request that starts from no approval nothing is read. */
export async function promisesBinding(
  queryable: Queryable,
  record: CaseRecord,
  { content, rulings }: Pick<CaseFacts, 'content' | 'rulings'>,
  outcome: DecidedState,
): Promise<PromisesOfDecision> {
  const approvals = record.follows === null ? [] : await readApprovalsBefore(queryable, record.id);
  const earlier = asInRequest(record.id, approvals);
  const promised = outcome === 'not-approved' ? [] : promisesOf(withAcceptedExceptions(content, rulings));
  return {
    asked: stillToAsk(promised, record.conditions, earlier),
    before: approvals.at(0) ?? null,
    ofBefore: earlier.at(0) ?? [],
  };
}

/**
 * The change of the approval a request starts from whose promises are followed with a decision on the request from now
 * on, or no more; `undefined` where there are none.
 */
export function changeOfApprovalBefore(
  acting: Acting,
  record: CaseRecord,
  by: HeldRole,
  at: Date,
  decisionId: string,
  { asked, before, ofBefore }: PromisesOfDecision,
): CaseChange | undefined {
  const promises = promisesCarried(record.reference, asked, record.conditions, ofBefore);
  if (before === null || promises.length === 0) return undefined;
  const { caseId, state, revision, headHash, updatedAt, currentVersion } = before;
  // A history does not run backwards, whatever the clocks of several machines say.
  const occurredAt = at < new Date(updatedAt) ? new Date(updatedAt) : at;
  return {
    caseId,
    fromRevision: revision,
    previousHash: headHash,
    // Of what is followed elsewhere nobody is reminded here.
    set: [['schedule_stale', true, 'boolean']],
    riders: [carryPromises(promises, record.reference, occurredAt)],
    event: {
      type: 'promises-carried-over',
      audience: audienceOf('promises-carried-over'),
      actorId: acting.personId,
      actorRole: by.role,
      actorOrganisationId: by.organisationId,
      occurredAt,
      fromState: state,
      toState: state,
      version: currentVersion,
      reason: null,
      payload: payloadBy(acting, {
        followingCaseId: record.id,
        followingReference: record.reference,
        decisionId,
        promises,
      }),
    },
    emails: [],
  };
}

import {
  answersToLookAt,
  contentOfCase,
  londonDate,
  standingRulings,
  standingVerdicts,
  type AdviceFacts,
  type CaseFacts,
  type Policy,
} from '#domain';
import type { CaseRecord } from '#persistence';
import { stillConfirmed } from '../triage/triage-of-case.js';

/** What would tell who asked, and what was said. */
function adviceFactsOf({ advice, organisation, reference }: CaseRecord): AdviceFacts | null {
  if (advice === null) return null;
  const { asker, organisationAcronym, aboutReference, point, messages, guidance } = advice;
  const names = [
    organisation.name,
    organisationAcronym,
    asker?.name ?? null,
    asker?.email ?? null,
    reference,
    aboutReference,
  ].filter((name) => name !== null);
  return { messages, guidance, names, point, aboutReference };
}

/** What the rules look at, from what the database holds. */
export function factsOf(record: CaseRecord, policy: Policy): CaseFacts {
  const content = contentOfCase(record);
  return {
    state: record.state,
    organisationId: record.organisation.id,
    policy,
    confirmedRating: stillConfirmed(record, { policy, content }),
    reviewDepth: record.triage.reviewDepth,
    reviewerId: record.reviewerId,
    content,
    currentVersion: record.currentVersion,
    departmentHands: record.departmentHands,
    verdicts: standingVerdicts(record.assessments, record.versions, record.currentVersion),
    answersToLookAt: answersToLookAt(record.returns, record.departmentWords, record.assessments),
    rulings: standingRulings(
      record.legacyExceptions.flatMap((exception) =>
        exception.ruling === null ? [] : [{ ...exception.ruling, exceptionId: exception.id }],
      ),
      record.versions,
      record.currentVersion,
    ),
    recommenders: record.recommenders,
    currentDecisionId: record.decision?.id ?? null,
    approvedPence: record.decision?.approvedPence ?? null,
    decidedOn: record.decision === null ? null : londonDate(new Date(record.decision.decidedAt)),
    startsFrom:
      record.follows === null || record.startsFrom === null
        ? null
        : { kind: record.follows.kind, caseId: record.id, ...record.startsFrom },
    followers: record.followers,
    spendFinal: record.spend?.final ?? false,
    advice: adviceFactsOf(record),
  };
}

import {
  answersToLookAt,
  contentOfCase,
  londonDate,
  standingRulings,
  standingVerdicts,
  type AdviceFacts,
  type CaseFacts,
  type IsoDate,
  type Policy,
} from '#domain';
import type { CaseRecord } from '#persistence';
import { stillConfirmed } from '../triage/triage-of-case.js';

/** What would tell who asked, and what was said. */
function adviceFactsOf({ advice, organisation }: CaseRecord): AdviceFacts | null {
  if (advice === null) return null;
  const { asker, authors, organisationAcronym, aboutReference, aboutTitle, point, messages, guidance } =
    advice;
  const telling = {
    people: [...authors, ...(asker === null ? [] : [asker.name])],
    organisations: [{ name: organisation.name, acronym: organisationAcronym }],
    titles: aboutTitle === null ? [] : [aboutTitle],
  };
  return { messages, guidance, telling, point, aboutReference };
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
    departmentHands: [...record.departmentHands, ...record.handsBefore],
    verdicts: standingVerdicts(record.assessments, record.versions, record.currentVersion),
    answersToLookAt: answersToLookAt(
      record.returns,
      record.departmentWords,
      record.assessments,
      record.state,
    ),
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
    decidedOn: approvedFirstOn(record),
    startsFrom:
      record.follows === null || record.startsFrom === null
        ? null
        : { kind: record.follows.kind, caseId: record.id, ...record.startsFrom },
    followers: record.followers,
    spendFinal: record.spend?.final ?? false,
    advice: adviceFactsOf(record),
  };
}

/** Spending that was decided on again, or that starts from another approval, was approved earlier than that. */
function approvedFirstOn({ decision, follows }: CaseRecord): IsoDate | null {
  return decision === null || decision.number > 1 || follows !== null
    ? null
    : londonDate(new Date(decision.decidedAt));
}

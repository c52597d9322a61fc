import type { TriageOfCase } from '#casework';
import {
  londonDate,
  REVIEW_DEPTH_NAMES,
  shouldEngageNow,
  TARGET_STATE_NAMES,
  type ActionOffer,
  type RefusedException,
  type TargetStanding,
} from '#domain';
import { fileViews, type FileView } from '../attachments/file-views.js';
import { conditionActions, readerActions, type OfferedPage, type ReaderActions } from './case-actions.js';
import { commitmentRows, detailRows, flagRows, type FactRow } from './case-details.js';
import type { DayOff } from './case-header.js';
import type { OpenedCase } from './case-pages.js';
import type {
  AnswerText,
  AttachmentText,
  CaseTextOf,
  ExternalDecisionText,
  ListedConditionText,
  ListedDecisionText,
  RatingReviewText,
  RecommendationText,
  RelationText,
  ReturnText,
  RulingText,
} from './case-texts.js';
import { answeredReturns, type AnsweredReturn } from './point-views.js';
import type { ReaderKind } from './reader.js';

/** Everything the summary of a case is made of. */
export interface SummaryParts {
  readonly opened: OpenedCase;
  readonly kind: ReaderKind;
  readonly triage: TriageOfCase;
  readonly offers: readonly ActionOffer[];
  readonly decisions: readonly ListedDecisionText[];
  readonly conditions: readonly ListedConditionText[];
  readonly returns: readonly ReturnText[];
  readonly answers: readonly AnswerText[];
  readonly recommendations: readonly RecommendationText[];
  readonly ratingReviews: readonly RatingReviewText[];
  readonly externalDecisions: readonly ExternalDecisionText[];
  readonly relations: readonly RelationText[];
  readonly attachments: readonly AttachmentText[];
  /** Those of a returned case. */
  readonly refused: readonly RefusedException[];
  readonly rulings: readonly RulingText[];
}

/** A legacy exception that was refused and goes back to the department with a return. */
export interface RefusedView {
  readonly system: string;
  readonly reason: string;
  /** Whether the department has changed since what it says. */
  readonly isChanged: boolean;
}

/** The legacy exceptions of a returned case that were refused, which are asked about as much as the points are. */
function refusedViews({ opened: { found }, refused, rulings }: SummaryParts): readonly RefusedView[] {
  return refused.flatMap(({ exceptionId, standing }) => {
    const exception = found.legacyExceptions.find(({ id }) => id === exceptionId);
    const ruling = rulings.findLast((one) => one.exceptionId === exceptionId);
    return exception === undefined || ruling === undefined
      ? []
      : [{ system: exception.system, reason: ruling.reason, isChanged: standing === 'changed' }];
  });
}

/** A condition with what the reader can do about it. */
export interface ConditionView extends ListedConditionText {
  readonly actions: readonly OfferedPage[];
  /** Files handed in, by the id of the evidence they were handed in with. */
  readonly files: Readonly<Record<string, readonly FileView[]>>;
}

/** How one target of the clock stands, in words. */
export interface TargetView {
  readonly name: string;
  readonly state: string;
  readonly days: string;
  readonly dueAt: Date | null;
  /** What its last day is where nobody is expected to work on it. */
  readonly dayOff: string | null;
  readonly metAt: Date | null;
  readonly isMissed: boolean;
  /** Whether it is open and broken by nothing but being done late: then it is never what is due next. */
  readonly isOptional: boolean;
}

/** What the template of the summary shows. */
export interface SummaryView {
  readonly found: CaseTextOf;
  readonly header: OpenedCase['header'];
  readonly actions: ReaderActions;
  /** The return that waits for an answer. */
  readonly waitingReturn: ReturnText | null;
  readonly refusedExceptions: readonly RefusedView[];
  readonly decision: ListedDecisionText | null;
  /** Latest first. */
  readonly superseded: readonly ListedDecisionText[];
  readonly conditions: readonly ConditionView[];
  readonly formerConditions: readonly ListedConditionText[];
  readonly details: readonly FactRow[];
  readonly flags: readonly FactRow[];
  readonly commitments: readonly FactRow[];
  readonly triage: TriageOfCase;
  readonly depth: string | null;
  readonly targets: readonly TargetView[];
  readonly targetsSource: string | null;
  readonly calendarNote: string | null;
  readonly returns: readonly AnsweredReturn[];
  readonly recommendations: readonly RecommendationText[];
  readonly ratingReviews: readonly RatingReviewText[];
  readonly externalDecisions: readonly ExternalDecisionText[];
  readonly relations: readonly RelationText[];
  readonly seesRelations: boolean;
  /** Whether the reader can take such a mark back now. */
  readonly mayUnrelate: boolean;
  /** What is to be known of planned spend; `null` for everything else. */
  readonly plan: PlanView | null;
}

/** Planned spend as its own page shows it. */
export interface PlanView {
  readonly key: string | null;
  readonly engageNow: boolean;
  /** Whether the reader can change the key. */
  readonly mayChange: boolean;
}

function planView({ found, clock }: OpenedCase, offers: readonly ActionOffer[]): PlanView | null {
  const { state, details, pipelineKey } = found;
  if (state !== 'planned') return null;
  const { spendStartsOn } = details;
  return {
    key: pipelineKey,
    engageNow: shouldEngageNow({ state, spendStartsOn }, londonDate(clock.at)),
    mayChange: offers.some(({ action, allowed }) => action === 'begin-request' && allowed),
  };
}

function dayWords({ dayKind, usedDays, allowedDays, extensionDays, stoppedDays }: TargetStanding): string {
  const kind = dayKind === 'working-days' ? 'working' : 'calendar';
  const words = [`${usedDays} of ${allowedDays} ${kind} ${allowedDays === 1 ? 'day' : 'days'}`];
  if (extensionDays > 0) words.push(`with ${extensionDays} more given`);
  if (stoppedDays > 0) words.push(`${stoppedDays} while the clock stood still`);
  return words.join(', ');
}

function targetView(target: TargetStanding, dayOff: DayOff): TargetView {
  const { name, state, dueAt, metAt, isOpen, whenTimeRunsOut } = target;
  return {
    name,
    state: TARGET_STATE_NAMES[state],
    days: dayWords(target),
    dueAt,
    dayOff: dueAt === null ? null : dayOff(dueAt),
    metAt,
    isMissed: state === 'missed',
    isOptional: isOpen && whenTimeRunsOut === 'closes',
  };
}

function filesByEvidence(
  { evidence }: ListedConditionText,
  attachments: readonly AttachmentText[],
  reference: string,
): ConditionView['files'] {
  return Object.fromEntries(
    evidence.map(({ id }) => [
      id,
      fileViews(
        attachments.filter(({ evidenceId }) => evidenceId === id),
        reference,
      ),
    ]),
  );
}

/** What the summary of a case shows. */
export function summaryView(parts: SummaryParts): SummaryView {
  const { opened, kind, triage, offers, decisions, conditions, returns, relations } = parts;
  const { found, header, clock } = opened;
  const { reference, state, details } = found;
  const decision = decisions.find(({ superseded }) => !superseded) ?? null;
  return {
    found,
    header,
    triage,
    actions: readerActions(reference, offers, kind, conditions),
    waitingReturn: state === 'returned' ? (returns.at(-1) ?? null) : null,
    refusedExceptions: refusedViews(parts),
    decision,
    superseded: decisions.filter(({ superseded }) => superseded).toReversed(),
    conditions: conditions
      .filter(({ inForce }) => inForce)
      .toSorted((one, other) => one.number - other.number)
      .map((condition) => ({
        ...condition,
        actions: conditionActions(reference, offers, condition),
        files: filesByEvidence(condition, parts.attachments, reference),
      })),
    formerConditions: conditions.filter(({ inForce }) => !inForce),
    plan: planView(opened, offers),
    details: detailRows(details, triage),
    flags: flagRows(details, triage),
    commitments: commitmentRows(details, triage),
    depth: triage.reviewDepth === null ? null : REVIEW_DEPTH_NAMES[triage.reviewDepth],
    targets: (clock.standing?.targets ?? []).map((target) => targetView(target, opened.dayOff)),
    targetsSource: clock.turnaround === 'not-known' ? null : clock.turnaround.provenance.source,
    calendarNote: clock.calendarNote,
    returns: answeredReturns(returns, parts.answers),
    recommendations: parts.recommendations.toReversed(),
    ratingReviews: parts.ratingReviews.toReversed(),
    externalDecisions: parts.externalDecisions.toReversed(),
    relations,
    seesRelations: kind !== 'department',
    mayUnrelate: offers.some(({ action, allowed }) => action === 'unrelate-case' && allowed),
  };
}

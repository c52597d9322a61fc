import { emptyPointEvidence } from '../case/case-content.js';
import { clockEventOf } from '../working-time/clock-events.js';
import { startOfLondonDay } from '../working-time/london-time.js';
import type { CaseEvent } from './events.js';
import { NEW_FILE } from './replay-attachments.js';
import { takeMessage } from './replay-advice.js';
import { contentOfReplayed, detailsOfToday } from './replay-content.js';
import { takeConditions } from './replay-decision.js';
import { madeBy } from './replay-submission.js';
import { HistoryFault, type EventOf, type Working } from './replay-working.js';

/** The number of the only version a case is imported with. */
const IMPORTED_VERSION = 1;

/**
 * A case as its first event leaves it.
 * @throws HistoryFault when there is no event, or it begins no case
 */
export function begun(first: CaseEvent | undefined): Working {
  if (first?.type === 'case-created') return created(first);
  if (first?.type === 'imported') return imported(first);
  if (first?.type === 'advice-asked') return asked(first);
  throw new HistoryFault(
    first?.caseId ?? null,
    first?.sequence ?? 0,
    'a history begins with the creation of its case, its import or a question',
  );
}

/** A draft, or spend that is planned, in the hands of whoever made it. */
function created(event: EventOf<'case-created'>): Working {
  const working: Working = {
    ...blank(event),
    synthetic: event.payload.synthetic,
    pipelineKey: event.payload.pipelineKey ?? null,
    createdBy: event.actorId,
    departmentHands: event.actorId === null ? [] : [event.actorId],
  };
  takeFollowed(working, event);
  return working;
}

/** What a request takes over from the approval it starts from, and the mark between the two. */
function takeFollowed(working: Working, { payload, actorId, occurredAt }: EventOf<'case-created'>): void {
  const { follows, carriedOver, details } = payload;
  if (follows === undefined) return;
  const { relationId, ...followed } = follows;
  working.follows = followed;
  working.relations.push({
    id: relationId,
    relatedCaseId: followed.caseId,
    relatedReference: followed.reference,
    kind: followed.kind,
    reason: details.whatChanges ?? '',
    revision: 1,
    relatedBy: actorId,
    relatedAt: occurredAt,
    removedAt: null,
    removedBy: null,
  });
  const saved = { revision: 1, savedBy: actorId };
  for (const point of carriedOver?.points ?? [])
    working.points.push({
      evidence: { ...emptyPointEvidence(point.point), ...point },
      ...saved,
      savedAt: occurredAt,
    });
  for (const exception of carriedOver?.legacyExceptions ?? [])
    working.legacyExceptions.push({
      id: exception.id,
      exception,
      ...saved,
      addedAt: occurredAt,
      removedAt: null,
    });
  for (const { attachmentId, ...file } of carriedOver?.attachments ?? [])
    working.attachments.push({
      ...NEW_FILE,
      ...file,
      id: attachmentId,
      addedBy: actorId,
      addedAt: occurredAt,
    });
}

/** A request for advice, in the hands of whoever asks. */
function asked(event: EventOf<'advice-asked'>): Working {
  const working: Working = {
    ...blank(event),
    synthetic: event.payload.synthetic,
    advice: event.payload.advice,
    createdBy: event.actorId,
    departmentHands: event.actorId === null ? [] : [event.actorId],
  };
  const clockEvent = clockEventOf(event);
  if (clockEvent !== null) working.clockEvents.push(clockEvent);
  takeMessage(working, event, 'question');
  return working;
}

/**
 * A case that was decided elsewhere. Whoever imported it made, submitted and decided nothing; submission and decision
 * are dated midnight in London of the source's own days.
 */
function imported(event: EventOf<'imported'>): Working {
  const { payload } = event;
  const working: Working = {
    ...blank(event),
    importedFrom: {
      source: payload.source,
      reference: payload.sourceReference,
      rowHash: payload.rowHash,
      document: payload.document,
    },
    currentVersion: event.version,
    pinnedOn: payload.submittedOn,
    pinnedAutonomy: [],
    submittedAt: midnight(payload.submittedOn),
    rating: payload.rating,
  };
  working.versions.push({
    number: IMPORTED_VERSION,
    content: contentOfReplayed(working, payload.details),
    contentHash: payload.contentHash,
    assessable: false,
    regimeVersion: payload.regimeVersion,
    submittedBy: null,
    submittedAt: midnight(payload.submittedOn),
  });
  takeImportedDecision(working, event);
  return working;
}

function takeImportedDecision(working: Working, event: EventOf<'imported'>): void {
  const {
    decisionId,
    outcome,
    requestedPence,
    approvedPence,
    regimeVersion,
    decidedBy,
    decidedOn,
    conditions,
  } = event.payload;
  working.decisionId = decisionId;
  working.decisions.push({
    ...madeBy(event, decisionId),
    number: 1,
    outcome,
    requestedPence,
    approvedPence,
    reason: event.reason,
    overrides: [],
    recommendationId: null,
    supersedesId: null,
    regimeVersion,
    decidedBy: null,
    decidedRole: null,
    decidedInSource: decidedBy,
    decidedAt: midnight(decidedOn),
    synthetic: false,
  });
  takeConditions(working, event, decisionId, conditions);
}

function midnight(day: string): string {
  return startOfLondonDay(day).toISOString();
}

/** What every first event says, and nothing else yet. */
function blank({ payload, ...event }: EventOf<'case-created' | 'imported' | 'advice-asked'>): Working {
  return {
    caseId: event.caseId,
    reference: payload.reference,
    organisationId: payload.organisationId,
    importedFrom: null,
    pipelineKey: null,
    synthetic: false,
    state: event.toState,
    revision: event.sequence,
    createdBy: null,
    createdAt: event.occurredAt,
    updatedAt: event.occurredAt,
    details: detailsOfToday(payload.details),
    detailsAsWritten: payload.details,
    detailsRevision: 1,
    points: [],
    legacyExceptions: [],
    attachments: [],
    rulings: [],
    versions: [],
    currentVersion: null,
    signedOffHash: null,
    regimeVersion: payload.regimeVersion,
    pinnedOn: null,
    pinnedAutonomy: [],
    submittedAt: null,
    rating: null,
    ratingConfirmed: false,
    route: null,
    workload: 0,
    undetermined: [],
    reviewDepth: null,
    ratingReviews: [],
    reviewerId: null,
    givenBackBy: [],
    departmentHands: [],
    assessments: [],
    returns: [],
    recommendations: [],
    recommendationId: null,
    decisions: [],
    decisionId: null,
    conditions: [],
    spendReports: [],
    follows: null,
    startedFromIt: [],
    comments: [],
    advice: null,
    messages: [],
    guidance: [],
    relations: [],
    externalDecisions: [],
    extensions: [],
    reminders: [],
    closedBelowThresholdBy: null,
    clockEvents: [],
    disposedAt: null,
  };
}

import {
  ADVICE_OUTCOMES,
  ADVICE_SUBJECTS,
  AUDIENCES,
  CASE_STATES,
  CONDITION_STATUSES,
  DECIDED_STATES,
  ENDINGS,
  EVENT_TYPES,
  EXCEPTION_RULINGS,
  EXTERNAL_OUTCOMES,
  FOLLOWING_KINDS,
  FURTHER_STEP_KINDS,
  MACHINE_KINDS,
  PROTECTIVE_MARKINGS,
  RELATION_KINDS,
  REVIEW_DEPTHS,
  ROLES,
  VERDICTS,
  type EventType,
} from '#domain';
import { POINT_NUMBER } from './content-schemas.js';
import {
  COUNT,
  COUNT_FROM_ZERO,
  DATE,
  described,
  INSTANT,
  list,
  object,
  oneOf,
  orNull,
  PENCE,
  ref,
  TEXT,
  TEXT_HASH,
  UUID,
  YES_OR_NO,
  type JsonSchema,
} from './json-schema.js';

const NOTHING = object({});
const EXCEPTION = object({ exception: ref('LegacyException') });
const COMMENT = object({ commentId: UUID });
const YEARS = list(object({ financialYear: TEXT, amountPence: PENCE }));
const CONDITION_PARTS = {
  id: UUID,
  number: COUNT,
  text: TEXT,
  point: orNull(POINT_NUMBER),
  ownerName: TEXT,
  ownerEmail: TEXT,
  dueOn: DATE,
};
const CONDITION = object({ ...CONDITION_PARTS, kind: oneOf(['remediation', 'benefit']), exceptionId: UUID }, [
  'kind',
  'exceptionId',
]);
const ENDED = { ending: oneOf(ENDINGS), endedOn: DATE, dueOn: DATE };

const CONDITION_REMINDER = object({ occasion: TEXT, conditionId: UUID, dueOn: DATE });
const TARGET_REMINDER = object({ occasion: TEXT, target: TEXT, dueAt: INSTANT });
const TRIAGE = object(
  { regimeVersion: TEXT, pinnedOn: DATE, rating: orNull(TEXT), route: TEXT, earnedAutonomy: list(TEXT) },
  ['earnedAutonomy'],
);
const END_OF_DRAFT = { triage: TRIAGE };

const MESSAGE = { messageId: UUID, body: TEXT };
const ADVICE_PAYLOADS = {
  'advice-asked': object({
    reference: TEXT,
    organisationId: UUID,
    regimeVersion: TEXT,
    details: ref('CaseDetails'),
    synthetic: YES_OR_NO,
    advice: object({
      subject: oneOf(ADVICE_SUBJECTS),
      point: orNull(POINT_NUMBER),
      aboutCaseId: orNull(UUID),
      aboutReference: orNull(TEXT),
    }),
    ...MESSAGE,
  }),
  'advice-followed-up': object(MESSAGE),
  'advice-answered': object({ ...MESSAGE, takenOn: YES_OR_NO }, ['takenOn']),
  'advice-referred': object({ ...MESSAGE, sentTo: TEXT }),
  'advice-closed': object({ ...MESSAGE, outcome: oneOf(ADVICE_OUTCOMES) }),
  'advice-reopened': object(MESSAGE),
  'advice-tied': object({
    aboutCaseId: UUID,
    aboutReference: TEXT,
    point: orNull(POINT_NUMBER),
    protectiveMarking: oneOf(PROTECTIVE_MARKINGS),
  }),
  'advice-marked': object({ protectiveMarking: oneOf(PROTECTIVE_MARKINGS) }),
  'guidance-published': object({
    guidanceId: UUID,
    subject: oneOf(ADVICE_SUBJECTS),
    point: orNull(POINT_NUMBER),
    title: TEXT,
    body: TEXT,
  }),
  'guidance-withdrawn': object({ guidanceId: UUID }),
};

const PAYLOADS: Readonly<Record<EventType, JsonSchema>> = {
  'case-created': object(
    {
      reference: TEXT,
      organisationId: UUID,
      regimeVersion: TEXT,
      details: ref('CaseDetails'),
      synthetic: YES_OR_NO,
      pipelineKey: TEXT,
      follows: object({
        caseId: UUID,
        reference: TEXT,
        kind: oneOf(FOLLOWING_KINDS),
        version: COUNT,
        relationId: UUID,
      }),
      carriedOver: object(
        {
          points: list(ref('PointEvidence')),
          legacyExceptions: list(ref('LegacyException')),
          attachments: list(
            object({
              attachmentId: UUID,
              storedId: UUID,
              point: orNull(POINT_NUMBER),
              exceptionId: orNull(UUID),
              name: TEXT,
              mediaType: TEXT,
              bytes: COUNT_FROM_ZERO,
              sha256: TEXT_HASH,
            }),
          ),
        },
        ['attachments'],
      ),
    },
    ['pipelineKey', 'follows', 'carriedOver'],
  ),
  'details-changed': object({ details: ref('CaseDetails'), pipelineKey: orNull(TEXT) }, ['pipelineKey']),
  'point-evidence-saved': object({ evidence: ref('PointEvidence') }),
  'legacy-exception-added': EXCEPTION,
  'legacy-exception-changed': EXCEPTION,
  'legacy-exception-removed': object({ exceptionId: UUID }),
  'attachment-added': object(
    {
      attachmentId: UUID,
      point: orNull(POINT_NUMBER),
      exceptionId: orNull(UUID),
      conditionId: orNull(UUID),
      name: TEXT,
      mediaType: TEXT,
      bytes: COUNT_FROM_ZERO,
      sha256: TEXT_HASH,
      messageId: UUID,
    },
    ['messageId'],
  ),
  ...ADVICE_PAYLOADS,
  'attachment-removed': object({ attachmentId: UUID }),
  'attachment-infected': object({ attachmentId: UUID, signature: TEXT }),
  'comment-added': object({
    commentId: UUID,
    point: orNull(POINT_NUMBER),
    parentId: orNull(UUID),
    body: TEXT,
  }),
  'comment-edited': object({ commentId: UUID, body: TEXT, before: TEXT }),
  'comment-resolved': COMMENT,
  'comment-reopened': COMMENT,
  'request-begun': NOTHING,
  'signed-off': object({ contentHash: TEXT_HASH }),
  'sign-off-taken-back': NOTHING,
  submitted: object({ contentHash: TEXT_HASH, newVersion: YES_OR_NO, triage: TRIAGE, workload: COUNT }, [
    'newVersion',
    'triage',
    'workload',
  ]),
  acknowledged: object({ reviewerId: UUID }),
  'review-started': NOTHING,
  'point-assessed': object({
    assessmentId: UUID,
    point: POINT_NUMBER,
    verdict: oneOf(VERDICTS),
    explanation: orNull(TEXT),
  }),
  'legacy-exception-ruled-on': object({
    rulingId: UUID,
    exceptionId: UUID,
    ruling: oneOf(EXCEPTION_RULINGS),
  }),
  returned: object({ returnId: UUID, points: list(object({ point: POINT_NUMBER, question: TEXT })) }),
  resubmitted: object(
    {
      contentHash: TEXT_HASH,
      newVersion: YES_OR_NO,
      triage: TRIAGE,
      ratingConfirmed: YES_OR_NO,
      workload: COUNT,
    },
    ['triage', 'ratingConfirmed', 'workload'],
  ),
  recommended: object({ recommendationId: UUID, outcome: oneOf(DECIDED_STATES) }),
  'referred-back': NOTHING,
  decided: object({
    decisionId: UUID,
    number: COUNT,
    outcome: oneOf(DECIDED_STATES),
    requestedPence: PENCE,
    approvedPence: orNull(PENCE),
    overrides: list(object({ point: POINT_NUMBER, reason: TEXT })),
    conditions: list(CONDITION),
    recommendationId: orNull(UUID),
    supersedesId: orNull(UUID),
    regimeVersion: TEXT,
    synthetic: YES_OR_NO,
  }),
  withdrawn: object(END_OF_DRAFT, ['triage']),
  'closed-below-threshold': object({ rule: TEXT, ...END_OF_DRAFT }, ['triage']),
  'condition-evidence-submitted': object(
    {
      conditionId: UUID,
      evidenceId: UUID,
      text: TEXT,
      links: list(ref('EvidenceLink')),
      attachmentIds: list(UUID),
    },
    ['attachmentIds'],
  ),
  'condition-changed': object({ conditionId: UUID, status: oneOf(CONDITION_STATUSES) }),
  'condition-due': object({ occasion: TEXT, conditionId: UUID, dueOn: DATE }, ['occasion']),
  'condition-due-soon': CONDITION_REMINDER,
  'condition-overdue': CONDITION_REMINDER,
  'return-unanswered': object({ occasion: TEXT, reminder: COUNT, workingDays: COUNT }),
  'target-near': TARGET_REMINDER,
  'target-missed': TARGET_REMINDER,
  'rating-reviewed': object(
    { ratingReviewId: UUID, computed: orNull(TEXT), rating: TEXT, triage: TRIAGE, workload: COUNT },
    ['triage', 'workload'],
  ),
  'review-depth-set': object({ depth: oneOf(REVIEW_DEPTHS) }),
  'case-related': object({
    relationId: UUID,
    relatedCaseId: UUID,
    relatedReference: TEXT,
    kind: oneOf(RELATION_KINDS),
  }),
  'case-unrelated': object({ relationId: UUID, relatedReference: TEXT }),
  'put-in-touch': object({
    relatedCaseId: UUID,
    relatedReference: TEXT,
    relatedOrganisationId: UUID,
    relatedTitle: TEXT,
    contactId: UUID,
    relationId: orNull(UUID),
  }),
  'likeness-dismissed': object({ relatedCaseId: UUID, relatedReference: TEXT }),
  'external-decision-recorded': object(
    {
      externalDecisionId: UUID,
      kind: oneOf(FURTHER_STEP_KINDS),
      outcome: oneOf(EXTERNAL_OUTCOMES),
      decidedOn: DATE,
      documentTitle: TEXT,
      documentUrl: TEXT,
      supersedesId: UUID,
    },
    ['supersedesId'],
  ),
  'clock-extended': object({ target: TEXT, days: COUNT }),
  'reviewer-assigned': object({ reviewerId: UUID, previousReviewerId: orNull(UUID) }),
  'reviewer-unassigned': object({ reviewerId: UUID }),
  'assured-by-department': object(
    { contentHash: TEXT_HASH, newVersion: YES_OR_NO, triage: TRIAGE, workload: COUNT },
    ['workload'],
  ),
  'called-in': object({ triage: TRIAGE, workload: COUNT }, ['triage', 'workload']),
  imported: object({
    reference: TEXT,
    organisationId: UUID,
    regimeVersion: TEXT,
    details: ref('CaseDetails'),
    source: TEXT,
    sourceReference: TEXT,
    rowHash: TEXT_HASH,
    submittedOn: DATE,
    decidedOn: DATE,
    rating: orNull(TEXT),
    contentHash: TEXT_HASH,
    decisionId: UUID,
    outcome: oneOf(DECIDED_STATES),
    requestedPence: PENCE,
    approvedPence: orNull(PENCE),
    decidedBy: TEXT,
    conditions: list(object({ ...CONDITION_PARTS, status: oneOf(CONDITION_STATUSES) })),
    document: orNull(ref('EvidenceLink')),
  }),
  'condition-extended': object({ conditionId: UUID, dueOn: DATE, previousDueOn: DATE }),
  'variation-started': object({
    followingCaseId: UUID,
    followingReference: TEXT,
    kind: oneOf(FOLLOWING_KINDS),
  }),
  'promises-carried-over': object({
    followingCaseId: UUID,
    followingReference: TEXT,
    decisionId: UUID,
    promises: list(object({ conditionId: UUID, status: oneOf(['carried-over', 'open']) })),
  }),
  'spend-recorded': object({
    reportId: UUID,
    decisionId: UUID,
    approvedPence: orNull(PENCE),
    years: YEARS,
    totalPence: PENCE,
    note: orNull(TEXT),
    final: YES_OR_NO,
    endedOn: orNull(DATE),
  }),
  'spend-report-due': object({ occasion: TEXT, period: TEXT, endsOn: DATE }),
  'approval-ending': object({ occasion: TEXT, endsOn: DATE, months: COUNT }),
  'disposal-marked': object({ ...ENDED, notBefore: INSTANT }),
  'disposal-held': NOTHING,
  'disposal-released': object({ notBefore: INSTANT }),
  disposed: object(ENDED),
};

const VIA = described(
  object({ kind: oneOf(MACHINE_KINDS), id: UUID }),
  'The token or client through which a program did this for the person; absent where they did it themselves.',
);

/** A payload, which also says where a program acted. */
function payloadOf(type: EventType): JsonSchema {
  const { properties, ...rest } = PAYLOADS[type];
  return { ...rest, properties: { ...(properties as object), via: VIA } };
}

function event(type: EventType): JsonSchema {
  return object({
    sequence: COUNT,
    type: { type: 'string', const: type },
    audience: oneOf(AUDIENCES),
    actor: orNull(ref('PersonInBrief')),
    actorRole: orNull(oneOf(ROLES)),
    actorOrganisationId: orNull(UUID),
    occurredAt: INSTANT,
    fromState: orNull(oneOf(CASE_STATES)),
    toState: oneOf(CASE_STATES),
    version: orNull(COUNT),
    reason: orNull(TEXT),
    payload: payloadOf(type),
  });
}

/** What happened to a case: an envelope that is the same for every type, and a payload that is the type's own. */
export const EVENT_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  Event: {
    description:
      'Of a case that was disposed of, payloads have nothing where their text was, and reasons are null.',
    oneOf: EVENT_TYPES.map(event),
  },
  EventPage: object({
    items: list(ref('Event')),
    next: {
      type: ['integer', 'null'],
      description: 'Sequence to go on after; null on the last page.',
    },
  }),
};

import {
  ASSURANCE_ROLES,
  ATTACHMENT_STATUSES,
  AUDIENCES,
  CASE_ACTION_NAMES,
  CASE_REFERENCE_PATTERN,
  CASE_STATES,
  COMPLETENESS_STATUSES,
  CONDITION_KINDS,
  CONDITION_STATUSES,
  CONTENT_SECTIONS,
  DECIDED_STATES,
  EMAIL_STATUSES,
  EXCEPTION_RULINGS,
  FOLLOWING_KINDS,
  NOTICE_EVENTS,
  RECIPIENTS,
  REVIEW_DEPTHS,
  ROLES,
  SPEND_CATEGORIES,
  VERDICTS,
} from '#domain';
import {
  ATTACHMENT_FIELDS,
  BENEFITS,
  COMPONENTS,
  EVIDENCE_FIELDS,
  EXCEPTION_FIELDS,
  POINT_NUMBER,
} from './content-schemas.js';
import {
  COUNT,
  COUNT_FROM_ZERO,
  DATE,
  described,
  INSTANT,
  list,
  object,
  oneOf,
  ORGANISATION,
  orNull,
  PENCE,
  ref,
  TEXT,
  TEXT_HASH,
  UUID,
  YES_OR_NO,
  type JsonSchema,
} from './json-schema.js';

const PERSON = ref('PersonInBrief');
const STATE = oneOf(CASE_STATES);
const OUTCOME = oneOf(DECIDED_STATES);
const REFERENCE: JsonSchema = { type: 'string', pattern: CASE_REFERENCE_PATTERN.source };
const REGIME = TEXT;

const IMPORTED_FROM = described(
  orNull(object({ source: TEXT, reference: TEXT })),
  'System it was imported from, and what that calls it; null where it was made here.',
);

const FOLLOWS = described(
  orNull(object({ reference: REFERENCE, kind: oneOf(FOLLOWING_KINDS), version: COUNT })),
  'The approved case it varies or extends, and the version of that it was started from; null where it starts from none.',
);

export const DECISION_FIELDS = {
  id: UUID,
  number: COUNT,
  version: COUNT,
  outcome: OUTCOME,
  requestedPence: PENCE,
  approvedPence: orNull(PENCE),
  reason: TEXT,
  overrides: list(object({ point: POINT_NUMBER, reason: TEXT })),
  supersedesId: orNull(UUID),
  regimeVersion: REGIME,
  decidedBy: described(orNull(PERSON), 'Null where the decision was imported.'),
  decidedRole: orNull(oneOf(ASSURANCE_ROLES)),
  decidedInSource: described(
    orNull(TEXT),
    'Who decided, as the system it was imported from has it; null where it was made here.',
  ),
  decidedAt: INSTANT,
  synthetic: YES_OR_NO,
};

/** What is read of a condition. */
export const CONDITION_FIELDS = {
  id: UUID,
  decisionId: UUID,
  number: COUNT,
  text: TEXT,
  point: orNull(POINT_NUMBER),
  ownerName: TEXT,
  ownerEmail: TEXT,
  dueOn: DATE,
  kind: described(oneOf(CONDITION_KINDS), 'Imposed by the decider, or promised by the department.'),
  exceptionId: described(orNull(UUID), 'The legacy exception that promises it.'),
  carriedOverTo: described(
    orNull(TEXT),
    'Reference of the variation or extension it is followed with instead, once that was approved.',
  ),
  status: oneOf(CONDITION_STATUSES),
  revision: described(COUNT, 'Its ETag.'),
  changedAt: INSTANT,
};

const LATEST_RULING = object({
  ruling: oneOf(EXCEPTION_RULINGS),
  reason: TEXT,
  version: COUNT,
  sequence: described(COUNT, 'Its ETag.'),
  ruledBy: UUID,
  ruledAt: INSTANT,
});

const EXCEPTION_OF_CASE = {
  ...EXCEPTION_FIELDS,
  benefits: BENEFITS,
  revision: described(COUNT, 'Its ETag.'),
  ruling: described(orNull(LATEST_RULING), 'Latest ruling; null also for whom it is not released to.'),
};

const ATTACHMENT_OF_CASE = {
  ...ATTACHMENT_FIELDS,
  point: described(orNull(POINT_NUMBER), 'What it is attached to: one of these four.'),
  exceptionId: orNull(UUID),
  conditionId: orNull(UUID),
  messageId: described(orNull(UUID), 'A message of a request for advice.'),
  evidenceId: described(orNull(UUID), 'The evidence of a condition it was handed in with.'),
};

const LISTED_CASE = object({
  reference: REFERENCE,
  title: TEXT,
  state: STATE,
  organisation: ORGANISATION,
  category: orNull(oneOf(SPEND_CATEGORIES)),
  requestedPence: orNull(PENCE),
  currentVersion: orNull(COUNT),
  revision: COUNT,
  reviewerId: orNull(UUID),
  reviewer: orNull(PERSON),
  rating: described(orNull(TEXT), 'Level of risk and importance, once submitted.'),
  ratingConfirmed: described(YES_OR_NO, 'Whether a reviewer confirmed or overrode the rating.'),
  route: orNull(TEXT),
  reviewDepth: orNull(oneOf(REVIEW_DEPTHS)),
  nextDueAt: described(orNull(INSTANT), 'When its next target is due, UTC; null while its clock is stopped.'),
  nextDueTarget: orNull(TEXT),
  evidenceToCheck: described(
    COUNT_FROM_ZERO,
    'How many of its conditions have evidence that GDS Assurance has not looked at yet.',
  ),
  submittedAt: described(orNull(INSTANT), 'When it was first submitted, UTC.'),
  synthetic: YES_OR_NO,
  importedFrom: IMPORTED_FROM,
  createdAt: INSTANT,
  updatedAt: INSTANT,
});

const DISPOSED_AT = described(
  orNull(INSTANT),
  'When text that could be personal was disposed of, UTC: empty texts are then no answers. Null for all others.',
);

/** A page of a list that goes on by cursor. */
function page(items: JsonSchema): JsonSchema {
  return object({
    items: list(items),
    next: described(orNull(TEXT), 'Cursor of the next page; null on the last.'),
  });
}

/** Cases and what belongs to them, as they are read. */
export const CASE_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  PersonInBrief: object({ id: UUID, name: TEXT }),
  PointOfCase: object(
    {
      ...EVIDENCE_FIELDS,
      components: COMPONENTS,
      revision: described(COUNT_FROM_ZERO, 'Its ETag; 0 where nothing was saved yet.'),
      savedAt: orNull(INSTANT),
    },
    ['components'],
  ),
  LegacyExceptionOfCase: object(EXCEPTION_OF_CASE, ['benefits']),
  ScoredLegacyException: object({ ...EXCEPTION_OF_CASE, risk: ref('LegacyRisk') }, ['benefits']),
  Case: object({
    reference: REFERENCE,
    organisation: ORGANISATION,
    state: STATE,
    revision: described(COUNT, 'Its ETag, and the sequence of its latest event.'),
    regimeVersion: described(REGIME, 'The regime it is pinned to, or was started under while it is a draft.'),
    pinnedOn: described(orNull(DATE), 'Day whose rating questions count; null before the first submission.'),
    submittedAt: orNull(INSTANT),
    rating: described(
      orNull(TEXT),
      'Level of the regime’s scale; null before the first submission, or where nobody could say.',
    ),
    ratingConfirmed: described(YES_OR_NO, 'Whether a reviewer has confirmed or overridden it.'),
    route: orNull(TEXT),
    reviewDepth: orNull(oneOf(REVIEW_DEPTHS)),
    nextDueAt: described(
      orNull(INSTANT),
      'When the first of its open targets is due, UTC; null while its clock stands still.',
    ),
    nextDueTarget: orNull(TEXT),
    currentVersion: orNull(COUNT),
    synthetic: described(YES_OR_NO, 'True for demonstration data.'),
    importedFrom: IMPORTED_FROM,
    follows: FOLLOWS,
    pipelineKey: described(
      orNull(TEXT),
      'What its organisation calls it in its own plans, where it was planned before it was a request.',
    ),
    disposedAt: DISPOSED_AT,
    createdAt: described(INSTANT, 'When it was recorded here.'),
    updatedAt: INSTANT,
    createdBy: described(orNull(PERSON), 'Null where it was imported.'),
    reviewer: orNull(PERSON),
    details: ref('CaseDetails'),
    detailsRevision: described(COUNT, 'ETag of the details.'),
    points: list(ref('PointOfCase')),
    legacyExceptions: list(ref('LegacyExceptionOfCase')),
    attachments: described(
      list(object(ATTACHMENT_OF_CASE)),
      'Files that are attached and were not removed, oldest first.',
    ),
    decision: orNull(object(DECISION_FIELDS)),
    conditions: described(list(object(CONDITION_FIELDS)), 'The conditions of the decision that stands.'),
  }),
  CasePage: page(LISTED_CASE),
  CaseCount: object({
    count: COUNT_FROM_ZERO,
    atLeast: described(YES_OR_NO, 'True when there are more, or not all were looked at: “100 or more”.'),
  }),
  Completeness: object({
    complete: YES_OR_NO,
    sections: list(
      object({
        section: oneOf(CONTENT_SECTIONS),
        status: oneOf(COMPLETENESS_STATUSES),
        missing: list(object({ section: oneOf(CONTENT_SECTIONS), pointer: TEXT, message: TEXT })),
      }),
    ),
    points: list(object({ point: POINT_NUMBER, status: oneOf(COMPLETENESS_STATUSES) })),
  }),
  Actions: object({
    revision: COUNT,
    actions: list(
      object({
        action: oneOf(CASE_ACTION_NAMES),
        name: TEXT,
        allowed: YES_OR_NO,
        reasonRequired: YES_OR_NO,
        why: described(list(TEXT), 'What is in the way; empty when allowed.'),
      }),
    ),
  }),
  Versions: list(
    object({
      number: COUNT,
      contentHash: TEXT_HASH,
      regimeVersion: REGIME,
      submittedBy: described(orNull(PERSON), 'Null where it was imported.'),
      submittedAt: INSTANT,
    }),
  ),
  Version: object({
    number: COUNT,
    content: ref('CaseContent'),
    contentHash: TEXT_HASH,
    submittedAt: INSTANT,
  }),
  Assessments: list(
    object({
      id: UUID,
      point: POINT_NUMBER,
      version: COUNT,
      sequence: described(COUNT, 'ETag of the point’s assessment where it is the latest.'),
      verdict: oneOf(VERDICTS),
      explanation: orNull(TEXT),
      assessedBy: PERSON,
      assessedAt: INSTANT,
      latest: YES_OR_NO,
    }),
  ),
  Rulings: list(
    object({
      id: UUID,
      exceptionId: UUID,
      version: COUNT,
      sequence: COUNT,
      ruling: oneOf(EXCEPTION_RULINGS),
      reason: TEXT,
      ruledBy: PERSON,
      ruledAt: INSTANT,
    }),
  ),
  Returns: list(
    object({
      id: UUID,
      version: COUNT,
      sequence: COUNT,
      reason: TEXT,
      points: list(object({ point: POINT_NUMBER, question: TEXT })),
      returnedBy: PERSON,
      returnedAt: INSTANT,
    }),
  ),
  Recommendations: list(
    object({
      id: UUID,
      version: COUNT,
      sequence: COUNT,
      outcome: OUTCOME,
      reason: TEXT,
      recommendedBy: PERSON,
      recommendedAt: INSTANT,
    }),
  ),
  Decisions: list(object({ ...DECISION_FIELDS, superseded: YES_OR_NO })),
  DecisionPage: page(
    object({
      reference: REFERENCE,
      title: TEXT,
      organisation: ORGANISATION,
      importedFrom: IMPORTED_FROM,
      ...DECISION_FIELDS,
      superseded: YES_OR_NO,
    }),
  ),
  Conditions: list(
    object({
      ...CONDITION_FIELDS,
      inForce: described(YES_OR_NO, 'Whether its decision is the one that stands.'),
      overdue: YES_OR_NO,
      evidence: list(
        object({
          id: UUID,
          text: TEXT,
          links: list(ref('EvidenceLink')),
          submittedBy: PERSON,
          submittedAt: INSTANT,
          judgement: described(
            orNull(
              object({
                status: described(oneOf(CONDITION_STATUSES), 'open where the evidence was sent back.'),
                reason: orNull(TEXT),
                judgedBy: PERSON,
                judgedAt: INSTANT,
              }),
            ),
            'What GDS Assurance made of it; null while it waits to be judged.',
          ),
        }),
      ),
    }),
  ),
  Attachment: object({
    ...ATTACHMENT_OF_CASE,
    status: described(
      oneOf(ATTACHMENT_STATUSES),
      'Whether it may be downloaded: when it is clean, or not-scanned because no scanner is configured.',
    ),
    addedBy: PERSON,
    addedAt: INSTANT,
    scannedAt: orNull(INSTANT),
    signature: described(orNull(TEXT), 'What the scanner calls what it found.'),
    removedAt: orNull(INSTANT),
  }),
  Attachments: list(ref('Attachment')),
  AttachmentsThen: list(
    object({
      ...ATTACHMENT_OF_CASE,
      addedBy: PERSON,
      addedAt: INSTANT,
      signature: orNull(TEXT),
      infectedAt: orNull(INSTANT),
      removedAt: orNull(INSTANT),
    }),
  ),
  Comment: object({
    id: UUID,
    point: orNull(POINT_NUMBER),
    version: orNull(COUNT),
    audience: oneOf(AUDIENCES),
    parentId: orNull(UUID),
    body: TEXT,
    revision: described(COUNT, 'Its ETag.'),
    author: PERSON,
    authorRole: oneOf(ROLES),
    createdAt: INSTANT,
    editedAt: orNull(INSTANT),
    resolvedAt: orNull(INSTANT),
    resolvedBy: orNull(PERSON),
    before: described(list(object({ body: TEXT, replacedAt: INSTANT })), 'What it said before.'),
  }),
  Comments: list(ref('Comment')),
  Emails: list(
    object({
      id: UUID,
      sequence: described(COUNT, 'The event it tells of.'),
      template: oneOf(NOTICE_EVENTS),
      recipientName: TEXT,
      recipientRole: oneOf(RECIPIENTS),
      status: oneOf(EMAIL_STATUSES),
      attempts: COUNT_FROM_ZERO,
      lastError: orNull(TEXT),
      createdAt: INSTANT,
      settledAt: orNull(INSTANT),
      nextAttemptAt: orNull(INSTANT),
      digest: described(
        orNull(object({ status: oneOf(EMAIL_STATUSES), settledAt: orNull(INSTANT) })),
        'The daily digest it was put in, and what became of that.',
      ),
    }),
  ),
};

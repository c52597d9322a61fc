import {
  CASE_FLAGS,
  CASE_STATES,
  DAY_KINDS,
  EXTERNAL_OUTCOMES,
  FURTHER_STEP_KINDS,
  MEASURES,
  PHASES,
  RELATION_KINDS,
  REVIEW_DEPTHS,
  ROLES,
  SPEND_CATEGORIES,
} from '#domain';
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
  UUID,
  YES_OR_NO,
  type JsonSchema,
} from './json-schema.js';

const PERSON = ref('PersonInBrief');
const PROVENANCE = object({ whose: oneOf(['government', 'ours']), source: TEXT, url: TEXT }, ['url']);
const MAYBE = described(orNull(YES_OR_NO), 'Null while something it depends on is not answered.');
const OTHER_CASE = {
  reference: TEXT,
  title: TEXT,
  state: oneOf(CASE_STATES),
  organisation: ORGANISATION,
  requestedPence: orNull(PENCE),
};
const THRESHOLD_CHECK: JsonSchema = {
  oneOf: [
    object({
      known: { type: 'boolean', const: true },
      overThreshold: described(YES_OR_NO, 'Greater than the threshold; exactly the amount is not over it.'),
      thresholdPence: PENCE,
      effect: oneOf(['needs-approval', 'pipeline-reporting']),
      rule: described(TEXT, 'To follow “it is”: over £100,000 because public-facing.'),
      source: TEXT,
      whose: oneOf(['government', 'ours']),
    }),
    object({ known: { type: 'boolean', const: false }, missing: list(TEXT) }),
  ],
};
const UNANSWERED = object({
  pointer: described(TEXT, 'JSON pointer into the case’s content.'),
  message: TEXT,
});
const ANSWER = object({
  question: TEXT,
  text: TEXT,
  answer: TEXT,
  label: TEXT,
  level: TEXT,
  levelName: TEXT,
  workedOutFrom: orNull(oneOf(MEASURES)),
});
const COMMITMENTS = object({
  asked: MAYBE,
  complete: YES_OR_NO,
  note: orNull(TEXT),
  questions: list(
    object({
      id: TEXT,
      text: TEXT,
      answer: orNull(object({ meets: orNull(YES_OR_NO), explanation: orNull(TEXT) })),
      missing: orNull(UNANSWERED),
    }),
  ),
  provenance: orNull(PROVENANCE),
});

/** Triage, time and assignment, as they are read. */
export const TRIAGE_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  ThresholdCheckAnswer: object({
    regimeVersion: TEXT,
    regimeNote: described(orNull(TEXT), 'That the regime is over by its own dates.'),
    check: THRESHOLD_CHECK,
  }),
  CaseClock: object({
    at: INSTANT,
    regimeVersion: TEXT,
    turnaround: { description: 'The regime’s targets with whose they are, or “not-known”.' },
    calendarNote: described(
      orNull(TEXT),
      'From when on bank holidays are not known, where that matters here.',
    ),
    standing: orNull(
      object({
        state: oneOf(['not-started', 'running', 'stopped', 'ended']),
        startedAt: orNull(INSTANT),
        targets: list(
          object({
            id: TEXT,
            name: TEXT,
            dayKind: oneOf(DAY_KINDS),
            whenTimeRunsOut: oneOf(['breach', 'closes']),
            receivedOn: described(DATE, 'Day 0: what it counts as received on.'),
            isOpen: YES_OR_NO,
            allowedDays: described(COUNT_FROM_ZERO, 'Extensions included.'),
            extensionDays: COUNT_FROM_ZERO,
            usedDays: COUNT_FROM_ZERO,
            stoppedDays: COUNT_FROM_ZERO,
            dueAt: described(orNull(INSTANT), 'UTC; null while the clock stands still.'),
            warnAt: orNull(INSTANT),
            state: oneOf(['running', 'stopped', 'met', 'missed', 'closed', 'ended']),
            metAt: orNull(INSTANT),
            breachedAt: orNull(INSTANT),
          }),
        ),
        nextDue: orNull(object({ target: TEXT, dueAt: INSTANT })),
      }),
    ),
  }),
  RatingReviews: list(
    object({
      id: UUID,
      version: COUNT,
      sequence: COUNT,
      computed: orNull(TEXT),
      rating: TEXT,
      overridden: YES_OR_NO,
      reason: orNull(TEXT),
      reviewedBy: PERSON,
      reviewedAt: INSTANT,
    }),
  ),
  ExternalDecisions: list(
    object({
      id: UUID,
      sequence: COUNT,
      kind: oneOf(FURTHER_STEP_KINDS),
      outcome: oneOf(EXTERNAL_OUTCOMES),
      decidedOn: DATE,
      documentTitle: TEXT,
      documentUrl: TEXT,
      note: orNull(TEXT),
      supersedesId: orNull(UUID),
      superseded: YES_OR_NO,
      recordedBy: PERSON,
      recordedAt: INSTANT,
    }),
  ),
  Relations: list(
    object({
      id: UUID,
      kind: oneOf(RELATION_KINDS),
      reason: TEXT,
      direction: described(
        oneOf(['from', 'to']),
        'Whether this case was marked with the other, or the other with this.',
      ),
      revision: described(COUNT, 'Its ETag.'),
      case: object(OTHER_CASE),
      relatedBy: PERSON,
      relatedAt: INSTANT,
    }),
  ),
  RelationSuggestions: list(
    object({
      kind: oneOf(['duplicate', 'split', 'related']),
      case: object({ ...OTHER_CASE, submittedAt: orNull(INSTANT) }),
      likeness: described({ type: 'number' }, 'From 0 to 1, how alike the titles are.'),
      suppliers: described(list(TEXT), 'Suppliers named in both.'),
      reason: described(TEXT, 'Why it is suggested. It decides nothing.'),
    }),
  ),
  Reviewers: list(
    object({
      id: UUID,
      name: TEXT,
      cases: described(COUNT_FROM_ZERO, 'Cases that wait for the reviewer.'),
      points: described(COUNT_FROM_ZERO, 'The same, weighed by their ratings.'),
      returned: described(COUNT_FROM_ZERO, 'Cases of theirs that wait for a department.'),
    }),
  ),
  EarnedAutonomies: list(
    object({
      id: UUID,
      levels: list(TEXT),
      validFrom: DATE,
      validTo: orNull(DATE),
      reason: TEXT,
      documentTitle: TEXT,
      documentUrl: TEXT,
      supersedesId: orNull(UUID),
      superseded: YES_OR_NO,
      supersededFrom: described(
        orNull(DATE),
        'First day of its correction, which counts from then on; null where there is none.',
      ),
      recordedBy: PERSON,
      recordedAt: INSTANT,
    }),
  ),
  EarnedAutonomyReceipt: object({ id: UUID }),
  WorkingDays: object({
    name: TEXT,
    source: TEXT,
    url: TEXT,
    licence: TEXT,
    firstDay: DATE,
    lastDay: DATE,
    publishedUntil: DATE,
    holidays: list(object({ date: DATE, title: TEXT })),
  }),
  CommonComponents: described(
    {
      oneOf: [
        object({
          version: TEXT,
          name: TEXT,
          summary: TEXT,
          source: TEXT,
          url: TEXT,
          licence: TEXT,
          validFrom: DATE,
          components: list(
            object({
              id: TEXT,
              name: TEXT,
              does: TEXT,
              url: TEXT,
              askedWhen: object({
                flags: list(oneOf(CASE_FLAGS)),
                categories: list(oneOf(SPEND_CATEGORIES)),
                phases: list(oneOf(PHASES)),
              }),
            }),
          ),
        }),
        { type: 'null' },
      ],
    },
    'The catalogue that counts today; null where there is none. A component is asked about where one of each list holds, of flags one answered yes; an empty list asks for nothing.',
  ),
  Triage: object({
    regimeVersion: TEXT,
    regimeName: TEXT,
    on: described(DATE, 'Day whose rating questions count.'),
    pinned: described(YES_OR_NO, 'False while the case is a draft and the regime may still change.'),
    reviewDepth: orNull(oneOf(REVIEW_DEPTHS)),
    regimeNote: described(
      orNull(TEXT),
      'That the regime was over by its own dates, and counts all the same.',
    ),
    threshold: THRESHOLD_CHECK,
    questions: list(
      object({
        id: TEXT,
        text: TEXT,
        workedOutFrom: orNull(oneOf(MEASURES)),
        options: list(object({ id: TEXT, label: TEXT, level: TEXT, levelName: TEXT })),
        answer: orNull(TEXT),
        missing: orNull(UNANSWERED),
        provenance: PROVENANCE,
      }),
    ),
    rating: {
      oneOf: [
        object({
          known: { type: 'boolean', const: true },
          level: TEXT,
          levelName: TEXT,
          how: described(TEXT, 'How the answers made it.'),
          madeBy: described(list(ANSWER), 'The answers that made it.'),
          answers: list(ANSWER),
          complete: described(YES_OR_NO, 'False where the framework has questions that could not be read.'),
          note: orNull(TEXT),
        }),
        object({
          known: { type: 'boolean', const: false },
          missing: list(UNANSWERED),
          note: orNull(TEXT),
        }),
      ],
    },
    effectiveRating: described(
      orNull(
        object({
          level: TEXT,
          levelName: TEXT,
          saidBy: oneOf(['answers', 'reviewer']),
          overridden: YES_OR_NO,
        }),
      ),
      'The level the case counts as rated at, and who says so.',
    ),
    earnedAutonomy: described(list(TEXT), 'Levels the organisation assures itself.'),
    recordedDecisions: described(
      list(
        object({
          id: UUID,
          kind: oneOf(FURTHER_STEP_KINDS),
          outcome: oneOf(EXTERNAL_OUTCOMES),
          decidedOn: DATE,
        }),
      ),
      'Decisions made elsewhere that were recorded and stand, whether or not the regime asks for them.',
    ),
    route: object({
      route: object({
        id: TEXT,
        name: TEXT,
        assuredBy: oneOf(['gds-assurance', 'department']),
        roles: object({ assures: oneOf(ROLES), decides: oneOf(ROLES) }),
        conditions: described(list(TEXT), 'What must hold on this route.'),
        provenance: PROVENANCE,
      }),
      reason: described(TEXT, 'To follow “because”.'),
      provenance: PROVENANCE,
      settled: described(YES_OR_NO, 'False while an answer that is still open could bring another route.'),
      notes: list(TEXT),
      stepsKnown: YES_OR_NO,
      steps: list(
        object({
          kind: oneOf(FURTHER_STEP_KINDS),
          name: TEXT,
          applies: MAYBE,
          missing: list(UNANSWERED),
          reason: TEXT,
          provenance: PROVENANCE,
        }),
      ),
      commitments: COMMITMENTS,
    }),
  }),
};

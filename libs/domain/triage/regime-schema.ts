import { CASE_FLAGS, POINT_NUMBERS, SPEND_CATEGORIES } from '../case/case-content.js';
import { ROLES } from '../lifecycle/roles.js';
import { MAX_PENCE } from '../money/pence.js';
import { CLOCK_MOMENTS, DAY_KINDS } from '../working-time/turnaround.js';
import { MEASURES } from './condition.js';
import { MANDATORY_RULES } from './mandatory-points.js';
import { FURTHER_STEP_KINDS } from './regime.js';

/** A part of a JSON Schema. */
type Schema = Readonly<Record<string, unknown>>;

function object(required: Schema, optional: Schema = {}): Schema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

function oneOf(words: readonly string[]): Schema {
  return { type: 'string', enum: words };
}

function list(items: Schema, minItems = 0): Schema {
  return { type: 'array', items, minItems };
}

/** The thing itself, or the words `not-known`; written so that a fault is told of the thing and not of both. */
function known(schema: Schema): Schema {
  return { if: { type: 'string' }, then: { const: 'not-known' }, else: schema };
}

function part(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

const TEXT: Schema = { type: 'string', pattern: '\\S', description: 'Plain words' };
const YES_OR_NO: Schema = { type: 'boolean' };
const COUNT: Schema = { type: 'integer', minimum: 0, maximum: 366 };
const PENCE: Schema = {
  type: 'integer',
  minimum: 0,
  maximum: MAX_PENCE,
  description: 'Whole pence: £1 is 100',
};
const ID: Schema = {
  type: 'string',
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  maxLength: 60,
  description: 'Lower-case words joined by hyphens',
};
const DAY: Schema = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description: 'A date written YYYY-MM-DD',
};
const ROUGH_DATE: Schema = {
  type: 'string',
  pattern: '^\\d{4}(-(0[1-9]|1[0-2])(-\\d{2})?)?$',
  description: 'A year, a month or a day, as precise as the source: 2018, 2018-04 or 2018-04-01',
};

function orNull({ type, ...schema }: Schema): Schema {
  return { type: [type, 'null'], ...schema };
}

function kind(name: string, rest: Schema = {}): Schema {
  return object({ kind: { const: name }, ...rest });
}

const FLAG = kind('flag', { flag: oneOf(CASE_FLAGS) });
const CATEGORY = kind('category', { categories: list(oneOf(SPEND_CATEGORIES), 1) });
const PARTS = { of: list(part('condition'), 1) };

/** One of several shapes, told apart by their `kind`. */
function byKind(...shapes: readonly Schema[]): Schema {
  return { type: 'object', required: ['kind'], discriminator: { propertyName: 'kind' }, oneOf: shapes };
}

const PROVENANCE = part('provenance');

const THRESHOLD: Schema = {
  thresholdPence: PENCE,
  measure: oneOf(MEASURES),
  effect: oneOf(['needs-approval', 'pipeline-reporting']),
  reason: { ...TEXT, description: 'To follow the amount: “because public-facing”' },
  provenance: PROVENANCE,
};

const QUESTION = object(
  {
    id: ID,
    text: TEXT,
    options: list(
      object(
        { id: ID, label: TEXT, level: ID },
        {
          upToPence: {
            ...orNull(PENCE),
            description:
              'Only where the answer is worked out from an amount: the largest amount, in pence and included, for which this is the answer; null on the last option',
          },
        },
      ),
      2,
    ),
    provenance: PROVENANCE,
  },
  { workedOutFrom: oneOf(MEASURES) },
);

const QUESTION_SET = object(
  {
    id: ID,
    categories: list(oneOf(SPEND_CATEGORIES), 1),
    validFrom: DAY,
    validTo: orNull(DAY),
    complete: { ...YES_OR_NO, description: 'false where there are further questions that are not known' },
    questions: list(QUESTION),
  },
  { note: { ...TEXT, description: 'What is not known; wanted where complete is false' } },
);

const RATING = object({
  name: TEXT,
  levels: list(object({ id: ID, name: TEXT }), 2),
  combination: byKind(
    kind('highest-answer'),
    kind('sum-of-scores', {
      scores: { type: 'object', propertyNames: ID, additionalProperties: { type: 'integer', minimum: 0 } },
      bands: list(object({ upTo: orNull({ type: 'integer', minimum: 0 }), level: ID }), 1),
    }),
  ),
  questionSets: list(QUESTION_SET, 1),
  provenance: PROVENANCE,
});

const COMMITMENTS = object(
  {
    askedWhen: part('condition'),
    commitments: list(object({ id: ID, text: TEXT })),
    complete: YES_OR_NO,
    provenance: PROVENANCE,
  },
  { note: TEXT },
);

const ROUTING = object({
  routes: list(
    object({
      id: ID,
      name: TEXT,
      assuredBy: oneOf(['gds-assurance', 'department']),
      roles: object({ assures: oneOf(ROLES), decides: oneOf(ROLES) }),
      conditions: list(TEXT),
      provenance: PROVENANCE,
    }),
    1,
  ),
  rules: list(
    object({
      when: part('condition'),
      route: ID,
      reason: { ...TEXT, description: 'To follow “because”' },
      provenance: PROVENANCE,
    }),
  ),
  otherwise: object({ route: ID, reason: TEXT, provenance: PROVENANCE }),
});

const TURNAROUND = object({
  cutOff: {
    type: 'string',
    pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
    description: 'Hour and minute in London, 13:00',
  },
  stoppedBy: list(oneOf(CLOCK_MOMENTS)),
  resumedBy: list(oneOf(CLOCK_MOMENTS)),
  targets: list(
    object({
      id: ID,
      name: TEXT,
      days: { ...COUNT, minimum: 1 },
      dayKind: oneOf(DAY_KINDS),
      metBy: list(oneOf(CLOCK_MOMENTS), 1),
      whenTimeRunsOut: oneOf(['breach', 'closes']),
      warnDaysBefore: COUNT,
      mostExtensionDays: COUNT,
      provenance: PROVENANCE,
    }),
    1,
  ),
  provenance: PROVENANCE,
});

/**
 * What a regime's file looks like, as a JSON Schema (2020-12). What a schema cannot say, {@link faultsOfRegime} does.
 * `discriminator` is the word OpenAPI has for it; a reader that does not know it loses nothing.
 */
export const REGIME_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A version of the digital and technology spend control',
  description:
    'Where no source says, the value is “not-known”. Everything says where it was read and whether it is government’s or this service’s own.',
  ...object(
    {
      version: ID,
      name: TEXT,
      summary: TEXT,
      validFrom: ROUGH_DATE,
      validTo: orNull(ROUGH_DATE),
      provenance: PROVENANCE,
      licence: TEXT,
      thresholds: known(
        object({
          scoped: list(object({ when: byKind(FLAG, CATEGORY), ...THRESHOLD })),
          otherwise: object(THRESHOLD),
        }),
      ),
      mandatoryPoints: object({
        points: object(
          Object.fromEntries(POINT_NUMBERS.map((point) => [String(point), oneOf(MANDATORY_RULES)])),
        ),
        provenance: PROVENANCE,
      }),
      rating: known(RATING),
      strategicCommitments: known(COMMITMENTS),
      routing: ROUTING,
      furtherSteps: known(
        list(
          object({
            kind: oneOf(FURTHER_STEP_KINDS),
            name: TEXT,
            when: part('condition'),
            reason: { ...TEXT, description: 'To follow “because”' },
            provenance: PROVENANCE,
          }),
        ),
      ),
      turnaround: known(TURNAROUND),
    },
    { $schema: { type: 'string', description: 'For editors; it is not kept' } },
  ),
  $defs: {
    provenance: object(
      {
        whose: oneOf(['government', 'ours']),
        source: { ...TEXT, description: 'Where it was read, or, for our own, why it is as it is' },
      },
      {
        url: { type: 'string', pattern: '^https://\\S+$', description: 'An address beginning with https://' },
      },
    ),
    condition: byKind(
      kind('always'),
      FLAG,
      CATEGORY,
      kind('over', { measure: oneOf(MEASURES), pence: PENCE }),
      kind('rating', { levels: list(ID, 1) }),
      kind('earned-autonomy'),
      kind('all', PARTS),
      kind('any', PARTS),
    ),
  },
};

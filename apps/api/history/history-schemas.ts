import { HISTORY_QUESTIONS, QUESTION_NAMES, type ColumnType, type HistoryQuestion } from '#domain';
import { EXPORT_FORMATS } from '#persistence';
import {
  COUNT_FROM_ZERO,
  DATE,
  described,
  HASH,
  INSTANT,
  list,
  mapOf,
  object,
  oneOf,
  orNull,
  PENCE,
  ref,
  TEXT,
  UUID,
  YES_OR_NO,
  type JsonSchema,
} from '../cases/schemas/json-schema.js';

const OF_TYPE: Readonly<Record<ColumnType, JsonSchema>> = {
  text: TEXT,
  id: UUID,
  integer: { type: 'integer' },
  pence: { type: 'integer', format: 'int64', description: 'Pence.' },
  pounds: { type: 'number', description: 'Pounds.' },
  number: { type: 'number' },
  instant: INSTANT,
  date: DATE,
  'yes-or-no': YES_OR_NO,
  json: {},
};

/** Name of the schema of a question's rows: `HistoryRowOfDecisions`. */
function rowSchema({ name }: HistoryQuestion): string {
  return `HistoryRowOf${name.replaceAll(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase())}`;
}

function rowOf({ columns }: HistoryQuestion): JsonSchema {
  return object(
    Object.fromEntries(
      columns.map(({ name, type, description }) => [
        name,
        described(orNull(OF_TYPE[type]), `${description}.`),
      ]),
    ),
  );
}

const SIGHT = object({
  cases: oneOf(['every', 'own-organisations', 'none']),
  ownOrganisationIds: described(list(UUID), 'Organisations you speak for.'),
  internal: oneOf(['shown', 'withheld-for-own-organisations', 'withheld']),
  withheldColumns: described(list(TEXT), 'Null, or shown only once released, where that is withheld.'),
});

const CASES_AND_MONEY = object({
  cases: COUNT_FROM_ZERO,
  requestedPence: described(COUNT_FROM_ZERO, 'What those cases ask for in all, pence; no saving.'),
});

const SIDE_IN_TOUCH = object({ reference: TEXT, title: TEXT, organisation: TEXT });

/** The decision history and its exports, as they are read. */
export const HISTORY_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  ...Object.fromEntries(HISTORY_QUESTIONS.map((question) => [rowSchema(question), rowOf(question)])),
  ComponentTakeUp: object({
    components: list(
      object({
        component: TEXT,
        name: TEXT,
        asked: CASES_AND_MONEY,
        used: CASES_AND_MONEY,
        planned: CASES_AND_MONEY,
        notUsed: CASES_AND_MONEY,
      }),
    ),
    asked: described(CASES_AND_MONEY, 'Requests that answered for any.'),
    reuse: described(CASES_AND_MONEY, 'Those that use, or will use, at least one.'),
    none: described(CASES_AND_MONEY, 'Those that use none of what they answered for.'),
    inTouch: described(
      orNull(
        object({
          pairs: COUNT_FROM_ZERO,
          lesserPence: described(PENCE, 'The smaller amounts of all pairs together.'),
          latest: list(
            object({
              one: SIDE_IN_TOUCH,
              other: SIDE_IN_TOUCH,
              at: INSTANT,
              lesserPence: described(
                orNull(PENCE),
                'The smaller of what the two ask for; null where one does not say.',
              ),
            }),
          ),
        }),
      ),
      'Pairs of cases that looked alike and were put in touch, of the organisation and the period; null for departments, and where another filter is set.',
    ),
  }),
  HistorySight: described(SIGHT, 'Under which sight the answer was given.'),
  HistoryAnswerPage: object({
    question: oneOf(QUESTION_NAMES),
    at: INSTANT,
    sight: ref('HistorySight'),
    items: list({ anyOf: HISTORY_QUESTIONS.map((question) => ref(rowSchema(question))) }),
    next: described(orNull(TEXT), 'Cursor of the next page; null on the last.'),
  }),
  HistoryCatalogue: object({
    questions: list(ref('HistoryQuestion')),
    elsewhere: described(
      list(object({ answers: list(COUNT_FROM_ZERO), question: TEXT, address: TEXT })),
      'Questions that are answered at an address of their own.',
    ),
    filters: list(
      object({ name: TEXT, kind: TEXT, description: TEXT, example: TEXT, words: orNull(list(TEXT)) }),
    ),
  }),
  HistoryQuestion: object({
    name: oneOf(QUESTION_NAMES),
    answers: described(list(COUNT_FROM_ZERO), 'Which of the fifteen it answers.'),
    question: TEXT,
    rows: TEXT,
    periodIsOf: TEXT,
    order: TEXT,
    columns: list(
      object({
        name: TEXT,
        type: TEXT,
        description: TEXT,
        withheld: described(
          orNull(oneOf(['always', 'until-released'])),
          'Whether it is kept from departments.',
        ),
      }),
    ),
    filters: list(TEXT),
    required: list(TEXT),
    kinds: list(TEXT),
    address: TEXT,
    example: TEXT,
    export: TEXT,
  }),
  ExportReceipt: object({
    id: UUID,
    personId: UUID,
    question: TEXT,
    criteria: mapOf(TEXT),
    format: oneOf(EXPORT_FORMATS),
    at: INSTANT,
    rows: COUNT_FROM_ZERO,
    sha256: described(HASH, 'Of the bytes; of JSON Lines, of all but the last line.'),
    checkpointSize: orNull(COUNT_FROM_ZERO),
    root: orNull(TEXT),
    note: orNull(TEXT),
  }),
};

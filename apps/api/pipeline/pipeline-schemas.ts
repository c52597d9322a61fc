import { CASE_STATES, PLAN_OUTCOMES } from '#domain';
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
  ref,
  TEXT,
  YES_OR_NO,
  type JsonSchema,
} from '../cases/schemas/json-schema.js';

const PERIOD = described(
  { type: 'string', pattern: '^(earlier|later|no-date|\\d{4}-\\d{2}-Q[1-4])$' },
  'A quarter of a financial year, or “earlier”, “later” or “no-date”.',
);
const SUM = described(COUNT_FROM_ZERO, 'Pence.');
const ROW = {
  line: described(COUNT, 'Line of the file the row begins on.'),
  key: TEXT,
  title: TEXT,
  reference: described(orNull(TEXT), 'The case here; null where it is not made yet.'),
};

const CONTINUING = object({ reference: TEXT, title: TEXT, state: oneOf(CASE_STATES) });

/** What is answered about planned spend. */
export const PIPELINE_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  PipelinePage: object({
    items: list(
      object({
        reference: TEXT,
        key: described(orNull(TEXT), 'What its organisation calls it.'),
        organisation: ORGANISATION,
        revision: COUNT,
        synthetic: described(YES_OR_NO, 'True for demonstration data.'),
        details: ref('CaseDetails'),
        expectedPence: described(
          orNull(COUNT_FROM_ZERO),
          'The amounts by year together, otherwise the amount in all; null where neither is known.',
        ),
        createdAt: INSTANT,
        updatedAt: INSTANT,
        period: PERIOD,
        engageNow: described(YES_OR_NO, 'Approval will be needed within three months, or is needed already.'),
      }),
    ),
    next: described(orNull(TEXT), 'Cursor of the next page; null on the last.'),
  }),
  PipelineFigures: object({
    today: DATE,
    horizon: described(DATE, 'The last day the pipeline looks ahead to.'),
    engageUntil: described(DATE, 'What starts by this day, included, needs its request begun now.'),
    periods: list(
      object({
        period: PERIOD,
        entries: COUNT_FROM_ZERO,
        expectedPence: SUM,
        withoutAmount: COUNT_FROM_ZERO,
        engageNow: COUNT_FROM_ZERO,
      }),
    ),
    years: list(object({ financialYear: TEXT, amountPence: SUM, entries: COUNT })),
    entries: COUNT_FROM_ZERO,
    engageNow: COUNT_FROM_ZERO,
    extensions: COUNT_FROM_ZERO,
    contractsEnding: described(
      list(
        object({
          reference: TEXT,
          title: TEXT,
          state: oneOf(CASE_STATES),
          organisation: ORGANISATION,
          suppliers: list(TEXT),
          contractEndsOn: DATE,
          continuedBy: described(
            list(CONTINUING),
            'Variations and extensions of the case that say the contract ends later.',
          ),
          mayBeContinuedBy: described(
            list(CONTINUING),
            'Other cases of the organisation with one of the suppliers that start about then; nothing says they continue it.',
          ),
        }),
      ),
      'Every contract that ends within the horizon, the earliest end first.',
    ),
    moreContracts: described(
      YES_OR_NO,
      'More contracts end than the first 200, which are listed: ask for one organisation to see the rest.',
    ),
  }),
  PipelineImportReport: object({
    dryRun: YES_OR_NO,
    outcome: described(
      oneOf(PLAN_OUTCOMES),
      'All of a file is imported, or, where anything is wrong with it, nothing: refused.',
    ),
    totals: object({
      rows: COUNT_FROM_ZERO,
      added: COUNT_FROM_ZERO,
      changed: COUNT_FROM_ZERO,
      unchanged: COUNT_FROM_ZERO,
      left: COUNT_FROM_ZERO,
      bad: COUNT_FROM_ZERO,
    }),
    problems: list(
      object({
        line: ROW.line,
        key: orNull(TEXT),
        column: described(orNull(TEXT), 'Null where the whole line is meant.'),
        reason: described(TEXT, 'What is wrong and what to do.'),
      }),
    ),
    added: list(object(ROW)),
    changed: list(object({ ...ROW, columns: list(TEXT) })),
    left: described(
      list(object({ ...ROW, state: oneOf(CASE_STATES) })),
      'Entries of which a request was begun since, or which were given up: they stay as they are.',
    ),
  }),
};

import {
  COUNT,
  COUNT_FROM_ZERO,
  described,
  list,
  object,
  oneOf,
  orNull,
  TEXT,
  YES_OR_NO,
  type JsonSchema,
} from '../cases/schemas/json-schema.js';

const LINE = described(COUNT, 'Line of the file the row begins on.');
const ROWS = list(
  object({ line: LINE, sourceReference: TEXT, reference: described(TEXT, 'The case here.') }),
);

/** What an import answers. */
export const IMPORT_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  ImportReport: object({
    source: TEXT,
    dryRun: YES_OR_NO,
    outcome: described(
      oneOf(['imported', 'would-import', 'nothing-new', 'refused']),
      'All of a file is imported, or, where anything is wrong with it, nothing: refused.',
    ),
    totals: object({
      rows: COUNT_FROM_ZERO,
      new: COUNT_FROM_ZERO,
      imported: COUNT_FROM_ZERO,
      unchanged: COUNT_FROM_ZERO,
      disposed: COUNT_FROM_ZERO,
      conflicts: COUNT_FROM_ZERO,
      bad: COUNT_FROM_ZERO,
    }),
    problems: list(
      object({
        line: LINE,
        column: described(orNull(TEXT), 'Null where the whole line is meant.'),
        sourceReference: orNull(TEXT),
        reason: described(TEXT, 'What is wrong and what to do.'),
      }),
    ),
    conflicts: described(ROWS, 'Imported before and different now; the cases stay as they are.'),
    unchanged: described(ROWS, 'Imported before and the same now.'),
    disposed: described(ROWS, 'Imported before as cases that were disposed of since; nothing is taken.'),
    imported: ROWS,
  }),
};

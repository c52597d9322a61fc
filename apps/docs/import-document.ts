import {
  COMMERCIAL_APPROACHES,
  DEFAULT_SOURCE,
  FLAG_WORDS,
  IMPORT_COLUMNS,
  MOST_CONDITIONS,
  PHASES,
  SPEND_CATEGORIES,
  type ImportColumn,
} from '#domain';
import { generatedDocument, list, table } from './markdown.js';

const COLUMNS: readonly ImportColumn[] = IMPORT_COLUMNS;

const COMMANDS = `\`\`\`
npm run import-decisions -- decisions.csv --dry-run
npm run import-decisions -- decisions.csv --source ${DEFAULT_SOURCE}
\`\`\`

\`\`\`
curl -X POST 'http://localhost:3000/api/v1/decision-imports?dryRun=true' -H 'authorization: Bearer sct_…' \\
  -H 'idempotency-key: any-name-of-your-own' -H 'content-type: text/csv' --data-binary @decisions.csv
\`\`\`

In a deployment: \`docker compose run --rm -v ./decisions.csv:/tmp/decisions.csv migrate node dist/apps/local/import-decisions.js /tmp/decisions.csv --dry-run\`. Over HTTP it is for administrators, and files may have up to 10 MiB, which is some 20,000 decisions; the command line takes files of any length. Both give the same report; the command line gives it as JSON with \`--json\`.`;

const THE_FILE = list([
  'Comma-separated values (RFC 4180), UTF-8 with or without a byte order mark, lines ended by CRLF or LF. Cells with commas, quotation marks or line ends stand in quotation marks.',
  'The first line names the columns, in any order; capitals, spaces and underscores in names are forgiven. Unknown, repeated and missing columns are reported.',
  'Dates are YYYY-MM-DD. Amounts are pounds sterling, with pence as two digits or without: `1250000`, `£1,250,000.00`. “£1.2m” and “1.250.000,00” are refused, because they can be read in more than one way.',
  'Blanks around a cell are taken off. Otherwise a cell is kept as it is, also where it looks like a formula.',
  'Rows of empty cells alone are passed over.',
]);

const WHAT_BECOMES = list([
  'All of a file is imported or nothing: where any row is bad, nothing is, and the report names every bad row with its line, its column and what to do. A dry run says the same and writes nothing.',
  'A source and its reference name a row. The same row again is counted as unchanged, whatever the order of its columns. A row that was imported before and says something else now is reported as a conflict, and the case stays as it is; new rows of the file are imported all the same. A row whose case was disposed of since is counted as that, whatever it says now, and is not taken again.',
  'Each decision becomes a case in its decided state, with one submission version of what the source tells, one decision, its conditions and one event, `imported`. The event happened when the decision was recorded here; the source’s own days are in it, and the decision is found by the day it was made.',
  'A case is pinned to the spend control that was in force on the day of its submission; where two overlapped, to the later one, unless the row names the other. Before the first one known a row is refused.',
  'Nobody is emailed, no clock runs, no reminder comes, and no queue shows the case. Who decided is kept as the source has it, beside the decision, and is nobody’s account here.',
  'An imported decision can be superseded by a decider, and its open conditions can be worked on, as with any other. Of the conditions of a decision made here people are reminded. What happens is added to the history of the case, which is verified, proved and read back like any other.',
]);

/** `docs/import.md`: the file of decisions to import, column by column. */
export function importDocument(): string {
  return generatedDocument(
    'Importing decisions made elsewhere',
    'Decisions of the past are read from a file, looked through in a dry run and imported once, however often the file is sent.',
    COMMANDS,
    '## The file',
    THE_FILE,
    table(
      ['Column', 'Must be filled in', 'What to write', 'Example', 'Near to, in the real service’s export'],
      COLUMNS.map(({ name, required, meaning, example, sourceField }) => [
        `\`${name}\``,
        required,
        meaning,
        `\`${example}\``,
        sourceField ?? '',
      ]),
    ),
    'The last column names fields of the export of Get approval to spend, as the public code that reads it does (github.com/co-cddo/gds-idea-dia, `athena_schema.py`); that export writes amounts and dates as text in several ways, so it has to be put into this shape first. Cells that must be filled in “always” have columns that must be there.',
    list([
      `Categories: ${SPEND_CATEGORIES.map((word) => `\`${word}\``).join(', ')}.`,
      `Phases: ${PHASES.map((word) => `\`${word}\``).join(', ')}.`,
      `Commercial approaches: ${COMMERCIAL_APPROACHES.map((word) => `\`${word}\``).join(', ')}.`,
      `Flags: ${FLAG_WORDS.map((word) => `\`${word}\``).join(', ')}.`,
      `At most ${String(MOST_CONDITIONS)} conditions.`,
    ]),
    '## What becomes of it',
    WHAT_BECOMES,
  );
}

import {
  COMMERCIAL_APPROACHES,
  ENGAGE_MONTHS,
  HORIZON_MONTHS,
  LONGEST_PIPELINE_KEY,
  MAY_CONTINUE_MONTHS,
  MOST_MAY_CONTINUE,
  MOST_PLANS,
  PHASES,
  PLAN_COLUMNS,
  PROTECTIVE_MARKINGS,
  SPEND_CATEGORIES,
  type PlanColumn,
} from '#domain';
import { generatedDocument, list, table } from './markdown.js';

const COLUMNS: readonly PlanColumn[] = PLAN_COLUMNS;

const COMMANDS = `\`\`\`
curl 'http://localhost:3000/api/v1/pipeline/export' -H 'authorization: Bearer sct_…' -o pipeline.csv
curl -X POST 'http://localhost:3000/api/v1/pipeline/imports?dryRun=true' -H 'authorization: Bearer sct_…' \\
  -H 'idempotency-key: any-name-of-your-own' -H 'content-type: text/csv' --data-binary @pipeline.csv
\`\`\`

People do the same on the pages under \`/pipeline\`.`;

const WHAT_IT_IS = list([
  'An entry of a pipeline is a case in the state `planned`, which comes before the draft. It needs a title; whatever else is known is kept where a request keeps it. It has its history, its access, its comments and its notifications like any other case.',
  'Beginning the request (`begin-request`) makes it a draft, with all that is known already. A plan that is dropped is withdrawn, with a reason.',
  'Planned spend is no request: no regime, threshold or clock applies to it, nobody at GDS Assurance is given it, and lists, counts, dashboards and the questions of auditors leave it out unless the state `planned` is asked for by name. The events of planned spend are in the question `events`.',
  `A pipeline looks ${String(HORIZON_MONTHS)} months ahead from today: version 5 of the spend control asked for pipelines 15 to 18 months ahead. Quarters are those of the financial year, which begins on 1 April.`,
  `“Engage now” is for entries whose spending is to start within ${String(ENGAGE_MONTHS)} months, or should have started, because approval is needed before it does. The number of months is this service’s own.`,
  'Contracts ending are all those whose end within the horizon is named by a case that was not refused or given up. A variation or an extension of that case which names a later day is said to continue it; one that names the same end is about the same contract, which is listed once.',
  `That another entry has the same supplier hides nothing. Entries of the organisation with one of the suppliers whose spending starts within ${String(MAY_CONTINUE_MONTHS)} months of the end and goes on beyond it are named beside the contract as what may continue it, at most ${String(MOST_MAY_CONTINUE)} of them. The numbers are this service’s own.`,
  'What is expected of an entry are its amounts by year together, otherwise its amount in all. In figures it counts in the quarter in which spending starts.',
]);

const THE_FILE = list([
  `Comma-separated values (RFC 4180), UTF-8 with or without a byte order mark; at most ${String(MOST_PLANS)} entries. The first line names the columns, in any order; a line \`sep=,\` before it is passed over; capitals, spaces and underscores in names are forgiven.`,
  'Besides those below, a column `amount-2026-27` gives the amount of that financial year in pounds, and likewise for every other year.',
  'Dates are written `2027-04-01`, or `01/04/2027` as a spreadsheet in the United Kingdom saves them: always the day first. Amounts may have one digit after the point, because a spreadsheet saves 1234.50 as 1234.5. So an export, which begins with a byte order mark for spreadsheets, can be opened in one, changed and imported.',
  'A column the file does not have leaves what is known as it is. An empty cell takes it away, save the protective marking, which is never guessed. New entries without one are OFFICIAL.',
  `An entry is known again by its organisation and its key, of at most ${String(LONGEST_PIPELINE_KEY)} characters: what is the same is left alone, so that a file can be sent again. Keys that differ by capitals alone are the same key; an entry keeps the one it was made with. A key that is taken is refused as taken whoever asks, so a program that sees no marked entries learns that one of its own organisation has the key, and nothing else of it: keys are the organisation’s own, and two entries under one would be worse. In place of a key of your own the reference of the case will do.`,
  'All of a file is imported or nothing: where any row is bad, nothing is, and the report names every bad row with its line, its column and what to do. The API answers 422 then, each problem with its line and column as pointer, like `/5/title`. A dry run says the same and writes nothing; it answers 200 with the whole report.',
  'A file is refused for all that a page or a request would be refused for: an end of the spending before its start, also where only one of the two is in the file; an organisation that has ended or has not begun; a marking a program may not give; more suppliers, years or characters than are kept.',
  'Entries of which a request was begun, or which were given up, are reported and left as they are.',
  'Each entry that is made or changed has its own event in its history. An export imported again unchanged changes nothing. What a spreadsheet would run as a formula, at the beginning of a cell or after a semicolon, a bar or a tab, has an apostrophe before it in an export, which an import takes off again.',
]);

/** `docs/pipeline.md`: planned spend, and the file it is imported from and exported to. */
export function pipelineDocument(): string {
  return generatedDocument(
    'The pipeline of planned spend',
    'What departments plan to ask for, as far ahead as they can say, in one list with its figures; imported from and exported to a file.',
    '## What it is',
    WHAT_IT_IS,
    '## The file',
    COMMANDS,
    THE_FILE,
    table(
      ['Column', 'Must be there', 'What to write', 'Example'],
      COLUMNS.map(({ name, required, meaning, example }) => [
        `\`${name}\``,
        required ? 'yes' : 'no',
        meaning,
        `\`${example}\``,
      ]),
    ),
    list([
      `Categories: ${SPEND_CATEGORIES.map((word) => `\`${word}\``).join(', ')}.`,
      `Phases: ${PHASES.map((word) => `\`${word}\``).join(', ')}.`,
      `Commercial approaches: ${COMMERCIAL_APPROACHES.map((word) => `\`${word}\``).join(', ')}.`,
      `Protective markings: ${PROTECTIVE_MARKINGS.map((word) => `\`${word}\``).join(', ')}.`,
    ]),
  );
}

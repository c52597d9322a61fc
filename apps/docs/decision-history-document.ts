import {
  FILTER_NAMES,
  filterRule,
  HISTORY_EXAMPLES,
  HISTORY_QUESTIONS,
  QUESTIONS_ELSEWHERE,
  type HistoryColumn,
  type HistoryQuestion,
} from '#domain';
import { generatedDocument, list, table } from './markdown.js';

const ADDRESS = '/api/v1/decision-history';

const WITHHELD: Readonly<Record<NonNullable<HistoryColumn['withheld']>, string>> = {
  always: ' Kept from departments.',
  'until-released': ' Departments see it once the case was returned or decided.',
};

function numbers(answers: readonly number[]): string {
  return answers.length === 0 ? 'beside the fifteen' : `question ${answers.join(' and ')} of the fifteen`;
}

/** The fifteen, each with where it is answered. */
function fifteen(): string {
  const here = HISTORY_QUESTIONS.flatMap(({ answers, question, name }) =>
    answers.map((answer): [number, string, string] => [answer, question, `[\`${name}\`](#${name})`]),
  );
  const elsewhere = QUESTIONS_ELSEWHERE.flatMap(({ answers, question, address }) =>
    answers.map((answer): [number, string, string] => [answer, question, `\`${address}\``]),
  );
  return table(
    ['', 'Question', 'Answered at'],
    [...here, ...elsewhere]
      .sort(([one], [other]) => one - other)
      .map(([answer, question, where]) => [String(answer), question, where]),
  );
}

function section(question: HistoryQuestion): readonly string[] {
  const { name, answers, rows, periodIsOf, order, columns, filters, required, kinds, example } = question;
  return [
    `## ${name}`,
    `**${question.question}** This is ${numbers(answers)}. ${rows} In order: ${order}. A period is about ${periodIsOf}.`,
    table(
      ['Column', 'Type', 'What it says'],
      columns.map((column) => [
        `\`${column.name}\``,
        column.type,
        `${column.description}.${column.withheld === undefined ? '' : WITHHELD[column.withheld]}`,
      ]),
    ),
    `Filters: ${filters.map((filter) => `\`${filter}\`${required.includes(filter) ? ' (must be given)' : ''}`).join(', ')}.`,
    ...(kinds.length === 0 ? [] : [`Words of \`kinds\`: ${kinds.map((kind) => `\`${kind}\``).join(', ')}.`]),
    `For example:`,
    `\`\`\`http\nGET ${ADDRESS}/${name}?${example}\n\`\`\``,
    `A row of an answer:`,
    `\`\`\`json\n${JSON.stringify(HISTORY_EXAMPLES[name], null, 2)}\n\`\`\``,
  ];
}

/** `docs/decision-history.md`. */
export function decisionHistoryDocument(): string {
  return generatedDocument(
    'What auditors ask of the history',
    `Fifteen questions can be put in one place. \`GET ${ADDRESS}\` lists them as data; \`GET ${ADDRESS}/{question}\` answers one page by page; \`GET ${ADDRESS}/{question}/export\` gives the whole answer. The wording of the questions, their columns and what counts as a row are this service’s own.`,
    fifteen(),
    '## Filters',
    'All filters given must hold. Several words, separated by commas, are alternatives; flags and what is said of a legacy exception must all hold. Days are days in London. Of questions whose rows are cases, `outcome`, `decider`, `role` and approved amounts look at the decision that stands.',
    table(
      ['Filter', 'What it narrows to', 'Example'],
      FILTER_NAMES.map((name) => {
        const { description, example } = filterRule(name);
        return [`\`${name}\``, description, `\`${example}\``];
      }),
    ),
    '## Who sees what',
    list([
      'Auditors and GDS Assurance see every case. A department’s people see those of the organisations they hold a role in. Administrators see none.',
      'What GDS Assurance keeps to itself, and what it has not released yet, is left out of a department’s rows and columns, and filters find nothing by it. Somebody who speaks for a case’s organisation is treated as the department on that case.',
      'Every page says under which sight it was given (`sight`), at which instant (`at`), and which columns were withheld.',
    ]),
    '## Pages',
    `A page holds 25 rows unless \`limit\` says otherwise, at most 100, and \`next\` is the cursor of the one after it: \`after={next}\`. Pages follow one another by the values of their last row, so that none is lost or given twice while decisions are made.`,
    '## Exports',
    list([
      '`format=csv`: plain CSV (RFC 4180), UTF-8, amounts in pence as numbers. A text that a spreadsheet would run as a formula, also where it takes a semicolon, a bar or a tab for the end of a cell, has an apostrophe before that place.',
      '`format=spreadsheet`: a CSV for people, with the same rows. Headings and words are those of the pages, amounts are pounds with two decimals, days are `2026-04-01`, instants `2026-04-01 14:30` in United Kingdom time, durations hours. Ids are left out. It begins with a byte order mark, by which spreadsheets know that it is UTF-8, and is guarded against formulas as the other is.',
      '`format=jsonl`: JSON Lines. The first line is `{"manifest": …}`: question, filters, time, sight and columns. The last is `{"end": {"rows", "sha256"}}`, the SHA-256 being of every byte before that line.',
      'All rows are as they stood at one instant. They are read as they are taken; whoever stops taking them ends the export. One person may have two running at once.',
      'The answer’s headers name the export (`Export-Id`) and its receipt (`Link`, `rel="describedby"`): `GET /api/v1/exports/{id}` gives who took what, with which filters, when, how many rows, and the SHA-256 of the bytes, which verifies a file in any form as it was downloaded; a spreadsheet program that saves it changes it. Receipts are never changed. One whose bytes were not all taken has none.',
    ]),
    ...HISTORY_QUESTIONS.flatMap(section),
  );
}

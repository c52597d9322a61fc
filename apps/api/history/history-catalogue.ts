import {
  FILTER_NAMES,
  filterRule,
  HISTORY_QUESTIONS,
  QUESTIONS_ELSEWHERE,
  type HistoryQuestion,
} from '#domain';

/** Where a question is asked. */
export const HISTORY_ADDRESS = '/api/v1/decision-history';

function entryOf(question: HistoryQuestion): Readonly<Record<string, unknown>> {
  const { name, columns, example, ...rest } = question;
  const address = `${HISTORY_ADDRESS}/${name}`;
  return {
    name,
    ...rest,
    columns: columns.map((column) => ({ ...column, withheld: column.withheld ?? null })),
    address,
    example: `${address}?${example}`,
    export: `${address}/export?format=csv&${example}`,
  };
}

/** What can be asked of the history, where, how it can be narrowed, and what the answers hold. */
export function historyCatalogue(): Readonly<Record<string, unknown>> {
  return {
    questions: HISTORY_QUESTIONS.map(entryOf),
    elsewhere: QUESTIONS_ELSEWHERE,
    filters: FILTER_NAMES.map((name) => {
      const { kind, description, example, words } = filterRule(name);
      return { name, kind, description, example, words: words ?? null };
    }),
  };
}

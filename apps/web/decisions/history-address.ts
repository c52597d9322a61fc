import { FILTER_NAMES, type FilterName, type QuestionName } from '#domain';
import type { ExportFormat } from '#persistence';
import { fieldsOf } from '../forms/posted-form.js';

/** Filters as the query of an address has them, and as the API takes them. */
export type GivenFilters = Readonly<Partial<Record<FilterName, string>>>;

/** Where the take-up of common components is shown. */
export const TAKE_UP_PATH = '/decisions/components/take-up';

/** Where a question is asked. */
export function questionPath(question: QuestionName): string {
  return question === 'decisions' ? '/decisions' : `/decisions/${question}`;
}

/** The address of an answer. @param after cursor of the page; the first unless given */
export function answerAddress(question: QuestionName, given: GivenFilters, after?: string): string {
  return withQuery(questionPath(question), { ...given, after });
}

/** The address of the whole of an answer, as a file. */
export function exportAddress(question: QuestionName, given: GivenFilters, format: ExportFormat): string {
  return withQuery(`/decisions/${question}/export`, { format, ...given });
}

/** An address with its query; what is `undefined` is left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const text = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The filters of an address, without those that say nothing; given twice, their words are alternatives. */
export function givenFilters(query: unknown): GivenFilters {
  const fields = fieldsOf(query);
  return Object.fromEntries(
    FILTER_NAMES.flatMap((name): [FilterName, string][] => {
      const value = fields[name];
      const text = value === undefined || typeof value === 'string' ? value : value.join(',');
      return text === undefined || text.trim() === '' ? [] : [[name, text.trim()]];
    }),
  );
}

/** Where a list goes on, of the query of an address. */
export function afterOf(query: unknown): string | undefined {
  const { after } = fieldsOf(query);
  return typeof after === 'string' && after !== '' ? after : undefined;
}

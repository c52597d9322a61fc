import { isAssuranceRole, QUESTION_TITLES, type ActorFacts, type HistoryQuestion } from '#domain';
import type { HistoryPage } from '#audit';
import { historyCursorOf } from '#edge';
import type { ShownProblem } from '../forms/form-problems.js';
import type { PostedFields } from '../forms/posted-form.js';
import type { PageModel } from '../server/page.js';
import { headingsOf, shownRow, type AnswerRow } from './answer-table.js';
import { filterGroups } from './filter-form.js';
import { filterTags } from './filter-tags.js';
import type { FilterOptions } from './filter-options.js';
import {
  answerAddress,
  exportAddress,
  questionPath,
  TAKE_UP_PATH,
  withQuery,
  type GivenFilters,
} from './history-address.js';

/** What the page of a question shows beside its answer. */
export interface Asking {
  readonly question: HistoryQuestion;
  readonly given: GivenFilters;
  /** What the fields of the filter hold. */
  readonly fields: PostedFields;
  readonly problems: readonly ShownProblem[];
  readonly options: FilterOptions;
}

/** Heading, filter and what is asked. */
export function askingModel({ question, given, fields, problems, options }: Asking): PageModel {
  return {
    question,
    heading: headingOf(question, given),
    action: `/decisions/${question.name}/narrow`,
    clearHref: questionPath(question.name),
    takeUpHref:
      question.name === 'components' && problems.length === 0 ? withQuery(TAKE_UP_PATH, given) : null,
    groups: filterGroups(question, fields, options),
    tags: filterTags(question, withoutWrong(given, problems), options),
    problems,
  };
}

/** Filters without those something is wrong with: what cannot be asked is not shown as asked. */
function withoutWrong(given: GivenFilters, problems: readonly ShownProblem[]): GivenFilters {
  const isWrong = (name: string) =>
    problems.some(({ field }) => field === name || field.startsWith(`${name}-`));
  return Object.fromEntries(Object.entries(given).filter(([name]) => !isWrong(name)));
}

/** What a page is called: one of points that are met as well is not of points not met. */
function headingOf({ name }: HistoryQuestion, given: GivenFilters): string {
  const { verdict = 'not-met' } = given;
  return name === 'points-not-met' && verdict !== 'not-met' ? 'Points assessed' : QUESTION_TITLES[name];
}

/** The answer, row by row. @param after whether it is a later page than the first */
export function answerModel(
  { question, given }: Pick<Asking, 'question' | 'given'>,
  page: HistoryPage,
  acting: ActorFacts,
  after: boolean,
): PageModel {
  const seesAccess = acting.roles.some(({ role }) => role === 'auditor');
  const rows = (JSON.parse(page.items) as readonly AnswerRow[]).map((row) =>
    shownRow(question, row, seesAccess),
  );
  const next = historyCursorOf(page.next);
  return {
    headings: headingsOf(question),
    rows,
    isNil: page.count === 0 && rows.length > 0,
    at: page.at,
    isLaterPage: after,
    firstHref: answerAddress(question.name, given),
    nextHref: next === null ? null : answerAddress(question.name, given, next),
    spreadsheetHref: exportAddress(question.name, given, 'spreadsheet'),
    csvHref: exportAddress(question.name, given, 'csv'),
    linesHref: exportAddress(question.name, given, 'jsonl'),
    isWithheld: page.sight.internal !== 'shown',
    isAssurance: acting.roles.some(({ role }) => isAssuranceRole(role)),
  };
}

import type { QuestionName } from '#domain';
import { binder, type Bind } from '../database/binding.js';
import type { Queryable } from '../database/statement.js';
import type { Statement } from '../database/statement.js';
import { utc } from '../cases/json-fragments.js';
import { LEGACY_EXCEPTIONS, PROCUREMENT, REGISTERS, TIMES } from './case-questions.js';
import { CONDITIONS, DECISIONS, POINTS_NOT_MET, SPENDING_CONTROL_EXCEPTIONS } from './decision-questions.js';
import {
  EDITS_AFTER_SUBMISSION,
  EVENTS,
  OUTCOMES_IN_PERIOD,
  TRIAGE_AND_AUTONOMY,
} from './event-questions.js';
import { COMPONENTS } from './component-question.js';
import { conditionsOf } from './history-filters.js';
import {
  seesInternal,
  type HistoryContext,
  type QuestionSql,
  type SortKey,
  type Writing,
} from './question-sql.js';

const QUESTIONS: Readonly<Record<QuestionName, QuestionSql>> = {
  decisions: DECISIONS,
  'outcomes-in-period': OUTCOMES_IN_PERIOD,
  times: TIMES,
  conditions: CONDITIONS,
  registers: REGISTERS,
  'points-not-met': POINTS_NOT_MET,
  'legacy-exceptions': LEGACY_EXCEPTIONS,
  procurement: PROCUREMENT,
  'triage-and-autonomy': TRIAGE_AND_AUTONOMY,
  'edits-after-submission': EDITS_AFTER_SUBMISSION,
  'spending-control-exceptions': SPENDING_CONTROL_EXCEPTIONS,
  components: COMPONENTS,
  events: EVENTS,
};

/** Values of the last row of a page, in the order of the question, as text or numbers. */
export type HistoryPosition = readonly (string | number)[];

/** Types of the values of a position, by question, so that a cursor can be held against them. */
export function positionTypes(name: QuestionName): readonly SortKey['type'][] {
  return QUESTIONS[name].keys.map(({ type }) => type);
}

/** One row: a JSON object as text, its columns in the order of the question, and its place. */
export interface HistoryRow {
  readonly json: string;
  readonly position: HistoryPosition;
}

/** What to read: all of it, or one page. */
export interface HistoryRowsRequest extends HistoryContext {
  readonly question: QuestionName;
  readonly after: HistoryPosition | null;
  /** How many at most; `null` for all. */
  readonly limit: number | null;
}

function keyAsJson({ sql, type }: SortKey): string {
  return type === 'timestamptz' ? utc(sql) : sql;
}

/** What writing SQL needs. A value must not be bound where no part of the statement names it: asked for once, when used. */
export function writingOf(context: HistoryContext, bind: Bind): Writing {
  let sees: string | undefined;
  return {
    ...context,
    bind,
    get sees() {
      sees ??= seesInternal(context.sight, bind);
      return sees;
    },
  };
}

/**
 * The statement that answers a question, by keyset. It has no name: the values decide which index serves a search, so
 * each is planned for what it asks.
 */
export function historyStatement(request: HistoryRowsRequest): Statement {
  const { values, bind } = binder();
  const question = QUESTIONS[request.question];
  const writing = writingOf(request, bind);
  const columns = Object.entries(question.columns(writing)).map(([name, sql]) => `'${name}', ${sql}`);
  const { keys, descending } = question;
  const conditions = [...conditionsOf(question, writing)];
  if (request.after !== null) {
    const place = keys.map(({ type }, index) => bind(request.after?.[index], type)).join(', ');
    conditions.push(`(${keys.map(({ sql }) => sql).join(', ')}) ${descending ? '<' : '>'} (${place})`);
  }
  const order = keys.map(({ sql }) => `${sql}${descending ? ' desc' : ''}`).join(', ');
  const most = request.limit === null ? '' : ` limit ${bind(request.limit, 'int')}`;
  const text = `select json_build_object(${columns.join(', ')})::text as json,
      json_build_array(${keys.map(keyAsJson).join(', ')}) as position
    from ${question.from(writing)}
    where ${conditions.join(' and ') || 'true'}
    order by ${order}${most}`;
  return { text, values };
}

/** One page of a question, or what is left of it; one statement. */
export function readHistoryRows(
  queryable: Queryable,
  request: HistoryRowsRequest & { readonly limit: number },
): Promise<readonly HistoryRow[]> {
  return queryable.query<HistoryRow>(historyStatement(request));
}

import {
  addDays,
  startOfLondonDay,
  type CaseCriteria,
  type CaseFlag,
  type CaseState,
  type ReviewerCriterion,
} from '#domain';
import { binder, type Bind } from '../database/binding.js';
import type { Queryable } from '../database/statement.js';
import type { Sight } from './case-record.js';
import { isShownAs } from './condition-fragments.js';
import { IMPORTED_FROM, ORGANISATION, utc } from './json-fragments.js';
import { IS_REQUEST } from './no-requests.js';
import { shapeName, textPageOf, type TextPage } from './text-page.js';

/** Which cases to look for, and for whom. */
export interface CaseSearch {
  readonly criteria: CaseCriteria;
  readonly sight: Sight;
  /** Who “me” is. */
  readonly personId: string;
  /** The instant that due times are compared with. */
  readonly now: Date;
}

/**
 * The order of a list of cases: newest first, oldest first, or earliest due first. Those without a due time come last by
 * due time; among equals the oldest comes first. An order that no index serves is none: it would read every case.
 */
export const CASE_SORTS = ['created', 'oldest', 'due'] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

/** A place in a list of cases. Instants in UTC, as `2026-11-24T10:00:00.000Z`. */
export interface CasePosition {
  /** Of no account when the list is sorted by age. */
  readonly dueAt: string | null;
  readonly createdAt: string;
  readonly id: string;
}

/** What to list. */
export interface CaseListRequest extends CaseSearch {
  readonly sort: CaseSort;
  readonly after: CasePosition | null;
  /** How many at most. */
  readonly limit: number;
}

/** How many cases there are, or that there are at least so many. */
export interface CappedCount {
  readonly count: number;
  /** True when `count` is only what was counted before it was enough. */
  readonly atLeast: boolean;
}

/** Cases counted before it is enough to know that there are more. This service's own choice. */
export const MOST_COUNTED = 100;

/** Cases looked at one by one for a count before it is enough. This service's own choice. */
export const MOST_LOOKED_AT = 2_000;

/** States of the partial indexes: of cases that wait for somebody to take them, and of open ones. */
const QUEUE_STATES: readonly CaseState[] = ['submitted', 'acknowledged', 'in-review'];
const OPEN_STATES: readonly CaseState[] = [...QUEUE_STATES, 'returned', 'recommended'];

const LIST_ITEM = `jsonb_build_object('reference', c.reference, 'title', c.title, 'state', c.state,
    'organisation', ${ORGANISATION}, 'category', c.category, 'requestedPence', c.requested_pence,
    'currentVersion', c.current_version, 'revision', c.revision, 'reviewerId', c.reviewer_id,
    'reviewer', (select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = c.reviewer_id),
    'rating', c.rating, 'ratingConfirmed', c.rating_confirmed, 'route', c.route, 'reviewDepth', c.review_depth,
    'nextDueAt', ${utc('c.next_due_at')}, 'nextDueTarget', c.next_due_target,
    'evidenceToCheck', case when c.state in ('approved', 'approved-with-conditions') then (select count(*) from condition k
      where k.decision_id = c.decision_id and ${isShownAs("array['evidence-submitted']")}) else 0 end,
    'submittedAt', ${utc('c.submitted_at')},
    'synthetic', c.synthetic, 'importedFrom', ${IMPORTED_FROM}, 'createdAt', ${utc('c.created_at')}, 'updatedAt', ${utc('c.updated_at')})`;

/** SQL conditions on the case `c`, to be joined by “and”; none where every case fits. */
interface Conditions {
  /** Those that an index finds cases by. */
  readonly finding: readonly string[];
  /** Those that the cases found are then looked at for. */
  readonly narrowing: readonly string[];
}

/**
 * Each condition is written out only when it is used, so that every combination has a plan of its own, served by the
 * indexes it needs.
 */
function conditionsOf({ criteria, sight, personId, now }: CaseSearch, bind: Bind): Conditions {
  const { organisationId, states, reviewer, ratings, routes, minPence, maxPence, categories } = criteria;
  const finding: string[] = [];
  if (organisationId !== null) finding.push(`c.organisation_id = ${bind(organisationId, 'uuid')}`);
  if (!sight.everything) finding.push(oneOf('c.organisation_id', sight.organisationIds, 'uuid', bind));
  if (states.length > 0) finding.push(oneOf('c.state', states, 'text', bind), ...saidAgain(states));
  // What was only planned and questions are no requests: they are found by who asks for them.
  else finding.push(IS_REQUEST);
  if (reviewer !== null) finding.push(reviewerIs(reviewer, personId, bind));
  if (ratings.length > 0) finding.push(oneOf('c.rating', ratings, 'text', bind));
  if (criteria.overdue === true) finding.push(`c.next_due_at < ${bind(now, 'timestamptz')}`);
  if (criteria.overdue === false)
    finding.push(`(c.next_due_at is null or c.next_due_at >= ${bind(now, 'timestamptz')})`);
  if (criteria.text !== null)
    finding.push(
      `c.id = any(array(select cases_titled_like(${bind(`%${literally(criteria.text.trim())}%`, 'text')})))`,
    );
  const narrowing: string[] = [];
  if (routes.length > 0) narrowing.push(oneOf('c.route', routes, 'text', bind));
  if (minPence !== null) narrowing.push(`c.requested_pence >= ${bind(minPence, 'bigint')}`);
  if (maxPence !== null) narrowing.push(`c.requested_pence <= ${bind(maxPence, 'bigint')}`);
  if (criteria.flags.length > 0) narrowing.push(`c.flags @> ${bind(yesTo(criteria.flags), 'jsonb')}`);
  if (categories.length > 0) narrowing.push(oneOf('c.category', categories, 'text', bind));
  const { submittedFrom, submittedTo } = criteria;
  if (submittedFrom !== null)
    narrowing.push(`c.submitted_at >= ${bind(startOfLondonDay(submittedFrom), 'timestamptz')}`);
  if (submittedTo !== null)
    narrowing.push(`c.submitted_at < ${bind(startOfLondonDay(addDays(submittedTo, 1)), 'timestamptz')}`);
  return { finding, narrowing };
}

/** SQL of whether the case `c` fits a search. */
export function fitsSearch(search: CaseSearch, bind: Bind): string {
  const { finding, narrowing } = conditionsOf(search, bind);
  return [...finding, ...narrowing].join(' and ') || 'true';
}

function yesTo(flags: readonly CaseFlag[]): string {
  return JSON.stringify(Object.fromEntries(flags.map((flag) => [flag, true])));
}

function oneOf(column: string, values: readonly string[], type: string, bind: Bind): string {
  return values.length === 1
    ? `${column} = ${bind(values[0], type)}`
    : `${column} = any(${bind(values, `${type}[]`)})`;
}

function reviewerIs(reviewer: ReviewerCriterion, personId: string, bind: Bind): string {
  if (reviewer === 'nobody') return 'c.reviewer_id is null';
  return `c.reviewer_id = ${bind(reviewer === 'me' ? personId : reviewer, 'uuid')}`;
}

/**
 * States said again as partial indexes say them, where they fit: a plan that is made for any values could not know
 * that these do.
 */
function saidAgain(states: readonly CaseState[]): readonly string[] {
  return [QUEUE_STATES, OPEN_STATES]
    .filter((indexed) => states.every((state) => indexed.includes(state)))
    .map((indexed) => `c.state in (${indexed.map((state) => `'${state}'`).join(', ')})`);
}

/** The text as a pattern of LIKE that stands for nothing but itself. */
function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

const ORDERS: Readonly<Record<CaseSort, string>> = {
  created: 'c.created_at desc, c.id desc',
  oldest: 'c.created_at, c.id',
  due: 'c.next_due_at, c.created_at, c.id',
};

/**
 * Cases a person may see that fit the criteria, in one round trip, by keyset.
 *
 * No change to a case alters its age, so paging by age loses none and repeats none. Due times do change: a case that
 * is returned, resubmitted or extended while somebody pages by due time moves, and may then be given twice or be
 * passed by; whatever does not move is given once. Who must not miss any pages by age.
 */
export async function searchCases(
  queryable: Queryable,
  request: CaseListRequest,
): Promise<TextPage<CasePosition>> {
  const { values, bind } = binder();
  const fits = fitsSearch(request, bind);
  const most = bind(request.limit + 1, 'int');
  const order = ORDERS[request.sort];
  const parts = partsOf(request, bind).map(
    (start) =>
      `(select c.* from spend_case c where ${[fits, ...start].join(' and ')} order by ${order} limit ${most})`,
  );
  const text = `select ${LIST_ITEM}::text as json, ${utc('c.next_due_at')} as "dueAt",
      ${utc('c.created_at')} as "createdAt", c.id
    from (select * from (${parts.join(' union all ')}) c order by ${order} limit ${most}) c
    join organisation o on o.id = c.organisation_id
    order by ${order}`;
  const rows = await queryable.query<CasePosition & { readonly json: string }>({
    ...nameFor('list', request, text),
    text,
    values,
  });
  return textPageOf(rows, request.limit, ({ dueAt, createdAt, id }) => ({ dueAt, createdAt, id }));
}

/**
 * One name per combination of filters, so that each is planned once per connection. Not where part of a title is
 * looked for: whether few or many titles have it decides how to look, and a plan made for any text cannot know.
 */
function nameFor(kind: string, { criteria }: CaseSearch, text: string): { readonly name?: string } {
  return criteria.text === null ? { name: shapeName(kind, text) } : {};
}

/**
 * Where a page starts, as the parts it may be read from in turn, each a list of conditions. “After a due time” holds
 * of later due times and of none at all, which no single range of an index says.
 */
function partsOf({ sort, after }: CaseListRequest, bind: Bind): readonly (readonly string[])[] {
  if (after === null) return [[]];
  const createdAt = bind(after.createdAt, 'timestamptz');
  const id = bind(after.id, 'uuid');
  if (sort === 'created') return [[`(c.created_at, c.id) < (${createdAt}, ${id})`]];
  if (sort === 'oldest') return [[`(c.created_at, c.id) > (${createdAt}, ${id})`]];
  if (after.dueAt === null)
    return [['c.next_due_at is null', `(c.created_at, c.id) > (${createdAt}, ${id})`]];
  const dueAt = bind(after.dueAt, 'timestamptz');
  return [
    [`(c.next_due_at, c.created_at, c.id) > (${dueAt}, ${createdAt}, ${id})`],
    ['c.next_due_at is null'],
  ];
}

/** How many cases fit, and whether more were left unlooked at. */
interface Counted {
  readonly fitting: number;
  readonly unlookedAt: boolean;
}

/**
 * SQL of a `Counted`, which stops one past the cap, and where cases have to be looked at one by one also after so many.
 * Limits are written out: a plan made for any limit would not know that they are small.
 */
function cappedCount(search: CaseSearch, cap: number, bind: Bind): string {
  const { finding, narrowing } = conditionsOf(search, bind);
  const found = `from spend_case c where ${finding.join(' and ') || 'true'}`;
  if (narrowing.length === 0)
    return `select count(*)::int as fitting, false as "unlookedAt" from (select ${found} limit ${String(cap + 1)}) c`;
  const most = String(MOST_LOOKED_AT);
  // Whether more were found than looked at is asked only where those looked at were too few to stop at.
  return `select n.fitting, case when n.fitting <= ${String(cap)}
        then exists (select ${found} offset ${most} limit 1) else false end as "unlookedAt"
    from (select count(*)::int as fitting
      from (select from (select c.* ${found} limit ${most}) c
        where ${narrowing.join(' and ')} limit ${String(cap + 1)}) c) n`;
}

function capped({ fitting, unlookedAt }: Counted, cap: number): CappedCount {
  return { count: Math.min(fitting, cap), atLeast: fitting > cap || unlookedAt };
}

/**
 * How many cases fit, counted no further than is of use, so that it costs the same however long the queue is. Exact
 * up to `cap`; but a search by route, amount, answers or category looks at no more than `MOST_LOOKED_AT` of
 * the cases that fit the rest of it, and beyond that says how many of those fit, at least.
 */
export async function countCases(
  queryable: Queryable,
  search: CaseSearch,
  cap = MOST_COUNTED,
): Promise<CappedCount> {
  const { values, bind } = binder();
  const text = cappedCount(search, cap, bind);
  const [row] = await queryable.query<Counted>({ ...nameFor('count', search, text), text, values });
  return capped(row ?? { fitting: 0, unlookedAt: false }, cap);
}

/** Several counts, in the order they were asked for, in one round trip. */
export async function countEach(
  queryable: Queryable,
  searches: readonly CaseSearch[],
  cap = MOST_COUNTED,
): Promise<readonly CappedCount[]> {
  if (searches.length === 0) return [];
  const { values, bind } = binder();
  const parts = searches.map(
    (search, index) => `select ${String(index)} as place, n.* from (${cappedCount(search, cap, bind)}) n`,
  );
  // Not prepared: no two people's searches make the same statement.
  const counts = await queryable.query<Counted>({
    text: `${parts.join(' union all ')} order by place`,
    values,
  });
  return counts.map((counted) => capped(counted, cap));
}

import type { PairsInTouch, TakeUp } from '#domain';
import { utc } from '../cases/json-fragments.js';
import { binder } from '../database/binding.js';
import type { Queryable } from '../database/statement.js';
import { COMPONENTS } from './component-question.js';
import { conditionsOf, inPeriod, ofOrganisation } from './history-filters.js';
import type { HistoryContext } from './question-sql.js';
import { writingOf } from './read-history.js';

/** SQL of how many cases there are of the rows, and what they ask for, of those that fit. */
function casesAndMoney(fits = 'true'): string {
  return `json_build_object('cases', count(*) filter (where ${fits}),
    'requestedPence', coalesce(sum(pence) filter (where ${fits}), 0))`;
}

/** What the requests that fit say of common components, of those the reader may see; one statement. */
export async function readTakeUp(
  queryable: Queryable,
  context: HistoryContext,
): Promise<Omit<TakeUp, 'inTouch'>> {
  const { values, bind } = binder();
  const writing = writingOf(context, bind);
  const [row] = await queryable.query<{ readonly takeUp: Omit<TakeUp, 'inTouch'> }>({
    text: `with said as (
        select c.id, a.item ->> 'component' as component, a.item ->> 'name' as name, a.item ->> 'use' as use,
          coalesce(c.requested_pence, 0) as pence, e.saved_at
        from ${COMPONENTS.from(writing)} where ${conditionsOf(COMPONENTS, writing).join(' and ')}),
      of_cases as (select id, min(pence) as pence, bool_or(use <> 'not-used') as reuses from said group by id)
      select json_build_object(
        'components', (select coalesce(json_agg(json_build_object('component', n.component, 'name', n.name,
            'asked', n.asked, 'used', n.used, 'planned', n.planned, 'notUsed', n.not_used)
            order by n.name, n.component), '[]'::json)
          from (select component, (array_agg(name order by saved_at desc, id))[1] as name,
              ${casesAndMoney()} as asked, ${casesAndMoney(`use = 'used'`)} as used,
              ${casesAndMoney(`use = 'planned'`)} as planned, ${casesAndMoney(`use = 'not-used'`)} as not_used
            from said group by component) n),
        'asked', (select ${casesAndMoney()} from of_cases),
        'reuse', (select ${casesAndMoney('reuses')} from of_cases),
        'none', (select ${casesAndMoney('not reuses')} from of_cases)) as "takeUp"`,
    values,
  });
  if (row === undefined) throw new Error('Figures are one row, always');
  return row.takeUp;
}

/** Pairs that are shown; all are counted. */
const LATEST_PAIRS = 10;

const SIDE = (one: string): string => `json_build_object('reference', ${one}.reference, 'title', ${one}.title,
  'organisation', (select o.name from organisation o where o.id = ${one}.organisation_id))`;

/**
 * Pairs of cases that looked alike and were put in touch, by the organisation of either and the day it was done, of those
 * whoever acts may see on both sides and speaks for neither; one statement.
 */
export async function readPairsInTouch(queryable: Queryable, context: HistoryContext): Promise<PairsInTouch> {
  const { values, bind } = binder();
  const writing = writingOf(context, bind);
  const own = bind(context.sight.organisationIds, 'uuid[]');
  const [ofOne = 'true'] = ofOrganisation(writing, 'a.organisation_id');
  const [ofOther = 'true'] = ofOrganisation(writing, 'b.organisation_id');
  const where = [
    `e.type = 'put-in-touch'`,
    // It stands in the history of both.
    'a.id < b.id',
    `a.organisation_id <> all(${own}) and b.organisation_id <> all(${own})`,
    ...inPeriod(writing, { period: 'e.occurred_at' }),
    `(${ofOne} or ${ofOther})`,
  ];
  const [row] = await queryable.query<{ readonly inTouch: PairsInTouch }>({
    text: `with touched as (
        select e.occurred_at, ${SIDE('a')} as one, ${SIDE('b')} as other,
          case when num_nulls(a.requested_pence, b.requested_pence) = 0
            then least(a.requested_pence, b.requested_pence) end as lesser
        from case_event e join spend_case a on a.id = e.case_id
          join spend_case b on b.id = (e.payload ->> 'relatedCaseId')::uuid
        where ${where.join(' and ')})
      select json_build_object('pairs', (select count(*) from touched),
        'lesserPence', (select coalesce(sum(lesser), 0) from touched),
        'latest', (select coalesce(json_agg(json_build_object('one', t.one, 'other', t.other,
            'at', ${utc('t.occurred_at')}, 'lesserPence', t.lesser) order by t.occurred_at desc), '[]'::json)
          from (select * from touched order by occurred_at desc limit ${LATEST_PAIRS}) t)) as "inTouch"`,
    values,
  });
  if (row === undefined) throw new Error('Figures are one row, always');
  return row.inTouch;
}

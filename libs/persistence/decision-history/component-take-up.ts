import type { TakeUp } from '#domain';
import { binder } from '../database/binding.js';
import type { Queryable } from '../database/statement.js';
import { COMPONENTS } from './component-question.js';
import { conditionsOf } from './history-filters.js';
import type { HistoryContext } from './question-sql.js';
import { writingOf } from './read-history.js';

/** SQL of how many cases there are of the rows, and what they ask for, of those that fit. */
function casesAndMoney(fits = 'true'): string {
  return `json_build_object('cases', count(*) filter (where ${fits}),
    'requestedPence', coalesce(sum(pence) filter (where ${fits}), 0))`;
}

/** What the requests that fit say of common components, of those the reader may see; one statement. */
export async function readTakeUp(queryable: Queryable, context: HistoryContext): Promise<TakeUp> {
  const { values, bind } = binder();
  const writing = writingOf(context, bind);
  const [row] = await queryable.query<{ readonly takeUp: TakeUp }>({
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
        'reuse', (select ${casesAndMoney('reuses')} from of_cases)) as "takeUp"`,
    values,
  });
  if (row === undefined) throw new Error('Figures are one row, always');
  return row.takeUp;
}

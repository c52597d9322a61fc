import {
  MAY_CONTINUE_MONTHS,
  MOST_MAY_CONTINUE,
  type CaseState,
  type FinancialYear,
  type IsoDate,
} from '#domain';
import { ORGANISATION } from '../cases/json-fragments.js';
import { shapeName } from '../cases/text-page.js';
import { binder } from '../database/binding.js';
import type { Queryable } from '../database/statement.js';
import {
  countsContract,
  EXPECTED_PENCE,
  IS_PLANNED,
  withinScope,
  type PipelineScope,
} from './pipeline-sql.js';

/** Planned spend that is to start in a quarter. */
export interface QuarterSum {
  /** First day of the quarter; `null` for what has no start. */
  readonly quarterBegins: IsoDate | null;
  readonly entries: number;
  /** What they are expected to come to, in pence; those without an amount count as nothing. */
  readonly expectedPence: number;
  readonly withoutAmount: number;
  /** Of them start by the day asked about. */
  readonly engageNow: number;
}

/** What is planned for a financial year. */
export interface YearSum {
  readonly financialYear: FinancialYear;
  readonly amountPence: number;
  readonly entries: number;
}

/** Sums of a pipeline. */
export interface PipelineSums {
  readonly quarters: readonly QuarterSum[];
  readonly years: readonly YearSum[];
  readonly extensions: number;
}

/**
 * Sums of the planned spend a person may see, in one round trip. Quarters of financial years are those of the calendar.
 * @param engageUntil London day by which what starts is counted as to be engaged now
 */
export async function sumPlans(
  queryable: Queryable,
  scope: PipelineScope,
  engageUntil: IsoDate,
): Promise<PipelineSums> {
  const { values, bind } = binder();
  const where = [IS_PLANNED, ...withinScope(scope, bind)].join(' and ');
  const text = `with p as materialized (
      select c.spend_starts_on, c.year_amounts, c.flags, ${EXPECTED_PENCE} as expected from spend_case c where ${where}),
    quarters as (
      select date_trunc('quarter', p.spend_starts_on)::date as "quarterBegins", count(*)::int as entries,
        coalesce(sum(p.expected), 0)::bigint as "expectedPence",
        count(*) filter (where p.expected is null)::int as "withoutAmount",
        count(*) filter (where p.spend_starts_on <= ${bind(engageUntil, 'date')})::int as "engageNow"
      from p group by 1),
    years as (
      select y ->> 'financialYear' as "financialYear", sum((y ->> 'amountPence')::bigint)::bigint as "amountPence",
        count(*)::int as entries
      from p cross join lateral jsonb_array_elements(p.year_amounts) y group by 1)
    select (select coalesce(jsonb_agg(to_jsonb(q) order by q."quarterBegins"), '[]'::jsonb) from quarters q) as quarters,
      (select coalesce(jsonb_agg(to_jsonb(y) order by y."financialYear"), '[]'::jsonb) from years y) as years,
      (select count(*)::int from p where p.flags @> '{"contractExtension": true}') as extensions`;
  const [row] = await queryable.query<PipelineSums>({ name: shapeName('sum_plans', text), text, values });
  if (row === undefined) throw new Error('A statement without a table gave no row');
  return row;
}

/** How much planned spend of some organisations, as far as it is seen, is to start by a day; one round trip. */
export async function countPlansToEngage(
  queryable: Queryable,
  organisationIds: readonly string[],
  engageUntil: IsoDate,
): Promise<number> {
  const [row] = await queryable.query<{ readonly plans: number }>({
    name: 'count_plans_to_engage',
    text: `select count(*)::int as plans from spend_case c
      where ${IS_PLANNED} and c.organisation_id = any($1::uuid[]) and c.spend_starts_on <= $2::date`,
    values: [organisationIds, engageUntil],
  });
  return row?.plans ?? 0;
}

/** Another case, as it is named beside a contract. */
export interface ContinuingCase {
  readonly reference: string;
  readonly title: string;
  readonly state: CaseState;
}

/** A contract that ends soon, and what goes on after it. */
export interface ContractFound {
  readonly reference: string;
  readonly title: string;
  readonly state: CaseState;
  readonly organisation: { readonly id: string; readonly key: string; readonly name: string };
  readonly suppliers: readonly string[];
  readonly contractEndsOn: IsoDate;
  /** Cases that start from this one, to vary or extend it, and say that it ends later. */
  readonly continuedBy: readonly ContinuingCase[];
  /** Cases nothing says so of, which may. */
  readonly mayBeContinuedBy: readonly ContinuingCase[];
}

/** SQL of the last day the case `x` names. */
const REACHES = 'greatest(x.spend_starts_on, x.spend_ends_on, x.contract_ends_on)';

function continuing(where: string, order: string, most: number): string {
  return `(select coalesce(jsonb_agg(jsonb_build_object('reference', x.reference, 'title', x.title, 'state', x.state)
      order by x.place), '[]'::jsonb)
    from (select x.reference, x.title, x.state, row_number() over (order by ${order}) as place from spend_case x
      where ${where} and ${countsContract('x')} and ${REACHES} > c.contract_ends_on
      order by ${order} limit ${String(most)}) x)`;
}

const CONTINUED_BY = continuing('x.follows_case_id = c.id', 'x.created_at, x.id', MOST_MAY_CONTINUE);
const WITHIN = `make_interval(months => ${String(MAY_CONTINUE_MONTHS)})`;
const MAY_BE_CONTINUED_BY = continuing(
  `x.organisation_id = c.organisation_id and x.id <> c.id and x.supplier_keys && c.supplier_keys
      and x.follows_case_id is distinct from c.id and x.id is distinct from c.follows_case_id
      and x.spend_starts_on between c.contract_ends_on - ${WITHIN} and c.contract_ends_on + ${WITHIN}`,
  'abs(x.spend_starts_on - c.contract_ends_on), x.id',
  MOST_MAY_CONTINUE,
);

/**
 * Contracts that end between two days, both included, the earliest first; one round trip. A request that varies or
 * extends a case and names the same end is about the same contract, which is listed once.
 */
export async function contractsEnding(
  queryable: Queryable,
  scope: PipelineScope,
  { from, to, most }: { readonly from: IsoDate; readonly to: IsoDate; readonly most: number },
): Promise<readonly ContractFound[]> {
  const { values, bind } = binder();
  const where = [
    'c.contract_ends_on is not null',
    countsContract('c'),
    `c.contract_ends_on between ${bind(from, 'date')} and ${bind(to, 'date')}`,
    `(c.follows_case_id is null or not exists (select from spend_case f where f.id = c.follows_case_id
      and f.contract_ends_on = c.contract_ends_on and ${countsContract('f')}))`,
    ...withinScope(scope, bind),
  ];
  const text = `select c.reference, c.title, c.state, ${ORGANISATION} as organisation, c.current_suppliers as suppliers,
      c.contract_ends_on as "contractEndsOn", ${CONTINUED_BY} as "continuedBy",
      ${MAY_BE_CONTINUED_BY} as "mayBeContinuedBy"
    from (select c.* from spend_case c where ${where.join(' and ')}
      order by c.contract_ends_on, c.id limit ${bind(most, 'int')}) c
    join organisation o on o.id = c.organisation_id order by c.contract_ends_on, c.id`;
  return queryable.query<ContractFound>({ name: shapeName('contracts_ending', text), text, values });
}

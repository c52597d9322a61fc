import {
  CLOCK_EVENT_TYPES,
  CONDITION_STANDINGS,
  DECIDED_STATES,
  MOST_ORGANISATIONS,
  OTHER_ORGANISATIONS,
  VERDICTS,
  type CaseState,
  type ConditionStanding,
  type DecidedCase,
  type FigureOrganisation,
  type IsoDate,
  type MoneyFigure,
  type PointNumber,
  type StateFigure,
  type Verdict,
} from '#domain';
import { fitsSearch, type CaseSearch } from '../cases/case-search.js';
import { SHOWN_STATUS } from '../cases/condition-fragments.js';
import { utc } from '../cases/json-fragments.js';
import { binder } from '../database/binding.js';
import type { Queryable } from '../database/statement.js';
import { seesInternal } from '../decision-history/question-sql.js';
import { isLatestAssessment } from '../decision-history/sql-fragments.js';

/*
 * What a dashboard shows of the cases that fit a search, each figure in one statement. They have no names: the values
 * decide which index serves a search, so each is planned for what it asks.
 */

const IS_DECIDED = `c.state in (${DECIDED_STATES.map((state) => `'${state}'`).join(', ')})`;
const CLOCK_TYPES = CLOCK_EVENT_TYPES.map((type) => `'${type}'`).join(', ');

/** How many cases are in each state; states without a case have no row. In no order. */
export async function countStates(queryable: Queryable, search: CaseSearch): Promise<readonly StateFigure[]> {
  const { values, bind } = binder();
  return queryable.query<{ state: CaseState; cases: number }>({
    text: `select c.state, count(*)::int as cases from spend_case c
      where ${fitsSearch(search, bind)} group by c.state`,
    values,
  });
}

/**
 * Cases first decided at an instant or after it, and before another, with what their clocks are worked out from. A decision that corrects
 * another does not bring its case back.
 */
export async function readDecidedCases(
  queryable: Queryable,
  search: CaseSearch,
  since: Date,
  until: Date,
): Promise<readonly DecidedCase[]> {
  const { values, bind } = binder();
  return queryable.query<DecidedCase>({
    text: `select c.regime_version as "regimeVersion",
        coalesce(jsonb_agg(jsonb_build_object('type', e.type, 'occurredAt', ${utc('e.occurred_at')}, 'reason', null,
          'payload', case when e.type = 'clock-extended' then e.payload end) order by e.sequence)
          filter (where e.type is not null), '[]'::jsonb) as "clockEvents"
      from decision d join spend_case c on c.id = d.case_id
        left join case_event e on e.case_id = c.id and e.type in (${CLOCK_TYPES})
      where d.number = 1 and d.decided_at >= ${bind(since, 'timestamptz')}
        and d.decided_at < ${bind(until, 'timestamptz')} and ${IS_DECIDED} and ${fitsSearch(search, bind)}
      group by c.id`,
    values,
  });
}

/** Rows to be told apart by organisation: the first one by one, the rest together and last. */
interface OrganisationRows {
  /** A query of what is counted, with a column `organisation_id`. */
  readonly counted: string;
  /** SQL of how much an organisation has of it; who has most comes first. */
  readonly most: string;
  /** SQL of the columns, with aliases, made of all rows of an organisation, which are `n`. */
  readonly columns: string;
  /** A column of the rows that tells them apart further. */
  readonly also?: string;
}

/** SQL of rows by organisation, those with most first. */
export function byOrganisation({ counted, most, columns, also }: OrganisationRows): string {
  const isNamed = `r.rank <= ${String(MOST_ORGANISATIONS)}`;
  const place = `least(r.rank, ${String(MOST_ORGANISATIONS + 1)})`;
  const keys = also === undefined ? place : `${place}, n.${also}`;
  return `with counted as materialized (${counted}), ranked as (
      select m.organisation_id, o.name, row_number() over (order by m.most desc, o.name, o.id) as rank
      from (select n.organisation_id, ${most} as most from counted n group by n.organisation_id) m
      join organisation o on o.id = m.organisation_id)
    select case when ${isNamed} then r.organisation_id end as id,
      case when ${isNamed} then r.name else '${OTHER_ORGANISATIONS}' end as name, ${columns}
    from counted n join ranked r on r.organisation_id = n.organisation_id
    group by 1, 2, ${keys} order by ${keys}`;
}

/** SQL of a JSON object that says how often each word is the value of a column of `n`. */
function tally(column: string, words: readonly string[]): string {
  const counts = words.map((word) => `'${word}', count(*) filter (where n.${column} = '${word}')`);
  return `jsonb_build_object(${counts.join(', ')})`;
}

/** How many current assessments of a point have each verdict. */
export interface VerdictCount extends FigureOrganisation {
  readonly point: PointNumber;
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

/**
 * Current assessments by organisation and point: the latest of each point that the reader may see. Organisations with
 * most assessed cases first, the points of each in order; points nobody assessed have no row.
 *
 * @param today London date of the search
 */
export async function countVerdicts(
  queryable: Queryable,
  search: CaseSearch,
  today: IsoDate,
): Promise<readonly VerdictCount[]> {
  const { values, bind } = binder();
  const fits = fitsSearch(search, bind);
  const { sight } = search;
  const isCurrent = isLatestAssessment({
    ...search,
    criteria: {},
    today,
    bind,
    sees: seesInternal(sight, bind),
  });
  return queryable.query<VerdictCount>({
    text: byOrganisation({
      counted: `select c.organisation_id, a.case_id, a.point, a.verdict
        from assessment a join spend_case c on c.id = a.case_id where ${fits} and ${isCurrent}`,
      most: 'count(distinct n.case_id)',
      columns: `n.point, ${tally('verdict', VERDICTS)} as verdicts`,
      also: 'point',
    }),
    values,
  });
}

/** What was asked for and approved in decided cases, by organisation: most asked for first. */
export async function sumMoney(
  queryable: Queryable,
  search: CaseSearch,
): Promise<readonly (FigureOrganisation & MoneyFigure)[]> {
  const { values, bind } = binder();
  return queryable.query<FigureOrganisation & MoneyFigure>({
    text: byOrganisation({
      counted: `select c.organisation_id, d.requested_pence, d.approved_pence
        from spend_case c join decision d on d.id = c.decision_id where ${IS_DECIDED} and ${fitsSearch(search, bind)}`,
      most: 'sum(n.requested_pence)',
      columns: `count(*)::int as cases, sum(n.requested_pence)::bigint as "requestedPence",
        coalesce(sum(n.approved_pence), 0)::bigint as "approvedPence"`,
    }),
    values,
  });
}

/** How many conditions stand in each way. */
export interface ConditionCount extends FigureOrganisation {
  readonly conditions: Readonly<Record<ConditionStanding, number>>;
}

/**
 * Conditions of decisions that stand, by organisation: most conditions first.
 *
 * @param today London date that due dates are compared with
 */
export async function countConditions(
  queryable: Queryable,
  search: CaseSearch,
  today: IsoDate,
): Promise<readonly ConditionCount[]> {
  const { values, bind } = binder();
  return queryable.query<ConditionCount>({
    text: byOrganisation({
      counted: `select c.organisation_id, case when k.status in ('met', 'not-met', 'waived') then k.status
          when k.due_on < ${bind(today, 'date')} then 'overdue' else 'open' end as standing
        from condition k join spend_case c on c.decision_id = k.decision_id
        where ${SHOWN_STATUS} <> 'carried-over' and ${fitsSearch(search, bind)}`,
      most: 'count(*)',
      columns: `${tally('standing', CONDITION_STANDINGS)} as conditions`,
    }),
    values,
  });
}

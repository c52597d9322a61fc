import { CLOCK_EVENT_TYPES, CODE_POINTS, NEAR_THRESHOLD_PERCENT } from '#domain';
import { utc } from '../cases/json-fragments.js';
import { NO_REQUEST } from '../cases/no-requests.js';
import { SPLIT_WITHIN_MONTHS } from '../cases/related-cases.js';
import { releasedTo, type Writing } from './question-sql.js';

/** Columns every row has of its case `c` and organisation `o`. */
export const CASE_SQL: Readonly<Record<string, string>> = {
  reference: 'c.reference',
  title: 'c.title',
  organisationId: 'c.organisation_id',
  organisation: 'o.name',
  protectiveMarking: 'c.protective_marking',
  synthetic: 'c.synthetic',
};

/** Columns of the decision `d` that stands on the case `c`. */
export const STANDING_SQL: Readonly<Record<string, string>> = {
  state: 'c.state',
  outcome: 'd.outcome',
  decidedAt: utc('d.decided_at'),
  approvedPence: 'd.approved_pence',
};

/** Columns of the life of the case `c` before its decision. */
export const SUBMISSION_SQL: Readonly<Record<string, string>> = {
  createdAt: utc('c.created_at'),
  submittedAt: utc('c.submitted_at'),
};

/** A case with its organisation and the decision that stands on it. */
export const CASE_AND_DECISION = `join organisation o on o.id = c.organisation_id
  left join decision d on d.id = c.decision_id`;

const CLOCK_TYPES = CLOCK_EVENT_TYPES.map((type) => `'${type}'`).join(', ');

/** The events of the case `c` that its clock looks at, in order, as JSON. */
export const CLOCK_EVENTS = `(select coalesce(jsonb_agg(jsonb_build_object('type', e.type,
      'occurredAt', ${utc('e.occurred_at')}, 'reason', e.reason,
      'payload', case when e.type = 'clock-extended' then e.payload end) order by e.sequence), '[]'::jsonb)
    from case_event e where e.case_id = c.id and e.type in (${CLOCK_TYPES}))`;

/** Name of a person by their id, given as SQL. */
export function nameOf(id: string): string {
  return `(select p.name from person p where p.id = ${id})`;
}

/**
 * SQL of whether there is a row, given as what follows “from”. Looked up for each row by itself: “exists” may be
 * answered by reading a whole table once, which is dear for a page.
 */
export function thereIs(rows: string): string {
  return `coalesce((select true from ${rows} limit 1), false)`;
}

export const APPROVED = `('approved', 'approved-with-conditions')`;

/** SQL of whether the assessment `a` is one the reader may see, and the latest of its point among those. */
export function isLatestAssessment(writing: Writing): string {
  const later = `assessment l where l.case_id = a.case_id and l.point = a.point
    and l.sequence > a.sequence and ${releasedTo(writing, 'l.sequence')}`;
  return `${releasedTo(writing, 'a.sequence')} and not ${thereIs(later)}`;
}

/** SQL of whether a point, given as SQL, is mandatory for the case `c` under its regime. */
export function isMandatory(point: string): string {
  return `coalesce((select case g.content -> 'mandatoryPoints' -> 'points' ->> ${point}::text
      when 'always' then true when 'when-building-a-service' then (c.flags ->> 'buildsService')::boolean
      else false end
    from regime g where g.version = c.regime_version), false)`;
}

/** SQL of the title of a point, given as SQL. */
export function pointTitle(point: string): string {
  const titles = CODE_POINTS.map(({ title }) => `'${title.replaceAll("'", "''")}'`);
  return `(array[${titles.join(', ')}])[${point}]`;
}

/** SQL of whether the legacy exception `x` is red-rated. */
export const IS_RED_RATED = `coalesce(legacy_risk_product(x.scores) >= 2688, false)`;
/** SQL of its overall score, two decimals. The product is 168 times the score, so that all of it is whole numbers. */
export const LEGACY_SCORE = 'round(legacy_risk_product(x.scores) / 168.0, 2)';

/** SQL of whether what a word says holds of the legacy exception `x`, and of the latest ruling `r` on it. */
export function legacyWord(word: string): string {
  switch (word) {
    case 'red-rated':
      return IS_RED_RATED;
    case 'unfunded':
      return 'x.funded is false';
    case 'accepted':
    case 'refused':
      return `r.ruling = '${word}'`;
    default:
      return 'true';
  }
}

/** The latest ruling on the legacy exception `x` that the reader may see, as `r`. */
export function latestRuling(writing: Writing): string {
  return `left join lateral (select r.* from exception_ruling r where r.case_id = x.case_id
      and r.exception_id = x.id and ${releasedTo(writing, 'r.sequence')} order by r.sequence desc limit 1) r on true`;
}

/**
 * SQL of the threshold that applies to the case `c`, and the amount compared with it: of those whose condition holds
 * the lowest, otherwise the one for everything. No row where the regime's are not known.
 */
export const THRESHOLD = `(select s.pence,
    case s.measure when 'whole-life' then c.whole_life_pence else c.requested_pence end as amount
  from regime g
  cross join lateral (
    select (n ->> 'thresholdPence')::bigint as pence, n ->> 'measure' as measure, n -> 'when' as "when",
      false as otherwise
    from jsonb_array_elements(g.content -> 'thresholds' -> 'scoped') n
    union all
    select (g.content -> 'thresholds' -> 'otherwise' ->> 'thresholdPence')::bigint,
      g.content -> 'thresholds' -> 'otherwise' ->> 'measure', null, true) s
  where g.version = c.regime_version and s.pence is not null
    and (s.otherwise
      or (s."when" ->> 'kind' = 'flag' and (c.flags ->> (s."when" ->> 'flag'))::boolean)
      or (s."when" ->> 'kind' = 'category' and s."when" -> 'categories' ? c.category))
  order by s.otherwise, s.pence limit 1)`;

/** SQL of whether an amount is at a threshold or below it by so many per cent at most; both given as SQL. */
export function isNear(amount: string, threshold: string, percent: string): string {
  return `(${threshold} > 0 and ${amount} <= ${threshold} and ${amount} * 100 >= ${threshold} * (100 - ${percent}))`;
}

/** SQL of the percentage asked for, or the usual one. */
export function nearPercent({ criteria, bind }: Writing): string {
  return bind(criteria.nearThreshold ?? NEAR_THRESHOLD_PERCENT, 'int');
}

/** SQL after “from” of the other cases `s` that may be parts of the same purchase as the case `c`. */
export const SPLITS = `spend_case s where s.organisation_id = c.organisation_id and s.id <> c.id
  and s.supplier_keys && c.supplier_keys
  and abs(extract(epoch from s.created_at - c.created_at)) <= ${String(SPLIT_WITHIN_MONTHS)} * 31 * 86400
  and s.state not in (${NO_REQUEST}, 'draft', 'signed-off') and c.state not in (${NO_REQUEST}, 'draft', 'signed-off')`;

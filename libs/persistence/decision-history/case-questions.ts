import { utc } from '../cases/json-fragments.js';
import { IS_REQUEST } from '../cases/no-requests.js';
import type { QuestionSql, Writing } from './question-sql.js';
import {
  APPROVED,
  CASE_AND_DECISION,
  CASE_SQL,
  CLOCK_EVENTS,
  IS_RED_RATED,
  isNear,
  latestRuling,
  LEGACY_SCORE,
  legacyWord,
  nameOf,
  nearPercent,
  SPLITS,
  STANDING_SQL,
  SUBMISSION_SQL,
  thereIs,
  THRESHOLD,
} from './sql-fragments.js';
import { CASE_FILTER_COLUMNS } from './text-search.js';

const NEWEST_CASE_FIRST = {
  keys: [
    { sql: 'c.created_at', type: 'timestamptz' },
    { sql: 'c.id', type: 'uuid' },
  ],
  descending: true,
  filters: CASE_FILTER_COLUMNS,
} as const;

/** Milliseconds in each state, from each event to the next, and from the last to now. */
function millisecondsInState(now: string): string {
  return `(select coalesce(jsonb_object_agg(q.state, q.ms), '{}'::jsonb) from (
    select p.state, sum(extract(epoch from p.until - p.since) * 1000)::bigint as ms from (
      select e.to_state as state, e.occurred_at as since,
        coalesce(lead(e.occurred_at) over (order by e.sequence), greatest(${now}, e.occurred_at)) as until
      from case_event e where e.case_id = c.id) p
    group by p.state) q)`;
}

/**
 * Cases with what their times are worked out from: the columns `millisecondsInState` and `clockEvents` are for the
 * rules of the clock to read, and stand in place of the columns they make.
 */
export const TIMES: QuestionSql = {
  from: () => `spend_case c ${CASE_AND_DECISION}`,
  columns: ({ now, bind }) => {
    const instant = bind(now, 'timestamptz');
    return {
      ...CASE_SQL,
      ...STANDING_SQL,
      ...SUBMISSION_SQL,
      regimeVersion: 'c.regime_version',
      asAt: utc(instant),
      millisecondsInState: millisecondsInState(instant),
      clockEvents: CLOCK_EVENTS,
    };
  },
  // A clock that never started has broken nothing.
  where: ({ criteria }) => [criteria.targetBreached === true ? 'c.submitted_at is not null' : IS_REQUEST],
  ...NEWEST_CASE_FIRST,
};

/** SQL of whether a case says so; written as the index of the registers has it. */
function says(flag: string): string {
  return `c.flags @> '{"${flag}": true}'`;
}

/** Retrospective cases and breaches. */
export const REGISTERS: QuestionSql = {
  from: () => `spend_case c ${CASE_AND_DECISION}`,
  columns: () => ({
    ...CASE_SQL,
    retrospective: says('retrospective'),
    breach: says('breach'),
    requestedPence: 'c.requested_pence',
    spendStartsOn: 'c.spend_starts_on',
    rootCause: `c.retrospective_explanation ->> 'rootCause'`,
    howJudgementWasApplied: `c.retrospective_explanation ->> 'howJudgementWasApplied'`,
    improvementPlan: `c.retrospective_explanation ->> 'improvementPlan'`,
    ...SUBMISSION_SQL,
    ...STANDING_SQL,
  }),
  where: () => [`(${says('retrospective')} or ${says('breach')})`, IS_REQUEST],
  ...NEWEST_CASE_FIRST,
  kind: says,
};

/** Legacy exceptions that were not removed. */
export const LEGACY_EXCEPTIONS: QuestionSql = {
  from: (writing) => `legacy_exception x join spend_case c on c.id = x.case_id ${CASE_AND_DECISION}
    ${latestRuling(writing)}`,
  columns: () => ({
    ...CASE_SQL,
    exceptionId: 'x.id',
    system: 'x.system',
    points: 'to_jsonb(x.points)',
    explanation: 'x.explanation',
    remediationPlan: 'x.remediation_plan',
    owner: 'x.owner',
    funded: 'x.funded',
    targetDate: 'x.target_date',
    score: LEGACY_SCORE,
    isLegacy: `case when legacy_risk_product(x.scores) is not null
      then exists (select from jsonb_each_text(x.scores -> 'likelihood') n where n.value::int >= 3) end`,
    redRated: `case when legacy_risk_product(x.scores) is not null then ${IS_RED_RATED} end`,
    ruling: 'r.ruling',
    rulingReason: 'r.reason',
    ruledById: 'r.ruled_by',
    ruledBy: nameOf('r.ruled_by'),
    ruledAt: utc('r.ruled_at'),
    savedAt: utc('x.saved_at'),
    ...STANDING_SQL,
    redUnfundedYetApproved: `(${IS_RED_RATED} and x.funded is false and coalesce(d.outcome in ${APPROVED}, false))`,
  }),
  where: () => ['x.removed_at is null', IS_REQUEST],
  keys: [
    { sql: 'x.saved_at', type: 'timestamptz' },
    { sql: 'x.id', type: 'uuid' },
  ],
  descending: true,
  filters: CASE_FILTER_COLUMNS,
  own: {
    // The row's own exception is the one that has to fit.
    legacy: ({ criteria }) => (criteria.legacy ?? []).map(legacyWord),
  },
};

const DIRECT_AWARD = `coalesce((c.flags ->> 'directAward')::boolean
  or c.commercial_approach in ('direct-award', 'framework-direct-award'), false)`;
const EXTENSION = `coalesce((c.flags ->> 'contractExtension')::boolean
  or c.commercial_approach = 'contract-extension', false)`;

function isNearThreshold(writing: Writing): string {
  return `coalesce(${isNear('t.amount', 't.pence', nearPercent(writing))}, false)`;
}

/** SQL of whether there may be a split; never for who may not know of it. */
function isPossibleSplit({ sees }: Writing): string {
  return sees === 'false' ? 'false' : `(${sees} and ${thereIs(SPLITS)})`;
}

function procurementKind(kind: string, writing: Writing): string {
  switch (kind) {
    case 'direct-award':
      return DIRECT_AWARD;
    case 'extension':
      return EXTENSION;
    case 'near-threshold':
      return isNearThreshold(writing);
    default:
      return isPossibleSplit(writing);
  }
}

/** Direct awards, extensions, cases near their threshold and possible splits. */
export const PROCUREMENT: QuestionSql = {
  from: () => `spend_case c ${CASE_AND_DECISION} left join lateral ${THRESHOLD} t on true`,
  columns: (writing) => ({
    ...CASE_SQL,
    directAward: DIRECT_AWARD,
    extension: EXTENSION,
    nearThreshold: isNearThreshold(writing),
    possibleSplit: `case when ${writing.sees} then ${thereIs(SPLITS)} end`,
    possibleSplitWith: `case when ${writing.sees}
      then (select coalesce(jsonb_agg(s.reference order by s.reference), '[]'::jsonb) from ${SPLITS}) end`,
    requestedPence: 'c.requested_pence',
    measuredPence: 't.amount',
    thresholdPence: 't.pence',
    percentBelow:
      'case when t.amount <= t.pence and t.pence > 0 then round((t.pence - t.amount) * 100.0 / t.pence, 2) end',
    commercialApproach: 'c.commercial_approach',
    currentSuppliers: 'to_jsonb(c.current_suppliers)',
    proposedSuppliers: 'to_jsonb(c.proposed_suppliers)',
    ...SUBMISSION_SQL,
    ...STANDING_SQL,
  }),
  where: (writing) =>
    // Of which kind it is asked to be is asked already.
    writing.criteria.kinds === undefined
      ? [
          IS_REQUEST,
          `(${DIRECT_AWARD} or ${EXTENSION} or ${isNearThreshold(writing)} or ${isPossibleSplit(writing)})`,
        ]
      : [IS_REQUEST],
  ...NEWEST_CASE_FIRST,
  kind: procurementKind,
};

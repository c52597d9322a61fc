import { DECIDED_STATES } from '#domain';
import { isShownAs, SHOWN_STATUS, SHOWN_UNSETTLED } from '../cases/condition-fragments.js';
import { utc } from '../cases/json-fragments.js';
import { releasedTo, type QuestionSql, type Writing } from './question-sql.js';
import { IS_APPROVAL, IS_REPORT_OVERDUE, LATEST_REPORT, SPEND_STANDING } from './spend-sql.js';
import {
  APPROVED,
  CASE_SQL,
  CLOCK_EVENTS,
  isLatestAssessment,
  isMandatory,
  latestRuling,
  nameOf,
  pointTitle,
  STANDING_SQL,
  thereIs,
} from './sql-fragments.js';
import { CASE_FILTER_COLUMNS, decisionLike } from './text-search.js';

const DECISION_FILTERS = {
  organisation: 'd.organisation_id',
  period: 'd.decided_at',
  role: 'd.decided_role',
  regime: 'd.regime_version',
  version: 'd.version',
  requested: 'd.requested_pence',
  text: decisionLike,
};

/** What the time a decision took is worked out from; read only where it is asked for, and no column of the answer. */
function timeSql({ criteria }: Writing): Readonly<Record<string, string>> {
  return criteria.timeTaken === undefined
    ? {}
    : { caseRegimeVersion: 'c.regime_version', clockEvents: CLOCK_EVENTS };
}

/** Nothing has taken the place of the decision. */
const STANDS = `not ${thereIs('decision s where s.supersedes_id = d.id')}`;

/** A decision that corrects another does not bring its case back: the first one ends the clock. */
const IS_TIMED = `d.number = 1 and c.state in (${DECIDED_STATES.map((state) => `'${state}'`).join(', ')})`;

/** Every decision. */
export const DECISIONS: QuestionSql = {
  from: () => `decision d join spend_case c on c.id = d.case_id join organisation o on o.id = c.organisation_id
    left join recommendation r on r.id = d.recommendation_id ${LATEST_REPORT}`,
  columns: (writing) => ({
    ...CASE_SQL,
    decisionId: 'd.id',
    number: 'd.number',
    outcome: 'd.outcome',
    decidedAt: utc('d.decided_at'),
    decidedById: 'd.decided_by',
    decidedBy: nameOf('d.decided_by'),
    decidedInSource: 'd.decided_in_source',
    decidedRole: 'd.decided_role',
    regimeVersion: 'd.regime_version',
    version: 'd.version',
    requestedPence: 'd.requested_pence',
    approvedPence: 'd.approved_pence',
    reducedByPence: 'd.requested_pence - d.approved_pence',
    reason: 'd.reason',
    overrides: 'd.overrides',
    conditions: '(select count(*) from condition k where k.decision_id = d.id)',
    superseded: `not ${STANDS}`,
    supersededByNumber: '(select s.number from decision s where s.supersedes_id = d.id)',
    supersedesNumber: '(select s.number from decision s where s.id = d.supersedes_id)',
    recommendedOutcome: 'r.outcome',
    recommendedBy: nameOf('r.recommended_by'),
    recommendationReason: 'r.reason',
    rating: 'c.rating',
    route: 'c.route',
    reviewer: nameOf('c.reviewer_id'),
    ...timeSql(writing),
    spentPence: `case when ${IS_APPROVAL} then sr.total_pence end`,
    spendStanding: SPEND_STANDING,
    overspentPence: `case when ${IS_APPROVAL} and sr.total_pence > d.approved_pence
      then sr.total_pence - d.approved_pence end`,
    spendReportedAt: `case when ${IS_APPROVAL} then ${utc('sr.recorded_at')} end`,
    spendReportOverdue: IS_REPORT_OVERDUE,
    spendFinal: `coalesce(${IS_APPROVAL} and sr.final, false)`,
    spendEndedOn: `case when ${IS_APPROVAL} then sr.ended_on end`,
  }),
  where: ({ criteria: { timeTaken, inForce } }) => [
    ...(timeTaken === undefined ? [] : [IS_TIMED]),
    ...(inForce === undefined ? [] : [inForce ? STANDS : `not ${STANDS}`]),
  ],
  keys: [
    { sql: 'd.decided_at', type: 'timestamptz' },
    { sql: 'd.id', type: 'uuid' },
  ],
  descending: true,
  filters: DECISION_FILTERS,
};

/** SQL of the day “overdue” is of. */
function overdueDay({ criteria, today, bind }: Writing): string {
  return bind(criteria.overdueOn ?? today, 'date');
}

/** Written as a look-up: a comparison with the decision of the case would be taken to leave next to nothing. */
const IS_IN_FORCE = `not ${thereIs('decision s where s.supersedes_id = k.decision_id')}`;

function isOverdue(day: string): string {
  return `(${IS_IN_FORCE} and ${SHOWN_UNSETTLED} and k.due_on < ${day})`;
}

/** Every condition of every decision. */
export const CONDITIONS: QuestionSql = {
  from: () => `condition k join decision d on d.id = k.decision_id join spend_case c on c.id = k.case_id
    join organisation o on o.id = c.organisation_id
    left join lateral (select e.* from case_event e where e.case_id = k.case_id and e.type = 'condition-changed'
        and e.payload ->> 'conditionId' = k.id::text and k.status in ('met', 'not-met', 'waived')
        and e.payload ->> 'status' = k.status order by e.sequence desc limit 1) e on true`,
  columns: (writing) => {
    const day = overdueDay(writing);
    return {
      ...CASE_SQL,
      conditionId: 'k.id',
      decisionNumber: 'd.number',
      number: 'k.number',
      conditionKind: 'k.kind',
      text: 'k.text',
      point: 'k.point',
      ownerName: 'k.owner_name',
      ownerEmail: 'k.owner_email',
      dueOn: 'k.due_on',
      status: SHOWN_STATUS,
      inForce: IS_IN_FORCE,
      overdue: isOverdue(day),
      overdueAsOf: day,
      evidenceGiven: '(select count(*) from condition_evidence v where v.condition_id = k.id)',
      settledAt: utc('e.occurred_at'),
      settledById: 'e.actor_id',
      settledBy: nameOf('e.actor_id'),
      settledRole: 'e.actor_role',
      settledReason: 'e.reason',
      decidedAt: utc('d.decided_at'),
      outcome: 'd.outcome',
    };
  },
  where: () => [],
  keys: [
    { sql: 'k.due_on', type: 'date' },
    { sql: 'k.id', type: 'uuid' },
  ],
  descending: false,
  filters: { ...DECISION_FILTERS, period: 'k.due_on', periodIsDate: true },
  own: {
    conditions: ({ criteria, bind }) => [
      ...(criteria.conditionStatus === undefined
        ? []
        : [isShownAs(bind(criteria.conditionStatus, 'text[]'))]),
      ...(criteria.inForce === undefined ? [] : [criteria.inForce ? IS_IN_FORCE : `not (${IS_IN_FORCE})`]),
      ...(criteria.conditionKind === undefined
        ? []
        : [`k.kind = any(${bind(criteria.conditionKind, 'text[]')})`]),
      ...(criteria.overdueOn === undefined ? [] : [isOverdue(bind(criteria.overdueOn, 'date'))]),
    ],
  },
};

/** What made the point of the assessment `a` good when the decision `d` was made. */
function coveredBy(writing: Writing): string {
  return `(select coalesce(jsonb_agg(m.name order by m.place), '[]'::jsonb) from (
      select 1 as place, 'override' as name
        where d.overrides @> jsonb_build_array(jsonb_build_object('point', a.point))
      union all select 2, 'condition'
        where ${thereIs('condition k where k.decision_id = d.id and k.point = a.point')}
      union all select 3, 'accepted-exception'
        where ${thereIs(`legacy_exception x ${latestRuling(writing)} where x.case_id = c.id
          and x.removed_at is null and a.point = any(x.points) and r.ruling = 'accepted'`)}
    ) m where d.outcome in ${APPROVED} and a.verdict = 'not-met')`;
}

/** The latest assessment of each point, where it is “not met” or what is asked for. */
export const POINTS_NOT_MET: QuestionSql = {
  from: () => `assessment a join spend_case c on c.id = a.case_id join organisation o on o.id = c.organisation_id
    left join decision d on d.id = c.decision_id`,
  columns: (writing) => ({
    ...CASE_SQL,
    assessmentId: 'a.id',
    point: 'a.point',
    pointTitle: pointTitle('a.point'),
    verdict: 'a.verdict',
    explanation: 'a.explanation',
    assessedById: 'a.assessed_by',
    assessedBy: nameOf('a.assessed_by'),
    assessedAt: utc('a.assessed_at'),
    version: 'a.version',
    selfAssessment: `(select v.content -> 'points' -> (a.point - 1) ->> 'selfAssessment'
      from submission_version v where v.case_id = a.case_id and v.number = a.version)`,
    mandatory: isMandatory('a.point'),
    ...STANDING_SQL,
    coveredBy: coveredBy(writing),
    mandatoryYetApproved: `(a.verdict = 'not-met' and coalesce(d.outcome in ${APPROVED}, false)
      and ${isMandatory('a.point')})`,
  }),
  where: (writing) => [releasedTo(writing, 'a.sequence'), isLatestAssessment(writing)],
  keys: [
    { sql: 'a.assessed_at', type: 'timestamptz' },
    { sql: 'a.id', type: 'uuid' },
  ],
  descending: true,
  filters: { ...CASE_FILTER_COLUMNS, period: 'a.assessed_at', version: 'a.version' },
  own: {
    verdict: ({ criteria, bind }) => [
      criteria.verdict === undefined
        ? `a.verdict = 'not-met'`
        : `a.verdict = any(${bind(criteria.verdict, 'text[]')})`,
      ...(criteria.point === undefined ? [] : [`a.point = ${bind(criteria.point, 'int')}`]),
    ],
  },
};

/** The organisation at the top above the organisation `o`; itself where there is none above. */
const DEPARTMENT = `(with recursive above(id, name, parent_id, height) as (
    select o.id, o.name, o.parent_id, 0
    union all select w.id, w.name, w.parent_id, b.height + 1 from organisation w join above b on w.id = b.parent_id)
  select name from above order by height desc limit 1)`;

/** Approvals that stand, as the quarterly file has them. */
export const SPENDING_CONTROL_EXCEPTIONS: QuestionSql = {
  from: () => `decision d join spend_case c on c.id = d.case_id and c.decision_id = d.id
    join organisation o on o.id = c.organisation_id`,
  columns: ({ criteria, bind }) => ({
    quarter: bind(criteria.quarter ?? '', 'text'),
    department: DEPARTMENT,
    organisation: 'o.name',
    control: `'Digital and technology'`,
    reference: 'c.reference',
    title: `case when c.protective_marking = 'OFFICIAL' then c.title else 'Withheld (OFFICIAL-SENSITIVE)' end`,
    category: 'c.category',
    amountRequested: 'round(d.requested_pence / 100.0, 2)',
    amountApproved: 'round(d.approved_pence / 100.0, 2)',
    outcome: 'd.outcome',
    approvedOn: `(d.decided_at at time zone 'Europe/London')::date`,
    conditions: '(select count(*) from condition k where k.decision_id = d.id)',
    synthetic: 'c.synthetic',
  }),
  where: () => [`d.outcome in ${APPROVED}`],
  keys: [
    { sql: 'd.decided_at', type: 'timestamptz' },
    { sql: 'd.id', type: 'uuid' },
  ],
  descending: false,
  filters: DECISION_FILTERS,
};

import { addDays, calendarQuarter, startOfLondonDay, type HistoryCriteria } from '#domain';
import { isShownAs, SHOWN_UNSETTLED } from '../cases/condition-fragments.js';
import type { FilterColumns, QuestionSql, Writing } from './question-sql.js';
import { standsSo } from './spend-sql.js';
import {
  isLatestAssessment,
  isMandatory,
  isNear,
  latestRuling,
  legacyWord,
  nearPercent,
  SPLITS,
  thereIs,
  THRESHOLD,
} from './sql-fragments.js';
import { titledLike } from './text-search.js';

/** The text as a pattern of LIKE that stands for nothing but itself. */
function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

/** Whether a condition is asked for or its contrary; not even written where neither is. */
function asked(wanted: boolean | undefined, condition: () => string): readonly string[] {
  if (wanted === undefined) return [];
  return [wanted ? condition() : `not ${condition()}`];
}

function anyOf(
  { bind }: Writing,
  column: string,
  values: readonly string[] | undefined,
  type = 'text',
): readonly string[] {
  if (values === undefined) return [];
  return values.length === 1
    ? [`${column} = ${bind(values[0], type)}`]
    : [`${column} = any(${bind(values, `${type}[]`)})`];
}

function periodOf({ from, to, quarter }: HistoryCriteria): { readonly from?: string; readonly to?: string } {
  if (quarter !== undefined) return calendarQuarter(quarter) ?? {};
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** SQL conditions of the period asked for. */
export function inPeriod(
  { criteria, bind }: Writing,
  { period, periodIsDate = false }: Pick<FilterColumns, 'period' | 'periodIsDate'>,
): readonly string[] {
  const { from, to } = periodOf(criteria);
  if (periodIsDate)
    return [
      ...(from === undefined ? [] : [`${period} >= ${bind(from, 'date')}`]),
      ...(to === undefined ? [] : [`${period} <= ${bind(to, 'date')}`]),
    ];
  return [
    ...(from === undefined ? [] : [`${period} >= ${bind(startOfLondonDay(from), 'timestamptz')}`]),
    ...(to === undefined ? [] : [`${period} < ${bind(startOfLondonDay(addDays(to, 1)), 'timestamptz')}`]),
  ];
}

/** Of cases first submitted on some days. */
function ofSubmission({ criteria, bind }: Writing): readonly string[] {
  const { submittedFrom: first, submittedTo: last } = criteria;
  return [
    ...(first === undefined ? [] : [`c.submitted_at >= ${bind(startOfLondonDay(first), 'timestamptz')}`]),
    ...(last === undefined
      ? []
      : [`c.submitted_at < ${bind(startOfLondonDay(addDays(last, 1)), 'timestamptz')}`]),
  ];
}

/** Of which organisations: one, or one with all below it. */
export function ofOrganisation({ criteria, bind }: Writing, column: string): readonly string[] {
  const { organisation, children } = criteria;
  if (organisation === undefined) return [];
  if (children !== true) return [`${column} = ${bind(organisation, 'uuid')}`];
  return [
    `${column} = any(array(with recursive below(id) as (select ${bind(organisation, 'uuid')}
      union select w.id from organisation w join below b on w.parent_id = b.id) select id from below))`,
  ];
}

/** What the reader may see; the rest does not exist for them. */
function withinSight({ sight, bind }: Writing, column: string): readonly string[] {
  return sight.everything ? [] : [`${column} = any(${bind(sight.organisationIds, 'uuid[]')})`];
}

function byPerson({ criteria, personId, bind }: Writing): readonly string[] {
  const { reviewer, decider } = criteria;
  const id = (person: string): string => bind(person === 'me' ? personId : person, 'uuid');
  const ofReviewer = (person: string): string =>
    person === 'nobody' ? 'c.reviewer_id is null' : `c.reviewer_id = ${id(person)}`;
  // A case may have no decision: of that there is no decider, elsewhere either.
  const ofDecider = (person: string): string =>
    person === 'nobody' ? '(d.id is not null and d.decided_by is null)' : `d.decided_by = ${id(person)}`;
  return [
    ...(reviewer === undefined ? [] : [ofReviewer(reviewer)]),
    ...(decider === undefined ? [] : [ofDecider(decider)]),
  ];
}

function ofAmount({ criteria, bind }: Writing, requested: string): readonly string[] {
  const { minRequestedPence, maxRequestedPence, minApprovedPence, maxApprovedPence } = criteria;
  return [
    ...(minRequestedPence === undefined ? [] : [`${requested} >= ${bind(minRequestedPence, 'bigint')}`]),
    ...(maxRequestedPence === undefined ? [] : [`${requested} <= ${bind(maxRequestedPence, 'bigint')}`]),
    ...(minApprovedPence === undefined ? [] : [`d.approved_pence >= ${bind(minApprovedPence, 'bigint')}`]),
    ...(maxApprovedPence === undefined ? [] : [`d.approved_pence <= ${bind(maxApprovedPence, 'bigint')}`]),
    ...asked(criteria.approvedLess, () => '(d.approved_pence < d.requested_pence)'),
  ];
}

/** The case has a latest assessment that fits the point and the verdicts asked for. */
function ofVerdict(writing: Writing): readonly string[] {
  const { criteria, bind } = writing;
  const { point, verdict } = criteria;
  if (point === undefined && verdict === undefined) return [];
  const fits = [
    ...(point === undefined ? [] : [`a.point = ${bind(point, 'int')}`]),
    ...anyOf(writing, 'a.verdict', verdict),
    isLatestAssessment(writing),
  ];
  return [thereIs(`assessment a where a.case_id = c.id and ${fits.join(' and ')}`)];
}

function ofMandatoryPoints(writing: Writing): readonly string[] {
  return asked(writing.criteria.mandatoryNotMet, () =>
    thereIs(`assessment a where a.case_id = c.id and a.verdict = 'not-met'
        and ${isLatestAssessment(writing)} and ${isMandatory('a.point')}`),
  );
}

function ofLegacy(writing: Writing): readonly string[] {
  const { legacy } = writing.criteria;
  if (legacy === undefined) return [];
  const ruled = legacy.includes('accepted') || legacy.includes('refused') ? latestRuling(writing) : '';
  return [
    thereIs(`legacy_exception x ${ruled} where x.case_id = c.id and x.removed_at is null
      and ${legacy.map(legacyWord).join(' and ')}`),
  ];
}

function ofConditions(writing: Writing): readonly string[] {
  const { criteria, bind } = writing;
  const { conditionStatus, conditionKind, overdueOn } = criteria;
  if (conditionStatus === undefined && conditionKind === undefined && overdueOn === undefined) return [];
  const fits = [
    ...(conditionStatus === undefined ? [] : [isShownAs(bind(conditionStatus, 'text[]'))]),
    ...anyOf(writing, 'k.kind', conditionKind),
    ...(overdueOn === undefined
      ? []
      : [
          `k.decision_id = c.decision_id and ${SHOWN_UNSETTLED}
            and k.due_on < ${bind(overdueOn, 'date')}`,
        ]),
  ];
  return [thereIs(`condition k where k.decision_id = d.id and ${fits.join(' and ')}`)];
}

function ofSpend({ criteria, bind }: Writing): readonly string[] {
  const { spend } = criteria;
  if (spend === undefined) return [];
  const standings = spend.filter((word) => word !== 'overdue');
  return [
    standsSo(standings.length === 0 ? null : bind(standings, 'text[]'), standings.length < spend.length),
  ];
}

function ofThreshold(writing: Writing): readonly string[] {
  if (writing.criteria.nearThreshold === undefined) return [];
  const near = isNear('t.amount', 't.pence', nearPercent(writing));
  return [thereIs(`${THRESHOLD} t where ${near}`)];
}

/** By what the list of cases has of a case: its category, whether its target is missed now, words of its title. */
function asListed(writing: Writing): readonly string[] {
  const { criteria, bind, now } = writing;
  const { title, targetOverdue } = criteria;
  return [
    ...anyOf(writing, 'c.category', criteria.category),
    // A case without a due time is in time.
    ...asked(targetOverdue, () => `coalesce(c.next_due_at < ${bind(now, 'timestamptz')}, false)`),
    ...(title === undefined ? [] : [titledLike(bind(`%${literally(title)}%`, 'text'))]),
  ];
}

function ofText({ criteria, bind }: Writing, { text }: FilterColumns): readonly string[] {
  return criteria.text === undefined ? [] : [text(bind(`%${literally(criteria.text)}%`, 'text'))];
}

/**
 * SQL conditions of what is asked, to be joined by “and”. Each is written only when it is used, so that every
 * combination has a plan of its own.
 */
export function conditionsOf(question: QuestionSql, writing: Writing): readonly string[] {
  const { criteria, bind } = writing;
  const { filters, kind, own } = question;
  return [
    ...question.where(writing),
    ...withinSight(writing, filters.organisation),
    ...ofOrganisation(writing, filters.organisation),
    ...inPeriod(writing, filters),
    ...(criteria.case === undefined ? [] : [`c.reference = ${bind(criteria.case, 'text')}`]),
    ...anyOf(writing, 'c.state', criteria.state),
    ...anyOf(writing, 'd.outcome', criteria.outcome),
    ...byPerson(writing),
    ...anyOf(writing, filters.role, criteria.role),
    ...anyOf(writing, filters.regime, criteria.regime),
    ...(criteria.version === undefined ? [] : [`${filters.version} = ${bind(criteria.version, 'int')}`]),
    ...anyOf(writing, 'c.route', criteria.route),
    ...anyOf(writing, 'c.rating', criteria.rating),
    ...asked(criteria.overridden, () =>
      thereIs('rating_review w where w.case_id = c.id and w.computed is distinct from w.rating'),
    ),
    ...asked(criteria.autonomy, () =>
      thereIs(`case_event w where w.case_id = c.id and w.type = 'assured-by-department'`),
    ),
    ...(own?.verdict ?? ofVerdict)(writing),
    ...ofMandatoryPoints(writing),
    ...(own?.legacy ?? ofLegacy)(writing),
    ...ofAmount(writing, filters.requested),
    ...ofSpend(writing),
    ...(own?.conditions ?? ofConditions)(writing),
    ...(criteria.flags === undefined
      ? []
      : [
          `c.flags @> ${bind(JSON.stringify(Object.fromEntries(criteria.flags.map((flag) => [flag, true]))), 'jsonb')}`,
        ]),
    ...ofThreshold(writing),
    ...(criteria.possibleSplit === undefined
      ? []
      : [writing.sees, ...asked(criteria.possibleSplit, () => thereIs(SPLITS))]),
    ...ofSubmission(writing),
    ...asListed(writing),
    ...ofText(writing, filters),
    ...asked(criteria.synthetic, () => 'c.synthetic'),
    ...(criteria.kinds === undefined || kind === undefined
      ? []
      : [`(${criteria.kinds.map((one) => kind(one, writing)).join(' or ')})`]),
  ];
}

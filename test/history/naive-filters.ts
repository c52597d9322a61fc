import type { CaseFlag, HistoryCriteria, QuestionName } from '#domain';
import { CANDIDATES } from './naive-answers.js';
import { timeTaken } from './naive-case-answers.js';
import { isOverdue } from './naive-decision-answers.js';
import {
  isMandatory,
  isNear,
  isRedRated,
  latestAssessments,
  latestRuling,
  mayRead,
  seesAll,
  splitsOf,
  type Asking,
  type Candidate,
  type Row,
} from './naive-facts.js';
import { standing, type NaiveCase } from './naive-cases.js';
import { fitsSpend } from './naive-spend.js';

const londonDay = (instant: string): string =>
  instant.length === 10
    ? instant
    : new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });

const QUARTERS: Readonly<Record<string, readonly [string, string]>> = {
  Q1: ['01-01', '03-31'],
  Q2: ['04-01', '06-30'],
  Q3: ['07-01', '09-30'],
  Q4: ['10-01', '12-31'],
};

function isIn(values: readonly string[] | undefined, value: string | null | undefined): boolean {
  return values === undefined || (value !== null && value !== undefined && values.includes(value));
}

function between(
  value: number | null | undefined,
  least: number | undefined,
  most: number | undefined,
): boolean {
  if (least === undefined && most === undefined) return true;
  return (
    value !== null && value !== undefined && value >= (least ?? -Infinity) && value <= (most ?? Infinity)
  );
}

function fitsOrganisation({ history, criteria }: Asking, c: NaiveCase): boolean {
  if (criteria.organisation === undefined) return true;
  for (
    let id: string | null = c.organisationId;
    id !== null;
    id = history.organisations.get(id)?.parent_id ?? null
  ) {
    if (id === criteria.organisation) return true;
    if (criteria.children !== true) return false;
  }
  return false;
}

function fitsPeriod({ from, to, quarter }: HistoryCriteria, period: string | null): boolean {
  const [year = '', number = ''] = (quarter ?? '').split('-');
  const [first, last] = QUARTERS[number] ?? [];
  const least = first === undefined ? from : `${year}-${first}`;
  const most = last === undefined ? to : `${year}-${last}`;
  if (least === undefined && most === undefined) return true;
  if (period === null) return false;
  const day = londonDay(period);
  return (least === undefined || day >= least) && (most === undefined || day <= most);
}

function fitsPerson(asked: string | undefined, me: string, is: string | null | undefined): boolean {
  if (asked === undefined) return true;
  if (asked === 'nobody') return is === null;
  return is === (asked === 'me' ? me : asked);
}

function fitsVerdict(asking: Asking, { c, assessment }: Candidate): boolean {
  const { point, verdict } = asking.criteria;
  const fits = (one: NonNullable<Candidate['assessment']>): boolean =>
    (point === undefined || (one.payload.point as number) === point) && isIn(verdict, one.payload.verdict);
  if (assessment !== undefined)
    return fits(assessment) && (verdict !== undefined || assessment.payload.verdict === 'not-met');
  return (point === undefined && verdict === undefined) || latestAssessments(asking, c).some(fits);
}

function fitsLegacy(asking: Asking, { c, exception }: Candidate): boolean {
  const { legacy } = asking.criteria;
  if (legacy === undefined) return true;
  const own =
    exception === undefined
      ? [...c.exceptions.values()].filter(({ removed }) => !removed).map((one) => one.exception)
      : [exception];
  return own.some((one) =>
    legacy.every((word) => {
      if (word === 'red-rated') return isRedRated(one);
      if (word === 'unfunded') return one.funded === false;
      return word === 'any' || latestRuling(asking, c, one.id)?.payload.ruling === word;
    }),
  );
}

function fitsConditions({ criteria }: Asking, { c, d, condition }: Candidate): boolean {
  const { conditionStatus, conditionKind, overdueOn, inForce } = criteria;
  if (inForce !== undefined && inForce !== ((condition?.decision ?? d) === standing(c))) return false;
  if (conditionStatus === undefined && conditionKind === undefined && overdueOn === undefined) return true;
  const own = condition === undefined ? c.conditions.filter(({ decision }) => decision === d) : [condition];
  return own.some(
    (one) =>
      isIn(conditionStatus, one.status) &&
      isIn(conditionKind, one.kind) &&
      (overdueOn === undefined || isOverdue(c, one, overdueOn)),
  );
}

function fitsSubmission({ submittedFrom, submittedTo }: HistoryCriteria, at: string | null): boolean {
  if (submittedFrom === undefined && submittedTo === undefined) return true;
  if (at === null) return false;
  const day = new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });
  return (submittedFrom ?? '') <= day && (submittedTo === undefined || day <= submittedTo);
}

function fitsText({ text }: HistoryCriteria, { c, reason }: Candidate): boolean {
  if (text === undefined) return true;
  const wanted = text.toLowerCase();
  return [c.details.title, c.details.description, reason].some((one) =>
    (one ?? '').toLowerCase().includes(wanted),
  );
}

function asListed(asking: Asking, { c, d }: Candidate): boolean {
  const { criteria, now } = asking;
  const dueAt = c.row.next_due_at;
  const taken = criteria.timeTaken === undefined || d?.number !== 1 ? null : timeTaken(asking, c);
  return (
    isIn(criteria.category, c.details.category) &&
    same(criteria.targetOverdue, () => dueAt !== null && new Date(dueAt) < now) &&
    isIn(criteria.timeTaken, taken) &&
    (criteria.title === undefined || c.details.title.toLowerCase().includes(criteria.title.toLowerCase()))
  );
}

function same(asked: boolean | undefined, is: () => boolean | null): boolean {
  return asked === undefined || asked === is();
}

function fits(asking: Asking, candidate: Candidate): boolean {
  const { criteria, reader } = asking;
  const { c, d, row } = candidate;
  return (
    fitsOrganisation(asking, c) &&
    fitsPeriod(criteria, candidate.period) &&
    (criteria.case === undefined || criteria.case === c.reference) &&
    isIn(criteria.state, c.state) &&
    isIn(criteria.outcome, d?.outcome) &&
    fitsPerson(criteria.reviewer, reader.personId, c.row.reviewer_id) &&
    fitsPerson(criteria.decider, reader.personId, d?.event.actorId) &&
    isIn(criteria.role, candidate.role) &&
    isIn(criteria.regime, candidate.regime) &&
    (criteria.version === undefined || criteria.version === candidate.version) &&
    isIn(criteria.route, c.row.route) &&
    isIn(criteria.rating, c.row.rating) &&
    same(criteria.overridden, () =>
      c.events.some(
        (event) => event.type === 'rating-reviewed' && event.payload.computed !== event.payload.rating,
      ),
    ) &&
    same(criteria.autonomy, () => c.events.some(({ type }) => type === 'assured-by-department')) &&
    fitsVerdict(asking, candidate) &&
    same(criteria.mandatoryNotMet, () =>
      latestAssessments(asking, c).some(
        ({ payload }) => payload.verdict === 'not-met' && isMandatory(asking, c, payload.point),
      ),
    ) &&
    fitsLegacy(asking, candidate) &&
    between(candidate.requested, criteria.minRequestedPence, criteria.maxRequestedPence) &&
    between(d?.approved, criteria.minApprovedPence, criteria.maxApprovedPence) &&
    same(criteria.approvedLess, () => (typeof d?.approved === 'number' ? d.approved < d.requested : null)) &&
    fitsSpend(criteria.spend, c, d) &&
    fitsConditions(asking, candidate) &&
    (criteria.flags ?? []).every((flag) => c.details.flags[flag as CaseFlag] === true) &&
    (criteria.nearThreshold === undefined || isNear(asking, c, criteria.nearThreshold)) &&
    (criteria.possibleSplit === undefined ||
      (seesAll(asking, c) && splitsOf(asking, c).length > 0 === criteria.possibleSplit)) &&
    same(criteria.targetBreached, () => row['targetsBreached'] !== '') &&
    fitsSubmission(criteria, c.submittedAt) &&
    asListed(asking, candidate) &&
    fitsText(criteria, candidate) &&
    same(criteria.synthetic, () => c.synthetic) &&
    (criteria.kinds === undefined || criteria.kinds.some((kind) => candidate.kinds.includes(kind)))
  );
}

function compare(one: Candidate, other: Candidate): number {
  for (const [index, value] of one.sort.entries()) {
    const against = other.sort[index]!;
    if (value !== against) return value < against ? -1 : 1;
  }
  return 0;
}

const EARLIEST_FIRST: readonly QuestionName[] = ['conditions', 'spending-control-exceptions'];

/** The rows of an answer, in order, found by looking at everything. */
export function naiveAnswer(question: QuestionName, asking: Asking): readonly Row[] {
  const found = asking.history.cases
    .filter((c) => mayRead(asking, c))
    .flatMap((c) => CANDIDATES[question](asking, c))
    .filter((candidate) => fits(asking, candidate))
    .sort(compare);
  if (!EARLIEST_FIRST.includes(question)) found.reverse();
  return found.map(({ row }) => row);
}

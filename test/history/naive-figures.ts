import {
  CASE_STATES,
  clockEventOf,
  CODE_POINTS,
  CONDITION_STANDINGS,
  TIME_BUCKETS,
  VERDICTS,
  type CaseCriteria,
  type ConditionFigures,
  type MoneyFigures,
  type SpendFigures,
  type StateFigure,
  type TimeBucket,
  type TimeToDecisionFigures,
  type VerdictFigure,
  type WorkingCalendar,
} from '#domain';
import { slowStanding } from '../../libs/domain/working-time/slow-clock.fixture.js';
import { standing, type NaiveCase } from './naive-cases.js';
import { isOverdue } from './naive-decision-answers.js';
import { latestAssessments, mayRead, type Asking } from './naive-facts.js';
import { approvedOf, spendOf, sumOfSpend } from './naive-spend.js';

/*
 * The figures of the dashboard worked out a second time, from the events of the cases alone, by loops. No more
 * organisations than a figure names one by one are looked after.
 */

const DECIDED = ['approved', 'approved-with-conditions', 'not-approved'];

/** London; before every day where there is none. */
function dayOf(instant: string | null): string {
  return instant === null ? '' : new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });
}

function fits(criteria: CaseCriteria, { reader }: Asking, c: NaiveCase): boolean {
  const { organisationId, states, reviewer, ratings, routes, minPence, maxPence, flags, categories, text } =
    criteria;
  const { details, row } = c;
  const requested = details.requestedPence;
  return (
    (organisationId === null || c.organisationId === organisationId) &&
    (states.length === 0 || states.includes(c.state)) &&
    (reviewer === null ||
      (reviewer === 'nobody'
        ? row.reviewer_id === null
        : row.reviewer_id === (reviewer === 'me' ? reader.personId : reviewer))) &&
    (ratings.length === 0 || (row.rating !== null && ratings.includes(row.rating))) &&
    (routes.length === 0 || (row.route !== null && routes.includes(row.route))) &&
    (minPence === null || (requested !== null && requested >= minPence)) &&
    (maxPence === null || (requested !== null && requested <= maxPence)) &&
    flags.every((flag) => details.flags[flag] === true) &&
    (categories.length === 0 || (details.category !== null && categories.includes(details.category))) &&
    (criteria.submittedFrom === null || dayOf(c.submittedAt) >= criteria.submittedFrom) &&
    (criteria.submittedTo === null ||
      (c.submittedAt !== null && dayOf(c.submittedAt) <= criteria.submittedTo)) &&
    (text === null || details.title.toLowerCase().includes(text.toLowerCase()))
  );
}

function casesOf(asking: Asking, criteria: CaseCriteria): readonly NaiveCase[] {
  return asking.history.cases.filter((c) => mayRead(asking, c) && fits(criteria, asking, c));
}

/** Groups things by the organisation of their case; who has most comes first, then by name. */
function ranked<Thing>(
  asking: Asking,
  things: readonly { readonly c: NaiveCase; readonly thing: Thing }[],
  most: (own: readonly { readonly c: NaiveCase; readonly thing: Thing }[]) => number,
): readonly { readonly organisation: { id: string; name: string }; readonly own: readonly Thing[] }[] {
  const ids = [...new Set(things.map(({ c }) => c.organisationId))];
  const groups = ids.map((id) => {
    const own = things.filter(({ c }) => c.organisationId === id);
    const { name } = asking.history.organisations.get(id)!;
    return { organisation: { id, name }, own: own.map(({ thing }) => thing), most: most(own) };
  });
  groups.sort((a, b) => b.most - a.most || (a.organisation.name < b.organisation.name ? -1 : 1));
  return groups.map(({ organisation, own }) => ({ organisation, own }));
}

function count<Thing>(things: readonly Thing[], is: (thing: Thing) => boolean): number {
  return things.filter(is).length;
}

function tally<Word extends string>(
  words: readonly Word[],
  found: readonly Word[],
): Readonly<Record<Word, number>> {
  return Object.fromEntries(words.map((word) => [word, count(found, (one) => one === word)])) as Record<
    Word,
    number
  >;
}

export function naiveStates(asking: Asking, criteria: CaseCriteria): readonly StateFigure[] {
  const cases = casesOf(asking, criteria);
  return CASE_STATES.map((state) => ({ state, cases: count(cases, (c) => c.state === state) })).filter(
    (figure) => figure.cases > 0,
  );
}

export function naiveVerdicts(asking: Asking, criteria: CaseCriteria): readonly VerdictFigure[] {
  const assessments = casesOf(asking, criteria).flatMap((c) =>
    latestAssessments(asking, c).map((thing) => ({ c, thing })),
  );
  return ranked(asking, assessments, (own) => new Set(own.map(({ c }) => c.id)).size).flatMap(
    ({ organisation, own }) =>
      CODE_POINTS.flatMap(({ number }) => {
        const verdicts = own
          .filter(({ payload }) => payload.point === number)
          .map(({ payload }) => payload.verdict);
        if (verdicts.length === 0) return [];
        return [
          { organisation, point: number, verdicts: tally(VERDICTS, verdicts), assessed: verdicts.length },
        ];
      }),
  );
}

export function naiveMoney(asking: Asking, criteria: CaseCriteria): MoneyFigures {
  const decisions = casesOf(asking, criteria).flatMap((c) => {
    const d = standing(c);
    return d === null ? [] : [{ c, thing: { requested: d.requested, approved: d.approved ?? 0 } }];
  });
  const sumOf = (own: readonly { requested: number; approved: number }[]) => ({
    cases: own.length,
    requestedPence: own.reduce((sum, { requested }) => sum + requested, 0),
    approvedPence: own.reduce((sum, { approved }) => sum + approved, 0),
  });
  return {
    organisations: ranked(
      asking,
      decisions,
      (own) => sumOf(own.map(({ thing }) => thing)).requestedPence,
    ).map(({ organisation, own }) => ({ organisation, ...sumOf(own) })),
    inAll: sumOf(decisions.map(({ thing }) => thing)),
  };
}

export function naiveSpend(asking: Asking, criteria: CaseCriteria): SpendFigures {
  const approvals = casesOf(asking, criteria).flatMap((c) => {
    const approved = approvedOf(c, standing(c));
    return approved === null ? [] : [{ c, thing: { ...spendOf(c, standing(c)), approved } }];
  });
  return {
    organisations: ranked(
      asking,
      approvals,
      (own) => sumOfSpend(own.map(({ thing }) => thing)).approvedPence,
    ).map(({ organisation, own }) => ({ organisation, ...sumOfSpend(own) })),
    inAll: sumOfSpend(approvals.map(({ thing }) => thing)),
  };
}

export function naiveConditions(asking: Asking, criteria: CaseCriteria): ConditionFigures {
  const conditions = casesOf(asking, criteria).flatMap((c) =>
    c.conditions
      .filter(({ decision }) => decision === standing(c))
      .map((condition) => {
        const { status } = condition;
        if (status === 'met' || status === 'not-met' || status === 'waived')
          return { c, thing: status } as const;
        return { c, thing: isOverdue(c, condition, asking.today) ? 'overdue' : 'open' } as const;
      }),
  );
  return {
    today: asking.today,
    organisations: ranked(asking, conditions, (own) => own.length).map(({ organisation, own }) => ({
      organisation,
      conditions: tally(CONDITION_STANDINGS, own),
    })),
  };
}

/** The twelve months up to the one everything is asked in, November 2026. */
const LAST_TWELVE = [
  ...['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08'],
  ...['2026-09', '2026-10', '2026-11'],
];

/** The months a period of submission asks about, up to November 2026; after its end none that nothing is decided in. */
function monthsOf(
  { submittedFrom, submittedTo }: CaseCriteria,
  isDecidedIn: (month: string) => boolean,
): readonly string[] {
  if (submittedFrom === null && submittedTo === null) return LAST_TWELVE;
  const all = Array.from({ length: 36 }, (_, index) => {
    const [year, month] = [2023 + Math.floor((index + 11) / 12), ((index + 11) % 12) + 1];
    return `${String(year)}-${String(month).padStart(2, '0')}`;
  }).filter((month) => month <= '2026-11');
  const end = submittedTo?.slice(0, 7) ?? '2026-11';
  const first = submittedFrom?.slice(0, 7) ?? all[all.indexOf(end) - 11]!;
  const last = all.findLast((month) => month <= end || isDecidedIn(month))!;
  return all.filter((month) => month >= first && month <= last);
}

function monthOf(instant: string | number): string {
  return new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Europe/London' }).slice(0, 7);
}

export function naiveTimes(
  asking: Asking,
  criteria: CaseCriteria,
  calendar: WorkingCalendar,
): TimeToDecisionFigures {
  const timed: { month: string; inTime: boolean; bucket: TimeBucket }[] = [];
  const targets = new Set<string>();
  let notTimed = 0;
  const within = monthsOf(criteria, () => true);
  for (const c of casesOf(asking, criteria)) {
    const [first] = c.decisions;
    if (!DECIDED.includes(c.state) || first === undefined) continue;
    if (!within.includes(monthOf(first.event.occurredAt))) continue;
    const { turnaround } = asking.history.regimes.get(c.regimeVersion)!;
    const target =
      turnaround === 'not-known' ? undefined : turnaround.targets.find(({ id }) => id === 'decide');
    const moments = c.events.map(clockEventOf).filter((event) => event !== null);
    const result =
      turnaround === 'not-known' || target === undefined
        ? null
        : slowStanding(turnaround, target, calendar, moments, asking.now.getTime());
    if (result?.metAt == null) {
      notTimed += 1;
      continue;
    }
    targets.add(JSON.stringify({ days: target?.days, dayKind: target?.dayKind }));
    const share = result.usedDays / result.allowedDays;
    const inTime = result.breachedAt === null;
    timed.push({
      month: monthOf(result.metAt),
      inTime,
      bucket: share <= 0.5 ? 'first-half' : inTime ? 'second-half' : share <= 1.5 ? 'late' : 'very-late',
    });
  }
  return {
    months: monthsOf(criteria, (month) => timed.some((one) => one.month === month)).map((month) => {
      const own = timed.filter((one) => one.month === month);
      return {
        month,
        cases: own.length,
        inTime: count(own, ({ inTime }) => inTime),
        buckets: tally(
          TIME_BUCKETS,
          own.map(({ bucket }) => bucket),
        ),
      };
    }),
    targets: [...targets].map((target) => JSON.parse(target) as TimeToDecisionFigures['targets'][number]),
    notTimed,
  };
}

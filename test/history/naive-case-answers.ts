import { askedComponents, SPEND_STATES, readWorkingCalendar, secondsColumn, type TimeBucket } from '#domain';
import bankHolidays from '../../prisma/reference-data/bank-holidays.json' with { type: 'json' };
import { SHIPPED_CATALOGUE } from '../../libs/domain/components/catalogue.fixture.js';
import { slowStanding } from '../../libs/domain/working-time/slow-clock.fixture.js';
import {
  caseRow,
  isApproved,
  isNear,
  isRedRated,
  latestRuling,
  legacyScore,
  ofCase,
  personName,
  seesAll,
  splitsOf,
  standingRow,
  thresholdOf,
  type Asking,
  type Candidate,
  type Row,
} from './naive-facts.js';
import { standing, type NaiveCase } from './naive-cases.js';

function submissionRow(c: NaiveCase): Row {
  return { createdAt: c.createdAt, submittedAt: c.submittedAt };
}

export function registers(asking: Asking, c: NaiveCase): readonly Candidate[] {
  const { flags, retrospectiveExplanation, requestedPence, spendStartsOn } = c.details;
  const kinds = (['retrospective', 'breach'] as const).filter((flag) => flags[flag] === true);
  if (kinds.length === 0) return [];
  const row = {
    ...caseRow(asking, c),
    retrospective: flags.retrospective === true,
    breach: flags.breach === true,
    requestedPence,
    spendStartsOn,
    rootCause: retrospectiveExplanation?.rootCause ?? null,
    howJudgementWasApplied: retrospectiveExplanation?.howJudgementWasApplied ?? null,
    improvementPlan: retrospectiveExplanation?.improvementPlan ?? null,
    ...submissionRow(c),
    ...standingRow(c),
  };
  return [ofCase(c, row, kinds)];
}

export function legacyExceptions(asking: Asking, c: NaiveCase): readonly Candidate[] {
  return [...c.exceptions.values()]
    .filter(({ removed }) => !removed)
    .map(({ exception, savedAt }) => {
      const ruled = latestRuling(asking, c, exception.id);
      const score = legacyScore(exception);
      const row = {
        ...caseRow(asking, c),
        exceptionId: exception.id,
        system: exception.system,
        points: exception.points,
        explanation: exception.explanation,
        remediationPlan: exception.remediationPlan,
        owner: exception.owner,
        funded: exception.funded,
        targetDate: exception.targetDate,
        score: score === null ? null : Math.round(score * 100 + 1e-9) / 100,
        isLegacy:
          score === null
            ? null
            : Object.values(exception.scores.likelihood).some((level) => (level ?? 0) >= 3),
        redRated: score === null ? null : isRedRated(exception),
        ruling: ruled?.payload.ruling ?? null,
        rulingReason: ruled?.reason ?? null,
        ruledById: ruled?.actorId ?? null,
        ruledBy: personName(asking, ruled?.actorId ?? null),
        ruledAt: ruled?.occurredAt ?? null,
        savedAt,
        ...standingRow(c),
        redUnfundedYetApproved:
          isRedRated(exception) && exception.funded === false && isApproved(standing(c)),
      };
      return { ...ofCase(c, row), exception, sort: [savedAt, exception.id] };
    });
}

export function components(asking: Asking, c: NaiveCase): readonly Candidate[] {
  if (c.submittedAt === null || c.state === 'withdrawn') return [];
  const asked = new Set(askedComponents(SHIPPED_CATALOGUE, c.details).map(({ id }) => id));
  return (c.points.get(8)?.components ?? [])
    .map((answer, index) => ({ answer, place: index + 1 }))
    .filter(
      ({ answer: { component, use } }) =>
        use !== null && asked.has(component) && (asking.criteria.component?.includes(component) ?? true),
    )
    .map(({ answer, place }) => {
      const row = {
        ...caseRow(asking, c),
        component: answer.component,
        componentName: answer.name,
        use: answer.use,
        useReason: answer.reason,
        requestedPence: c.details.requestedPence,
        ...submissionRow(c),
        ...standingRow(c),
      };
      return { ...ofCase(c, row, [answer.use ?? '']), sort: [c.createdAt, c.id, place] };
    });
}

export function procurement(asking: Asking, c: NaiveCase): readonly Candidate[] {
  const { flags, commercialApproach, requestedPence, currentSuppliers, proposedSuppliers } = c.details;
  const directAward =
    flags.directAward === true ||
    commercialApproach === 'direct-award' ||
    commercialApproach === 'framework-direct-award';
  const extension = flags.contractExtension === true || commercialApproach === 'contract-extension';
  const nearThreshold = isNear(asking, c, asking.criteria.nearThreshold ?? 10);
  const splits = splitsOf(asking, c);
  const sees = seesAll(asking, c);
  const kinds = [
    ...(directAward ? ['direct-award'] : []),
    ...(extension ? ['extension'] : []),
    ...(nearThreshold ? ['near-threshold'] : []),
    ...(sees && splits.length > 0 ? ['possible-split'] : []),
  ];
  if (kinds.length === 0) return [];
  const threshold = thresholdOf(asking, c);
  const { pence = null, amount = null } = threshold ?? {};
  const isBelow = pence !== null && amount !== null && pence > 0 && amount <= pence;
  const row = {
    ...caseRow(asking, c),
    directAward,
    extension,
    nearThreshold,
    possibleSplit: sees ? splits.length > 0 : null,
    possibleSplitWith: sees ? splits : null,
    requestedPence,
    measuredPence: amount,
    thresholdPence: pence,
    percentBelow: isBelow ? Math.round(((pence - amount) * 10_000) / pence) / 100 : null,
    commercialApproach,
    currentSuppliers,
    proposedSuppliers,
    ...submissionRow(c),
    ...standingRow(c),
  };
  return [ofCase(c, row, kinds)];
}

const reading = readWorkingCalendar(bankHolidays);

/** Times depend on nothing that is asked, and walking through every day takes long. */
const knownTimes = new WeakMap<NaiveCase, Row>();

export function times(asking: Asking, c: NaiveCase): readonly Candidate[] {
  const row = knownTimes.get(c) ?? timesRow(asking, c);
  knownTimes.set(c, row);
  return [ofCase(c, row)];
}

const DECIDED = ['approved', 'approved-with-conditions', 'not-approved'];

/** How much of the time allowed the first decision took; `null` where there is none, or its time is not known. */
export function timeTaken(asking: Asking, c: NaiveCase): TimeBucket | null {
  if (!DECIDED.includes(c.state)) return null;
  const [{ row } = { row: {} }] = times(asking, c);
  const decide = (
    (row as Row)['targets'] as readonly {
      id: string;
      usedDays: number;
      allowedDays: number;
      metAt: string | null;
      breachedAt: string | null;
    }[]
  ).find(({ id }) => id === 'decide');
  if (decide?.metAt == null) return null;
  const share = decide.usedDays / decide.allowedDays;
  if (decide.breachedAt === null) return share <= 0.5 ? 'first-half' : 'second-half';
  return share <= 1.5 ? 'late' : 'very-late';
}

function timesRow(asking: Asking, c: NaiveCase): Row {
  if (!reading.ok) throw new Error('The bank holidays cannot be read');
  const { turnaround } = asking.history.regimes.get(c.regimeVersion)!;
  if (turnaround === 'not-known') throw new Error('Every regime here has targets');
  const milliseconds = new Map<string, number>();
  c.events.forEach((event, index) => {
    const until = c.events[index + 1]?.occurredAt ?? asking.now.toISOString();
    const spent = Date.parse(until) - Date.parse(event.occurredAt);
    milliseconds.set(event.toState, (milliseconds.get(event.toState) ?? 0) + spent);
  });
  const moments = c.events.map((event) =>
    event.type === 'clock-extended'
      ? {
          moment: 'extended' as const,
          at: new Date(event.occurredAt),
          target: event.payload.target,
          days: event.payload.days,
        }
      : { moment: event.type as 'submitted', at: new Date(event.occurredAt) },
  );
  let clockState = 'not-started';
  const stops: { stoppedAt: string; resumedAt: string | null; reason: string | null }[] = [];
  for (const { type, occurredAt, reason } of c.events) {
    if (type === 'submitted' || type === 'called-in') clockState = 'running';
    if (type === 'returned') {
      clockState = 'stopped';
      stops.push({ stoppedAt: occurredAt, resumedAt: null, reason });
    }
    const ends = ['decided', 'withdrawn', 'closed-below-threshold'].includes(type);
    if (type === 'resubmitted' || ends) for (const stop of stops) stop.resumedAt ??= occurredAt;
    if (type === 'resubmitted') clockState = 'running';
    if (ends && clockState !== 'not-started') clockState = 'ended';
  }
  const iso = (instant: number | null): string | null =>
    instant === null ? null : new Date(instant).toISOString();
  const targets =
    clockState === 'not-started'
      ? []
      : turnaround.targets.map((target) => {
          const slow = slowStanding(turnaround, target, reading.calendar, moments, asking.now.getTime())!;
          const { receivedOn, allowedDays, usedDays, stoppedDays, dueAt, state, metAt, breachedAt } = slow;
          const { id, name, dayKind } = target;
          return {
            id,
            name,
            dayKind,
            receivedOn,
            allowedDays,
            usedDays,
            stoppedDays,
            dueAt: iso(dueAt),
            state,
            metAt: iso(metAt),
            breachedAt: iso(breachedAt),
          };
        });
  const stopped = stops.reduce(
    (sum, stop) =>
      sum +
      (stop.resumedAt === null ? asking.now.getTime() : Date.parse(stop.resumedAt)) -
      Date.parse(stop.stoppedAt),
    0,
  );
  const row = {
    ...caseRow(asking, c),
    ...standingRow(c),
    ...submissionRow(c),
    regimeVersion: c.regimeVersion,
    asAt: asking.now.toISOString(),
    clockState,
    clockStops: stops,
    stoppedSeconds: Math.floor(stopped / 1000),
    targetsBreached: targets
      .filter(({ breachedAt }) => breachedAt !== null)
      .map(({ id }) => id)
      .join(','),
    targets,
    ...Object.fromEntries(
      SPEND_STATES.map((state) => [secondsColumn(state), Math.floor((milliseconds.get(state) ?? 0) / 1000)]),
    ),
  };
  return row;
}

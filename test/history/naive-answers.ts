import {
  CASE_STATES,
  codePoint,
  IMPACT_CODES,
  LIKELIHOOD_CODES,
  mandatoryPoints,
  readWorkingCalendar,
  secondsColumn,
  type CaseEvent,
  type HistoryCriteria,
  type LegacyException,
  type QuestionName,
} from '#domain';
import bankHolidays from '../../prisma/reference-data/bank-holidays.json' with { type: 'json' };
import { slowStanding } from '../../libs/domain/working-time/slow-clock.fixture.js';
import {
  releasedUpTo,
  standing,
  type NaiveCase,
  type NaiveCondition,
  type NaiveDecision,
  type NaiveHistory,
} from './naive-cases.js';
import type { Reader } from './history-world.js';

export type Row = Readonly<Record<string, unknown>>;
type Assessed = CaseEvent & { type: 'point-assessed' };
type Ruled = CaseEvent & { type: 'legacy-exception-ruled-on' };

/** A possible row of an answer, with what filters look at. */
export interface Candidate {
  readonly row: Row;
  readonly c: NaiveCase;
  readonly d: NaiveDecision | null;
  readonly period: string | null;
  readonly role: string | null;
  readonly regime: string;
  readonly version: number | null;
  readonly requested: number | null;
  readonly reason: string | null;
  readonly kinds: readonly string[];
  readonly sort: readonly (string | number)[];
  readonly assessment?: Assessed;
  readonly exception?: LegacyException;
  readonly condition?: NaiveCondition;
}

/** Who asks, what, and when. */
export interface Asking {
  readonly history: NaiveHistory;
  readonly reader: Reader;
  readonly criteria: HistoryCriteria;
  readonly now: Date;
  readonly today: string;
}

const APPROVED = ['approved', 'approved-with-conditions'];
const isApproved = (d: NaiveDecision | null): boolean => d !== null && APPROVED.includes(d.outcome);

export function mayRead({ reader }: Asking, c: NaiveCase): boolean {
  return reader.roles.some(
    ({ role, organisationId }) =>
      ['reviewer', 'decider', 'auditor'].includes(role) ||
      (['submitter', 'assurance-lead'].includes(role) && organisationId === c.organisationId),
  );
}

export function seesAll({ reader }: Asking, c: NaiveCase): boolean {
  const speaksForIt = reader.roles.some(
    ({ role, organisationId }) =>
      ['submitter', 'assurance-lead'].includes(role) && organisationId === c.organisationId,
  );
  return !speaksForIt && reader.roles.some(({ role }) => ['reviewer', 'decider', 'auditor'].includes(role));
}

function maySee(asking: Asking, c: NaiveCase, sequence: number): boolean {
  return seesAll(asking, c) || sequence <= releasedUpTo(c);
}

/** The latest assessment of each point that the reader may see. */
export function latestAssessments(asking: Asking, c: NaiveCase): readonly Assessed[] {
  const latest = new Map<number, Assessed>();
  for (const event of c.events)
    if (event.type === 'point-assessed' && maySee(asking, c, event.sequence))
      latest.set(event.payload.point, event);
  return [...latest.values()];
}

/** The latest ruling on a legacy exception that the reader may see. */
export function latestRuling(asking: Asking, c: NaiveCase, id: string): Ruled | null {
  let latest: Ruled | null = null;
  for (const event of c.events)
    if (
      event.type === 'legacy-exception-ruled-on' &&
      event.payload.exceptionId === id &&
      maySee(asking, c, event.sequence)
    )
      latest = event;
  return latest;
}

/** The score as the framework's guidance puts it, in floating point; `null` while a level is missing. */
export function legacyScore({ scores }: LegacyException): number | null {
  const side = (levels: readonly (number | null)[]): number | null => {
    if (levels.some((level) => level === null)) return null;
    const numbers = levels as readonly number[];
    const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
    return (mean + Math.max(...numbers)) / 2;
  };
  const likelihood = side(LIKELIHOOD_CODES.map((code) => scores.likelihood[code]));
  const impact = side(IMPACT_CODES.map((code) => scores.impact[code]));
  return likelihood === null || impact === null ? null : likelihood * impact;
}

export function isRedRated(exception: LegacyException): boolean {
  return (legacyScore(exception) ?? 0) >= 16 - 1e-9;
}

export function isMandatory({ history }: Asking, c: NaiveCase, point: number): boolean {
  const regime = history.regimes.get(c.regimeVersion)!;
  return (mandatoryPoints(regime, c.details.flags) as number[]).includes(point);
}

/** The threshold that applies, and the amount it is compared with. */
export function thresholdOf(
  { history }: Asking,
  c: NaiveCase,
): { readonly pence: number; readonly amount: number | null } | null {
  const { thresholds } = history.regimes.get(c.regimeVersion)!;
  if (thresholds === 'not-known') return null;
  let found: { thresholdPence: number; measure: string } = { ...thresholds.otherwise };
  let lowest = Infinity;
  for (const scoped of thresholds.scoped) {
    const { when } = scoped;
    const applies =
      when.kind === 'flag'
        ? c.details.flags[when.flag] === true
        : when.categories.some((one) => one === c.details.category);
    if (!applies || scoped.thresholdPence >= lowest) continue;
    lowest = scoped.thresholdPence;
    found = scoped;
  }
  const amount = found.measure === 'whole-life' ? c.details.wholeLifePence : c.details.requestedPence;
  return { pence: found.thresholdPence, amount };
}

export function isNear(asking: Asking, c: NaiveCase, percent: number): boolean {
  const threshold = thresholdOf(asking, c);
  if (threshold === null || threshold.pence === 0 || threshold.amount === null) return false;
  const below = threshold.pence - threshold.amount;
  return below >= 0 && below * 100 <= threshold.pence * percent;
}

/** References of cases that may be parts of the same purchase. */
export function splitsOf({ history }: Asking, c: NaiveCase): readonly string[] {
  const suppliersOf = ({ details }: NaiveCase): Set<string> =>
    new Set(
      [...details.currentSuppliers, ...details.proposedSuppliers].map((name) => name.trim().toLowerCase()),
    );
  const isDraft = ({ state }: NaiveCase): boolean => state === 'draft' || state === 'signed-off';
  if (isDraft(c)) return [];
  const own = suppliersOf(c);
  return history.cases
    .filter(
      (other) =>
        other.id !== c.id &&
        other.organisationId === c.organisationId &&
        !isDraft(other) &&
        [...suppliersOf(other)].some((name) => own.has(name)) &&
        Math.abs(Date.parse(other.createdAt) - Date.parse(c.createdAt)) <= 12 * 31 * 86_400_000,
    )
    .map(({ reference }) => reference)
    .sort();
}

function caseRow({ history }: Asking, c: NaiveCase): Row {
  return {
    reference: c.reference,
    title: c.details.title,
    organisationId: c.organisationId,
    organisation: history.organisations.get(c.organisationId)!.name,
    protectiveMarking: c.details.protectiveMarking,
    synthetic: c.synthetic,
  };
}

function standingRow(c: NaiveCase): Row {
  const d = standing(c);
  return {
    state: c.state,
    outcome: d?.outcome ?? null,
    decidedAt: d?.event.occurredAt ?? null,
    approvedPence: d?.approved ?? null,
  };
}

function personName({ history }: Asking, id: string | null): string | null {
  return id === null ? null : (history.people.get(id) ?? null);
}

function eventRow(asking: Asking, event: CaseEvent): Row {
  return {
    sequence: event.sequence,
    at: event.occurredAt,
    byId: event.actorId,
    by: personName(asking, event.actorId),
    role: event.actorRole,
    version: event.version,
    reason: event.reason,
  };
}

function ofCase(c: NaiveCase, row: Row, kinds: readonly string[] = []): Candidate {
  const d = standing(c);
  return {
    row,
    c,
    d,
    period: c.submittedAt,
    role: d?.event.actorRole ?? null,
    regime: c.regimeVersion,
    version: c.version,
    requested: c.details.requestedPence,
    reason: d?.event.reason ?? null,
    kinds,
    sort: [c.createdAt, c.id],
  };
}

function ofEvent(c: NaiveCase, event: CaseEvent, row: Row, kind: string): Candidate {
  return {
    ...ofCase(c, row, [kind]),
    period: event.occurredAt,
    role: event.actorRole,
    version: event.version,
    reason: event.reason,
    sort: [event.occurredAt, c.id, event.sequence],
  };
}

function ofDecision(c: NaiveCase, d: NaiveDecision, row: Row): Candidate {
  return {
    ...ofCase(c, row),
    d,
    period: d.event.occurredAt,
    role: d.event.actorRole,
    regime: d.event.payload.regimeVersion,
    version: d.version,
    requested: d.requested,
    reason: d.event.reason,
    sort: [d.event.occurredAt, d.id],
  };
}

function decisions(asking: Asking, c: NaiveCase): readonly Candidate[] {
  return c.decisions.map((d) => {
    const { event } = d;
    const recommendation = c.events.find(
      (each) =>
        each.type === 'recommended' && each.payload.recommendationId === event.payload.recommendationId,
    );
    return ofDecision(c, d, {
      ...caseRow(asking, c),
      decisionId: d.id,
      number: d.number,
      outcome: d.outcome,
      decidedAt: event.occurredAt,
      decidedById: event.actorId,
      decidedBy: personName(asking, event.actorId),
      decidedRole: event.actorRole,
      regimeVersion: event.payload.regimeVersion,
      version: d.version,
      requestedPence: d.requested,
      approvedPence: d.approved,
      reducedByPence: d.approved === null ? null : d.requested - d.approved,
      reason: event.reason,
      overrides: event.payload.overrides,
      conditions: event.payload.conditions.length,
      superseded: d.supersededBy !== null,
      supersedesNumber: c.decisions.find(({ id }) => id === event.payload.supersedesId)?.number ?? null,
      recommendedOutcome: recommendation?.type === 'recommended' ? recommendation.payload.outcome : null,
      recommendedBy: personName(asking, recommendation?.actorId ?? null),
      recommendationReason: recommendation?.reason ?? null,
      rating: c.row.rating,
      route: c.row.route,
      reviewer: personName(asking, c.row.reviewer_id),
    });
  });
}

export function isOverdue(c: NaiveCase, condition: NaiveCondition, day: string): boolean {
  const unsettled = condition.status === 'open' || condition.status === 'evidence-submitted';
  return condition.decision === standing(c) && unsettled && condition.dueOn < day;
}

function conditions(asking: Asking, c: NaiveCase): readonly Candidate[] {
  return c.conditions.map((condition) => {
    const { decision, settled } = condition;
    const day = asking.criteria.overdueOn ?? asking.today;
    const row = {
      ...caseRow(asking, c),
      conditionId: condition.id,
      decisionNumber: decision.number,
      number: condition.number,
      text: condition.text,
      point: condition.point,
      ownerName: condition.ownerName,
      ownerEmail: condition.ownerEmail,
      dueOn: condition.dueOn,
      status: condition.status,
      inForce: decision === standing(c),
      overdue: isOverdue(c, condition, day),
      overdueAsOf: day,
      evidenceGiven: condition.evidence,
      settledAt: settled?.occurredAt ?? null,
      settledById: settled?.actorId ?? null,
      settledBy: personName(asking, settled?.actorId ?? null),
      settledRole: settled?.actorRole ?? null,
      settledReason: settled?.reason ?? null,
      decidedAt: decision.event.occurredAt,
      outcome: decision.outcome,
    };
    return {
      ...ofDecision(c, decision, row),
      period: condition.dueOn,
      condition,
      sort: [condition.dueOn, condition.id],
    };
  });
}

function coveredBy(asking: Asking, c: NaiveCase, point: number): readonly string[] {
  const d = standing(c);
  if (d === null) return [];
  const isAccepted = ([id, { exception, removed }]: readonly [
    string,
    { exception: LegacyException; removed: boolean },
  ]) =>
    !removed &&
    (exception.points as readonly number[]).includes(point) &&
    latestRuling(asking, c, id)?.payload.ruling === 'accepted';
  return [
    ...(d.event.payload.overrides.some((override) => (override.point as number) === point)
      ? ['override']
      : []),
    ...(d.event.payload.conditions.some((condition) => condition.point === point) ? ['condition'] : []),
    ...([...c.exceptions].some(isAccepted) ? ['accepted-exception'] : []),
  ];
}

function pointsNotMet(asking: Asking, c: NaiveCase): readonly Candidate[] {
  return latestAssessments(asking, c).map((event) => {
    const { point, verdict, explanation, assessmentId } = event.payload;
    const d = standing(c);
    const isShort = verdict === 'not-met' && isApproved(d);
    const row = {
      ...caseRow(asking, c),
      assessmentId,
      point,
      pointTitle: codePoint(point).title,
      verdict,
      explanation,
      assessedById: event.actorId,
      assessedBy: personName(asking, event.actorId),
      assessedAt: event.occurredAt,
      version: event.version,
      selfAssessment: c.selfAssessments.get(`${String(event.version)}/${String(point)}`),
      mandatory: isMandatory(asking, c, point),
      ...standingRow(c),
      coveredBy: isShort ? coveredBy(asking, c, point) : [],
      mandatoryYetApproved: isShort && isMandatory(asking, c, point),
    };
    return {
      ...ofCase(c, row),
      period: event.occurredAt,
      version: event.version,
      assessment: event,
      sort: [event.occurredAt, assessmentId],
    };
  });
}

function submissionRow(c: NaiveCase): Row {
  return { createdAt: c.createdAt, submittedAt: c.submittedAt };
}

function registers(asking: Asking, c: NaiveCase): readonly Candidate[] {
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

function legacyExceptions(asking: Asking, c: NaiveCase): readonly Candidate[] {
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

function procurement(asking: Asking, c: NaiveCase): readonly Candidate[] {
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

function times(asking: Asking, c: NaiveCase): readonly Candidate[] {
  const row = knownTimes.get(c) ?? timesRow(asking, c);
  knownTimes.set(c, row);
  return [ofCase(c, row)];
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
      CASE_STATES.map((state) => [secondsColumn(state), Math.floor((milliseconds.get(state) ?? 0) / 1000)]),
    ),
  };
  return row;
}

function outcomesInPeriod(asking: Asking, c: NaiveCase): readonly Candidate[] {
  return c.events.flatMap((event) => {
    const kind =
      event.type === 'decided'
        ? event.payload.outcome === 'not-approved'
          ? 'declined'
          : null
        : event.type === 'withdrawn' || event.type === 'returned'
          ? event.type
          : null;
    if (kind === null) return [];
    const decision =
      event.type === 'decided' ? c.decisions.find(({ id }) => id === event.payload.decisionId) : undefined;
    const row = {
      ...caseRow(asking, c),
      kind,
      ...eventRow(asking, event),
      questions: event.type === 'returned' ? event.payload.points : null,
      decisionNumber: decision?.number ?? null,
      superseded: decision === undefined ? null : decision.supersededBy !== null,
      requestedPence: c.details.requestedPence,
      submittedAt: c.submittedAt,
      state: c.state,
    };
    return [ofEvent(c, event, row, kind)];
  });
}

function levelsOn({ history }: Asking, c: NaiveCase): readonly string[] {
  const { pinnedOn } = c;
  if (pinnedOn === null) return [];
  const levels = history.autonomies
    .filter(
      (grant) =>
        grant.organisation_id === c.organisationId &&
        grant.valid_from <= pinnedOn &&
        (grant.valid_to === null || grant.valid_to >= pinnedOn),
    )
    .flatMap((grant) => grant.levels);
  return [...new Set(levels)].sort();
}

function triageAndAutonomy(asking: Asking, c: NaiveCase): readonly Candidate[] {
  return c.events.flatMap((event) => {
    const isOverride = event.type === 'rating-reviewed' && event.payload.computed !== event.payload.rating;
    if (!isOverride && event.type !== 'assured-by-department' && event.type !== 'called-in') return [];
    const kind = isOverride ? 'rating-overridden' : event.type;
    const row = {
      ...caseRow(asking, c),
      kind,
      ...eventRow(asking, event),
      computedRating: event.type === 'rating-reviewed' ? event.payload.computed : null,
      rating:
        event.type === 'rating-reviewed'
          ? event.payload.rating
          : event.type === 'assured-by-department'
            ? event.payload.triage.rating
            : null,
      route: event.type === 'assured-by-department' ? event.payload.triage.route : null,
      autonomyLevels: levelsOn(asking, c),
      regimeVersion: c.regimeVersion,
      state: c.state,
    };
    return [ofEvent(c, event, row, kind)];
  });
}

function partOf(c: NaiveCase, event: CaseEvent): string | null {
  switch (event.type) {
    case 'details-changed':
      return 'details';
    case 'point-evidence-saved':
      return `point ${String(event.payload.evidence.point)}`;
    case 'legacy-exception-added':
    case 'legacy-exception-changed':
      return `legacy exception ${event.payload.exception.system}`;
    case 'legacy-exception-removed':
      return `legacy exception ${c.exceptions.get(event.payload.exceptionId)?.exception.system ?? ''}`;
    default:
      return null;
  }
}

function editsAfterSubmission(asking: Asking, c: NaiveCase): readonly Candidate[] {
  const first = c.events.findIndex(({ type }) => type === 'submitted' || type === 'assured-by-department');
  if (first === -1) return [];
  return c.events.slice(first).flatMap((event) => {
    const part = partOf(c, event);
    if (part === null) return [];
    const next = c.events.find(({ type, sequence }) => type === 'resubmitted' && sequence > event.sequence);
    const row = {
      ...caseRow(asking, c),
      ...eventRow(asking, event),
      type: event.type,
      part,
      stateThen: event.toState,
      enteredVersion: next?.version ?? null,
    };
    return [ofEvent(c, event, row, event.type)];
  });
}

function spendingControlExceptions(asking: Asking, c: NaiveCase): readonly Candidate[] {
  const d = standing(c);
  if (d === null || !isApproved(d)) return [];
  const { organisations } = asking.history;
  const organisation = organisations.get(c.organisationId)!;
  let top = organisation;
  while (top.parent_id !== null) top = organisations.get(top.parent_id)!;
  const row = {
    quarter: asking.criteria.quarter,
    department: top.name,
    organisation: organisation.name,
    control: 'Digital and technology',
    reference: c.reference,
    title: c.details.protectiveMarking === 'OFFICIAL' ? c.details.title : 'Withheld (OFFICIAL-SENSITIVE)',
    category: c.details.category,
    amountRequested: d.requested / 100,
    amountApproved: (d.approved ?? 0) / 100,
    outcome: d.outcome,
    approvedOn: new Date(d.event.occurredAt).toLocaleDateString('sv-SE', { timeZone: 'Europe/London' }),
    conditions: d.event.payload.conditions.length,
    synthetic: c.synthetic,
  };
  return [ofDecision(c, d, row)];
}

function events(asking: Asking, c: NaiveCase): readonly Candidate[] {
  return c.events
    .filter(({ audience }) => audience === 'shared' || seesAll(asking, c))
    .map((event) =>
      ofEvent(
        c,
        event,
        {
          ...caseRow(asking, c),
          ...eventRow(asking, event),
          type: event.type,
          audience: event.audience,
          actorOrganisationId: event.actorOrganisationId,
          fromState: event.fromState,
          toState: event.toState,
          payload: event.payload,
        },
        event.type,
      ),
    );
}

/** What could be rows of each question, whatever is asked. */
export const CANDIDATES: Readonly<
  Record<QuestionName, (asking: Asking, c: NaiveCase) => readonly Candidate[]>
> = {
  decisions,
  'outcomes-in-period': outcomesInPeriod,
  times,
  conditions,
  registers,
  'points-not-met': pointsNotMet,
  'legacy-exceptions': legacyExceptions,
  procurement,
  'triage-and-autonomy': triageAndAutonomy,
  'edits-after-submission': editsAfterSubmission,
  'spending-control-exceptions': spendingControlExceptions,
  events,
};

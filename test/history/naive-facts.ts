import {
  IMPACT_CODES,
  LIKELIHOOD_CODES,
  mandatoryPoints,
  type CaseEvent,
  type HistoryCriteria,
  type LegacyException,
} from '#domain';
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
export type Assessed = CaseEvent & { type: 'point-assessed' };
export type Ruled = CaseEvent & { type: 'legacy-exception-ruled-on' };

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
export const isApproved = (d: NaiveDecision | null): boolean => d !== null && APPROVED.includes(d.outcome);

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

export function caseRow({ history }: Asking, c: NaiveCase): Row {
  return {
    reference: c.reference,
    title: c.details.title,
    organisationId: c.organisationId,
    organisation: history.organisations.get(c.organisationId)!.name,
    protectiveMarking: c.details.protectiveMarking,
    synthetic: c.synthetic,
  };
}

export function standingRow(c: NaiveCase): Row {
  const d = standing(c);
  return {
    state: c.state,
    outcome: d?.outcome ?? null,
    decidedAt: d?.event.occurredAt ?? null,
    approvedPence: d?.approved ?? null,
  };
}

export function personName({ history }: Asking, id: string | null): string | null {
  return id === null ? null : (history.people.get(id) ?? null);
}

export function eventRow(asking: Asking, event: CaseEvent): Row {
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

export function ofCase(c: NaiveCase, row: Row, kinds: readonly string[] = []): Candidate {
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

export function ofEvent(c: NaiveCase, event: CaseEvent, row: Row, kind: string): Candidate {
  return {
    ...ofCase(c, row, [kind]),
    period: event.occurredAt,
    role: event.actorRole,
    version: event.version,
    reason: event.reason,
    sort: [event.occurredAt, c.id, event.sequence],
  };
}

export function ofDecision(c: NaiveCase, d: NaiveDecision, row: Row): Candidate {
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

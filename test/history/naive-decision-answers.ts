import { codePoint, type LegacyException } from '#domain';
import {
  caseRow,
  isApproved,
  isMandatory,
  latestAssessments,
  latestRuling,
  ofCase,
  ofDecision,
  personName,
  standingRow,
  type Asking,
  type Candidate,
} from './naive-facts.js';
import { spendOf } from './naive-spend.js';
import { standing, type NaiveCase, type NaiveCondition } from './naive-cases.js';

export function decisions(asking: Asking, c: NaiveCase): readonly Candidate[] {
  return c.decisions.map((d) => {
    const { event } = d;
    const recommendation = c.events.find(
      (each) =>
        each.type === 'recommended' && each.payload.recommendationId === event.payload.recommendationId,
    );
    const spent = spendOf(c, d);
    return ofDecision(c, d, {
      ...caseRow(asking, c),
      decisionId: d.id,
      number: d.number,
      outcome: d.outcome,
      decidedAt: event.occurredAt,
      decidedById: event.actorId,
      decidedBy: personName(asking, event.actorId),
      // Nothing is imported into the world these answers are of.
      decidedInSource: null,
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
      supersededByNumber: c.decisions.find(({ id }) => id === d.supersededBy)?.number ?? null,
      supersedesNumber: c.decisions.find(({ id }) => id === event.payload.supersedesId)?.number ?? null,
      recommendedOutcome: recommendation?.type === 'recommended' ? recommendation.payload.outcome : null,
      recommendedBy: personName(asking, recommendation?.actorId ?? null),
      recommendationReason: recommendation?.reason ?? null,
      rating: c.row.rating,
      route: c.row.route,
      reviewer: personName(asking, c.row.reviewer_id),
      ...spent,
    });
  });
}

export function isOverdue(c: NaiveCase, condition: NaiveCondition, day: string): boolean {
  const unsettled = condition.status === 'open' || condition.status === 'evidence-submitted';
  return condition.decision === standing(c) && unsettled && condition.dueOn < day;
}

export function conditions(asking: Asking, c: NaiveCase): readonly Candidate[] {
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
      conditionKind: condition.kind,
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

export function pointsNotMet(asking: Asking, c: NaiveCase): readonly Candidate[] {
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

export function spendingControlExceptions(asking: Asking, c: NaiveCase): readonly Candidate[] {
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

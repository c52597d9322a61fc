import type { TestDatabase } from '../setup/test-database.js';
import {
  emptyPointEvidence,
  POINT_NUMBERS,
  type CaseDetails,
  type CaseEvent,
  type CaseState,
  type LegacyException,
  type PointEvidence,
  type Regime,
} from '#domain';

/*
 * The history read a second time, to hold the answers against: every case is told again from its events alone, in
 * memory, by loops. Of the tables of the present only names, organisations and how a case is rated, routed and assigned
 * are read.
 */

export interface NaiveDecision {
  readonly id: string;
  readonly number: number;
  readonly event: CaseEvent & { type: 'decided' };
  readonly version: number;
  readonly outcome: string;
  readonly requested: number;
  readonly approved: number | null;
  supersededBy: string | null;
}

export interface NaiveCondition {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly point: number | null;
  readonly ownerName: string;
  readonly ownerEmail: string;
  readonly dueOn: string;
  readonly decision: NaiveDecision;
  status: string;
  evidence: number;
  settled: CaseEvent | null;
}

export interface NaiveCase {
  readonly id: string;
  readonly reference: string;
  readonly organisationId: string;
  readonly synthetic: boolean;
  readonly createdAt: string;
  readonly events: CaseEvent[];
  readonly row: {
    readonly rating: string | null;
    readonly route: string | null;
    readonly reviewer_id: string | null;
    readonly next_due_at: string | null;
  };
  details: CaseDetails;
  regimeVersion: string;
  pinnedOn: string | null;
  state: CaseState;
  version: number | null;
  submittedAt: string | null;
  readonly points: Map<number, PointEvidence>;
  readonly selfAssessments: Map<string, string | null>;
  readonly exceptions: Map<string, { exception: LegacyException; savedAt: string; removed: boolean }>;
  readonly decisions: NaiveDecision[];
  readonly conditions: NaiveCondition[];
}

export interface NaiveHistory {
  readonly cases: readonly NaiveCase[];
  readonly organisations: ReadonlyMap<string, { readonly name: string; readonly parent_id: string | null }>;
  readonly people: ReadonlyMap<string, string>;
  readonly regimes: ReadonlyMap<string, Regime>;
  readonly autonomies: readonly {
    readonly organisation_id: string;
    readonly levels: readonly string[];
    readonly valid_from: string;
    readonly valid_to: string | null;
  }[];
}

/** The latest decision of a case. */
export function standing(one: NaiveCase): NaiveDecision | null {
  return one.decisions.at(-1) ?? null;
}

const released = new WeakMap<NaiveCase, number>();

/** Up to which event the department knows what GDS Assurance thinks. */
export function releasedUpTo(one: NaiveCase): number {
  const known = released.get(one);
  if (known !== undefined) return known;
  let last = 0;
  for (const { type, sequence } of one.events) if (type === 'returned' || type === 'decided') last = sequence;
  released.set(one, last);
  return last;
}

function freeze(one: NaiveCase, version: number): void {
  for (const point of POINT_NUMBERS) {
    const key = `${String(version)}/${String(point)}`;
    if (!one.selfAssessments.has(key))
      one.selfAssessments.set(key, (one.points.get(point) ?? emptyPointEvidence(point)).selfAssessment);
  }
}

function submit(
  one: NaiveCase,
  event: CaseEvent & { type: 'submitted' | 'resubmitted' | 'assured-by-department' },
): void {
  one.version = event.version;
  freeze(one, event.version ?? 0);
  const { triage } = event.payload;
  if (event.type === 'resubmitted' || triage === undefined) return;
  one.submittedAt = event.occurredAt;
  one.regimeVersion = triage.regimeVersion;
  one.pinnedOn = triage.pinnedOn;
}

function decide(one: NaiveCase, event: CaseEvent & { type: 'decided' }): void {
  const { decisionId, number, outcome, requestedPence, approvedPence, supersedesId, conditions } =
    event.payload;
  for (const earlier of one.decisions) if (earlier.id === supersedesId) earlier.supersededBy = decisionId;
  const decision: NaiveDecision = {
    id: decisionId,
    number,
    event,
    version: event.version ?? 0,
    outcome,
    requested: requestedPence,
    approved: approvedPence,
    supersededBy: null,
  };
  one.decisions.push(decision);
  for (const condition of conditions)
    one.conditions.push({
      id: condition.id,
      number: condition.number,
      text: condition.text,
      point: condition.point ?? null,
      ownerName: condition.ownerName,
      ownerEmail: condition.ownerEmail,
      dueOn: condition.dueOn,
      decision,
      status: 'open',
      evidence: 0,
      settled: null,
    });
}

function settle(one: NaiveCase, id: string, status: string, event: CaseEvent): void {
  const condition = one.conditions.find((each) => each.id === id);
  if (condition === undefined) throw new Error('A condition nobody imposed');
  condition.status = status;
  if (event.type === 'condition-evidence-submitted') condition.evidence += 1;
  condition.settled = status === 'met' || status === 'waived' ? event : null;
}

function apply(one: NaiveCase, event: CaseEvent): void {
  one.events.push(event);
  one.state = event.toState;
  if (event.type === 'details-changed') one.details = event.payload.details;
  if (event.type === 'point-evidence-saved')
    one.points.set(event.payload.evidence.point, event.payload.evidence);
  if (event.type === 'legacy-exception-added' || event.type === 'legacy-exception-changed') {
    const { exception } = event.payload;
    one.exceptions.set(exception.id, { exception, savedAt: event.occurredAt, removed: false });
  }
  if (event.type === 'legacy-exception-removed') {
    const kept = one.exceptions.get(event.payload.exceptionId);
    if (kept !== undefined) kept.removed = true;
  }
  if (event.type === 'submitted' || event.type === 'resubmitted' || event.type === 'assured-by-department')
    submit(one, event);
  if (event.type === 'decided') decide(one, event);
  if (event.type === 'condition-evidence-submitted')
    settle(one, event.payload.conditionId, 'evidence-submitted', event);
  if (event.type === 'condition-changed') settle(one, event.payload.conditionId, event.payload.status, event);
}

interface EventRow {
  readonly case_id: string;
  readonly sequence: number;
  readonly occurred_at: string;
  readonly actor_id: string | null;
  readonly actor_role: string | null;
  readonly actor_organisation_id: string | null;
  readonly audience: string;
  readonly from_state: string | null;
  readonly to_state: string;
  readonly version: number | null;
  readonly reason: string | null;
  readonly type: string;
  readonly payload: unknown;
}

function eventOf(row: EventRow): CaseEvent {
  return {
    caseId: row.case_id,
    sequence: row.sequence,
    occurredAt: new Date(row.occurred_at).toISOString(),
    actorId: row.actor_id,
    actorRole: row.actor_role,
    actorOrganisationId: row.actor_organisation_id,
    audience: row.audience,
    fromState: row.from_state,
    toState: row.to_state,
    version: row.version,
    reason: row.reason,
    type: row.type,
    payload: row.payload,
  } as CaseEvent;
}

/** Reads every event and tells every case again. */
export async function readNaively(database: TestDatabase): Promise<NaiveHistory> {
  const all = async <Row>(table: string, order = '1'): Promise<readonly Row[]> => {
    const rows = await database.query<{ row: Row }>({
      text: `select to_jsonb(t) as row from ${table} t order by ${order}`,
      values: [],
    });
    return rows.map(({ row }) => row);
  };
  const caseRows = await all<NaiveCase['row'] & { id: string }>('spend_case');
  const cases = new Map<string, NaiveCase>();
  for (const row of await all<EventRow>('case_event', 't.case_id, t.sequence')) {
    const event = eventOf(row);
    if (event.type === 'case-created') {
      const { reference, organisationId, synthetic, details, regimeVersion } = event.payload;
      cases.set(event.caseId, {
        id: event.caseId,
        reference,
        organisationId,
        synthetic,
        createdAt: event.occurredAt,
        events: [],
        row: caseRows.find(({ id }) => id === event.caseId)!,
        details,
        regimeVersion,
        pinnedOn: null,
        state: event.toState,
        version: null,
        submittedAt: null,
        points: new Map(),
        selfAssessments: new Map(),
        exceptions: new Map(),
        decisions: [],
        conditions: [],
      });
    }
    apply(cases.get(event.caseId)!, event);
  }
  const organisations = await all<{ id: string; name: string; parent_id: string | null }>('organisation');
  const people = await all<{ id: string; name: string }>('person');
  const regimes = await all<{ version: string; content: Regime }>('regime');
  return {
    cases: [...cases.values()],
    organisations: new Map(organisations.map((each) => [each.id, each])),
    people: new Map(people.map(({ id, name }) => [id, name])),
    regimes: new Map(regimes.map(({ version, content }) => [version, content])),
    autonomies: await all('earned_autonomy'),
  };
}

import { FINISHED_CONTENT } from '../case/finished-content.fixture.js';
import type { Role } from '../lifecycle/roles.js';
import type { CaseState } from '../lifecycle/states.js';
import { pence } from '../money/pence.js';
import type { CaseEvent, EventPayloads, EventType, ImposedCondition } from './events.js';

/** People of the tests, by what they are. */
export const SUBMITTER = 'submitter-1';
export const LEAD = 'lead-1';
export const REVIEWER = 'reviewer-1';
export const DECIDER = 'decider-1';
export const ADMINISTRATOR = 'administrator-1';

const ACTORS: Partial<Record<EventType, readonly [string, Role]>> = {
  'signed-off': [LEAD, 'assurance-lead'],
  resubmitted: [LEAD, 'assurance-lead'],
  'assured-by-department': [LEAD, 'assurance-lead'],
  decided: [DECIDER, 'decider'],
  imported: [ADMINISTRATOR, 'administrator'],
};
const OF_THE_DEPARTMENT: readonly EventType[] = [
  'case-created',
  'details-changed',
  'point-evidence-saved',
  'legacy-exception-added',
  'legacy-exception-changed',
  'legacy-exception-removed',
  'attachment-added',
  'attachment-removed',
  'submitted',
  'condition-evidence-submitted',
];

type Parts = Partial<
  Pick<CaseEvent, 'actorId' | 'actorRole' | 'reason' | 'version' | 'audience' | 'occurredAt' | 'toState'>
>;

/** For tests: a history written event by event, one a minute, each following from the one before. */
export class HistoryInTheMaking {
  readonly events: CaseEvent[] = [];
  private state: CaseState | null = null;
  private version: number | null = null;

  /** Adds an event; what is not given is plain. */
  add<Type extends EventType>(type: Type, payload: EventPayloads[Type], parts: Parts = {}): this {
    const sequence = this.events.length + 1;
    const [actorId, actorRole] =
      ACTORS[type] ?? (OF_THE_DEPARTMENT.includes(type) ? [SUBMITTER, 'submitter'] : [REVIEWER, 'reviewer']);
    const { toState = this.state ?? 'draft', version = this.version } = parts;
    this.events.push({
      caseId: 'case-1',
      sequence,
      occurredAt: minute(sequence),
      actorId,
      actorRole,
      actorOrganisationId: 'organisation-1',
      audience: 'shared',
      fromState: this.state,
      reason: null,
      ...parts,
      type,
      payload,
      toState,
      version,
    } as unknown as CaseEvent);
    this.state = toState;
    this.version = version;
    return this;
  }
}

/** The instant of the event of a sequence, unless it was given another. */
export function minute(sequence: number): string {
  return new Date(Date.UTC(2026, 4, 4, 9, sequence)).toISOString();
}

/** A history that has just begun. */
export function created(): HistoryInTheMaking {
  return new HistoryInTheMaking().add('case-created', {
    reference: 'DT-2345-6789',
    organisationId: 'organisation-1',
    regimeVersion: 'v5',
    details: FINISHED_CONTENT.details,
    synthetic: false,
  });
}

/** What is kept of a decision made elsewhere, in the summer: midnight in London is an hour before that in UTC. */
export const IMPORTED: EventPayloads['imported'] = {
  reference: 'DT-2345-6789',
  organisationId: 'organisation-1',
  regimeVersion: 'v5',
  details: FINISHED_CONTENT.details,
  source: 'old-system',
  sourceReference: 'COSC-00103',
  rowHash: 'row-hash',
  submittedOn: '2019-02-04',
  decidedOn: '2019-06-03',
  rating: 'control',
  contentHash: 'hash-1',
  decisionId: 'o',
  outcome: 'approved-with-conditions',
  requestedPence: pence(10),
  approvedPence: pence(5),
  decidedBy: 'Head of Controls',
  conditions: [
    { ...importedCondition(1), status: 'met' },
    { ...importedCondition(2), status: 'open' },
  ],
  document: { title: 'Decision letter', url: 'https://documents.example/cosc-00103' },
};

function importedCondition(number: number): ImposedCondition {
  return {
    id: `k${String(number)}`,
    number,
    text: 'Publish it',
    point: null,
    ownerName: 'Owner',
    ownerEmail: 'owner@home-office.example',
    dueOn: '2019-09-30',
  };
}

/** A history that has just begun with a decision made elsewhere. */
export function imported(): HistoryInTheMaking {
  return new HistoryInTheMaking().add('imported', IMPORTED, {
    toState: IMPORTED.outcome,
    version: 1,
    reason: 'It was sound.',
  });
}

/** What is kept of the rating with a submission under version 6. */
export const TRIAGE = { regimeVersion: 'v6', pinnedOn: '2026-05-04', rating: 'low', route: 'gds-assurance' };

/** A history of a case that was submitted as version 1 and is being reviewed. */
export function inReview(): HistoryInTheMaking {
  return created()
    .add('signed-off', { contentHash: 'hash-1' }, { toState: 'signed-off' })
    .add(
      'submitted',
      { contentHash: 'hash-1', newVersion: true, triage: TRIAGE, workload: 1 },
      { toState: 'submitted', version: 1 },
    )
    .add('acknowledged', { reviewerId: REVIEWER }, { toState: 'acknowledged' })
    .add('review-started', {}, { toState: 'in-review' });
}

/** For tests: a decision with one condition, `k`. */
export const CONDITIONALLY_APPROVED = {
  decisionId: 'o',
  number: 1,
  outcome: 'approved-with-conditions',
  requestedPence: pence(10),
  approvedPence: pence(5),
  overrides: [],
  conditions: [
    {
      id: 'k',
      number: 1,
      text: 'Publish it',
      point: null,
      ownerName: 'Owner',
      ownerEmail: 'owner@home-office.example',
      dueOn: '2026-07-01',
    },
  ],
  recommendationId: 'd',
  supersedesId: null,
  regimeVersion: 'v6',
  synthetic: false,
} as const satisfies EventPayloads['decided'];

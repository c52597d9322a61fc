import { FINISHED_CONTENT, FINISHED_EXCEPTION } from '../case/finished-content.fixture.js';
import type { EventPayloads } from './events.js';
import {
  created,
  DECIDER,
  HistoryInTheMaking,
  imported,
  IMPORTED,
  minute,
  SUBMITTER,
} from './history.fixture.js';
import { projectionOf } from './projection.js';
import { contentOfReplayed, replay } from './replay.js';

const { details } = FINISHED_CONTENT;

describe('planned spend', () => {
  it('is a case that is no request yet, and a draft once its request is begun', () => {
    const [begin] = created().events;
    const planned = new HistoryInTheMaking().add(
      'case-created',
      { ...begin?.payload, pipelineKey: 'HO-1' } as EventPayloads['case-created'],
      { toState: 'planned' },
    );
    expect(replay(planned.events)).toMatchObject({ state: 'planned', pipelineKey: 'HO-1', pinnedOn: null });
    expect(replay(planned.add('request-begun', {}, { toState: 'draft' }).events)).toMatchObject({
      state: 'draft',
      pipelineKey: 'HO-1',
      revision: 2,
    });
  });

  it('need not be called anything', () => {
    expect(replay(created().events).pipelineKey).toBeNull();
  });
});

describe('a case that was decided elsewhere', () => {
  it('stands as it was decided there, made and submitted by nobody here', () => {
    expect(replay(imported().events)).toMatchObject({
      caseId: 'case-1',
      reference: 'DT-2345-6789',
      importedFrom: {
        source: 'old-system',
        reference: 'COSC-00103',
        rowHash: 'row-hash',
        document: IMPORTED.document,
      },
      synthetic: false,
      state: 'approved-with-conditions',
      revision: 1,
      createdBy: null,
      createdAt: minute(1),
      updatedAt: minute(1),
      details,
      regimeVersion: 'v5',
      pinnedOn: '2019-02-04',
      submittedAt: '2019-02-04T00:00:00.000Z',
      rating: 'control',
      ratingConfirmed: false,
      route: null,
      currentVersion: 1,
      signedOffHash: null,
      departmentHands: [],
      decisionId: 'o',
      recommendationId: null,
      clockEvents: [],
      undetermined: [],
    });
  });

  it('has one version of what the source tells, which is not assessed', () => {
    const replayed = replay(imported().events);
    expect(replayed.versions).toEqual([
      {
        number: 1,
        content: contentOfReplayed(replayed, details),
        contentHash: 'hash-1',
        assessable: false,
        regimeVersion: 'v5',
        submittedBy: null,
        submittedAt: '2019-02-04T00:00:00.000Z',
      },
    ]);
    expect(replayed.versions[0]?.content.legacyExceptions).toEqual([]);
  });

  it('has the decision of whoever decided there, on the day it was made in London', () => {
    expect(replay(imported().events).decisions).toEqual([
      {
        id: 'o',
        sequence: 1,
        version: 1,
        number: 1,
        outcome: 'approved-with-conditions',
        requestedPence: 10,
        approvedPence: 5,
        reason: 'It was sound.',
        overrides: [],
        recommendationId: null,
        supersedesId: null,
        regimeVersion: 'v5',
        decidedBy: null,
        decidedRole: null,
        decidedInSource: 'Head of Controls',
        // Midnight in London, in the summer.
        decidedAt: '2019-06-02T23:00:00.000Z',
        synthetic: false,
      },
    ]);
  });

  it('has its conditions where they stood there, changed when they were recorded here', () => {
    expect(
      replay(imported().events).conditions.map(({ id, status, decisionId, revision, changedAt }) => [
        id,
        status,
        decisionId,
        revision,
        changedAt,
      ]),
    ).toEqual([
      ['k1', 'met', 'o', 1, minute(1)],
      ['k2', 'open', 'o', 1, minute(1)],
    ]);
  });

  it('goes on as any other: its conditions are worked on, and its decision is superseded', () => {
    const superseding = {
      decisionId: 'o2',
      number: 2,
      outcome: 'not-approved' as const,
      requestedPence: IMPORTED.requestedPence,
      approvedPence: null,
      overrides: [],
      conditions: [],
      recommendationId: null,
      supersedesId: 'o',
      regimeVersion: 'v5',
      synthetic: false,
    };
    const replayed = replay(
      imported()
        .add('condition-evidence-submitted', { conditionId: 'k2', evidenceId: 'v', text: 'Done', links: [] })
        .add('condition-changed', { conditionId: 'k2', status: 'met' })
        .add('decided', superseding, { toState: 'not-approved', reason: 'The source was wrong.' }).events,
    );
    expect(replayed).toMatchObject({ state: 'not-approved', decisionId: 'o2', revision: 4 });
    expect(replayed.departmentHands).toEqual([SUBMITTER]);
    expect(replayed.conditions[1]).toMatchObject({ status: 'met', revision: 3, evidence: [{ id: 'v' }] });
    expect(replayed.decisions).toMatchObject([
      { id: 'o', decidedBy: null, decidedInSource: 'Head of Controls' },
      { id: 'o2', decidedBy: DECIDER, decidedInSource: null, supersedesId: 'o' },
    ]);
    expect(replayed.importedFrom?.reference).toBe('COSC-00103');
  });
});

describe('a request that starts from an approval', () => {
  const [begin] = created().events;
  const follows = {
    caseId: 'case-0',
    reference: 'DT-2345-678A',
    kind: 'extends',
    version: 2,
    relationId: 'r',
  } as const;
  const [point] = FINISHED_CONTENT.points;

  function started(more: object) {
    const payload = { ...begin?.payload, ...more } as EventPayloads['case-created'];
    return new HistoryInTheMaking().add('case-created', payload);
  }

  it('says what was approved, and is marked as following it', () => {
    const carriedOver = {
      points: point === undefined ? [] : [point],
      legacyExceptions: [FINISHED_EXCEPTION],
      attachments: [
        {
          attachmentId: 'f2',
          storedId: 'f',
          point: 1,
          exceptionId: null,
          name: 'Plan.pdf',
          mediaType: 'application/pdf',
          bytes: 1,
          sha256: 'a'.repeat(64),
        },
      ],
    };
    const whole = { follows, carriedOver, details: { ...details, whatChanges: 'Six more months.' } };
    const replayed = replay(started(whole).events);
    expect(replayed.follows).toEqual({
      caseId: 'case-0',
      reference: 'DT-2345-678A',
      kind: 'extends',
      version: 2,
    });
    expect(replayed.points).toEqual([
      { evidence: point, revision: 1, savedBy: SUBMITTER, savedAt: minute(1) },
    ]);
    expect(replayed.legacyExceptions).toMatchObject([
      { id: FINISHED_EXCEPTION.id, exception: FINISHED_EXCEPTION, revision: 1, addedAt: minute(1) },
    ]);
    expect(projectionOf(replayed).attachment).toMatchObject([
      { id: 'f2', stored_id: 'f', point: 1, name: 'Plan.pdf', added_by: SUBMITTER, added_at: minute(1) },
    ]);
    expect(projectionOf(replayed).spend_case).toMatchObject([
      {
        follows_case_id: 'case-0',
        follows_kind: 'extends',
        follows_version: 2,
        what_changes: 'Six more months.',
      },
    ]);
    expect(replayed.relations).toMatchObject([
      { id: 'r', relatedCaseId: 'case-0', kind: 'extends', reason: 'Six more months.' },
    ]);
  });

  it('need carry nothing over', () => {
    const replayed = replay(started({ follows }).events);
    expect(replayed).toMatchObject({ points: [], legacyExceptions: [], relations: [{ reason: '' }] });
  });

  it('takes over what was promised, and gives it back where its decision is replaced', () => {
    const carried = {
      followingCaseId: 'case-2',
      followingReference: 'DT-2345-678B',
      decisionId: 'o9',
      promises: [{ conditionId: 'k2', status: 'carried-over' as const }],
    };
    const history = imported().add('promises-carried-over', carried);
    expect(replay(history.events).conditions[1]).toMatchObject({
      status: 'carried-over',
      carriedOverTo: 'DT-2345-678B',
      revision: 2,
    });
    history.add('promises-carried-over', { ...carried, promises: [{ conditionId: 'k2', status: 'open' }] });
    expect(replay(history.events).conditions[1]).toMatchObject({ status: 'open', carriedOverTo: null });
  });

  it('leaves its mark in the history of the approval', () => {
    const events = created().add('variation-started', {
      followingCaseId: 'case-2',
      followingReference: 'DT-2345-678B',
      kind: 'varies',
    }).events;
    expect(replay(events).startedFromIt).toEqual([
      { caseId: 'case-2', reference: 'DT-2345-678B', kind: 'varies', startedAt: minute(2) },
    ]);
  });
});

describe('what happens after a decision', () => {
  it('is known from its events', () => {
    const events = imported()
      .add('spend-recorded', {
        reportId: 's',
        decisionId: IMPORTED.decisionId,
        approvedPence: null,
        years: [],
        totalPence: 0 as never,
        note: undefined as never,
        final: false,
        endedOn: null,
      })
      .add('condition-extended', {
        conditionId: IMPORTED.conditions[0]?.id ?? '',
        dueOn: '2030-01-01',
        previousDueOn: '2026-01-01',
      })
      .add('spend-report-due', { occasion: 'o', period: 'end', endsOn: '2026-01-01' })
      .add('approval-ending', { occasion: 'p', endsOn: '2026-01-01', months: 6 }).events;
    const replayed = replay(events);
    expect(replayed.spendReports).toMatchObject([{ id: 's', sequence: 2, note: null }]);
    expect(replayed.conditions[0]).toMatchObject({ dueOn: '2030-01-01', revision: 2, kind: 'condition' });
    expect(replayed.reminders.map(({ type }) => type)).toEqual(['spend-report-due', 'approval-ending']);
  });
});

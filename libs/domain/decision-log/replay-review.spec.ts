import { pence } from '../money/pence.js';
import type { EventPayloads } from './events.js';
import { created, DECIDER, inReview, LEAD, minute, REVIEWER, SUBMITTER } from './history.fixture.js';
import { replay } from './replay.js';

describe('a review', () => {
  it('keeps everything that was said, each with the version it is about', () => {
    const { events } = inReview()
      .add('review-depth-set', { depth: 'light' })
      .add('point-assessed', { assessmentId: 'a', point: 1, verdict: 'met', explanation: null })
      .add(
        'legacy-exception-ruled-on',
        { rulingId: 'b', exceptionId: 'e', ruling: 'accepted' },
        { reason: 'R' },
      )
      .add('returned', { returnId: 'c', points: [{ point: 1, question: 'Who?' }] }, { reason: 'Unclear' })
      .add('recommended', { recommendationId: 'd', outcome: 'approved' }, { reason: 'Sound' })
      .add('referred-back', {})
      .add('clock-extended', { target: 'decide', days: 3 }, { reason: 'More time' })
      .add(
        'external-decision-recorded',
        {
          externalDecisionId: 'x',
          kind: 'ministerial',
          outcome: 'noted',
          decidedOn: '2026-05-01',
          documentTitle: 'Letter',
          documentUrl: 'https://gds.example/letter',
        },
        { reason: 'Seen' },
      );
    const said = { version: 1 };
    expect(replay(events)).toMatchObject({
      reviewDepth: 'light',
      assessments: [{ ...said, id: 'a', sequence: 7, point: 1, verdict: 'met', assessedBy: REVIEWER }],
      rulings: [{ ...said, id: 'b', exceptionId: 'e', ruling: 'accepted', reason: 'R', ruledAt: minute(8) }],
      returns: [{ ...said, id: 'c', reason: 'Unclear', points: [{ point: 1, question: 'Who?' }] }],
      recommendations: [{ ...said, id: 'd', outcome: 'approved', reason: 'Sound', recommendedBy: REVIEWER }],
      recommendationId: 'd',
      extensions: [{ sequence: 12, target: 'decide', days: 3, reason: 'More time', extendedBy: REVIEWER }],
      externalDecisions: [{ id: 'x', sequence: 13, kind: 'ministerial', note: 'Seen', recordedBy: REVIEWER }],
    });
  });

  it('remembers who gave it away themselves', () => {
    const assigned = (previousReviewerId: string | null, actorId: string) =>
      replay(
        inReview().add('reviewer-assigned', { reviewerId: 'second', previousReviewerId }, { actorId }).events,
      );
    expect(assigned(REVIEWER, REVIEWER)).toMatchObject({ reviewerId: 'second', givenBackBy: [REVIEWER] });
    expect(assigned(REVIEWER, DECIDER)).toMatchObject({ givenBackBy: [] });
    expect(assigned(null, REVIEWER)).toMatchObject({ givenBackBy: [] });
    const givenBack = (actorId: string) =>
      inReview().add('reviewer-unassigned', { reviewerId: REVIEWER }, { actorId });
    expect(replay(givenBack(REVIEWER).events)).toMatchObject({ reviewerId: null, givenBackBy: [REVIEWER] });
    expect(replay(givenBack(DECIDER).events)).toMatchObject({ reviewerId: null, givenBackBy: [] });
    const twice = givenBack(REVIEWER).add('reviewer-unassigned', { reviewerId: REVIEWER });
    expect(replay(twice.events).givenBackBy).toEqual([REVIEWER]);
  });

  it('marks related cases and unmarks them', () => {
    const { events } = inReview()
      .add(
        'case-related',
        { relationId: 'r', relatedCaseId: 'case-2', relatedReference: 'DT-2345-2345', kind: 'split' },
        { reason: 'Alike' },
      )
      .add('case-unrelated', { relationId: 'r', relatedReference: 'DT-2345-2345' }, { actorId: DECIDER });
    const relation = {
      id: 'r',
      relatedCaseId: 'case-2',
      kind: 'split',
      reason: 'Alike',
      relatedBy: REVIEWER,
    };
    expect(replay(events.slice(0, -1)).relations).toMatchObject([
      { ...relation, revision: 1, removedAt: null },
    ]);
    expect(replay(events).relations).toMatchObject([
      { ...relation, revision: 2, removedAt: minute(7), removedBy: DECIDER },
    ]);
  });

  it('relates who is put in touch, once, and leaves a dismissed likeness to its event', () => {
    const other = { relatedCaseId: 'case-2', relatedReference: 'DT-2345-2345' };
    const touch = { ...other, relatedOrganisationId: 'o', relatedTitle: 'Another', contactId: 'p' };
    const { events } = inReview()
      .add('put-in-touch', { ...touch, relationId: 'r' }, { reason: 'The same service' })
      .add('put-in-touch', { ...touch, relationId: null })
      .add('likeness-dismissed', other);
    expect(replay(events).relations).toEqual([
      {
        ...other,
        id: 'r',
        kind: 'related',
        reason: 'The same service',
        revision: 1,
        relatedBy: REVIEWER,
        relatedAt: minute(6),
        removedAt: null,
        removedBy: null,
      },
    ]);
  });

  it('keeps that somebody was reminded, by the service itself', () => {
    const nobody = { actorId: null, actorRole: null };
    const condition = { conditionId: 'k', dueOn: '2026-07-01' };
    const target = { occasion: 'near', target: 'decide', dueAt: minute(9) };
    const { events } = inReview()
      .add('condition-due-soon', { ...condition, occasion: 'a' }, nobody)
      .add('condition-due', condition, nobody)
      .add('condition-overdue', { ...condition, occasion: 'c' }, nobody)
      .add('return-unanswered', { occasion: 'd', reminder: 1, workingDays: 10 }, nobody)
      .add('target-near', target, nobody)
      .add('target-missed', target, nobody);
    const { reminders, departmentHands } = replay(events);
    expect(reminders.map(({ sequence, type }) => [sequence, type])).toEqual([
      [6, 'condition-due-soon'],
      [7, 'condition-due'],
      [8, 'condition-overdue'],
      [9, 'return-unanswered'],
      [10, 'target-near'],
      [11, 'target-missed'],
    ]);
    expect(reminders[0]?.remindedAt).toBe(minute(6));
    expect(departmentHands).toEqual([SUBMITTER, LEAD]);
  });
});

describe('a decision', () => {
  const CONDITION = {
    id: 'k1',
    number: 1,
    text: 'Publish it',
    point: null,
    ownerName: 'Owner',
    ownerEmail: 'owner@home-office.example',
    dueOn: '2026-07-01',
  } as const;
  const DECISION: EventPayloads['decided'] = {
    decisionId: 'd1',
    number: 1,
    outcome: 'approved-with-conditions',
    requestedPence: pence(10),
    approvedPence: pence(5),
    overrides: [],
    conditions: [CONDITION],
    recommendationId: null,
    supersedesId: null,
    regimeVersion: 'v6',
    synthetic: false,
  };
  const decided = () =>
    inReview().add('decided', DECISION, { reason: 'Made', toState: 'approved-with-conditions' });

  it('opens its conditions, whose evidence and status are followed', () => {
    const history = decided();
    expect(replay(history.events)).toMatchObject({
      decisionId: 'd1',
      decisions: [
        { id: 'd1', sequence: 6, version: 1, reason: 'Made', decidedBy: DECIDER, decidedRole: 'decider' },
      ],
      conditions: [
        { ...CONDITION, decisionId: 'd1', status: 'open', revision: 1, changedAt: minute(6), evidence: [] },
      ],
    });
    history.add('condition-evidence-submitted', {
      conditionId: 'k1',
      evidenceId: 'v1',
      text: 'Done',
      links: [],
    });
    expect(replay(history.events).conditions).toMatchObject([
      {
        status: 'evidence-submitted',
        revision: 2,
        evidence: [{ id: 'v1', sequence: 7, submittedBy: SUBMITTER }],
      },
    ]);
    history.add('condition-changed', { conditionId: 'k1', status: 'met' });
    expect(replay(history.events).conditions).toMatchObject([
      { status: 'met', revision: 3, changedAt: minute(8), evidence: [{ text: 'Done' }] },
    ]);
  });

  it('keeps what was made of each piece of evidence', () => {
    const history = decided();
    const given = { conditionId: 'k1', text: 'Done', links: [] };
    history.add('condition-evidence-submitted', { ...given, evidenceId: 'v1' });
    expect(replay(history.events).conditions[0]?.evidence).toMatchObject([{ id: 'v1', judgement: null }]);
    const change = { conditionId: 'k1' } as const;
    history.add('condition-changed', { ...change, status: 'open' }, { reason: 'No dates', actorId: DECIDER });
    history.add('condition-evidence-submitted', { ...given, evidenceId: 'v2' });
    history.add('condition-changed', { ...change, status: 'met' }, { actorId: DECIDER });
    expect(replay(history.events).conditions[0]?.evidence).toMatchObject([
      { id: 'v1', judgement: { status: 'open', reason: 'No dates', judgedBy: DECIDER, judgedAt: minute(8) } },
      { id: 'v2', judgement: { status: 'met', judgedBy: DECIDER, judgedAt: minute(10) } },
    ]);
  });

  it('is followed by the one that supersedes it', () => {
    const second = { ...DECISION, decisionId: 'd2', number: 2, conditions: [], supersedesId: 'd1' };
    const replayed = replay(decided().add('decided', second).events);
    expect(replayed.decisionId).toBe('d2');
    expect(replayed.decisions.map(({ id, supersedesId }) => [id, supersedesId])).toEqual([
      ['d1', null],
      ['d2', 'd1'],
    ]);
    expect(replayed.conditions.map(({ decisionId }) => decisionId)).toEqual(['d1']);
  });
});

describe('the end of a request', () => {
  it('keeps the rule it was closed by', () => {
    const closed = created().add('closed-below-threshold', { rule: 'up to £100,000' });
    expect(replay(closed.events).closedBelowThresholdBy).toBe('up to £100,000');
    const withdrawn = created().add('withdrawn', {}, { toState: 'withdrawn' });
    expect(replay(withdrawn.events)).toMatchObject({ state: 'withdrawn', closedBelowThresholdBy: null });
  });
});

describe('comments', () => {
  it('keep what they said before, who they are for and whether they are resolved', () => {
    const history = inReview()
      .add(
        'comment-added',
        { commentId: 'm1', point: 1, parentId: null, body: 'One' },
        { audience: 'internal' },
      )
      .add('comment-edited', { commentId: 'm1', body: 'Two', before: 'One' })
      .add('comment-resolved', { commentId: 'm1' }, { actorId: DECIDER });
    const comment = {
      id: 'm1',
      point: 1,
      version: 1,
      audience: 'internal',
      body: 'Two',
      authorId: REVIEWER,
      authorRole: 'reviewer',
      createdAt: minute(6),
      editedAt: minute(7),
      before: [{ revision: 1, body: 'One', replacedBy: REVIEWER, replacedAt: minute(7) }],
    };
    expect(replay(history.events).comments).toMatchObject([
      { ...comment, revision: 3, resolvedAt: minute(8), resolvedBy: DECIDER },
    ]);
    history.add('comment-reopened', { commentId: 'm1' });
    expect(replay(history.events).comments).toMatchObject([
      { ...comment, revision: 4, resolvedAt: null, resolvedBy: null },
    ]);
  });
});

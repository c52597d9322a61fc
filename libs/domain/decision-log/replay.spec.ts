import type { CaseDetails } from '../case/case-content.js';
import { FINISHED_CONTENT, FINISHED_EXCEPTION } from '../case/finished-content.fixture.js';
import { pence } from '../money/pence.js';
import { EVENT_TYPES, type CaseEvent, type EventPayloads } from './events.js';
import { created, DECIDER, inReview, LEAD, minute, REVIEWER, SUBMITTER, TRIAGE } from './history.fixture.js';
import { contentOfReplayed, HistoryFault, replay, standingExceptions } from './replay.js';

const { details, points } = FINISHED_CONTENT;
const [first] = points;
const EXCEPTION = { ...FINISHED_EXCEPTION, id: 'exception-1' };
/** Details as they were written before anybody asked about ratings and commitments. */
const EARLIER = Object.fromEntries(
  Object.entries(details).filter(([name]) => name !== 'ratingAnswers' && name !== 'commitmentAnswers'),
) as unknown as CaseDetails;

describe('a case that has just begun', () => {
  it('is a draft in the hands of who created it', () => {
    expect(replay(created().events)).toMatchObject({
      caseId: 'case-1',
      reference: 'DT-2345-6789',
      organisationId: 'organisation-1',
      state: 'draft',
      revision: 1,
      createdBy: SUBMITTER,
      createdAt: minute(1),
      updatedAt: minute(1),
      details,
      detailsRevision: 1,
      regimeVersion: 'v5',
      pinnedOn: null,
      departmentHands: [SUBMITTER],
      undetermined: [],
      synthetic: false,
    });
  });

  it('may have been put in by the service itself', () => {
    const [event] = created().events;
    if (event === undefined) throw new Error('There is no event');
    expect(replay([{ ...event, actorId: null, actorRole: null }])).toMatchObject({
      createdBy: null,
      departmentHands: [],
    });
  });
});

describe('what the department says', () => {
  it('is what it said last, each part with a revision of its own', () => {
    if (first === undefined) throw new Error('There is no point');
    const { events } = created()
      .add('details-changed', { details: { ...details, title: 'Another' } })
      .add('point-evidence-saved', { evidence: first })
      .add('point-evidence-saved', { evidence: { ...first, point: 2 } })
      .add('point-evidence-saved', { evidence: { ...first, narrative: 'Now this.' } }, { actorId: LEAD });
    const replayed = replay(events);
    expect(replayed).toMatchObject({ detailsRevision: 2, details: { title: 'Another' }, revision: 5 });
    expect(replayed.departmentHands).toEqual([SUBMITTER, LEAD]);
    expect(replayed.points).toEqual([
      { evidence: { ...first, narrative: 'Now this.' }, revision: 2, savedBy: LEAD, savedAt: minute(5) },
      { evidence: { ...first, point: 2 }, revision: 1, savedBy: SUBMITTER, savedAt: minute(4) },
    ]);
    const content = contentOfReplayed(replayed, replayed.details);
    expect(content.points.map(({ narrative }) => narrative).slice(0, 3)).toEqual([
      'Now this.',
      first.narrative,
      null,
    ]);
  });

  it('has the legacy exceptions that were not taken out, oldest first and then by id', () => {
    const at = { occurredAt: minute(2) };
    const { events } = created()
      .add('legacy-exception-added', { exception: { ...EXCEPTION, id: 'c' } }, at)
      .add('legacy-exception-added', { exception: { ...EXCEPTION, id: 'b' } }, at)
      .add('legacy-exception-added', { exception: { ...EXCEPTION, id: 'a' } })
      .add('legacy-exception-added', { exception: { ...EXCEPTION, id: 'gone' } })
      .add('legacy-exception-changed', { exception: { ...EXCEPTION, id: 'c', owner: 'Another' } })
      .add('legacy-exception-removed', { exceptionId: 'gone' });
    const replayed = replay(events);
    expect(standingExceptions(replayed).map(({ id, revision }) => [id, revision])).toEqual([
      ['b', 1],
      ['c', 2],
      ['a', 1],
    ]);
    expect(replayed.legacyExceptions.at(-1)).toMatchObject({ id: 'gone', removedAt: minute(7) });
    expect(replayed.legacyExceptions[0]).toMatchObject({
      exception: { owner: 'Another' },
      addedAt: minute(2),
    });
  });
});

describe('a submission', () => {
  it('pins the regime and freezes a version', () => {
    const replayed = replay(inReview().events);
    expect(replayed).toMatchObject({
      regimeVersion: 'v6',
      pinnedOn: '2026-05-04',
      submittedAt: minute(3),
      rating: 'low',
      route: 'gds-assurance',
      workload: 1,
      ratingConfirmed: false,
      currentVersion: 1,
      reviewerId: REVIEWER,
      signedOffHash: 'hash-1',
      state: 'in-review',
      departmentHands: [SUBMITTER, LEAD],
      undetermined: [],
    });
    expect(replayed.versions).toEqual([
      {
        number: 1,
        content: contentOfReplayed(replayed, details),
        contentHash: 'hash-1',
        regimeVersion: 'v6',
        submittedBy: SUBMITTER,
        submittedAt: minute(3),
      },
    ]);
    expect(replayed.clockEvents.map(({ moment }) => moment)).toEqual([
      'submitted',
      'acknowledged',
      'review-started',
    ]);
  });

  it('made again with nothing changed makes no version', () => {
    const payload = { contentHash: 'hash-1', newVersion: false, triage: TRIAGE, ratingConfirmed: true };
    const replayed = replay(inReview().add('resubmitted', { ...payload, workload: 2 }).events);
    expect(replayed.versions).toHaveLength(1);
    expect(replayed).toMatchObject({ ratingConfirmed: true, workload: 2, submittedAt: minute(3) });
  });

  it('made again with something changed makes the next, and a rating confirmed before may fall', () => {
    const payload = { contentHash: 'hash-2', newVersion: true, triage: { ...TRIAGE, rating: 'high' } };
    const { events } = inReview()
      .add('rating-reviewed', {
        ratingReviewId: 'r',
        computed: 'low',
        rating: 'low',
        route: 'x',
        workload: 1,
      })
      .add('details-changed', { details: { ...details, title: 'Another' } })
      .add('resubmitted', { ...payload, workload: 3 }, { version: 2 });
    const replayed = replay(events);
    expect(replayed.versions.map(({ number, content }) => [number, content.details.title])).toEqual([
      [1, details.title],
      [2, 'Another'],
    ]);
    expect(replayed).toMatchObject({ rating: 'high', ratingConfirmed: false, signedOffHash: 'hash-2' });
  });

  it('can be assured by the department, and its sign-off taken back before', () => {
    const replayed = replay(
      created()
        .add('signed-off', { contentHash: 'hash-1' }, { toState: 'signed-off' })
        .add('sign-off-taken-back', {}, { toState: 'draft' })
        .add(
          'assured-by-department',
          { contentHash: 'hash-1', newVersion: true, triage: TRIAGE, workload: 1 },
          { toState: 'assured-by-department', version: 1 },
        )
        .add('called-in', {}, { toState: 'submitted' }).events,
    );
    expect(replayed).toMatchObject({ signedOffHash: null, state: 'submitted', submittedAt: minute(4) });
    expect(replayed.versions).toHaveLength(1);
  });

  it('without a version in its envelope freezes nothing', () => {
    const payload = { contentHash: 'hash-1', newVersion: true, triage: TRIAGE, workload: 1 };
    expect(replay(created().add('submitted', payload).events).versions).toEqual([]);
  });
});

describe('events of before cases were rated', () => {
  it('give what was known then, and a version as it was hashed', () => {
    const [begin, ...rest] = created()
      .add('submitted', { contentHash: 'old' }, { version: 1, occurredAt: '2026-03-31T23:30:00.000Z' })
      .add('resubmitted', { contentHash: 'old-2', newVersion: true }, { version: 2 }).events;
    const before = { ...begin, payload: { ...begin?.payload, details: EARLIER } } as CaseEvent;
    const replayed = replay([before, ...rest]);
    expect(replayed).toMatchObject({
      regimeVersion: 'v5',
      // Half past midnight in London.
      pinnedOn: '2026-04-01',
      rating: null,
      route: null,
      workload: 0,
      undetermined: [],
      details: { ratingAnswers: {}, commitmentAnswers: {} },
    });
    expect(replayed.versions.map(({ number, regimeVersion }) => [number, regimeVersion])).toEqual([
      [1, 'v5'],
      [2, 'v5'],
    ]);
    expect(replayed.versions[0]?.content.details).toEqual(EARLIER);
  });

  it('leave open what they do not say of the route and the work it makes, until a later one says it', () => {
    const reviewed = inReview().add('rating-reviewed', {
      ratingReviewId: 'r',
      computed: null,
      rating: 'high',
    });
    expect(replay(reviewed.events)).toMatchObject({
      rating: 'high',
      ratingConfirmed: true,
      undetermined: ['workload', 'route'],
      ratingReviews: [{ id: 'r', sequence: 6, version: 1, computed: null, rating: 'high', reason: null }],
    });
    const payload = { contentHash: 'hash-1', newVersion: false, triage: TRIAGE };
    expect(replay(reviewed.add('resubmitted', payload).events).undetermined).toEqual(['workload']);
  });
});

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

describe('a history that cannot have come about', () => {
  const fault = (events: readonly CaseEvent[]): unknown => {
    try {
      replay(events);
    } catch (error) {
      return error;
    }
    return null;
  };

  it('is one that does not begin', () => {
    expect(fault([])).toMatchObject({ caseId: null, sequence: 0 });
    expect(fault(inReview().events.slice(1))).toMatchObject({ caseId: 'case-1', sequence: 2 });
    expect((fault([]) as Error).message).toBe(
      'Event 0 of case without events: a history begins with the creation of its case',
    );
  });

  it('is one that begins twice', () => {
    const [begin] = created().events;
    if (begin?.type !== 'case-created') throw new Error('There is no event');
    expect(fault(created().add('case-created', begin.payload).events)).toMatchObject({ sequence: 2 });
  });

  it('is one that changes what never was', () => {
    const fault2 = fault(created().add('comment-resolved', { commentId: 'm1' }).events);
    expect(fault2).toBeInstanceOf(HistoryFault);
    expect(fault2).toMatchObject({
      sequence: 2,
      fault: 'comment-resolved names m1, which is not there',
      message: 'Event 2 of case case-1: comment-resolved names m1, which is not there',
    });
  });

  it('is one with an event nobody knows', () => {
    const [, strange] = created().add('withdrawn', {}).events;
    const events = [...created().events, { ...strange, type: 'of-a-later-version' } as unknown as CaseEvent];
    expect(fault(events)).toMatchObject({ fault: 'nobody knows how to read the type of-a-later-version' });
    expect(EVENT_TYPES).not.toContain('of-a-later-version');
  });
});

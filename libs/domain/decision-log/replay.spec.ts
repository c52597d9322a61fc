import type { CaseDetails } from '../case/case-content.js';
import { FINISHED_CONTENT, FINISHED_EXCEPTION } from '../case/finished-content.fixture.js';
import { EVENT_TYPES, type CaseEvent } from './events.js';
import { created, IMPORTED, inReview, LEAD, minute, REVIEWER, SUBMITTER, TRIAGE } from './history.fixture.js';
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
      .add('details-changed', { details: { ...details, title: 'Another' }, pipelineKey: 'P-1' })
      .add('point-evidence-saved', { evidence: first })
      .add('point-evidence-saved', { evidence: { ...first, point: 2 } })
      .add('point-evidence-saved', { evidence: { ...first, narrative: 'Now this.' } }, { actorId: LEAD });
    const replayed = replay(events);
    expect(replayed).toMatchObject({
      detailsRevision: 2,
      details: { title: 'Another' },
      revision: 5,
      pipelineKey: 'P-1',
    });
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
        assessable: true,
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
        triage: { ...TRIAGE, route: 'x' },
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

  it('pin a draft that ends, and take a case that is called in to its new route', () => {
    const triage = { ...TRIAGE, regimeVersion: 'v7', pinnedOn: '2026-06-01', earnedAutonomy: ['low'] };
    expect(replay(created().add('withdrawn', { triage }).events)).toMatchObject({
      regimeVersion: 'v7',
      pinnedOn: '2026-06-01',
      pinnedAutonomy: ['low'],
      submittedAt: null,
    });
    expect(
      replay(created().add('closed-below-threshold', { rule: 'not over', triage }).events),
    ).toMatchObject({ closedBelowThresholdBy: 'not over', regimeVersion: 'v7' });
    const called = inReview().add('called-in', {
      triage: { ...triage, route: 'there', rating: 'low' },
      workload: 1,
    });
    expect(replay(called.events)).toMatchObject({
      route: 'there',
      rating: 'low',
      workload: 1,
      pinnedOn: TRIAGE.pinnedOn,
    });
    expect(replay(inReview().add('called-in', {}).events)).toMatchObject({ route: TRIAGE.route });
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
      'Event 0 of case without events: a history begins with the creation of its case, its import or a question',
    );
  });

  it('is one that begins twice', () => {
    const [begin] = created().events;
    if (begin?.type !== 'case-created') throw new Error('There is no event');
    expect(fault(created().add('case-created', begin.payload).events)).toMatchObject({ sequence: 2 });
    expect(fault(created().add('imported', IMPORTED).events)).toMatchObject({
      sequence: 2,
      fault: 'a case begins once',
    });
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

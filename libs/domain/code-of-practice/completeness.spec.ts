import {
  CASE_FLAGS,
  POINT_NUMBERS,
  type CaseContent,
  type CaseDetails,
  type CaseFlags,
  type LegacyException,
  type PointEvidence,
  type PointNumber,
} from '../case/case-content.js';
import { FINISHED_CONTENT, FINISHED_EXCEPTION, UNSTARTED_CONTENT } from '../case/finished-content.fixture.js';
import type { StartsFrom } from '../after-decision/following.js';
import { pence, type Pence } from '../money/pence.js';
import { UNDER_V6 } from '../triage/regimes.fixture.js';
import {
  contradictionsInMoney,
  LEGACY_SYSTEMS_DENIED,
  missingFrom,
  summariseCompleteness,
} from './completeness.js';

function withDetails(details: Partial<CaseDetails>): CaseContent {
  return { ...FINISHED_CONTENT, details: { ...FINISHED_CONTENT.details, ...details } };
}

function withFlags(flags: Partial<CaseFlags>): CaseContent {
  return withDetails({ flags: { ...FINISHED_CONTENT.details.flags, ...flags } });
}

function withPoint(point: PointNumber, evidence: Partial<PointEvidence>): CaseContent {
  const points = FINISHED_CONTENT.points.map((old) => (old.point === point ? { ...old, ...evidence } : old));
  return { ...FINISHED_CONTENT, points };
}

function withException(exception: Partial<LegacyException>): CaseContent {
  const content = withFlags({ legacyTechnology: true });
  return { ...content, legacyExceptions: [{ ...FINISHED_EXCEPTION, ...exception }] };
}

/** What is missing, as `pointer: message`. */
function missing(content: CaseContent): string[] {
  return missingFrom(content).map(({ pointer, message }) => `${pointer}: ${message}`);
}

function pointers(content: CaseContent): string[] {
  return missingFrom(content).map(({ pointer }) => pointer);
}

/** Whether a JSON pointer leads to a place in the content, answered or not. */
function leadsSomewhere(content: unknown, pointer: string): boolean {
  let place = content;
  for (const step of pointer.split('/').slice(1)) {
    if (place === null) return true;
    if (typeof place !== 'object' || !(step in place)) return false;
    place = (place as Record<string, unknown>)[step];
  }
  return true;
}

describe('missingFrom', () => {
  it('finds nothing missing in a finished request', () => {
    expect(missingFrom(FINISHED_CONTENT)).toEqual([]);
    expect(missingFrom(withException({}))).toEqual([]);
  });

  it('asks for everything of a request nobody has started, in reading order', () => {
    expect(pointers(UNSTARTED_CONTENT)).toEqual([
      '/details/description',
      '/details/category',
      '/details/phase',
      '/details/spendStartsOn',
      '/details/spendEndsOn',
      '/details/commercialApproach',
      ...CASE_FLAGS.map((flag) => `/details/flags/${flag}`),
      '/details/seniorResponsibleOwner/name',
      '/details/seniorResponsibleOwner/email',
      '/details/requestedPence',
      '/details/wholeLifePence',
      '/details/yearAmounts',
      ...POINT_NUMBERS.flatMap((point) => [
        `/points/${point - 1}/selfAssessment`,
        `/points/${point - 1}/narrative`,
      ]),
    ]);
    for (const pointer of pointers(UNSTARTED_CONTENT))
      expect([pointer, leadsSomewhere(UNSTARTED_CONTENT, pointer)]).toEqual([pointer, true]);
  });

  it('says what to do in plain sentences', () => {
    expect(missing(withPoint(5, { selfAssessment: null }))).toEqual([
      '/points/4/selfAssessment: Say how far point 5 (Use cloud first) is met',
    ]);
    expect(missing(withFlags({ publicFacing: null }))).toEqual([
      '/details/flags/publicFacing: Say whether the spending is on a public-facing service',
    ]);
    for (const { message } of missingFrom(UNSTARTED_CONTENT))
      expect(message).toMatch(/^(Say|Give|Describe|Name|Divide)\b.*[^.]$/);
  });

  it('treats points that are not in the content as not written about', () => {
    expect(missingFrom({ ...UNSTARTED_CONTENT, points: [] })).toEqual(missingFrom(UNSTARTED_CONTENT));
  });
});

describe('details', () => {
  it.each([
    [{ title: '  ' }, '/details/title'],
    [{ description: '\n' }, '/details/description'],
    [{ seniorResponsibleOwner: { name: '', email: 'a@b.example' } }, '/details/seniorResponsibleOwner/name'],
    [{ seniorResponsibleOwner: { name: 'A', email: ' ' } }, '/details/seniorResponsibleOwner/email'],
    [{ spendStartsOn: null }, '/details/spendStartsOn'],
    [{ spendEndsOn: null }, '/details/spendEndsOn'],
    [{ spendStartsOn: '2026-06-02', spendEndsOn: '2026-06-01' }, '/details/spendEndsOn'],
  ])('%p', (details, pointer) => {
    expect(pointers(withDetails(details))).toEqual([pointer]);
  });

  it('lets the spending end on the day it starts', () => {
    expect(missing(withDetails({ spendStartsOn: '2026-06-01', spendEndsOn: '2026-06-01' }))).toEqual([]);
  });

  it('asks for three explanations when money was committed before approval', () => {
    const at = '/details/retrospectiveExplanation';
    const three = [`${at}/rootCause`, `${at}/howJudgementWasApplied`, `${at}/improvementPlan`];
    const content = withFlags({ retrospective: true });
    expect(pointers(content)).toEqual(three);
    const explained = (improvementPlan: string | null): CaseContent => ({
      ...content,
      details: {
        ...content.details,
        retrospectiveExplanation: { rootCause: 'a', howJudgementWasApplied: 'b', improvementPlan },
      },
    });
    expect(pointers(explained(null))).toEqual(three.slice(2));
    expect(pointers(explained('c'))).toEqual([]);
  });
});

describe('money', () => {
  const year = (financialYear: string, amount: number) => ({ financialYear, amountPence: pence(amount) });

  it.each([
    [
      'nothing requested',
      { requestedPence: pence(0), yearAmounts: [year('2026-27', 0)] },
      ['/details/requestedPence: Give the amount requested, more than nothing'],
    ],
    [
      'no amount, but years',
      { requestedPence: null },
      ['/details/requestedPence: Give the amount requested, more than nothing'],
    ],
    ['no whole-life cost', { wholeLifePence: null }, ['/details/wholeLifePence: Give the whole-life cost']],
    [
      'a whole-life cost a penny too low',
      { wholeLifePence: pence(149_999_999) },
      ['/details/wholeLifePence: Make the whole-life cost no less than the amount requested'],
    ],
    ['a whole-life cost that is just what is requested', { wholeLifePence: pence(150_000_000) }, []],
    [
      'no years',
      { yearAmounts: [] },
      ['/details/yearAmounts: Divide the amount requested by financial year'],
    ],
    [
      'years that come to a penny less',
      { yearAmounts: [year('2026-27', 149_999_999)] },
      ['/details/yearAmounts: Make the amounts by financial year add up to the £1,500,000 requested'],
    ],
    [
      'a year given twice',
      {
        yearAmounts: [year('2026-27', 50_000_000), year('2027-28', 50_000_000), year('2026-27', 50_000_000)],
      },
      ['/details/yearAmounts/2/financialYear: Give 2026-27 only once'],
    ],
  ])('%s', (_what, details, expected) => {
    expect(missing(withDetails(details))).toEqual(expected);
  });

  it.each<[string, Parameters<typeof contradictionsInMoney>[0], readonly string[]]>([
    ['nothing at all', { requestedPence: null, wholeLifePence: null, yearAmounts: [] }, []],
    ['only what is requested', { requestedPence: pence(5), wholeLifePence: null, yearAmounts: [] }, []],
    ['only a whole-life cost', { requestedPence: null, wholeLifePence: pence(5), yearAmounts: [] }, []],
    [
      'years without what is requested',
      { requestedPence: null, wholeLifePence: null, yearAmounts: [year('2026-27', 5)] },
      [],
    ],
    [
      'everything in conflict with everything',
      {
        requestedPence: pence(500),
        wholeLifePence: pence(400),
        yearAmounts: [year('2026-27', 100), year('2026-27', 100)],
      },
      ['/details/wholeLifePence', '/details/yearAmounts/1/financialYear', '/details/yearAmounts'],
    ],
  ])('contradicts itself only where it is answered: %s', (_what, details, pointers) => {
    expect(contradictionsInMoney(details).map(({ pointer }) => pointer)).toEqual(pointers);
  });
});

describe('points', () => {
  const remediation = [
    '/points/4/remediation/action',
    '/points/4/remediation/owner',
    '/points/4/remediation/dueOn',
  ];

  it('asks only for a reason where a point does not apply', () => {
    const evidence = { selfAssessment: 'not-applicable', narrative: null } as const;
    expect(missing(withPoint(5, evidence))).toEqual([
      '/points/4/notApplicableReason: Say why point 5 (Use cloud first) does not apply',
    ]);
    expect(missing(withPoint(5, { ...evidence, notApplicableReason: 'Nothing is hosted' }))).toEqual([]);
  });

  it.each(['partially-met', 'not-met'] as const)(
    'asks for remediation where a point is %s',
    (selfAssessment) => {
      expect(pointers(withPoint(5, { selfAssessment }))).toEqual(remediation);
      const started = { action: 'Move', owner: null, dueOn: null };
      expect(pointers(withPoint(5, { selfAssessment, remediation: started }))).toEqual(remediation.slice(1));
      const finished = { action: 'Move', owner: 'Demonstration owner', dueOn: '2027-01-31' };
      expect(pointers(withPoint(5, { selfAssessment, remediation: finished }))).toEqual([]);
    },
  );

  it('does without remediation where a finished legacy exception names the point', () => {
    const { points } = withPoint(5, { selfAssessment: 'not-met' });
    const excepted = (exception: Partial<LegacyException>): CaseContent => ({
      ...withFlags({ legacyTechnology: true }),
      points,
      legacyExceptions: [{ ...FINISHED_EXCEPTION, ...exception }],
    });
    expect(pointers(excepted({}))).toEqual([]);
    expect(pointers(excepted({ points: [9] }))).toEqual(remediation);
    expect(pointers(excepted({ owner: null }))).toEqual([...remediation, '/legacyExceptions/0/owner']);
  });
});

describe('legacy exceptions', () => {
  it('asks for one where legacy technology limits the request', () => {
    const content = withFlags({ legacyTechnology: true });
    expect(pointers(content)).toEqual(['/legacyExceptions']);
    expect(missing({ ...content, legacyExceptions: [FINISHED_EXCEPTION] })).toEqual([]);
  });

  it('asks about systems that are explained although none limits the request', () => {
    const denied = { ...withFlags({ legacyTechnology: false }), legacyExceptions: [FINISHED_EXCEPTION] };
    expect(missing(denied)).toEqual([`/details/flags/legacyTechnology: ${LEGACY_SYSTEMS_DENIED}`]);
    expect(summariseCompleteness(denied).sections.at(-1)?.status).toBe('in-progress');
    // What nobody has answered yet contradicts nothing, and is asked for on its own.
    const unanswered = { ...withFlags({ legacyTechnology: null }), legacyExceptions: [FINISHED_EXCEPTION] };
    expect(pointers(unanswered)).toEqual(['/details/flags/legacyTechnology']);
    expect(missing(unanswered)[0]).not.toContain(LEGACY_SYSTEMS_DENIED);
  });

  it.each([
    [{ system: ' ' }, 'system: Name the legacy system'],
    [
      { system: '', owner: null },
      'system: Name the legacy system|owner: Say who owns the plan for the legacy system',
    ],
    [{ points: [] }, 'points: Say which points the legacy system Licence mainframe limits'],
    [
      { explanation: null },
      'explanation: Explain how the legacy system Licence mainframe limits those points',
    ],
    [
      { remediationPlan: '' },
      'remediationPlan: Give the plan to put the legacy system Licence mainframe right',
    ],
    [{ funded: null }, 'funded: Say whether the plan for the legacy system Licence mainframe is funded'],
    [
      { targetDate: null },
      'targetDate: Give the date by which the legacy system Licence mainframe will be put right',
    ],
    [{ owner: null }, 'owner: Say who owns the plan for the legacy system Licence mainframe'],
    [{ funded: false }, ''],
  ])('%p', (exception, expected) => {
    const lines = expected === '' ? [] : expected.split('|').map((line) => `/legacyExceptions/0/${line}`);
    expect(missing(withException(exception))).toEqual(lines);
  });

  it('asks for no benefit, and for all of one that is promised', () => {
    const benefit = { benefit: ' ', measure: null, dueOn: null, amountPence: null };
    const whole = { ...benefit, benefit: 'Quicker', measure: 'Days', dueOn: '2029-03-31' };
    expect(missing(withException({ benefits: [whole] }))).toEqual([]);
    expect(missing(withException({ benefits: [whole, benefit] }))).toEqual([
      '/legacyExceptions/0/benefits/1/benefit: Say what benefit 2 of putting Licence mainframe right is',
      '/legacyExceptions/0/benefits/1/measure: Say how benefit 2 of putting Licence mainframe right will be measured',
      '/legacyExceptions/0/benefits/1/dueOn: Say by when benefit 2 of putting Licence mainframe right is promised',
    ]);
    expect(pointers(withException({ system: '', benefits: [{ ...whole, measure: '' }] }))).toEqual([
      '/legacyExceptions/0/system',
      '/legacyExceptions/0/benefits/0/measure',
    ]);
  });

  it('asks for all 13 scores', () => {
    const { likelihood, impact } = FINISHED_EXCEPTION.scores;
    const scores = { likelihood: { ...likelihood, L2: null }, impact: { ...impact, C4: 6 } };
    expect(missing(withException({ scores }))).toEqual([
      '/legacyExceptions/0/scores/likelihood/L2: Score L2 (Expired vendor contract) from 1 to 6 for the legacy system Licence mainframe',
      '/legacyExceptions/0/scores/impact/C4: Score C4 (Direct external stakeholder impact) from 1 to 5 for the legacy system Licence mainframe',
    ]);
  });
});

describe('the rating', () => {
  const under = { policy: UNDER_V6, confirmedRating: null };
  const unrated = withDetails({ ratingAnswers: {} });
  const asked = [
    '/details/ratingAnswers/transactions',
    '/details/ratingAnswers/top-75',
    '/details/ratingAnswers/vulnerable-users',
  ];

  function statusOf(content: CaseContent, confirmedRating: string | null = null) {
    const { sections } = summariseCompleteness(content, { policy: UNDER_V6, confirmedRating });
    return sections.find(({ section }) => section === 'rating')?.status;
  }

  it('is asked about where the regime is known, between the money and the points', () => {
    expect(missingFrom(FINISHED_CONTENT, under)).toEqual([]);
    expect(missingFrom(unrated, under).map(({ pointer }) => pointer)).toEqual(asked);
    expect(missingFrom(unrated)).toEqual([]);
    const { sections } = summariseCompleteness(unrated, under);
    expect(sections.map(({ section }) => section)).toEqual([
      'details',
      'money',
      'rating',
      'points',
      'legacy-exceptions',
    ]);
    expect(summariseCompleteness(unrated, under).complete).toBe(false);
  });

  it('has got as far as it has', () => {
    expect(statusOf(FINISHED_CONTENT)).toBe('complete');
    expect(statusOf(unrated)).toBe('not-started');
    expect(statusOf(UNSTARTED_CONTENT)).toBe('not-started');
    expect(statusOf(withDetails({ ratingAnswers: { transactions: 'over-1m' } }))).toBe('in-progress');
    const explained = { 'strategic-commitments': { meets: null, explanation: 'Perhaps.' } };
    expect(statusOf(withDetails({ ratingAnswers: {}, commitmentAnswers: explained }))).toBe('in-progress');
  });

  it('has nothing to answer where no questions are known', () => {
    expect(statusOf(withDetails({ category: 'specialist-technology', ratingAnswers: {} }))).toBe('complete');
  });

  it('asks about strategic commitments once a reviewer has said high', () => {
    expect(statusOf(FINISHED_CONTENT, 'high')).toBe('in-progress');
    expect(
      missingFrom(FINISHED_CONTENT, { policy: UNDER_V6, confirmedRating: 'high' }).map(
        ({ pointer }) => pointer,
      ),
    ).toEqual(['/details/commitmentAnswers/strategic-commitments/meets']);
  });

  it('is no start of the other details, and none of itself before the kind of spending is known', () => {
    const { details } = UNSTARTED_CONTENT;
    const ratingAnswers = { transactions: 'over-1m' };
    const begun = { ...UNSTARTED_CONTENT, details: { ...details, ratingAnswers } };
    const { sections } = summariseCompleteness(begun, under);
    expect(sections.map(({ status }) => status)).toEqual(sections.map(() => 'not-started'));
  });
});

describe('summariseCompleteness', () => {
  function statuses(content: CaseContent): string[] {
    return summariseCompleteness(content).sections.map(({ section, status }) => `${section} ${status}`);
  }

  it('is complete when nothing is missing', () => {
    const summary = summariseCompleteness(FINISHED_CONTENT);
    expect(summary.complete).toBe(true);
    expect(statuses(FINISHED_CONTENT)).toEqual([
      'details complete',
      'money complete',
      'points complete',
      'legacy-exceptions complete',
    ]);
    expect(summary.points).toEqual(POINT_NUMBERS.map((point) => ({ point, status: 'complete' })));
  });

  it('is not started when nobody has answered anything', () => {
    const summary = summariseCompleteness(UNSTARTED_CONTENT);
    expect(summary.complete).toBe(false);
    expect(statuses(UNSTARTED_CONTENT)).toEqual([
      'details not-started',
      'money not-started',
      'points not-started',
      'legacy-exceptions not-started',
    ]);
    expect(summary.points).toEqual(POINT_NUMBERS.map((point) => ({ point, status: 'not-started' })));
    expect(summary.sections.flatMap((section) => section.missing)).toEqual(missingFrom(UNSTARTED_CONTENT));
  });

  it('is in progress in between', () => {
    const { details, points } = UNSTARTED_CONTENT;
    const started: CaseContent = {
      details: { ...details, description: 'Hosting', wholeLifePence: pence(5) },
      points: points.map((evidence) =>
        evidence.point === 7
          ? { ...evidence, links: [{ title: 'Plan', url: 'https://a.example' }] }
          : evidence,
      ),
      legacyExceptions: [{ ...FINISHED_EXCEPTION, owner: null }],
    };
    expect(statuses(started)).toEqual([
      'details in-progress',
      'money in-progress',
      'points in-progress',
      'legacy-exceptions in-progress',
    ]);
    expect(summariseCompleteness(started).points.filter(({ status }) => status === 'in-progress')).toEqual([
      { point: 7, status: 'in-progress' },
    ]);
  });

  it('counts a yes or no as a start, and empty words as none', () => {
    const { details, points } = UNSTARTED_CONTENT;
    const flags = { ...details.flags, breach: false };
    expect(statuses({ ...UNSTARTED_CONTENT, details: { ...details, flags } })[0]).toBe('details in-progress');
    expect(statuses({ ...UNSTARTED_CONTENT, details: { ...details, description: ' ' } })[0]).toBe(
      'details not-started',
    );
    const remediation = { action: null, owner: '', dueOn: null };
    const emptied = points.map((evidence) => ({ ...evidence, remediation }));
    expect(statuses({ ...UNSTARTED_CONTENT, points: emptied })[2]).toBe('points not-started');
  });

  it('does not count legacy exceptions as done before anybody says whether there are any', () => {
    expect(statuses(withFlags({ legacyTechnology: null }))[3]).toBe('legacy-exceptions not-started');
    expect(statuses(withFlags({ legacyTechnology: true }))[3]).toBe('legacy-exceptions not-started');
  });
});

describe('a request that starts from an approval', () => {
  it('says what changes and why', () => {
    const asked = ['/details/whatChanges: Say what changes from what was approved, and why'];
    expect(missing(withDetails({ whatChanges: null }))).toEqual(asked);
    expect(missing(withDetails({ whatChanges: ' ' }))).toEqual(asked);
    expect(missing(withDetails({ whatChanges: 'Six more months.' }))).toEqual([]);
  });
});

describe('a request for another amount than was asked for before', () => {
  const start = (approvedPence: Pence | null): StartsFrom => ({
    kind: 'varies',
    caseId: '2f1c1f0e-0000-4000-8000-000000000001',
    content: FINISHED_CONTENT,
    approvedPence,
  });
  const missingWith = (approvedPence: Pence | null) => {
    const { details, ...content } = FINISHED_CONTENT;
    const changed = { ...details, title: 'Another', yearAmounts: [] };
    return missingFrom(
      { ...content, details: changed },
      { policy: UNDER_V6, confirmedRating: null, startsFrom: start(approvedPence) },
    ).find(({ pointer }) => pointer === '/details/yearAmounts')?.message;
  };

  it('has its amount divided anew', () => {
    expect(missingWith(pence(500))).toBe(
      'Divide the amount requested by financial year: £5 was approved and not what was divided before',
    );
    for (const amount of [null, FINISHED_CONTENT.details.requestedPence])
      expect(missingWith(amount)).toBe('Divide the amount requested by financial year');
  });

  it('is missing something as long as it is the same', () => {
    const under = {
      policy: UNDER_V6,
      confirmedRating: null,
      startsFrom: { ...start(null), kind: 'extends' },
    } as const;
    expect(
      missingFrom(FINISHED_CONTENT, under).map(({ section, pointer }) => [section, pointer]),
    ).toContainEqual(['details', '/details/spendEndsOn']);
  });
});

import type { CaseState } from './states.js';
import { FINISHED_CONTENT, FINISHED_EXCEPTION } from '../case/finished-content.fixture.js';
import type { CaseFlags, PointNumber, Verdict } from '../case/case-content.js';
import { pence } from '../money/pence.js';
import type { ConditionKind } from '../after-decision/promises.js';
import {
  CONDITION_STATUSES,
  type ConditionStatus,
  type ActionRequest,
  type ActorFacts,
  type CaseFacts,
} from './case-facts.js';
import { CONDITION, contentWith, person, RECOMMENDED, TODAY, WHOLE_REQUEST } from './facts.fixture.js';
import { listPoints, runGuard, type GuardName } from './guards.js';

interface Situation {
  readonly facts?: Partial<CaseFacts>;
  readonly actor?: ActorFacts;
  readonly request?: Partial<ActionRequest>;
}

/** What a guard says of a case as in `RECOMMENDED`, changed as told. */
function says(name: GuardName, { facts, actor = person('decider', 'decider'), request }: Situation = {}) {
  return runGuard(name, { ...RECOMMENDED, ...facts }, actor, { ...WHOLE_REQUEST, ...request });
}

function messages(name: GuardName, situation: Situation = {}): readonly string[] {
  return says(name, situation).map(({ message }) => message);
}

function verdicts(changed: Partial<Record<PointNumber, Verdict>>): ReadonlyMap<PointNumber, Verdict> {
  return new Map([...RECOMMENDED.verdicts].map(([point, verdict]) => [point, changed[point] ?? verdict]));
}

describe('content-complete', () => {
  it('is satisfied by a finished request', () => {
    expect(says('content-complete')).toEqual([]);
  });

  it('says what is missing and where', () => {
    const refusals = says('content-complete', { facts: { content: contentWith({ description: null }) } });
    expect(refusals).toEqual([
      { kind: 'not-ready', message: expect.any(String), pointer: '/details/description' },
    ]);
  });

  it('asks for the rating, and for what a reviewer’s rating asks', () => {
    const content = contentWith({ ratingAnswers: {} });
    expect(says('content-complete', { facts: { content } }).map(({ pointer }) => pointer)).toEqual([
      '/details/ratingAnswers/transactions',
      '/details/ratingAnswers/top-75',
      '/details/ratingAnswers/vulnerable-users',
    ]);
    expect(says('content-complete', { facts: { confirmedRating: 'high' } })).toHaveLength(1);
  });
});

describe('not-own-organisation', () => {
  it('lets through who has nothing to do with the organisation', () => {
    expect(says('not-own-organisation')).toEqual([]);
  });

  it('lets through who speaks for another organisation', () => {
    const actor = { personId: 'both', roles: [{ role: 'submitter' as const, organisationId: 'defra' }] };
    expect(says('not-own-organisation', { actor })).toEqual([]);
  });

  it('does not mind another kind of role held in the organisation', () => {
    const actor = {
      personId: 'auditor',
      roles: [{ role: 'auditor' as const, organisationId: 'home-office' }],
    };
    expect(says('not-own-organisation', { actor })).toEqual([]);
  });

  it.each(['submitter', 'assurance-lead'] as const)('refuses a reviewer who is also its %s', (role) => {
    expect(says('not-own-organisation', { actor: person('both', 'reviewer', role) })).toEqual([
      { kind: 'not-permitted', message: expect.stringContaining('somebody else at GDS Assurance') },
    ]);
  });

  it('refuses who created, signed off or submitted the case, whatever they are now', () => {
    expect(messages('not-own-organisation', { actor: person('creator', 'decider') })).toHaveLength(1);
  });
});

describe('related-case-is-not-own', () => {
  const relatedCase = { organisationId: 'cabinet-office', departmentHands: ['mover'] };
  const submitter = { role: 'submitter' as const, organisationId: 'cabinet-office' };

  it('lets through who has nothing to do with the other case, and whoever names none yet', () => {
    expect(says('related-case-is-not-own', { request: { relatedCase } })).toEqual([]);
    expect(says('related-case-is-not-own', { actor: { personId: 'both', roles: [submitter] } })).toEqual([]);
  });

  it.each([
    ['speaks for its organisation', { personId: 'both', roles: [submitter] }],
    ['spoke for it on that case', person('mover', 'decider')],
  ])('refuses who %s', (_who, actor) => {
    expect(says('related-case-is-not-own', { actor, request: { relatedCase } })).toEqual([
      { kind: 'not-permitted', message: expect.stringContaining('the other case belongs to') },
    ]);
  });
});

describe('on-current-version', () => {
  it.each([2, undefined])('lets %s through on version 2', (version) => {
    expect(says('on-current-version', { request: { version } })).toEqual([]);
  });

  it('refuses another version and names the current one', () => {
    expect(says('on-current-version', { request: { version: 1 } })).toEqual([
      { kind: 'not-ready', message: expect.stringContaining('version 2'), pointer: '/version' },
    ]);
  });

  it('refuses any version before the first', () => {
    const situation = { facts: { currentVersion: null }, request: { version: 1 } };
    expect(messages('on-current-version', situation)).toEqual([expect.stringContaining('version 0')]);
  });
});

describe('all-points-assessed', () => {
  it('is satisfied by 13 verdicts', () => {
    expect(says('all-points-assessed')).toEqual([]);
  });

  it('names the points that have none', () => {
    const some = new Map([...RECOMMENDED.verdicts].filter(([point]) => ![3, 5, 13].includes(point)));
    expect(messages('all-points-assessed', { facts: { verdicts: some } })).toEqual([
      'Assess points 3, 5 and 13 first',
    ]);
  });

  it('asks in a light review for the mandatory ones alone', () => {
    const verdictsOf = (points: readonly number[]) =>
      new Map([...RECOMMENDED.verdicts].filter(([point]) => points.includes(point)));
    const mandatory = [1, 2, 3, 4, 5, 6, 7, 9, 10, 11];
    const light = { reviewDepth: 'light', verdicts: verdictsOf(mandatory) } as const;
    expect(says('all-points-assessed', { facts: light })).toEqual([]);
    for (const reviewDepth of ['standard', 'full'] as const)
      expect(messages('all-points-assessed', { facts: { ...light, reviewDepth } })).toEqual([
        'Assess points 8, 12 and 13 first',
      ]);
    const some = { ...light, verdicts: verdictsOf(mandatory.slice(1)) };
    expect(messages('all-points-assessed', { facts: some })).toEqual(['Assess point 1 first']);
  });

  it.each<[PointNumber[], string]>([
    [[3], 'point 3'],
    [[3, 5], 'points 3 and 5'],
    [[1, 3, 5], 'points 1, 3 and 5'],
    [[], 'point '],
  ])('writes %s as words', (points, words) => {
    expect(listPoints(points)).toBe(words);
  });
});

describe('answers-looked-at', () => {
  it('is satisfied where nothing was answered since the verdicts', () => {
    expect(says('answers-looked-at')).toEqual([]);
  });

  it('names the points whose verdict was given without the answer', () => {
    expect(messages('answers-looked-at', { facts: { answersToLookAt: [5] } })).toEqual([
      'Look again at point 5 first: the department has answered your question in words since the verdict',
    ]);
  });

  it('leaves a point without a verdict to the guard that asks for one', () => {
    expect(says('answers-looked-at', { facts: { answersToLookAt: [5], verdicts: new Map() } })).toEqual([]);
  });
});

describe('all-exceptions-ruled-on', () => {
  const content = { ...FINISHED_CONTENT, legacyExceptions: [FINISHED_EXCEPTION] };

  it('is satisfied where there is none', () => {
    expect(says('all-exceptions-ruled-on')).toEqual([]);
  });

  it.each(['accepted', 'refused'] as const)('is satisfied by an exception that was %s', (ruling) => {
    const rulings = new Map([[FINISHED_EXCEPTION.id, ruling]]);
    expect(says('all-exceptions-ruled-on', { facts: { content, rulings } })).toEqual([]);
  });

  it('names the system of one nobody has ruled on', () => {
    expect(messages('all-exceptions-ruled-on', { facts: { content } })).toEqual([
      'Accept or refuse the legacy exception for Licence mainframe first',
    ]);
  });
});

describe('not-own-recommendation', () => {
  it('lets somebody else decide', () => {
    expect(says('not-own-recommendation')).toEqual([]);
    expect(says('not-own-recommendation', { facts: { recommenders: [] } })).toEqual([]);
  });

  it('keeps whoever recommended from deciding', () => {
    expect(says('not-own-recommendation', { actor: person('recommender', 'reviewer', 'decider') })).toEqual([
      { kind: 'not-permitted', message: 'You made the recommendation, so somebody else must decide' },
    ]);
  });
});

describe('approved-amount-in-range', () => {
  it.each([1, 150_000_000])('takes %d pence of 150,000,000 requested', (amount) => {
    expect(says('approved-amount-in-range', { request: { approvedPence: pence(amount) } })).toEqual([]);
  });

  it.each([undefined, pence(0)])('refuses %s', (approvedPence) => {
    expect(messages('approved-amount-in-range', { request: { approvedPence } })).toEqual([
      'Give the approved amount, more than zero pence',
    ]);
  });

  it('refuses a penny more than requested', () => {
    expect(says('approved-amount-in-range', { request: { approvedPence: pence(150_000_001) } })).toEqual([
      {
        kind: 'bad-input',
        message: 'The approved amount must not be more than the £1,500,000 requested',
        pointer: '/approvedPence',
      },
    ]);
  });

  it('has nothing to hold the amount against where none was requested', () => {
    const facts = { content: contentWith({ requestedPence: null }) };
    expect(says('approved-amount-in-range', { facts })).toEqual([]);
  });
});

describe('conditions', () => {
  it('are wanted where approval is conditional', () => {
    expect(says('conditions-given', { request: { conditions: [CONDITION] } })).toEqual([]);
    for (const conditions of [[], undefined])
      expect(messages('conditions-given', { request: { conditions } })).toEqual([
        'Give at least one condition, with its owner and due date',
      ]);
  });

  it('may fall due today but not yesterday', () => {
    const late = { ...CONDITION, dueOn: '2026-03-01' };
    expect(CONDITION.dueOn).toBe(TODAY);
    expect(says('conditions-given', { request: { conditions: [CONDITION, late] } })).toEqual([
      {
        kind: 'bad-input',
        message: 'The due date of condition 2 must be today or later',
        pointer: '/conditions/1/dueOn',
      },
    ]);
  });

  it('are not wanted otherwise', () => {
    expect(says('no-conditions-given')).toEqual([]);
    expect(says('no-conditions-given', { request: { conditions: undefined } })).toEqual([]);
    expect(messages('no-conditions-given', { request: { conditions: [CONDITION] } })).toEqual([
      'Leave out the conditions, or approve with conditions',
    ]);
  });
});

describe('no-approved-amount', () => {
  it('wants no amount where nothing is approved', () => {
    expect(says('no-approved-amount', { request: { approvedPence: undefined } })).toEqual([]);
    expect(messages('no-approved-amount', { request: { approvedPence: pence(0) } })).toEqual([
      'Leave out the approved amount: nothing is approved',
    ]);
  });
});

describe('mandatory-points-covered', () => {
  const content = { ...FINISHED_CONTENT, legacyExceptions: [FINISHED_EXCEPTION] };
  const notMet = verdicts({ 5: 'not-met', 6: 'not-met' });

  it.each<[string, Partial<Record<PointNumber, Verdict>>]>([
    ['every point is met', {}],
    ['mandatory points are partially met or do not apply', { 1: 'partially-met', 6: 'not-applicable' }],
    ['points that are not mandatory are not met', { 8: 'not-met', 12: 'not-met', 13: 'not-met' }],
  ])('is satisfied when %s', (_when, changed) => {
    expect(says('mandatory-points-covered', { facts: { verdicts: verdicts(changed) } })).toEqual([]);
  });

  it('names the mandatory points that nothing makes good', () => {
    expect(says('mandatory-points-covered', { facts: { verdicts: notMet } })).toEqual([
      {
        kind: 'not-ready',
        message: expect.stringContaining('Mandatory points 5 and 6 not met'),
        pointer: '/overrides',
      },
    ]);
  });

  it('counts point 13 where a service is built', () => {
    const flags: CaseFlags = { ...FINISHED_CONTENT.details.flags, buildsService: true };
    const facts = { content: contentWith({ flags }), verdicts: verdicts({ 13: 'not-met' }) };
    expect(messages('mandatory-points-covered', { facts })).toEqual([
      expect.stringContaining('Mandatory point 13 not met'),
    ]);
  });

  it('takes an accepted exception, a condition or an override on the point', () => {
    const facts = {
      content,
      verdicts: notMet,
      rulings: new Map([[FINISHED_EXCEPTION.id, 'accepted' as const]]),
    };
    const on6 = { ...CONDITION, point: 6 as const };
    expect(says('mandatory-points-covered', { facts, request: { conditions: [on6] } })).toEqual([]);
    const overrides = [{ point: 6 as const, reason: 'The work ends next month.' }];
    expect(
      says('mandatory-points-covered', { facts, request: { overrides, conditions: undefined } }),
    ).toEqual([]);
  });

  it('refuses an override where there is nothing to override', () => {
    const reason = 'The work ends next month.';
    const overrides = [
      { point: 6 as const, reason },
      { point: 8 as const, reason },
      { point: 1 as const, reason },
    ];
    // Point 8 is not met but not mandatory; point 1 is mandatory but met.
    const facts = { verdicts: verdicts({ 6: 'not-met', 8: 'not-met' }) };
    expect(says('mandatory-points-covered', { facts, request: { overrides } })).toEqual([
      {
        kind: 'bad-input',
        message: 'Leave out the override for point 8: it is not a mandatory point that is not met',
        pointer: '/overrides/1/point',
      },
      {
        kind: 'bad-input',
        message: 'Leave out the override for point 1: it is not a mandatory point that is not met',
        pointer: '/overrides/2/point',
      },
    ]);
  });

  it('takes neither a refused exception nor a condition on no point', () => {
    const facts = {
      content,
      verdicts: notMet,
      rulings: new Map([[FINISHED_EXCEPTION.id, 'refused' as const]]),
    };
    const request = { conditions: [{ ...CONDITION, point: null }], overrides: undefined };
    expect(messages('mandatory-points-covered', { facts, request })).toEqual([
      expect.stringContaining('points 5 and 6'),
    ]);
  });
});

describe('supersedes-current-decision', () => {
  it.each(['d2', undefined])('lets %s through where d2 stands', (supersedes) => {
    const situation = { facts: { currentDecisionId: 'd2' }, request: { supersedes } };
    expect(says('supersedes-current-decision', situation)).toEqual([]);
  });

  it('refuses where somebody else was quicker', () => {
    const situation = { facts: { currentDecisionId: 'd2' }, request: { supersedes: 'd1' } };
    expect(says('supersedes-current-decision', situation)).toMatchObject([
      { kind: 'not-ready', pointer: '/supersedes' },
    ]);
  });
});

describe('new-decision-is-whole', () => {
  it.each<[string, Partial<ActionRequest>, readonly string[]]>([
    ['an approval', { outcome: 'approved' }, []],
    ['an approval without an amount', { outcome: 'approved', approvedPence: undefined }, ['/approvedPence']],
    ['an approval with a condition', { outcome: 'approved', conditions: [CONDITION] }, ['/conditions']],
    ['a conditional approval', { outcome: 'approved-with-conditions', conditions: [CONDITION] }, []],
    ['a conditional approval without', { outcome: 'approved-with-conditions' }, ['/conditions']],
    ['a refusal', { outcome: 'not-approved', approvedPence: undefined }, []],
    ['a refusal with an amount', { outcome: 'not-approved' }, ['/approvedPence']],
    [
      'a refusal with an override',
      {
        outcome: 'not-approved',
        approvedPence: undefined,
        overrides: [{ point: 6, reason: 'The work ends next month.' }],
      },
      ['/overrides'],
    ],
    ['nothing chosen yet', { outcome: undefined, approvedPence: undefined }, []],
  ])('of %s', (_what, request, pointers) => {
    expect(says('new-decision-is-whole', { request }).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('holds mandatory points against both kinds of approval', () => {
    const facts = { verdicts: verdicts({ 6: 'not-met' }) };
    expect(messages('new-decision-is-whole', { facts, request: { outcome: 'approved' } })).toHaveLength(1);
    const conditional = { outcome: 'approved-with-conditions' as const, conditions: [CONDITION] };
    expect(messages('new-decision-is-whole', { facts, request: conditional })).toHaveLength(1);
  });
});

describe('a condition', () => {
  const inForce = { currentDecisionId: 'd2' };

  it('must belong to the decision that stands', () => {
    const condition = { kind: 'condition' as const, status: 'open' as const, decisionId: 'd2', dueOn: TODAY };
    expect(says('condition-is-in-force', { facts: inForce, request: { condition } })).toEqual([]);
    expect(says('condition-is-in-force', { facts: inForce })).toEqual([]);
    const old = { ...condition, decisionId: 'd1' };
    expect(messages('condition-is-in-force', { facts: inForce, request: { condition: old } })).toEqual([
      'The decision this condition belongs to has been superseded',
    ]);
  });

  it.each<[GuardName, readonly string[]]>([
    ['condition-is-open', ['open']],
    ['condition-has-evidence', ['evidence-submitted']],
    ['condition-is-unsettled', ['open', 'evidence-submitted']],
  ])('%s lets through %s alone', (guard, good) => {
    const passed = CONDITION_STATUSES.filter(
      (status) =>
        says(guard, { request: { condition: { kind: 'condition', status, decisionId: 'd2', dueOn: TODAY } } })
          .length === 0,
    );
    expect(passed).toEqual(good);
    expect(says(guard)).toEqual([]);
  });
});

describe('that a promise was not met', () => {
  const why = (kind: ConditionKind, status: ConditionStatus, dueOn: string) =>
    messages('promise-is-due', { request: { condition: { kind, status, decisionId: 'd', dueOn } } });

  it('is concluded once it is overdue, or once evidence was given', () => {
    const early = ['What was promised is not overdue, and no evidence of it was given'];
    expect(why('remediation', 'open', '2026-01-10')).toEqual([]);
    expect(why('benefit', 'open', '2026-01-10')).toEqual([]);
    expect(why('benefit', 'open', TODAY)).toEqual(early);
    expect(why('remediation', 'evidence-submitted', '2099-01-10')).toEqual([]);
    expect(messages('promise-is-due', {})).toEqual([]);
  });

  it('is said of no condition', () => {
    expect(why('condition', 'evidence-submitted', '2026-01-10')).toEqual([
      'The decider imposed this condition: it is met, waived by a decider, or replaced with its decision',
    ]);
  });
});

describe('more time for a condition', () => {
  it('is a day later than the one before, and not in the past', () => {
    const condition = {
      kind: 'condition' as const,
      status: 'open' as const,
      decisionId: 'd2',
      dueOn: '2026-01-10',
    };
    const refused = ['The new due date must be later than the one before, and not in the past'];
    const on = (newDueOn: string, dueOn = condition.dueOn) =>
      messages('new-due-date-is-later', { request: { condition: { ...condition, dueOn }, newDueOn } });
    expect(on(TODAY)).toEqual([]);
    expect(on('2026-03-01')).toEqual(refused);
    expect(on('2026-04-01', '2026-04-01')).toEqual(refused);
    expect(says('new-due-date-is-later', { request: { condition, newDueOn: undefined } })).toEqual([]);
    expect(says('new-due-date-is-later', { request: { condition: undefined } })).toEqual([]);
  });
});

describe('what was spent', () => {
  it('is looked at as a whole, where it is given', () => {
    const spend = { years: [], note: null, final: false, endedOn: null };
    expect(messages('spend-report-is-sound', { request: { spend } })).toEqual([
      'Give the amount of at least one financial year. Where nothing was spent and nothing will be, say that these are the final amounts and give none',
    ]);
    expect(says('spend-report-is-sound', { request: { spend: undefined } })).toEqual([]);
    expect(says('spend-report-is-sound')).toEqual([]);
  });
});

describe('a variation or an extension of what ended', () => {
  it('is not started while the spending is reported as final', () => {
    expect(messages('spending-goes-on')).toEqual([]);
    expect(messages('spending-goes-on', { facts: { spendFinal: true } })).toEqual([
      expect.stringMatching(/^What was spent was reported as final: record it again as not final/),
    ]);
  });
});

describe('a variation or an extension', () => {
  const follower = { reference: 'DT-2345-6789', kind: 'extends' } as const;

  it('is started where none is open and none has taken the place of the approval', () => {
    const after = (state: CaseState) =>
      messages('nothing-follows-yet', { facts: { followers: [{ ...follower, state }] } });
    expect(messages('nothing-follows-yet')).toEqual([]);
    expect(after('withdrawn')).toEqual([]);
    expect(after('in-review')).toEqual([
      'DT-2345-6789 starts from this approval already and is not decided yet: go on with that one, or withdraw it first',
    ]);
    expect(after('approved')).toEqual([
      'DT-2345-6789 has taken the place of this approval: start from that case',
    ]);
  });
});

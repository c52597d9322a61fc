import { UNSTARTED_CONTENT } from '../case/finished-content.fixture.js';
import { poundsToPence } from '../money/pence.js';
import { ASSURANCE_2026, UNDER_V6 } from '../triage/regimes.fixture.js';
import type { ActionRequest, CaseFacts } from './case-facts.js';
import { contentWith, person, RECOMMENDED, TODAY, WHOLE_REQUEST } from './facts.fixture.js';
import { runGuard, type GuardName } from './guards.js';

interface Situation {
  readonly facts?: Partial<CaseFacts>;
  readonly request?: Partial<ActionRequest>;
}

/** What a guard says of a case as in `RECOMMENDED`, rated low, changed as told. */
function says(name: GuardName, { facts, request }: Situation = {}) {
  const actor = person('reviewer', 'reviewer');
  return runGuard(name, { ...RECOMMENDED, ...facts }, actor, { ...WHOLE_REQUEST, ...request });
}

function messages(name: GuardName, situation: Situation = {}): readonly string[] {
  return says(name, situation).map(({ message }) => message);
}

const AFTER_2026 = { policy: { ...UNDER_V6, regime: ASSURANCE_2026 } };
const AUTONOMOUS = { policy: { ...UNDER_V6, earnedAutonomy: ['low', 'medium'] } };

describe('below-threshold', () => {
  it('is satisfied at the threshold and not above it', () => {
    const at = { content: contentWith({ requestedPence: poundsToPence('1,000,000') }) };
    expect(says('below-threshold', { facts: at })).toEqual([]);
    const above = { content: contentWith({ requestedPence: poundsToPence('1,000,000.01') }) };
    expect(messages('below-threshold', { facts: above })).toEqual([
      'This spending needs approval: it is over £1,000,000, the threshold for other digital, data and technology',
    ]);
  });

  it('asks for what it needs to know first', () => {
    expect(says('below-threshold', { facts: { content: UNSTARTED_CONTENT } })).toContainEqual({
      kind: 'not-ready',
      message: 'Give the amount requested',
    });
  });

  it('goes by the whole-life cost where the regime does, and speaks of reporting where that is the effect', () => {
    expect(says('below-threshold', { facts: AFTER_2026 })).toEqual([]);
    const content = contentWith({ wholeLifePence: poundsToPence('5,000,000.01') });
    expect(messages('below-threshold', { facts: { ...AFTER_2026, content } })).toEqual([
      'This spending is not below the threshold: it is over £5,000,000 of whole-life cost, above which spending is reported in the shared pipeline',
    ]);
  });
});

describe('the route', () => {
  const toGds = 'route-leads-to-gds-assurance';
  const toDepartment = 'route-leads-to-department';

  it('leads to one of the two, and the other is told why', () => {
    expect(says(toGds)).toEqual([]);
    expect(says(toDepartment)).toEqual([
      {
        kind: 'not-ready',
        message:
          'This case goes to GDS Assurance, because no earned autonomy of the organisation covers it: submit it instead',
      },
    ]);
    expect(says(toDepartment, { facts: AUTONOMOUS })).toEqual([]);
    expect(says(toGds, { facts: AUTONOMOUS })).toEqual([
      {
        kind: 'not-ready',
        message:
          'This case goes through the department’s own assurance, because the organisation has earned autonomy for cases rated so: record that instead of submitting it',
      },
    ]);
  });

  it('follows what a reviewer rated the case', () => {
    const facts = { ...AUTONOMOUS, confirmedRating: 'high' };
    expect(says(toGds, { facts })).toEqual([]);
    expect(says(toDepartment, { facts })).toHaveLength(1);
  });

  it('leads to GDS Assurance while the case is not rated', () => {
    const facts = { ...AUTONOMOUS, content: contentWith({ ratingAnswers: {} }) };
    expect(says(toGds, { facts })).toEqual([]);
  });
});

describe('override-has-reason', () => {
  const unrated = { content: contentWith({ ratingAnswers: {} }) };

  it.each<[string, Situation, readonly string[]]>([
    ['confirms without a reason', { request: { rating: 'low', reason: undefined } }, []],
    ['confirms with one', { request: { rating: 'low' } }, []],
    ['overrides with a reason', { request: { rating: 'high' } }, []],
    ['rates what the answers do not, with a reason', { facts: unrated, request: { rating: 'medium' } }, []],
    ['has not chosen yet', { request: { rating: undefined, reason: undefined } }, []],
    [
      'overrides without a reason',
      { request: { rating: 'high', reason: undefined } },
      ['Give a reason for rating it High: the answers make it Low'],
    ],
    [
      'overrides with spaces for a reason',
      { request: { rating: 'high', reason: ' \n' } },
      ['Give a reason for rating it High: the answers make it Low'],
    ],
    [
      'rates what the answers do not, without a reason',
      { facts: unrated, request: { rating: 'low', reason: '' } },
      ['Give a reason for rating it Low: the answers make no rating'],
    ],
    [
      'names a level of another regime',
      { request: { rating: 'control' } },
      ['The rating must be low or medium or high'],
    ],
    [
      'rates where the regime has no ratings',
      { facts: AFTER_2026 },
      [
        'How Departmental approval with functional assurance rates cases is not known, so there is no rating to confirm',
      ],
    ],
    [
      'could not choose where the regime has no ratings',
      { facts: AFTER_2026, request: { rating: undefined } },
      [
        'How Departmental approval with functional assurance rates cases is not known, so there is no rating to confirm',
      ],
    ],
  ])('a reviewer who %s', (_what, situation, refusals) => {
    expect(messages('override-has-reason', situation)).toEqual(refusals);
  });

  it('points at what is at fault', () => {
    expect(says('override-has-reason', { request: { rating: 'control' } })[0]?.pointer).toBe('/rating');
    expect(says('override-has-reason', { request: { rating: 'high', reason: '' } })[0]?.pointer).toBe(
      '/reason',
    );
  });
});

describe('external-decision-not-in-future', () => {
  it.each([
    ['2026-03-01', 0],
    [TODAY, 0],
    [undefined, 0],
    ['2026-03-03', 1],
    ['2000-01-01', 0],
    ['1999-12-31', 1],
  ])('of %s on 2 March 2026', (decidedOn, refusals) => {
    expect(says('external-decision-not-in-future', { request: { decidedOn } })).toHaveLength(refusals);
  });
});

describe('extension-within-limit', () => {
  it('passes on what the clock says', () => {
    expect(says('extension-within-limit')).toEqual([]);
    expect(says('extension-within-limit', { request: { extension: undefined } })).toEqual([]);
    const extension = { refusals: ['Give at most 3 days more'] };
    expect(says('extension-within-limit', { request: { extension } })).toEqual([
      { kind: 'bad-input', message: 'Give at most 3 days more', pointer: '/days' },
    ]);
    const unknown = { refusals: [], unknownTarget: 'Name a target' };
    expect(says('extension-within-limit', { request: { extension: unknown } })).toEqual([
      { kind: 'bad-input', message: 'Name a target', pointer: '/target' },
    ]);
  });
});

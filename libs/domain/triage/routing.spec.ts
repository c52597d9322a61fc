import type { CaseDetails } from '../case/case-content.js';
import { ALL_FLAGS_NO, FINISHED_CONTENT, UNSTARTED_CONTENT } from '../case/finished-content.fixture.js';
import { pence } from '../money/pence.js';
import type { Policy, Regime } from './regime.js';
import { ASSURANCE_2026, UNDER_V6, V4, V5, V6 } from './regimes.fixture.js';
import { routeCase } from './routing.js';

const AUTONOMOUS: Policy = { ...UNDER_V6, earnedAutonomy: ['low', 'medium'] };

function detailsOf(changed: Partial<CaseDetails> = {}): CaseDetails {
  return { ...FINISHED_CONTENT.details, ...changed };
}

const MEDIUM = { ...FINISHED_CONTENT.details.ratingAnswers, 'top-75': 'yes' };
const HIGH = { ...FINISHED_CONTENT.details.ratingAnswers, transactions: 'over-1m' };

function under(regime: Regime, on: string): Policy {
  return { regime, on, earnedAutonomy: [] };
}

describe('the route under version 6', () => {
  it.each<[string, Policy, Partial<CaseDetails>, string | null, string, boolean]>([
    ['low, without earned autonomy', UNDER_V6, {}, null, 'gds-assurance', true],
    ['low, with earned autonomy', AUTONOMOUS, {}, null, 'departmental-assurance', true],
    ['medium, with it', AUTONOMOUS, { ratingAnswers: MEDIUM }, null, 'departmental-assurance', true],
    ['high, with it', AUTONOMOUS, { ratingAnswers: HIGH }, null, 'gds-assurance', true],
    [
      'high, with it for high as well',
      { ...UNDER_V6, earnedAutonomy: ['low', 'medium', 'high'] },
      { ratingAnswers: HIGH },
      null,
      'gds-assurance',
      true,
    ],
    [
      'medium, with it for low alone',
      { ...UNDER_V6, earnedAutonomy: ['low'] },
      { ratingAnswers: MEDIUM },
      null,
      'gds-assurance',
      true,
    ],
    ['not rated, with it', AUTONOMOUS, { ratingAnswers: {} }, null, 'gds-assurance', false],
    ['not rated, without it', UNDER_V6, { ratingAnswers: {} }, null, 'gds-assurance', true],
    ['low, but a reviewer says high', AUTONOMOUS, {}, 'high', 'gds-assurance', true],
    [
      'high, but a reviewer says low',
      AUTONOMOUS,
      { ratingAnswers: HIGH },
      'low',
      'departmental-assurance',
      true,
    ],
    [
      'no questions known, and a reviewer says medium',
      AUTONOMOUS,
      { category: 'specialist-technology' },
      'medium',
      'departmental-assurance',
      true,
    ],
  ])('of a case rated %s', (_what, policy, changed, confirmed, route, settled) => {
    expect(routeCase(policy, detailsOf(changed), confirmed)).toMatchObject({ route: { id: route }, settled });
  });

  it('says why, whose rule it is and who has a say', () => {
    expect(routeCase(AUTONOMOUS, detailsOf(), null)).toMatchObject({
      reason: 'the organisation has earned autonomy for cases rated so',
      provenance: { whose: 'government' },
      route: { assuredBy: 'department', roles: { assures: 'assurance-lead', decides: 'assurance-lead' } },
    });
    expect(routeCase(UNDER_V6, detailsOf(), null)).toMatchObject({
      reason: 'no earned autonomy of the organisation covers it',
      route: { assuredBy: 'gds-assurance', roles: { assures: 'reviewer', decides: 'decider' } },
    });
  });
});

describe('what a reader is told of the route', () => {
  const partial = 'Rests on the questions on digital services that could be read; the framework has others';

  it.each<[string, Policy, Partial<CaseDetails>, string | null, readonly string[]]>([
    ['answered', UNDER_V6, {}, null, [partial]],
    [
      'not answered',
      UNDER_V6,
      { ratingAnswers: {} },
      null,
      ['Not rated yet: questions of the rating are not answered', partial],
    ],
    [
      'without a category',
      UNDER_V6,
      { category: null },
      null,
      ['Not rated yet: choose what kind of spending it is first'],
    ],
    [
      'of a kind whose questions are not known',
      UNDER_V6,
      { category: 'resourcing-contract' },
      null,
      ['The published questions on this kind of spending could not be read, so no rating can be worked out'],
    ],
    ['confirmed', UNDER_V6, {}, 'low', ['Rated Low, confirmed by a reviewer']],
    ['overridden', UNDER_V6, {}, 'high', ['Rated High by an override of a reviewer; the answers make Low']],
    [
      'rated by a reviewer alone',
      UNDER_V6,
      { ratingAnswers: {} },
      'medium',
      ['Rated Medium by a reviewer; the answers make no rating'],
    ],
    ['of a regime without ratings', under(ASSURANCE_2026, '2026-05-01'), {}, null, []],
  ])('of a case %s', (_what, policy, changed, confirmed, notes) => {
    expect(routeCase(policy, detailsOf(changed), confirmed).notes).toEqual(notes);
  });
});

describe('the route under the other regimes', () => {
  it.each([
    [V4, '2015-01-05', 'gds-assurance'],
    [V5, '2020-01-15', 'gds-assurance'],
    [ASSURANCE_2026, '2026-05-01', 'departmental-assurance'],
  ])('is the same for everything', (regime, on, route) => {
    const answer = routeCase(under(regime, on), detailsOf(), null);
    expect(answer).toMatchObject({ route: { id: route }, settled: true });
  });

  it('relies on a sound regime', () => {
    const otherwise = { ...V4.routing.otherwise, route: 'nowhere' };
    const broken = { ...V4, routing: { ...V4.routing, otherwise } };
    expect(() => routeCase(under(broken, '2015-01-05'), detailsOf(), null)).toThrow(
      'The regime is faulty: there is no route “nowhere”',
    );
  });
});

describe('a rule whose answer is open', () => {
  const rule = (flag: 'breach' | 'publicFacing', route: string) => ({
    when: { kind: 'flag' as const, flag },
    route,
    reason: 'of a flag',
    provenance: V6.provenance,
  });
  const rules = [rule('breach', 'gds-assurance'), rule('publicFacing', 'departmental-assurance')];
  const regime = { ...V6, routing: { ...V6.routing, rules } };
  const route = (flags: Partial<CaseDetails['flags']>) =>
    routeCase(under(regime, '2026-03-02'), detailsOf({ flags: { ...ALL_FLAGS_NO, ...flags } }), null);

  it('before the one that applies leaves the route unsettled, and after it does not', () => {
    expect(route({ breach: null, publicFacing: true })).toMatchObject({
      route: { id: 'departmental-assurance' },
      settled: false,
    });
    expect(route({ breach: true, publicFacing: null })).toMatchObject({
      route: { id: 'gds-assurance' },
      settled: true,
    });
    expect(route({ publicFacing: true })).toMatchObject({
      route: { id: 'departmental-assurance' },
      settled: true,
    });
  });
});

describe('decisions made elsewhere', () => {
  function steps(policy: Policy, changed: Partial<CaseDetails>) {
    return routeCase(policy, detailsOf(changed), null).steps.map(({ kind, applies }) => [kind, applies]);
  }
  const flags = (changed: Partial<CaseDetails['flags']>) => ({ flags: { ...ALL_FLAGS_NO, ...changed } });

  it.each([
    [1_999_999_999, false],
    [2_000_000_000, false],
    [2_000_000_001, true],
  ])('a minister decides over £20 million: %d pence, %s', (requested, applies) => {
    expect(steps(UNDER_V6, { requestedPence: pence(requested) })[0]).toEqual(['ministerial', applies]);
  });

  it.each<[Partial<CaseDetails['flags']>, boolean | null]>([
    [{}, false],
    [{ treasuryApprovalNeeded: true }, true],
    [{ novelOrContentious: true }, true],
    [{ novelOrContentious: true, treasuryApprovalNeeded: null }, true],
    [{ novelOrContentious: null }, null],
  ])('HM Treasury is asked where %j: %s', (changed, applies) => {
    expect(steps(UNDER_V6, flags(changed))[1]).toEqual(['treasury', applies]);
  });

  it('say what has to be answered first', () => {
    const [ministerial, treasury] = routeCase(UNDER_V6, UNSTARTED_CONTENT.details, null).steps;
    expect(ministerial?.missing.map(({ pointer }) => pointer)).toEqual(['/details/requestedPence']);
    expect(treasury?.missing).toHaveLength(2);
  });

  it('are not known of version 4, and only HM Treasury’s of the regime of 2026', () => {
    expect(routeCase(under(V4, '2015-01-05'), detailsOf(), null)).toMatchObject({
      steps: [],
      stepsKnown: false,
    });
    expect(steps(under(ASSURANCE_2026, '2026-05-01'), flags({ treasuryApprovalNeeded: true }))).toEqual([
      ['treasury', true],
    ]);
  });
});

describe('strategic commitments', () => {
  function commitments(changed: Partial<CaseDetails>, confirmed: string | null = null) {
    return routeCase(UNDER_V6, detailsOf(changed), confirmed).commitments;
  }
  const answered = (meets: boolean | null, explanation: string | null) => ({
    ratingAnswers: HIGH,
    commitmentAnswers: { 'strategic-commitments': { meets, explanation } },
  });

  it.each<[string, Partial<CaseDetails>, string | null, boolean | null]>([
    ['low', {}, null, false],
    ['high', { ratingAnswers: HIGH }, null, true],
    ['not rated', { ratingAnswers: {} }, null, null],
    ['low but for a reviewer', {}, 'high', true],
  ])('are asked of a case rated %s or not', (_what, changed, confirmed, asked) => {
    const { questions, ...rest } = commitments(changed, confirmed);
    expect(rest).toMatchObject({ asked, complete: false, note: expect.any(String) });
    expect(questions.map(({ missing }) => missing === null)).toEqual([asked !== true]);
  });

  it.each<[boolean | null, string | null, string | undefined]>([
    [true, null, undefined],
    [false, 'The contract ends next year.', undefined],
    [false, ' ', '/explanation'],
    [false, null, '/explanation'],
    [null, 'Perhaps.', '/meets'],
  ])('answered %s with “%s”', (meets, explanation, missing) => {
    const [question] = commitments(answered(meets, explanation)).questions;
    expect(question?.answer).toEqual({ meets, explanation });
    expect(question?.missing?.pointer).toBe(
      missing === undefined ? undefined : `/details/commitmentAnswers/strategic-commitments${missing}`,
    );
  });

  it('are not known elsewhere, and have a note only where something is not known', () => {
    expect(routeCase(under(V4, '2015-01-05'), detailsOf(), null).commitments).toEqual({
      asked: null,
      complete: false,
      note: 'What Spend controls version 4 asks of strategic commitments is not known to this service',
      questions: [],
      provenance: null,
    });
    if (V6.strategicCommitments === 'not-known') throw new Error('They are known');
    const { askedWhen, commitments: list, provenance } = V6.strategicCommitments;
    const whole = {
      ...V6,
      strategicCommitments: { askedWhen, commitments: list, provenance, complete: true },
    };
    expect(routeCase(under(whole, '2026-03-02'), detailsOf(), null).commitments).toMatchObject({
      complete: true,
      note: null,
    });
  });
});

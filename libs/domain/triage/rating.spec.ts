import { FINISHED_CONTENT } from '../case/finished-content.fixture.js';
import { SPEND_CATEGORIES } from '../case/case-content.js';
import { pence, poundsToPence } from '../money/pence.js';
import { levelNameOf, questionSetFor, questionsFor, type RatingDetails } from './questions.js';
import { effectiveLevel, rateCase, type Rating } from './rating.js';
import type { Policy, RatingScheme, Regime } from './regime.js';
import { ASSURANCE_2026, UNDER_V6, V4, V5, V6 } from './regimes.fixture.js';

const EARLY_V6: Policy = { regime: V6, on: '2024-06-01', earnedAutonomy: [] };
const UNDER_V5: Policy = { regime: V5, on: '2020-01-15', earnedAutonomy: [] };

const DETAILS: RatingDetails = FINISHED_CONTENT.details;

function details(ratingAnswers: Readonly<Record<string, string>>, other: Partial<RatingDetails> = {}) {
  return { ...DETAILS, ...other, ratingAnswers };
}

function known(rating: Rating): Extract<Rating, { readonly known: true }> {
  if (!rating.known) throw new Error(`Not rated: ${JSON.stringify(rating)}`);
  return rating;
}

function schemeOf(regime: Regime): RatingScheme {
  if (regime.rating === 'not-known') throw new Error('No rating');
  return regime.rating;
}

/** Every way to answer, each answer with the level the framework's table gives it. */
function everyWay<Answer>(answers: readonly (readonly Answer[])[]): readonly (readonly Answer[])[] {
  return answers.reduce<readonly (readonly Answer[])[]>(
    (ways, options) => ways.flatMap((way) => options.map((option) => [...way, option])),
    [[]],
  );
}

type Told = readonly [question: string, answer: string, level: 'low' | 'medium' | 'high'];

function answersOf(way: readonly Told[]): Readonly<Record<string, string>> {
  return Object.fromEntries(way.map(([question, answer]) => [question, answer] as const));
}

/** Written out from the framework, apart from the files: any high is high, else any medium is medium, else low. */
function expectedOf(way: readonly Told[]): { level: string; madeBy: readonly string[] } {
  const level = (['high', 'medium', 'low'] as const).find((one) => way.some((told) => told[2] === one)) ?? '';
  return { level, madeBy: way.filter((told) => told[2] === level).map(([question]) => question) };
}

describe('every combination of answers of version 6', () => {
  const FEBRUARY_2024 = everyWay<Told>([
    [
      ['cost-each-year', 'under-100000', 'low'],
      ['cost-each-year', '100000-to-10m', 'medium'],
      ['cost-each-year', 'over-10m', 'high'],
    ],
    [
      ['transactions', 'up-to-10000', 'low'],
      ['transactions', '10001-to-1m', 'medium'],
      ['transactions', 'over-1m', 'high'],
    ],
    [
      ['top-75', 'no', 'low'],
      ['top-75', 'yes', 'high'],
    ],
    [
      ['vulnerable-users', 'no', 'low'],
      ['vulnerable-users', 'yes', 'high'],
    ],
  ]);

  it('as of February 2024', () => {
    expect(FEBRUARY_2024).toHaveLength(36);
    for (const way of FEBRUARY_2024) {
      const rating = known(rateCase(EARLY_V6, details(answersOf(way))));
      const { level, madeBy } = expectedOf(way);
      expect(rating.level).toBe(level);
      expect(rating.madeBy.map(({ question }) => question)).toEqual(madeBy);
      expect(rating.answers.map((one) => [one.question, one.answer, one.level])).toEqual(way);
    }
  });

  const MARCH_2025 = everyWay<Told>([
    [
      ['1,999,999,999', 'under-20m', 'low'],
      ['2,000,000,000', '20m-to-50m', 'medium'],
      ['5,000,000,000', '20m-to-50m', 'medium'],
      ['5,000,000,001', 'over-50m', 'high'],
    ],
    [
      ['transactions', 'under-100000', 'low'],
      ['transactions', '100000-to-1m', 'medium'],
      ['transactions', 'over-1m', 'high'],
    ],
    [
      ['top-75', 'no', 'low'],
      ['top-75', 'yes', 'medium'],
    ],
    [
      ['vulnerable-users', 'no', 'low'],
      ['vulnerable-users', 'yes', 'medium'],
    ],
  ]);

  it('as of March 2025, with the whole-life cost to the penny', () => {
    expect(MARCH_2025).toHaveLength(48);
    for (const way of MARCH_2025) {
      const [cost, ...given] = way;
      const wholeLifePence = pence(Number(cost?.[0].replaceAll(',', '')));
      const rating = known(rateCase(UNDER_V6, details(answersOf(given), { wholeLifePence })));
      const { level, madeBy } = expectedOf(way);
      expect(rating.level).toBe(level);
      expect(rating.madeBy.map(({ question }) => question)).toEqual(
        madeBy.map((question) => (question.includes(',') ? 'whole-life-cost' : question)),
      );
      expect(rating.answers[0]).toMatchObject({ answer: cost?.[1], workedOutFrom: 'whole-life' });
    }
  });

  it('says how it was made, and that the framework has further questions', () => {
    expect(rateCase(UNDER_V6, details(DETAILS.ratingAnswers))).toMatchObject({
      known: true,
      level: 'low',
      levelName: 'Low',
      how: 'The highest answer counts, which is Low',
      complete: false,
      note: expect.stringContaining('could be read'),
    });
  });
});

describe('every combination of answers of version 5', () => {
  const scheme = schemeOf(V5);
  const criteria = questionSetFor(UNDER_V5, 'resourcing-contract')?.questions.map(({ id }) => id) ?? [];
  const ways = everyWay(criteria.map(() => ['assured', 'monitor', 'control'] as const));

  it('is any control, or the band the sum falls in', () => {
    expect(criteria).toHaveLength(7);
    expect(ways).toHaveLength(3 ** 7);
    const tally: Record<string, number> = {};
    const wrong = ways.filter((way) => {
      const answers = Object.fromEntries(criteria.map((id, index) => [id, way[index] ?? '']));
      const rating = known(rateCase(UNDER_V5, details(answers)));
      tally[rating.level] = (tally[rating.level] ?? 0) + 1;
      const controls = way.filter((answer) => answer === 'control').length;
      const monitors = way.filter((answer) => answer === 'monitor').length;
      // Seven at one each and one more for every monitor: 7 to 10 assured, 11 to 14 monitor.
      const level = controls > 0 ? 'control' : monitors <= 3 ? 'assured' : 'monitor';
      return rating.level !== level || rating.madeBy.length !== (controls > 0 ? controls : 7);
    });
    expect(wrong).toEqual([]);
    // By hand: none to three monitors among seven is 1 + 7 + 21 + 35; four to seven are as many again.
    expect(tally).toEqual({ assured: 64, monitor: 64, control: 3 ** 7 - 128 });
  });

  it('says the sum, or that one answer makes the whole', () => {
    const assured = Object.fromEntries(criteria.map((id) => [id, 'assured']));
    const how = (answers: Readonly<Record<string, string>>) =>
      known(rateCase(UNDER_V5, details(answers))).how;
    expect(how({ ...assured, benefits: 'monitor' })).toBe(
      'The answers score 8 together, which makes Assured',
    );
    expect(how({ ...assured, benefits: 'control' })).toBe('Any answer of Control makes the whole Control');
  });

  it('is the same for every kind of spending', () => {
    for (const category of SPEND_CATEGORIES)
      expect(questionSetFor(UNDER_V5, category)?.id).toBe('pipeline-criteria');
    expect(scheme.levels.map(({ name }) => name)).toEqual(['Assured', 'Monitor', 'Control']);
  });

  it('relies on a sound regime, and says so where it is not', () => {
    const { bands } = { bands: [{ upTo: 10, level: 'assured' }] };
    const answers = Object.fromEntries(criteria.map((id) => [id, 'monitor']));
    const broken = (combination: RatingScheme['combination']): Policy => ({
      ...UNDER_V5,
      regime: { ...V5, rating: { ...scheme, combination } },
    });
    const rate = (policy: Policy) => () => rateCase(policy, details(answers));
    expect(rate(broken({ kind: 'sum-of-scores', scores: { monitor: 2 }, bands }))).toThrow(
      'The regime is faulty: no band covers a sum of 14',
    );
    expect(rate(broken({ kind: 'sum-of-scores', scores: {}, bands }))).toThrow('has no score');
    expect(() => levelNameOf(scheme, 'high')).toThrow('there is no level “high”');
  });
});

describe('what is not answered', () => {
  it('keeps a case from being rated, whatever the rest says', () => {
    const answers = { ...DETAILS.ratingAnswers, transactions: 'over-1m' };
    expect(rateCase(UNDER_V6, details(answers, { wholeLifePence: null }))).toEqual({
      known: false,
      missing: [{ pointer: '/details/wholeLifePence', message: 'Give the whole-life cost' }],
      note: expect.any(String),
    });
    expect(rateCase(UNDER_V6, details({}))).toMatchObject({
      known: false,
      missing: [
        {
          pointer: '/details/ratingAnswers/transactions',
          message: 'Answer “How many transactions does the service handle in a year?”',
        },
        { pointer: '/details/ratingAnswers/top-75' },
        { pointer: '/details/ratingAnswers/vulnerable-users' },
      ],
    });
  });

  it('is asked of the category first', () => {
    expect(rateCase(UNDER_V6, details({}, { category: null }))).toEqual({
      known: false,
      missing: [{ pointer: '/details/category', message: 'Say what kind of spending it is' }],
      note: null,
    });
    expect(questionsFor(UNDER_V6, details({}, { category: null }))).toEqual([]);
  });

  it('counts as such where the answer belongs to the questions of another time', () => {
    const answers = { ...DETAILS.ratingAnswers, transactions: 'up-to-10000' };
    expect(rateCase(UNDER_V6, details(answers))).toMatchObject({
      known: false,
      missing: [
        {
          pointer: '/details/ratingAnswers/transactions',
          message:
            'Answer “How many transactions does the service handle in a year?” again: “up-to-10000” is not among its answers',
        },
      ],
    });
  });

  it('is not answered by what every object has', () => {
    const set = schemeOf(V5).questionSets[0]!;
    const questions = set.questions.map((question) => ({ ...question, id: 'constructor' }));
    const rating = { ...schemeOf(V5), questionSets: [{ ...set, questions }] };
    expect(rateCase({ ...UNDER_V5, regime: { ...V5, rating } }, details({}))).toMatchObject({
      known: false,
      missing: expect.arrayContaining([
        { pointer: '/details/ratingAnswers/constructor', message: expect.any(String) },
      ]),
    });
  });
});

describe('where no questions are known', () => {
  it.each(SPEND_CATEGORIES.slice(1))('says so of %s under version 6, without asking anything', (category) => {
    for (const policy of [EARLY_V6, UNDER_V6])
      expect(rateCase(policy, details({}, { category }))).toEqual({
        known: false,
        missing: [],
        note: 'The published questions on this kind of spending could not be read, so no rating can be worked out',
      });
  });

  it('says so of a day before the first questions', () => {
    const policy = { ...UNDER_V6, on: '2024-02-22' };
    expect(rateCase(policy, DETAILS)).toEqual({
      known: false,
      missing: [],
      note: 'No questions of Digital and technology spend control version 6 on this kind of spending are known',
    });
    expect(questionsFor(policy, DETAILS)).toEqual([]);
  });

  it.each([V4, ASSURANCE_2026])('says so of a regime whose rating is not known', (regime) => {
    const policy: Policy = { regime, on: '2026-05-01', earnedAutonomy: [] };
    expect(rateCase(policy, DETAILS)).toMatchObject({ known: false, missing: [] });
    expect(questionsFor(policy, DETAILS)).toEqual([]);
    expect(questionSetFor(policy, 'digital-service')).toBeUndefined();
  });
});

describe('the questions of a day', () => {
  it.each([
    ['2024-02-23', 'digital-services-2024-02'],
    ['2025-03-26', 'digital-services-2024-02'],
    ['2025-03-27', 'digital-services-2025-03'],
    ['2026-11-25', 'digital-services-2025-03'],
  ])('%s', (on, id) => {
    expect(questionSetFor({ ...UNDER_V6, on }, 'digital-service')?.id).toBe(id);
  });

  it('come with their answers, given or worked out', () => {
    const answers = { transactions: 'over-1m', 'top-75': 'perhaps' };
    const asked = questionsFor(UNDER_V6, details(answers, { wholeLifePence: poundsToPence('20,000,000') }));
    expect(
      asked.map(({ id, workedOutFrom, answer, missing }) => [id, workedOutFrom, answer, missing === null]),
    ).toEqual([
      ['whole-life-cost', 'whole-life', '20m-to-50m', true],
      ['transactions', null, 'over-1m', true],
      ['top-75', null, null, false],
      ['vulnerable-users', null, null, false],
    ]);
    expect(asked[2]?.options).toEqual([
      { id: 'no', label: 'No', level: 'low', levelName: 'Low' },
      { id: 'yes', label: 'Yes', level: 'medium', levelName: 'Medium' },
    ]);
    expect(asked[1]?.provenance.whose).toBe('government');
  });

  it('rely on answers that cover every amount', () => {
    const scheme = schemeOf(V6);
    const questionSets = scheme.questionSets.map((set) => ({
      ...set,
      questions: set.questions.map((question) => ({
        ...question,
        options: question.options.map(({ id, label, level }) => ({ id, label, level })),
      })),
    }));
    const policy = { ...UNDER_V6, regime: { ...V6, rating: { ...scheme, questionSets } } };
    expect(() => questionsFor(policy, DETAILS)).toThrow('no answer to “whole-life-cost” covers every amount');
  });
});

describe('the level a case counts as rated at', () => {
  it('is the reviewer’s, else the answers’, else none', () => {
    const low = rateCase(UNDER_V6, DETAILS);
    const open = rateCase(UNDER_V6, details({}));
    expect(effectiveLevel(low, 'high')).toBe('high');
    expect(effectiveLevel(low, null)).toBe('low');
    expect(effectiveLevel(open, 'medium')).toBe('medium');
    expect(effectiveLevel(open, null)).toBeNull();
  });
});

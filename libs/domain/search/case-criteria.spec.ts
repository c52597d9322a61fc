import fc from 'fast-check';
import { CASE_FLAGS, SPEND_CATEGORIES } from '../case/case-content.js';
import { SPEND_STATES } from '../lifecycle/states.js';
import { MAX_PENCE, pence } from '../money/pence.js';
import {
  ALL_CASES,
  describeCriteria,
  isSearchText,
  isSearchWord,
  readCriteria,
  type CaseCriteria,
} from './case-criteria.js';

const PERSON = '3f2b1c00-0000-4000-8000-0000000000aa';
const EVERYTHING: CaseCriteria = {
  organisationId: PERSON,
  states: ['submitted', 'in-review'],
  reviewer: 'nobody',
  ratings: ['high', 'medium', 'low'],
  routes: ['gds-assurance'],
  minPence: pence(10_000_001),
  maxPence: pence(200_000_000),
  flags: ['cryptKey', 'breach'],
  categories: ['digital-service'],
  overdue: true,
  submittedFrom: '2026-04-01',
  submittedTo: '2026-06-30',
  text: 'hosting',
};

describe('criteria of a search', () => {
  it('are read as they were written', () => {
    const amount = fc.option(fc.integer({ min: 0, max: MAX_PENCE }).map((n) => pence(n)));
    const any = fc.record({
      organisationId: fc.constantFrom(null, PERSON),
      states: fc.subarray([...SPEND_STATES]),
      reviewer: fc.constantFrom(null, 'me', 'nobody', PERSON),
      ratings: fc.subarray(['high', 'medium', 'low']),
      routes: fc.subarray(['gds-assurance', 'own-assurance']),
      minPence: amount,
      maxPence: amount,
      flags: fc.subarray([...CASE_FLAGS]),
      categories: fc.subarray([...SPEND_CATEGORIES]),
      overdue: fc.constantFrom(null, true, false),
      submittedFrom: fc.constantFrom(null, '2026-04-01'),
      submittedTo: fc.constantFrom(null, '2026-06-30'),
      text: fc.constantFrom(null, 'abc', '100% of “it”'),
    });
    fc.assert(
      fc.property(any, (criteria) => {
        expect(readCriteria(JSON.parse(JSON.stringify(criteria)))).toEqual(criteria);
      }),
    );
  });

  it('ask nothing where they say nothing, and name nothing twice', () => {
    expect(readCriteria({})).toEqual(ALL_CASES);
    expect(readCriteria({ states: ['draft', 'draft'], overdue: null, ratings: null })).toEqual({
      ...ALL_CASES,
      states: ['draft'],
    });
  });

  it.each([
    null,
    [],
    'draft',
    { state: 'draft' },
    { toString: 'draft' },
    { states: 'draft' },
    { states: ['gone'] },
    { reviewer: 'somebody' },
    { organisationId: 'me' },
    { ratings: ['High risk'] },
    { ratings: ['x'.repeat(101)] },
    { ratings: [1] },
    { routes: [''] },
    { minPence: 0.5 },
    { maxPence: -1 },
    { flags: ['late'] },
    { categories: ['tea'] },
    { overdue: 'yes' },
    { submittedFrom: '2026-02-30' },
    { submittedTo: 20260401 },
    { text: 'ab' },
    { text: '  a ' },
    { text: 7 },
    { text: 'x'.repeat(201) },
  ] as readonly unknown[])('are refused when they cannot be read: %j', (stored) => {
    expect(() => readCriteria(stored)).toThrow(RangeError);
  });

  it('know words and texts at their limits', () => {
    expect(isSearchWord('x'.repeat(100))).toBe(true);
    expect(isSearchText('abc')).toBe(true);
    expect(isSearchText('x'.repeat(200))).toBe(true);
  });

  it('are put into words', () => {
    expect(describeCriteria(ALL_CASES)).toEqual(['Every case']);
    expect(describeCriteria(EVERYTHING, { organisation: 'Home Office' })).toEqual([
      'Organisation: Home Office',
      'Status: Submitted or GDS Assurance review',
      'Reviewer: nobody yet',
      'Rating: high, medium or low',
      'Route: gds assurance',
      'Amount asked for: from £100,000.01 to £2,000,000',
      'The department says that the spending is on Crypt-Key',
      'The department says that the spending breaches the spend control or conditions of an approval',
      'Category: digital service',
      'A target is missed',
      'Submitted: from 1 April 2026 to 30 June 2026',
      'Title contains “hosting”',
    ]);
  });

  it.each<[Partial<CaseCriteria>, string]>([
    [{ organisationId: PERSON }, 'Organisation: one organisation'],
    [{ reviewer: 'me' }, 'Reviewer: me'],
    [{ reviewer: PERSON }, 'Reviewer: a named person'],
    [{ minPence: pence(100) }, 'Amount asked for: £1 or more'],
    [{ maxPence: pence(100) }, 'Amount asked for: £1 or less'],
    [{ overdue: false }, 'No target is missed'],
    [{ submittedFrom: '2026-12-31' }, 'Submitted: on 31 December 2026 or later'],
    [{ submittedTo: '2026-01-01' }, 'Submitted: on 1 January 2026 or earlier'],
    [{ states: ['draft'] }, 'Status: Draft'],
  ])('are put into words also one by one: %j', (criteria, words) => {
    expect(describeCriteria({ ...ALL_CASES, ...criteria })).toEqual([words]);
  });

  it('name the reviewer where the name is known', () => {
    expect(
      describeCriteria({ ...ALL_CASES, reviewer: PERSON }, { reviewer: 'Demonstration reviewer' }),
    ).toEqual(['Reviewer: Demonstration reviewer']);
  });
});

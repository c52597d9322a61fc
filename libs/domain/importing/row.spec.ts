import { UNANSWERED_FLAGS } from '../case/case-content.js';
import { SHIPPED_REGIMES } from '../triage/regimes.fixture.js';
import type { ImportCells } from './columns.js';
import { makeImportContext, SOURCE_NAME } from './context.js';
import { readRow } from './row.js';

const CONTEXT = makeImportContext(
  [
    { id: 'id-1', key: 'home-office', name: 'Home Office' },
    { id: 'id-2', key: 'twin-one', name: 'Twin' },
    { id: 'id-3', key: 'twin-two', name: 'Twin' },
  ],
  SHIPPED_REGIMES,
  '2026-05-04',
);

const GOOD: ImportCells = {
  reference: 'COSC-00103',
  organisation: 'home-office',
  title: 'Replacement',
  'requested-amount': '1250000.00',
  'approved-amount': '1000000',
  'submitted-on': '2019-02-04',
  'decided-on': '2019-03-01',
  outcome: 'approved',
  'decided-by': 'Head of Controls',
  reason: 'Meets it.',
  'protective-marking': 'OFFICIAL',
};
const CONDITION = 'Publish it | 2019-09-30 | A. Owner | a@b.example | waived';

function read(cells: ImportCells) {
  return readRow({ ...GOOD, ...cells }, CONTEXT);
}

function problems(cells: ImportCells): readonly string[] {
  const row = read(cells);
  return row.ok ? ['accepted'] : row.problems.map(({ column, reason }) => `${String(column)}: ${reason}`);
}

function decision(cells: ImportCells) {
  const row = read(cells);
  if (!row.ok) throw new Error(JSON.stringify(row.problems));
  return row.decision;
}

describe('a good row', () => {
  it('is a decision, with what is not said left unsaid', () => {
    expect(decision({})).toEqual({
      sourceReference: 'COSC-00103',
      rowHash: expect.stringMatching(/^[\da-f]{64}$/),
      organisationId: 'id-1',
      regimeVersion: 'v5',
      rating: null,
      submittedOn: '2019-02-04',
      decidedOn: '2019-03-01',
      outcome: 'approved',
      requestedPence: 125_000_000,
      approvedPence: 100_000_000,
      decidedBy: 'Head of Controls',
      reason: 'Meets it.',
      conditions: [],
      document: null,
      details: {
        title: 'Replacement',
        description: null,
        category: null,
        phase: null,
        requestedPence: 125_000_000,
        wholeLifePence: null,
        yearAmounts: [],
        spendStartsOn: null,
        spendEndsOn: null,
        contractEndsOn: null,
        currentSuppliers: [],
        proposedSuppliers: [],
        commercialApproach: null,
        flags: UNANSWERED_FLAGS,
        retrospectiveExplanation: null,
        protectiveMarking: 'OFFICIAL',
        seniorResponsibleOwner: null,
        ratingAnswers: {},
        commitmentAnswers: {},
      },
    });
  });

  it('keeps everything that is said', () => {
    const full = decision({
      organisation: 'Home Office',
      description: 'One\ntwo',
      category: 'digital-service',
      phase: 'beta',
      'whole-life-cost': '4000000',
      outcome: 'approved-with-conditions',
      conditions: CONDITION,
      flags: 'direct-award',
      rating: 'Control',
      regime: 'V5',
      'spend-starts-on': '2019-04-01',
      'spend-ends-on': '2021-03-31',
      'contract-ends-on': '2021-03-30',
      'current-suppliers': 'Old',
      'proposed-suppliers': 'New',
      'commercial-approach': 'open-competition',
      'document-title': 'Letter',
      'document-url': 'https://documents.example/1',
      'protective-marking': 'official sensitive',
    });
    expect(full).toMatchObject({
      organisationId: 'id-1',
      rating: 'control',
      regimeVersion: 'v5',
      conditions: [{ text: 'Publish it', status: 'waived' }],
      document: { title: 'Letter', url: 'https://documents.example/1' },
      details: {
        description: 'One\ntwo',
        wholeLifePence: 400_000_000,
        spendStartsOn: '2019-04-01',
        flags: { directAward: true },
        proposedSuppliers: ['New'],
        protectiveMarking: 'OFFICIAL-SENSITIVE',
      },
    });
  });

  it('need not approve anything', () => {
    expect(
      decision({ outcome: 'not-approved', 'approved-amount': '', 'requested-amount': '0' }),
    ).toMatchObject({
      approvedPence: null,
      requestedPence: 0,
    });
  });

  it('is known again by its cells, empty ones aside', () => {
    const hash = decision({}).rowHash;
    expect(decision({ phase: '' }).rowHash).toBe(hash);
    expect(readRow(Object.fromEntries(Object.entries(GOOD).reverse()), CONTEXT)).toMatchObject({
      decision: { rowHash: hash },
    });
    expect(decision({ title: 'Replacement.' }).rowHash).not.toBe(hash);
  });

  it('may name an earlier regime that was in force as well', () => {
    expect(decision({ regime: 'v4' })).toMatchObject({ regimeVersion: 'v4', rating: null });
  });

  it('calls its document something where the source does not', () => {
    expect(decision({ 'document-url': 'https://d.example' }).document).toEqual({
      title: 'Source document',
      url: 'https://d.example',
    });
  });
});

describe('a bad row', () => {
  it.each<[ImportCells, RegExp | string]>([
    [{ reference: 'x'.repeat(65) }, /^reference: Shorten/],
    [
      { organisation: 'home ofice' },
      'organisation: No organisation has “home ofice” as its key or its name. Did you mean “Home Office”?',
    ],
    [
      { organisation: 'Ministry of Silly Walks' },
      /^organisation: No organisation has .*look it up in the list/,
    ],
    [{ organisation: 'Twin' }, /^organisation: Several organisations are called “Twin”: give the key/],
    [{ title: '' }, 'title: Fill this in'],
    [{ 'decided-on': '2026-05-05' }, /^decided-on: Only decisions of the past/],
    [{ 'decided-on': '2019-02-03' }, 'decided-on: This is before the submission on 4 February 2019'],
    [{ 'submitted-on': 'soon' }, /^submitted-on: Write a date/],
    [{ 'decided-on': '' }, 'decided-on: Fill this in'],
    [
      { 'submitted-on': '2014-04-08' },
      /^submitted-on: No spend control this service knows was in force on 8 April 2014/,
    ],
    [{ regime: 'v9' }, /^regime: Write one of .*“v6”.*; “v9” is none$/],
    [{ regime: 'v6' }, 'regime: v6 was not in force on 4 February 2019: correct it, or leave it empty'],
    [{ rating: 'high' }, /^rating: Write one of “/],
    [{ regime: 'v4', rating: 'high' }, 'rating: The levels of v4 are not known: leave this empty'],
    [{ outcome: 'withdrawn' }, /^outcome: Write one of “approved”/],
    [
      { outcome: 'withdrawn', 'approved-amount': '', conditions: CONDITION },
      /^outcome: Write one of “approved”/,
    ],
    [{ 'approved-amount': '' }, 'approved-amount: Fill this in'],
    [{ 'approved-amount': '0' }, 'approved-amount: The approved amount must be more than nought'],
    [{ 'approved-amount': '1250000.01' }, 'approved-amount: This is more than the £1,250,000 requested'],
    [{ outcome: 'not-approved' }, 'approved-amount: Leave this empty: nothing was approved'],
    [{ 'requested-amount': '£1.2m' }, /^requested-amount: Write the amount out/],
    [{ conditions: CONDITION }, /^conditions: Leave this empty, or make the outcome/],
    [{ outcome: 'approved-with-conditions' }, 'conditions: Fill this in'],
    [
      { outcome: 'approved-with-conditions', conditions: CONDITION.replace('2019-09-30', '2019-02-28') },
      'conditions: Condition 1: it is due on 28 February 2019, before the decision',
    ],
    [{ 'document-title': 'Letter' }, 'document-url: Say where the document is, or leave out its title'],
    [{ 'document-url': 'javascript:alert(1)' }, /^document-url: Give a link/],
    [{ 'protective-marking': 'SECRET' }, /^protective-marking: Write one of “OFFICIAL”/],
  ])('says what is wrong: %j', (cells, problem) => {
    const said = problems(cells);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(problem);
  });

  it('says every column that is missing altogether', () => {
    const row = readRow({}, CONTEXT);
    expect(row.ok ? [] : row.problems.map(({ column }) => column)).toEqual([
      'reference',
      'organisation',
      'title',
      'requested-amount',
      'protective-marking',
      'submitted-on',
      'decided-on',
      'outcome',
      'decided-by',
      'reason',
    ]);
  });

  it('does not blame a condition for a date that could not be read', () => {
    expect(
      problems({ outcome: 'approved-with-conditions', conditions: CONDITION, 'decided-on': 'x' }),
    ).toHaveLength(1);
  });
});

describe('the name of a source', () => {
  it('is written like a key', () => {
    const names = [
      'get-approval-to-spend',
      'a1',
      'x'.repeat(50),
      'x'.repeat(51),
      '',
      'A',
      'a--b',
      '-a',
      'a b',
    ];
    expect(names.map((name) => SOURCE_NAME.test(name))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

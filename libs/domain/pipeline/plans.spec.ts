import fc from 'fast-check';
import {
  COMMERCIAL_APPROACHES,
  PHASES,
  PROTECTIVE_MARKINGS,
  SPEND_CATEGORIES,
  type CaseDetails,
} from '../case/case-content.js';
import { FINISHED_CONTENT } from '../case/finished-content.fixture.js';
import { isUnprintable } from '../case/text.js';
import { knownOrganisations } from '../importing/context.js';
import { cellsByColumn, readColumns } from '../importing/header.js';
import { MAX_PENCE, pence } from '../money/pence.js';
import { namesInCell, readNames } from './plan-cells.js';
import { planRefusals, withPlanRow } from './plan-changes.js';
import { KNOWN_PLAN_COLUMNS, PLAN_COLUMNS } from './plan-columns.js';
import { cellsToExport, columnsToExport, type PlanToExport } from './plan-export.js';
import { PLAN_OUTCOME_SENTENCES, PLAN_OUTCOMES } from './plan-report.js';
import { comparedKey, readPlanRow, type PlanContext, type PlanReading } from './plan-row.js';

const CONTEXT: PlanContext = {
  ...knownOrganisations([
    { id: 'id-of-ho', key: 'home-office', name: 'Home Office' },
    { id: 'id-of-moj', key: 'ministry-of-justice', name: 'Ministry of Justice' },
  ]),
  mine: new Set(['id-of-ho']),
};
const WHOLE = { key: 'K-1', organisation: 'home-office', title: 'Replace it' };

function problemsOf(reading: PlanReading): readonly string[] {
  return reading.ok ? [] : reading.problems.map(({ column, reason }) => `${column ?? ''}: ${reason}`);
}

describe('a row of planned spend', () => {
  it('needs a key, an organisation and a title, and leaves out what the file has no column for', () => {
    expect(readPlanRow(WHOLE, CONTEXT)).toEqual({
      ok: true,
      row: { key: 'K-1', organisationId: 'id-of-ho', details: { title: 'Replace it' }, amounts: new Map() },
    });
    expect(problemsOf(readPlanRow({ key: '', organisation: '', title: '' }, CONTEXT))).toEqual([
      'key: Fill this in',
      'organisation: Fill this in',
      'title: Fill this in',
    ]);
  });

  it('says what each column says; an empty cell clears it, but guesses no marking', () => {
    const cells = {
      ...WHOLE,
      organisation: 'Home Office',
      category: 'Digital service',
      phase: '',
      'spend-starts-on': '2027-04-01',
      'current-suppliers': '',
      'contract-extension': 'No',
      'requested-amount': '£1,000.50',
      'protective-marking': '',
      'amount-2027-28': '1000',
      'amount-2028-29': '',
    };
    expect(readPlanRow(cells, CONTEXT)).toEqual({
      ok: true,
      row: {
        key: 'K-1',
        organisationId: 'id-of-ho',
        details: {
          title: 'Replace it',
          category: 'digital-service',
          phase: null,
          spendStartsOn: '2027-04-01',
          currentSuppliers: [],
          requestedPence: 100_050,
        },
        contractExtension: false,
        amounts: new Map([
          ['2027-28', 100_000],
          ['2028-29', null],
        ]),
      },
    });
  });

  it('is read as a spreadsheet in the United Kingdom saves it', () => {
    const cells = {
      ...WHOLE,
      'spend-starts-on': '01/04/2027',
      'spend-ends-on': '3/4/2027',
      'requested-amount': '1234.5',
      'whole-life-cost': '£1,234.5',
      'amount-2027-28': '0.1',
    };
    expect(readPlanRow(cells, CONTEXT)).toMatchObject({
      row: {
        details: {
          spendStartsOn: '2027-04-01',
          spendEndsOn: '2027-04-03',
          requestedPence: 123_450,
          wholeLifePence: 123_450,
        },
        amounts: new Map([['2027-28', 10]]),
      },
    });
  });

  it.each([
    [{ organisation: 'ministry-of-justice' }, /^organisation: You are not a submitter/],
    [{ organisation: 'Ministry of Silly Walks' }, /^organisation: No organisation has/],
    [{ title: 'x'.repeat(201) }, /^title: Shorten this/],
    [{ category: 'paint' }, /^category: Write one of/],
    [{ 'spend-starts-on': '31/04/2027' }, /^spend-starts-on: Write a date/],
    [{ 'spend-starts-on': '4/13/2027' }, /^spend-starts-on: Write a date/],
    [{ 'spend-starts-on': '01/04/27' }, /^spend-starts-on: Write a date/],
    [{ 'requested-amount': '1.234' }, /^requested-amount: .*can be misread/],
    [{ 'contract-extension': 'perhaps' }, /^contract-extension: Write one of “yes”, “no”/],
    [
      { 'current-suppliers': Array.from({ length: 21 }, String).join(';') },
      /^current-suppliers: Name at most 20/,
    ],
    [{ 'proposed-suppliers': 'x'.repeat(201) }, /^proposed-suppliers: Shorten this/],
    [{ 'amount-2027-28': '1.2m' }, /^amount-2027-28: Write the amount out/],
    [{ 'protective-marking': 'SECRET' }, /^protective-marking: Write one of/],
    [
      { 'spend-starts-on': '2027-04-01', 'spend-ends-on': '2026-01-01' },
      /^spend-ends-on: Make the end of the spending no earlier than its start/,
    ],
  ])('with %j is refused', (cells, problem) => {
    expect(problemsOf(readPlanRow({ ...WHOLE, ...cells }, CONTEXT))).toEqual([
      expect.stringMatching(problem),
    ]);
  });
});

describe('a row that a program sends', () => {
  it('is marked no higher than what the program may see', () => {
    const cells = { ...WHOLE, 'protective-marking': 'OFFICIAL-SENSITIVE' };
    const machine = { scopes: ['cases:read', 'cases:write'] } as const;
    expect(problemsOf(readPlanRow(cells, { ...CONTEXT, machine }))).toEqual([
      expect.stringMatching(/^protective-marking: .*“marked-cases:read”.*[^.]$/),
    ]);
    expect(problemsOf(readPlanRow(WHOLE, { ...CONTEXT, machine }))).toEqual([]);
    expect(problemsOf(readPlanRow(cells, CONTEXT))).toEqual([]);
  });
});

describe('keys', () => {
  it('are the same where only their capitals differ', () => {
    expect(comparedKey('Ho-2027-É')).toBe(comparedKey('HO-2027-é'));
  });
});

describe('the header of a file of planned spend', () => {
  it('may have amounts of any years, and no other column that is not known', () => {
    expect(readColumns(['Key', 'organisation', 'title', 'amount 2027-28'], KNOWN_PLAN_COLUMNS)).toEqual({
      ok: true,
      columns: ['key', 'organisation', 'title', 'amount-2027-28'],
    });
    expect(readColumns(['key', 'title', 'amount-2027-29'], KNOWN_PLAN_COLUMNS)).toMatchObject({
      ok: false,
      problems: [{ column: 'amount-2027-29' }, { column: 'organisation' }],
    });
  });

  it('says of every column what to write', () => {
    for (const { meaning, example } of PLAN_COLUMNS) expect(meaning !== '' && example !== '').toBe(true);
  });
});

describe('putting a row in', () => {
  const { details } = FINISHED_CONTENT;
  const year = (financialYear: string, amountPence: number) => ({
    financialYear,
    amountPence: pence(amountPence),
  });
  const before: CaseDetails = {
    ...details,
    title: 'Replace it ',
    yearAmounts: [year('2027-28', 5), year('2028-29', 6)],
    flags: { ...details.flags, contractExtension: null },
  };
  const change = (cells: object) => {
    const read = readPlanRow({ ...WHOLE, ...cells }, CONTEXT);
    if (!read.ok) throw new Error(problemsOf(read).join());
    return withPlanRow(before, read.row);
  };

  it('changes nothing where it says the same', () => {
    expect(change({ 'amount-2027-28': '0.05' })).toEqual({ details: before, columns: [] });
  });

  it('names the columns that say something else, and keeps the years the file does not name', () => {
    const { details: after, columns } = change({
      phase: '',
      'contract-extension': 'yes',
      'amount-2026-27': '0.01',
      'amount-2027-28': '',
    });
    expect(columns).toEqual(['phase', 'contract-extension', 'amount-2026-27', 'amount-2027-28']);
    expect(after).toEqual({
      ...before,
      phase: null,
      flags: { ...before.flags, contractExtension: true },
      yearAmounts: [year('2026-27', 1), year('2028-29', 6)],
    });
  });

  const refusals = (cells: object, then: CaseDetails) => {
    const read = readPlanRow({ ...WHOLE, ...cells }, CONTEXT);
    if (!read.ok) throw new Error(problemsOf(read).join());
    return planRefusals(read.row, then);
  };

  it('does not take an end before the start, wherever either stands', () => {
    const backwards = { ...before, spendStartsOn: '2027-04-01', spendEndsOn: '2026-01-01' };
    expect(refusals({ phase: '' }, backwards)).toEqual([]);
    expect(refusals({ 'spend-starts-on': '2027-04-01' }, backwards)).toEqual([
      { column: 'spend-starts-on', reason: expect.stringMatching(/1 April 2027 to 1 January 2026/) },
    ]);
    expect(refusals({ 'spend-ends-on': '2026-01-01' }, backwards)).toEqual([
      { column: 'spend-ends-on', reason: expect.stringMatching(/no earlier than its start/) },
    ]);
  });

  it('does not take more years than are kept', () => {
    const years = Array.from({ length: 21 }, (_, index) =>
      year(`20${String(30 + index)}-${String(31 + index)}`, 1),
    );
    expect(refusals({ phase: '' }, { ...before, yearAmounts: years })).toEqual([
      { column: null, reason: expect.stringMatching(/at most 20 years/) },
    ]);
    expect(refusals({ phase: '' }, before)).toEqual([]);
  });
});

const printable = (multiline: boolean) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      fc.constantFrom("'=1+1", '=1+1', "''=x", '+44', '-x', '@cmd', "'", 'a; b', String.raw`a\;b`, ' x '),
    )
    .filter((said) => !isUnprintable(said, multiline));
const title = printable(false).filter((said) => said.trim() !== '');
const suppliers = fc.array(title, { maxLength: 3 });
const amount = fc.option(fc.integer({ min: 0, max: MAX_PENCE }).map(pence));
const day = fc.option(fc.constantFrom('2026-04-01', '2028-02-29'));
const anyPlan: fc.Arbitrary<PlanToExport> = fc
  .record({
    title,
    description: fc.option(
      fc
        .tuple(printable(true), fc.constantFrom('\r\n', '\n', '\r', '\n\n'))
        .map(([said, end]) => `${said}${end}more`),
    ),
    category: fc.option(fc.constantFrom(...SPEND_CATEGORIES)),
    phase: fc.option(fc.constantFrom(...PHASES)),
    spendStartsOn: day,
    spendEndsOn: day,
    contractEndsOn: day,
    currentSuppliers: suppliers,
    proposedSuppliers: suppliers,
    commercialApproach: fc.option(fc.constantFrom(...COMMERCIAL_APPROACHES)),
    requestedPence: amount,
    wholeLifePence: amount,
    protectiveMarking: fc.constantFrom(...PROTECTIVE_MARKINGS),
    contractExtension: fc.option(fc.boolean()),
    yearAmounts: fc
      .uniqueArray(fc.constantFrom('2026-27', '2027-28', '1999-00'))
      .map((years) => years.sort().map((financialYear) => ({ financialYear, amountPence: pence(99) }))),
  })
  // Nothing is kept that ends before it starts.
  .map(({ spendStartsOn, spendEndsOn, ...some }) => ({
    ...some,
    spendStartsOn,
    spendEndsOn:
      spendStartsOn !== null && spendEndsOn !== null && spendEndsOn < spendStartsOn ? null : spendEndsOn,
  }))
  .map(({ contractExtension, ...some }) => ({
    reference: 'DT-3333-3333',
    key: null,
    organisationKey: 'home-office',
    details: {
      ...FINISHED_CONTENT.details,
      ...some,
      flags: { ...FINISHED_CONTENT.details.flags, contractExtension },
    },
  }));

it('an import says in words what came of it', () => {
  for (const outcome of PLAN_OUTCOMES) expect(PLAN_OUTCOME_SENTENCES[outcome]).toMatch(/\.$/);
});

describe('an export', () => {
  it('imports as what is there already, and holds no cell a spreadsheet would run', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (plan, other) => {
        const columns = columnsToExport([plan, other]);
        const cells = cellsToExport(plan, columns);
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
        const header = readColumns(columns, KNOWN_PLAN_COLUMNS);
        const byColumn = cellsByColumn(columns, cells);
        if (!header.ok || !byColumn.ok) throw new Error('It cannot be read');
        const read = readPlanRow(byColumn.cells, CONTEXT);
        expect(problemsOf(read)).toEqual([]);
        if (read.ok)
          expect(withPlanRow(plan.details, read.row)).toEqual({ details: plan.details, columns: [] });
      }),
    );
  });

  it('goes by the organisation’s own key where there is one', () => {
    const [plan] = fc.sample(anyPlan, 1);
    expect(cellsToExport({ ...plan!, key: 'K-1' }, ['key', 'organisation'])).toEqual(['K-1', 'home-office']);
  });

  it('loses nothing of names in one cell', () => {
    expect(readNames(namesInCell(['A; B', String.raw`C\ D`, 'E']))).toEqual({
      ok: true,
      value: ['A; B', String.raw`C\ D`, 'E'],
    });
  });
});

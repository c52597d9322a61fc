import { MAX_PENCE, pence } from '../money/pence.js';
import {
  overspend,
  spendFaults,
  totalSpent,
  yearsCompared,
  type SpendContext,
  type SpendReport,
} from './spend-report.js';

const CONTEXT: SpendContext = {
  approvedPence: pence(1_000),
  finalBefore: false,
  spendStartsOn: '2026-06-01',
  decidedOn: '2026-05-04',
  retrospective: false,
  today: '2027-04-20',
};
const REPORT: SpendReport = {
  years: [{ financialYear: '2026-27', amountPence: pence(900) }],
  note: null,
  final: false,
  endedOn: null,
};

function faults(report: Partial<SpendReport>, context: Partial<SpendContext> = {}): readonly string[] {
  return spendFaults({ ...REPORT, ...report }, { ...CONTEXT, ...context }).map(
    ({ pointer, message }) => `${pointer}: ${message}`,
  );
}

describe('a report of what was spent', () => {
  it('is taken as it is where nothing is wrong with it', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ final: true, endedOn: '2027-03-31' })).toEqual([]);
    expect(
      faults({ years: [...REPORT.years, { financialYear: '2027-28', amountPence: pence(100) }] }),
    ).toEqual([]);
  });

  it('names financial years that have begun, each once', () => {
    const year = (financialYear: string) => ({ financialYear, amountPence: pence(1) });
    expect(faults({ years: [] })).toEqual([
      '/years: Give the amount of at least one financial year. Where nothing was spent and nothing will be, say that these are the final amounts and give none',
    ]);
    expect(faults({ years: [year('2027')] })).toEqual([
      '/years/0/financialYear: Write the financial year like 2026-27',
    ]);
    expect(faults({ years: [year('2028-29')] })).toEqual([
      '/years/0/financialYear: Give years that have begun: nothing can be spent in one to come',
    ]);
    expect(faults({ years: [year('2026-27'), year('2026-27')] })).toEqual([
      '/years/1/financialYear: Give each financial year once',
    ]);
  });

  it('has amounts that are some', () => {
    const years = (...amounts: readonly number[]) =>
      amounts.map((amountPence, index) => ({
        financialYear: `202${String(6 + index)}-2${String(7 + index)}`,
        amountPence: amountPence as typeof MAX_PENCE,
      }));
    expect(faults({ years: years(1.5), note: 'Why.' })).toEqual([
      '/years/0/amountPence: Give the amount in whole pence, from nought to £1 trillion',
      '/years: Give amounts that come to no more than £1 trillion',
    ]);
    expect(faults({ years: years(MAX_PENCE, MAX_PENCE) })).toEqual([
      '/years: Give amounts that come to no more than £1 trillion',
    ]);
  });

  it('has an end that is not in the future, with final amounts only', () => {
    expect(faults({ endedOn: '2027-03-31' })).toEqual([
      '/endedOn: Leave out the date, or say that these are the final amounts',
    ]);
    expect(faults({ final: true })).toEqual(['/endedOn: Give the date the spending ended']);
    expect(faults({ final: true, endedOn: 'soon' })).toEqual(['/endedOn: Give the date the spending ended']);
    expect(faults({ final: true, endedOn: '2027-04-21' })).toEqual([
      '/endedOn: The date the spending ended must be today or earlier',
    ]);
  });

  it('did not end before it could begin, nor is anything spent after the end', () => {
    const ended = (endedOn: string, report: object = {}, context: object = {}) =>
      faults({ final: true, endedOn, ...report }, context);
    const nothing = { years: [{ financialYear: '2026-27', amountPence: pence(0) }] };
    expect(ended('2026-05-31')).toEqual([
      '/note: Say why the spending ended before 1 June 2026, when it was to start',
    ]);
    expect(ended('2026-05-31', { note: 'It was dropped.' })).toEqual([]);
    expect(ended('2026-05-31', nothing)).toEqual([]);
    expect(ended('2026-05-03', { note: 'It was dropped.' })).toEqual([
      '/endedOn: The date the spending ended must be 4 May 2026, when it was approved, or later. Where nothing was spent, give no amounts',
    ]);
    const before = { spendStartsOn: '2025-06-01', retrospective: true };
    expect(ended('2026-05-03', {}, before)).toEqual([]);
    expect(ended('2026-05-03', {}, { ...before, retrospective: false })).toHaveLength(1);
    expect(ended('2026-03-31', {}, before)).toEqual([
      '/years/0/financialYear: Nothing was spent in 2026-27 where the spending ended on 31 March 2026: correct the year or the date',
    ]);
    expect(ended('2020-03-31', nothing, { spendStartsOn: null, decidedOn: null })).toEqual([]);
  });

  it('can be final where nothing was spent, whenever it was dropped', () => {
    const dropped = { years: [], final: true };
    expect(faults({ ...dropped, endedOn: '2026-05-31' })).toEqual([]);
    expect(faults({ ...dropped, endedOn: '2026-05-03' })).toEqual([]);
    expect(faults({ ...dropped, endedOn: '2027-04-21' })).toHaveLength(1);
  });

  it('has nothing in a year before the spending was approved or was to start', () => {
    const spent = (amountPence: number) => ({
      years: [{ financialYear: '2025-26', amountPence: pence(amountPence) }],
    });
    expect(faults(spent(1))).toEqual([
      '/years/0/financialYear: Nothing can have been spent in 2025-26: the spending was approved on 4 May 2026, in 2026-27. Give the amount of the year it was spent in',
    ]);
    expect(faults(spent(0))).toEqual([]);
    const late = { decidedOn: '2026-02-04' };
    expect(faults(spent(1), late)).toEqual([
      '/years/0/financialYear: Nothing can have been spent in 2025-26: the spending was to start on 1 June 2026, in 2026-27. Give the amount of the year it was spent in, or begin a variation where it started earlier',
    ]);
    expect(faults(spent(1), { retrospective: true })).toHaveLength(1);
    expect(faults(spent(1), { retrospective: true, spendStartsOn: '2025-06-01' })).toEqual([]);
    expect(faults(spent(1), { spendStartsOn: null, decidedOn: null })).toEqual([]);
    const ended = { final: true, endedOn: '2026-03-20', note: 'It was dropped.' };
    expect(faults({ ...spent(1), ...ended }, late)).toEqual([]);
  });

  it('is explained where more was spent than approved, and where final amounts are put right', () => {
    const more = { years: [{ financialYear: '2026-27', amountPence: pence(1_001) }] };
    expect(faults(more)).toEqual(['/note: Say why more was spent than the £10 approved']);
    expect(faults({ ...more, note: ' ' })).toHaveLength(1);
    expect(faults({ ...more, note: 'Prices rose.' })).toEqual([]);
    expect(faults(more, { approvedPence: null as never })).toEqual([]);
    expect(faults({}, { finalBefore: true })).toEqual(['/note: Say why the final amounts are put right']);
    expect(faults({ note: 'A credit note came.' }, { finalBefore: true })).toEqual([]);
  });
});

describe('what was spent', () => {
  it('is held against what was approved', () => {
    expect(totalSpent([])).toBe(0);
    expect(overspend(1_000, pence(1_000))).toBeNull();
    expect(overspend(1_001, pence(1_000))).toBe(1);
    expect(overspend(1_001, null)).toBeNull();
  });

  it('is held against what was planned, year by year', () => {
    const planned = [
      { financialYear: '2027-28', amountPence: pence(2) },
      { financialYear: '2026-27', amountPence: pence(1) },
    ];
    expect(yearsCompared(planned, [{ financialYear: '2028-29', amountPence: pence(3) }])).toEqual([
      { financialYear: '2026-27', plannedPence: 1, spentPence: null },
      { financialYear: '2027-28', plannedPence: 2, spentPence: null },
      { financialYear: '2028-29', plannedPence: null, spentPence: 3 },
    ]);
  });
});

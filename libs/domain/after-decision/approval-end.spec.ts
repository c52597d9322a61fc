import {
  approvalEndsOn,
  endingUntil,
  financialYearEnd,
  spendAskedFor,
  spendPeriods,
} from './approval-end.js';

describe('an approval', () => {
  it('ends with its spending, or with the contract where that is earlier', () => {
    const ends = (spendEndsOn: string | null, contractEndsOn: string | null) =>
      approvalEndsOn({ spendEndsOn, contractEndsOn });
    expect(ends('2028-03-31', null)).toBe('2028-03-31');
    expect(ends('2028-03-31', '2027-12-31')).toBe('2027-12-31');
    expect(ends('2027-03-31', '2027-12-31')).toBe('2027-03-31');
    expect(ends(null, '2027-12-31')).toBe('2027-12-31');
    expect(ends(null, null)).toBeNull();
  });

  it('is listed half a year before', () => {
    expect(endingUntil('2026-08-31')).toBe('2027-02-28');
  });
});

describe('what was spent', () => {
  it('is asked for after each financial year and after the end, which takes the place of its year', () => {
    expect(spendPeriods({ decidedOn: '2026-05-04', spendEndsOn: '2028-03-31' })).toEqual([
      { period: '2026-27', endsOn: '2027-03-31' },
      { period: 'end', endsOn: '2028-03-31' },
    ]);
    expect(spendPeriods({ decidedOn: '2026-05-04', spendEndsOn: '2028-06-30' })).toEqual([
      { period: '2026-27', endsOn: '2027-03-31' },
      { period: '2027-28', endsOn: '2028-03-31' },
      { period: 'end', endsOn: '2028-06-30' },
    ]);
    expect(spendPeriods({ decidedOn: '2026-05-04', spendEndsOn: '2026-09-30' })).toEqual([
      { period: 'end', endsOn: '2026-09-30' },
    ]);
  });

  it('is asked for once where nobody knows when the spending ends', () => {
    expect(spendPeriods({ decidedOn: '2026-05-04', spendEndsOn: null })).toEqual([
      { period: '2026-27', endsOn: '2027-03-31' },
    ]);
    expect(financialYearEnd('2027-03-31')).toBe('2027-03-31');
    expect(financialYearEnd('2027-04-01')).toBe('2028-03-31');
  });
});

describe('a report of what was spent', () => {
  const APPROVAL = {
    decidedOn: '2026-05-04',
    spendEndsOn: '2028-03-31',
    contractEndsOn: null,
    reportedOn: null,
    finished: false,
    followerOpen: false,
    replaced: false,
  };

  it('is asked for once a period is over, and not before', () => {
    expect(spendAskedFor(APPROVAL, '2027-03-31')).toBeNull();
    expect(spendAskedFor(APPROVAL, '2027-04-01')).toEqual({ period: '2026-27', endsOn: '2027-03-31' });
    expect(spendAskedFor(APPROVAL, '2028-04-01')).toEqual({ period: 'end', endsOn: '2028-03-31' });
  });

  it('is not asked for again once it was given after the period, or was final, or spending goes on elsewhere', () => {
    expect(spendAskedFor({ ...APPROVAL, reportedOn: '2027-03-31' }, '2027-04-01')).not.toBeNull();
    expect(spendAskedFor({ ...APPROVAL, reportedOn: '2027-04-01' }, '2027-04-02')).toBeNull();
    expect(spendAskedFor({ ...APPROVAL, finished: true }, '2028-04-01')).toBeNull();
    expect(spendAskedFor({ ...APPROVAL, replaced: true }, '2028-04-01')).toBeNull();
  });
});

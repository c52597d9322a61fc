import { calendarQuarter } from './calendar-quarter.js';
import { historyQuestion } from './catalogue.js';
import { readHistoryCriteria } from './read-criteria.js';

const decisions = historyQuestion('decisions');
const ID = '5f2f0f0e-6c9f-4b8e-9d55-0c7a3f6a1b10';

describe('what is asked of the history', () => {
  it('is read into values of each filter’s own kind', () => {
    const given = {
      case: 'dt3hdjmfxj',
      from: '2026-04-01',
      to: '2026-04-01',
      organisation: ID.toUpperCase(),
      children: 'true',
      state: 'approved,approved,draft',
      reviewer: 'nobody',
      decider: 'ME',
      regime: 'v6',
      version: '2',
      minRequestedPence: '5',
      maxRequestedPence: '5',
      approvedLess: 'false',
      text: '  hosting ',
      nearThreshold: undefined,
    };
    expect(readHistoryCriteria(decisions, given)).toEqual({
      ok: true,
      criteria: {
        case: 'DT-3HDJ-MFXJ',
        from: '2026-04-01',
        to: '2026-04-01',
        organisation: ID,
        children: true,
        state: ['approved', 'draft'],
        reviewer: 'nobody',
        decider: 'me',
        regime: ['v6'],
        version: 2,
        minRequestedPence: 5,
        maxRequestedPence: 5,
        approvedLess: false,
        text: 'hosting',
      },
    });
    expect(readHistoryCriteria(historyQuestion('registers'), { kinds: 'breach' })).toEqual({
      ok: true,
      criteria: { kinds: ['breach'] },
    });
    expect(
      readHistoryCriteria(historyQuestion('spending-control-exceptions'), { quarter: '2026-Q1' }),
    ).toEqual({
      ok: true,
      criteria: { quarter: '2026-Q1' },
    });
  });

  it.each([
    ['case', 'DT-1'],
    ['from', '2026-02-30'],
    ['quarter', '2026-Q1'],
    ['organisation', 'home-office'],
    ['children', 'yes'],
    ['children', 'true'],
    ['state', 'approved,'],
    ['state', ''],
    ['reviewer', 'somebody'],
    ['decider', 'somebody'],
    ['regime', 'V6'],
    ['regime', Array.from({ length: 21 }, (_, index) => `v${String(index)}`).join(',')],
    ['version', '0'],
    ['version', '-1'],
    ['version', '1.5'],
    ['point', '14'],
    ['minApprovedPence', '1e3'],
    ['flags', 'loud'],
    ['nearThreshold', '51'],
    ['text', 'ab'],
    ['kinds', 'returned'],
    ['gossip', 'true'],
    ['toString', 'true'],
  ])('%s cannot be %j', (filter, text) => {
    const reading = readHistoryCriteria(decisions, { [filter]: text });
    expect(reading).toMatchObject({ ok: false, faults: [{ filter }] });
    expect(reading.ok ? '' : reading.faults[0]?.detail).toMatch(/^(Give|Remove|Name) .*[^.]$/s);
  });

  it('says everything that is wrong at once, by itself and together', () => {
    const upsideDown = { from: '2026-02-02', to: '2026-02-01', minApprovedPence: '2', maxApprovedPence: '1' };
    expect(readHistoryCriteria(decisions, { ...upsideDown, flags: 'loud', state: 'gone' })).toMatchObject({
      faults: [{ filter: 'flags' }, { filter: 'state' }, { filter: 'from' }, { filter: 'minApprovedPence' }],
    });
    // What cannot be read is not missing.
    expect(readHistoryCriteria(decisions, { organisation: 'home-office', children: 'true' })).toMatchObject({
      faults: [{ filter: 'organisation' }],
    });
    expect(readHistoryCriteria(decisions, upsideDown)).toMatchObject({
      faults: [{ filter: 'from' }, { filter: 'minApprovedPence' }],
    });
    expect(readHistoryCriteria(historyQuestion('spending-control-exceptions'), {})).toMatchObject({
      faults: [{ filter: 'quarter' }],
    });
    expect(
      readHistoryCriteria(historyQuestion('spending-control-exceptions'), { quarter: '2026-Q5' }),
    ).toMatchObject({ faults: [{ filter: 'quarter' }] });
  });
});

describe('a quarter of the calendar year', () => {
  it.each([
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2024-Q2', '2024-04-01', '2024-06-30'],
    ['2026-Q3', '2026-07-01', '2026-09-30'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
  ])('%s', (text, from, to) => {
    expect(calendarQuarter(text)).toEqual({ from, to });
  });

  it.each(['2026-Q5', '2026', 'Q1', '1899-Q4', '2201-Q1', '2026-Q1 '])('is not %j', (text) => {
    expect(calendarQuarter(text)).toBeNull();
  });
});

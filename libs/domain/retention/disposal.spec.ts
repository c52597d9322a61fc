import { CASE_STATES } from '../lifecycle/states.js';
import {
  disposalDueOn,
  disposalRefusal,
  disposalStanding,
  endingOf,
  endOfWaiting,
  type DisposalRecord,
  type DisposalStep,
} from './disposal.js';

const AT = new Date('2033-05-10T09:00:00.000Z');
const ENDED: DisposalRecord = {
  state: 'approved',
  imported: false,
  endedOn: '2026-05-04',
  openConditions: 0,
  latestOther: 20,
  steps: [],
};

function step(type: DisposalStep['type'], sequence: number, notBefore: string | null = null): DisposalStep {
  return { type, sequence, occurredAt: '2033-05-05T09:00:00.000Z', dueOn: null, notBefore };
}

function refusal(act: Parameters<typeof disposalRefusal>[0], record: Partial<DisposalRecord>, at = AT) {
  return disposalRefusal(act, disposalStanding({ ...ENDED, ...record }), at);
}

describe('how a case ended', () => {
  it('is known of states nothing leads out of by itself, and of no other', () => {
    expect(
      CASE_STATES.map((state) => [state, endingOf(state, false, 0)]).filter(([, ending]) => ending !== null),
    ).toEqual([
      ['assured-by-department', 'assured-by-department'],
      ['approved', 'decided'],
      ['approved-with-conditions', 'decided'],
      ['not-approved', 'decided'],
      ['withdrawn', 'withdrawn'],
      ['closed-below-threshold', 'closed-below-threshold'],
      ['advice-closed', 'advice-closed'],
    ]);
  });

  it('is not yet while a condition is open', () => {
    expect(endingOf('approved-with-conditions', false, 1)).toBeNull();
  });

  it('tells decisions made elsewhere apart', () => {
    expect(endingOf('approved', true, 0)).toBe('imported');
  });
});

describe('the day a case is due for disposal', () => {
  it.each([
    ['decided', '2026-05-04', '2033-05-04'],
    ['imported', '2019-12-31', '2026-12-31'],
    ['assured-by-department', '2024-03-01', '2031-03-01'],
    ['withdrawn', '2026-05-04', '2028-05-04'],
    ['closed-below-threshold', '2024-02-29', '2026-02-28'],
    ['decided', '2025-02-28', '2032-02-28'],
  ] as const)('of one %s on %s is %s', (ending, endedOn, due) => {
    expect(disposalDueOn(ending, endedOn)).toBe(due);
  });

  it('is 29 February again where the year has one', () => {
    // Nothing here is kept for a multiple of four years; the years of a leap day are reached from one all the same.
    expect(disposalDueOn('withdrawn', '2022-02-29')).toBe('2024-02-29');
  });
});

describe('the waiting time', () => {
  it('is thirty days', () => {
    expect(endOfWaiting(AT).toISOString()).toBe('2033-06-09T09:00:00.000Z');
  });

  it('counts from the latest mark or lifted hold', () => {
    const steps = [
      step('disposal-released', 19, '2030-01-01T00:00:00.000Z'),
      step('disposal-marked', 21, '2033-06-01T00:00:00.000Z'),
      step('disposal-held', 22),
      step('disposal-released', 23, '2033-07-01T00:00:00.000Z'),
    ];
    expect(disposalStanding({ ...ENDED, steps })).toMatchObject({
      marked: true,
      held: false,
      notBefore: '2033-07-01T00:00:00.000Z',
    });
  });
});

describe('marking', () => {
  it('is possible from the day the period ends', () => {
    expect(refusal('mark', {}, new Date('2033-05-03T22:59:59.999Z'))).toMatch(/kept until 4 May 2033/);
    expect(refusal('mark', {}, new Date('2033-05-03T23:00:00.000Z'))).toBeNull();
  });

  it('is refused of a case that has not ended', () => {
    expect(refusal('mark', { openConditions: 1 })).toMatch(/has not ended/);
    expect(refusal('mark', { endedOn: null })).toMatch(/has not ended/);
  });

  it('happens once, unless something happened since', () => {
    const steps = [step('disposal-marked', 21, '2033-06-01T00:00:00.000Z')];
    expect(refusal('mark', { steps })).toMatch(/already/);
    expect(refusal('mark', { steps, latestOther: 22 })).toBeNull();
  });
});

describe('a hold', () => {
  it('is placed once and lifted once', () => {
    expect(refusal('hold', {})).toBeNull();
    expect(refusal('release', {})).toMatch(/not held/);
    const held = { steps: [step('disposal-held', 21)] };
    expect(refusal('hold', held)).toMatch(/already/);
    expect(refusal('release', held)).toBeNull();
  });

  it('is for cases that have ended', () => {
    const held = { steps: [step('disposal-held', 21)], openConditions: 1 };
    expect(refusal('hold', { endedOn: null })).toMatch(/has not ended needs no hold/);
    expect(refusal('release', held)).toMatch(/has not ended needs no hold/);
  });
});

describe('carrying out', () => {
  const waiting = step('disposal-marked', 21, '2033-06-01T00:00:00.000Z');
  const over = step('disposal-marked', 21, '2033-05-10T09:00:00.000Z');

  it('needs a mark that stands, no hold, and the waiting time over', () => {
    expect(refusal('carry-out', {})).toMatch(/not marked/);
    expect(refusal('carry-out', { steps: [over], latestOther: 22 })).toMatch(/not marked/);
    expect(refusal('carry-out', { steps: [over, step('disposal-held', 22)] })).toMatch(/held/);
    expect(refusal('carry-out', { steps: [waiting] })).toMatch(/not over/);
    expect(refusal('carry-out', { steps: [step('disposal-marked', 21)] })).toMatch(/not over/);
    expect(refusal('carry-out', { steps: [over], openConditions: 1 })).toMatch(/has not ended/);
    expect(refusal('carry-out', { steps: [over] })).toBeNull();
  });

  it('happens once', () => {
    const steps = [over, step('disposed', 22)];
    for (const act of ['mark', 'hold', 'release', 'carry-out'] as const)
      expect(refusal(act, { steps })).toMatch(/disposed of on 2033-05-05/);
  });
});

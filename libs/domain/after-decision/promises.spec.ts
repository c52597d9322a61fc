import { FINISHED_CONTENT } from '../case/finished-content.fixture.js';
import type { Benefit, LegacyException } from '../case/case-content.js';
import { CONDITION_STATUSES } from '../lifecycle/case-facts.js';
import { pence } from '../money/pence.js';
import {
  CONDITION_KINDS,
  isSettled,
  isSettledBefore,
  promisesOf,
  whyNotConcluded,
  type FollowedPromise,
  type Promised,
} from './promises.js';

const { details } = FINISHED_CONTENT;
const EXCEPTION = {
  id: 'x',
  system: 'Licence mainframe',
  points: [5],
  explanation: 'It cannot be moved yet.',
  remediationPlan: ' Move the data, then switch it off. ',
  funded: true,
  targetDate: '2028-03-31',
  owner: 'Demonstration owner of it',
  scores: { likelihood: {}, impact: {} },
} as unknown as LegacyException;
const BENEFIT: Benefit = {
  benefit: ' Fees change in days. ',
  measure: 'Days from decision to change: 90 today, 5 then.',
  dueOn: '2029-03-31',
  amountPence: pence(25_000_000),
};

function promised(exception: Partial<LegacyException>, accountable = details.seniorResponsibleOwner) {
  return promisesOf({
    details: { ...details, seniorResponsibleOwner: accountable },
    legacyExceptions: [{ ...EXCEPTION, ...exception }],
  });
}

describe('what a legacy exception promises', () => {
  it('is followed until its date, accountable the senior responsible owner', () => {
    expect(promised({})).toEqual([
      {
        kind: 'remediation',
        exceptionId: 'x',
        text: 'Remedy Licence mainframe as promised, by Demonstration owner of it: Move the data, then switch it off.',
        point: null,
        ownerName: details.seniorResponsibleOwner?.name,
        ownerEmail: details.seniorResponsibleOwner?.email,
        dueOn: '2028-03-31',
      },
    ]);
    expect(promised({ owner: null })[0]?.text).toMatch(/^Remedy Licence mainframe as promised: Move/);
    expect(promised({ owner: ' ' })[0]?.text).toMatch(/^Remedy Licence mainframe as promised: Move/);
  });

  it('has its benefits after it, each until its own date', () => {
    const benefits = [BENEFIT, { ...BENEFIT, benefit: 'Nobody phones.', amountPence: null }];
    expect(promised({ benefits }).slice(1)).toEqual([
      {
        kind: 'benefit',
        exceptionId: 'x',
        text: 'Benefit promised of putting Licence mainframe right: Fees change in days.\nMeasured by: Days from decision to change: 90 today, 5 then.\nWorth: £250,000',
        point: null,
        ownerName: details.seniorResponsibleOwner?.name,
        ownerEmail: details.seniorResponsibleOwner?.email,
        dueOn: '2029-03-31',
      },
      expect.objectContaining({
        text: 'Benefit promised of putting Licence mainframe right: Nobody phones.\nMeasured by: Days from decision to change: 90 today, 5 then.',
      }),
    ]);
  });

  it('is no promise without a plan, a measure, a date or somebody accountable', () => {
    expect(promised({ remediationPlan: null })).toEqual([]);
    expect(promised({ remediationPlan: ' ' })).toEqual([]);
    expect(promised({ targetDate: null })).toEqual([]);
    expect(promised({ benefits: [BENEFIT] }, null)).toEqual([]);
    for (const part of [{ benefit: ' ' }, { measure: null }, { dueOn: null }])
      expect(promised({ benefits: [{ ...BENEFIT, ...part }] }).map(({ kind }) => kind)).toEqual([
        'remediation',
      ]);
  });
});

describe('a promise', () => {
  const [remedy, benefit] = promised({ benefits: [BENEFIT] }) as [Promised, Promised];
  const followed = (promise: Promised, change: Partial<FollowedPromise> = {}): FollowedPromise => ({
    ...promise,
    status: 'met',
    ...change,
  });

  it('is settled once it is met, not met or waived', () => {
    expect(CONDITION_STATUSES.filter(isSettled)).toEqual(['met', 'not-met', 'waived', 'carried-over']);
  });

  it('that was settled under an earlier decision is not asked for again', () => {
    expect(isSettledBefore(remedy, [])).toBe(false);
    expect(isSettledBefore(remedy, [followed(remedy)])).toBe(true);
    expect(isSettledBefore(remedy, [followed(remedy, { status: 'not-met' })])).toBe(true);
    expect(isSettledBefore(remedy, [followed(remedy, { status: 'open' })])).toBe(false);
    expect(isSettledBefore(remedy, [followed(remedy, { exceptionId: 'y' })])).toBe(false);
    expect(isSettledBefore(remedy, [followed(benefit)])).toBe(false);
    // However the plan is worded; benefits are told apart by what was promised.
    expect(isSettledBefore(remedy, [followed(remedy, { text: 'Otherwise.' })])).toBe(true);
    expect(isSettledBefore(benefit, [followed(benefit)])).toBe(true);
    expect(isSettledBefore(benefit, [followed(benefit, { text: 'Otherwise.' })])).toBe(false);
  });

  it('is found not met once its time has come, or it is said to be kept; a condition never is', () => {
    expect(
      CONDITION_KINDS.filter((kind) => whyNotConcluded({ kind, status: 'open' }, true) === null),
    ).toEqual(['remediation', 'benefit']);
    expect(whyNotConcluded({ kind: 'benefit', status: 'open' }, false)).toMatch(/not overdue/);
    expect(whyNotConcluded({ kind: 'benefit', status: 'evidence-submitted' }, false)).toBeNull();
  });
});

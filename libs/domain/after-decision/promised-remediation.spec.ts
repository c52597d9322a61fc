import { FINISHED_CONTENT } from '../case/finished-content.fixture.js';
import type { LegacyException } from '../case/case-content.js';
import { promisedRemediations } from './promised-remediation.js';

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

function promised(exception: Partial<LegacyException>, accountable = details.seniorResponsibleOwner) {
  return promisedRemediations({
    details: { ...details, seniorResponsibleOwner: accountable },
    legacyExceptions: [{ ...EXCEPTION, ...exception }],
  });
}

it('what a legacy exception promises is followed until its date, accountable the senior responsible owner', () => {
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

it('what has no plan, no date or nobody accountable is no promise', () => {
  expect(promised({ remediationPlan: null })).toEqual([]);
  expect(promised({ remediationPlan: ' ' })).toEqual([]);
  expect(promised({ targetDate: null })).toEqual([]);
  expect(promised({}, null)).toEqual([]);
});

import { CASE_FLAGS, IMPACT_CODES, LIKELIHOOD_CODES, POINT_NUMBERS } from '#domain';
import type { Json } from './http-client.js';

/** Details with nothing missing; £1,500,000 requested, so over the threshold. */
export const FINISHED_DETAILS: Json = {
  title: 'Move the licensing service to public cloud',
  description: 'Hosting for the licensing service.\nTwo years.',
  category: 'digital-service',
  phase: 'live',
  requestedPence: 150_000_000,
  wholeLifePence: 200_000_000,
  yearAmounts: [
    { financialYear: '2026-27', amountPence: 100_000_000 },
    { financialYear: '2027-28', amountPence: 50_000_000 },
  ],
  spendStartsOn: '2026-06-01',
  spendEndsOn: '2028-03-31',
  currentSuppliers: ['Example Hosting Ltd'],
  commercialApproach: 'framework-competition',
  // The one that is yes goes with the legacy exception below.
  flags: Object.fromEntries(CASE_FLAGS.map((flag) => [flag, flag === 'legacyTechnology'])),
  seniorResponsibleOwner: { name: 'Demonstration owner', email: 'owner@home-office.example' },
  ratingAnswers: { transactions: 'under-100000', 'top-75': 'no', 'vulnerable-users': 'no' },
};

/** The same for a service that counts as one of the top 75, and so is rated medium. */
export const MEDIUM_DETAILS: Json = {
  ...FINISHED_DETAILS,
  ratingAnswers: { transactions: 'under-100000', 'top-75': 'yes', 'vulnerable-users': 'no' },
};

/** The same at £50,000, under every threshold. */
export const SMALL_DETAILS: Json = {
  ...FINISHED_DETAILS,
  requestedPence: 5_000_000,
  wholeLifePence: 5_000_000,
  yearAmounts: [{ financialYear: '2026-27', amountPence: 5_000_000 }],
};

/** Evidence of a point that is met. */
export function metEvidence(point: number): Json {
  return {
    selfAssessment: 'met',
    narrative: `How point ${point} is met.`,
    links: [{ title: 'Plan', url: 'https://home-office.example/plan' }],
  };
}

/** A legacy exception with nothing missing, on points 5 and 9; it scores 26.67. */
export const FINISHED_EXCEPTION: Json = {
  system: 'Licence mainframe',
  points: [9, 5],
  explanation: 'It cannot be moved before its data has been.',
  remediationPlan: 'Move the data, then switch it off.',
  funded: true,
  targetDate: '2028-03-31',
  owner: 'Demonstration owner',
  scores: {
    likelihood: scores(LIKELIHOOD_CODES, [5, 5, 5, 5, 6, 6, 6]),
    impact: scores(IMPACT_CODES, [5, 5, 2, 5, 5, 4]),
  },
};

function scores(codes: readonly string[], values: readonly number[]): Json {
  return Object.fromEntries(codes.map((code, index) => [code, values[index]]));
}

/** A condition due a month after the tests begin. */
export const CONDITION: Json = {
  text: 'Publish the accessibility statement',
  point: 2,
  ownerName: 'Demonstration condition owner',
  ownerEmail: 'condition-owner@home-office.example',
  dueOn: '2026-06-04',
};

/** Every point's number. */
export const ALL_POINTS = POINT_NUMBERS;

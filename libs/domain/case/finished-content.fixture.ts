import { pence } from '../money/pence.js';
import {
  emptyPointEvidence,
  POINT_NUMBERS,
  UNANSWERED_FLAGS,
  type CaseContent,
  type CaseFlag,
  type CaseFlags,
  type LegacyException,
} from './case-content.js';

/** Every flag answered "no". */
export const ALL_FLAGS_NO = Object.fromEntries(
  (Object.keys(UNANSWERED_FLAGS) as CaseFlag[]).map((flag) => [flag, false]),
) as Record<CaseFlag, boolean> satisfies CaseFlags;

/** For tests: a request with nothing missing and every point met; under version 6 it is rated low. */
export const FINISHED_CONTENT: CaseContent = {
  details: {
    title: 'Move the licensing service to public cloud',
    description: 'Hosting for the licensing service for two years.',
    category: 'digital-service',
    phase: 'live',
    requestedPence: pence(150_000_000),
    wholeLifePence: pence(200_000_000),
    yearAmounts: [
      { financialYear: '2026-27', amountPence: pence(100_000_000) },
      { financialYear: '2027-28', amountPence: pence(50_000_000) },
    ],
    spendStartsOn: '2026-06-01',
    spendEndsOn: '2028-03-31',
    contractEndsOn: null,
    currentSuppliers: [],
    proposedSuppliers: [],
    commercialApproach: 'framework-competition',
    flags: ALL_FLAGS_NO,
    retrospectiveExplanation: null,
    protectiveMarking: 'OFFICIAL',
    seniorResponsibleOwner: { name: 'Demonstration owner', email: 'owner@home-office.example' },
    ratingAnswers: { transactions: 'under-100000', 'top-75': 'no', 'vulnerable-users': 'no' },
    commitmentAnswers: {},
  },
  points: POINT_NUMBERS.map((point) => ({
    ...emptyPointEvidence(point),
    selfAssessment: 'met' as const,
    narrative: `How point ${point} is met.`,
  })),
  legacyExceptions: [],
};

/** For tests: a legacy exception with nothing missing, naming points 5 and 9. */
export const FINISHED_EXCEPTION: LegacyException = {
  id: 'exception-1',
  system: 'Licence mainframe',
  points: [5, 9],
  explanation: 'It cannot be moved before its data has been.',
  remediationPlan: 'Move the data, then switch it off.',
  funded: true,
  targetDate: '2028-03-31',
  owner: 'Demonstration owner',
  scores: {
    likelihood: { L1: 5, L2: 5, L3: 5, L4: 5, L5: 6, L6: 6, L7: 6 },
    impact: { C1: 5, C2: 5, C3: 2, C4: 5, C5: 5, C6: 4 },
  },
};

/** For tests: a request nobody has answered anything of but its title. */
export const UNSTARTED_CONTENT: CaseContent = {
  details: {
    title: 'Move the licensing service to public cloud',
    description: null,
    category: null,
    phase: null,
    requestedPence: null,
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
  points: POINT_NUMBERS.map(emptyPointEvidence),
  legacyExceptions: [],
};

import { FINISHED_CONTENT } from '../case/finished-content.fixture.js';
import { POINT_NUMBERS, type CaseContent, type CaseDetails } from '../case/case-content.js';
import { pence } from '../money/pence.js';
import { UNDER_V6 } from '../triage/regimes.fixture.js';
import type { ActionRequest, ActorFacts, CaseFacts, NewCondition } from './case-facts.js';
import type { Role } from './roles.js';

export const HOME_OFFICE = 'home-office';
export const GDS = 'gds';

/** For tests: somebody who holds the given roles where such roles are held. */
export function person(personId: string, ...roles: readonly Role[]): ActorFacts {
  return {
    personId,
    roles: roles.map((role) => ({
      role,
      organisationId: role === 'submitter' || role === 'assurance-lead' ? HOME_OFFICE : GDS,
    })),
  };
}

/** For tests: a finished request with some details changed. */
export function contentWith(details: Partial<CaseDetails>): CaseContent {
  return { ...FINISHED_CONTENT, details: { ...FINISHED_CONTENT.details, ...details } };
}

/** For tests: a case that was submitted, assessed as met on every point and recommended by `recommender`. */
export const RECOMMENDED: CaseFacts = {
  state: 'recommended',
  organisationId: HOME_OFFICE,
  policy: UNDER_V6,
  confirmedRating: null,
  reviewDepth: null,
  reviewerId: 'assigned',
  content: FINISHED_CONTENT,
  currentVersion: 2,
  departmentHands: ['creator'],
  verdicts: new Map(POINT_NUMBERS.map((point) => [point, 'met' as const])),
  answersToLookAt: [],
  rulings: new Map(),
  recommenders: ['recommender'],
  currentDecisionId: null,
  approvedPence: null,
  decidedOn: null,
  startsFrom: null,
  followers: [],
  spendFinal: false,
  advice: null,
};

export const TODAY = '2026-03-02';

/** For tests: a condition due on the day of the request, the earliest allowed. */
export const CONDITION: NewCondition = {
  text: 'Publish the source code.',
  point: 3,
  ownerName: 'Demonstration owner',
  ownerEmail: 'owner@home-office.example',
  dueOn: TODAY,
};

/** For tests: a request that says everything any action asks for, for a case as in {@link RECOMMENDED}. */
export const WHOLE_REQUEST: ActionRequest = {
  reason: 'Because it is good value.',
  version: 2,
  approvedPence: pence(100_000_000),
  conditions: [],
  overrides: [],
  reviewer: person('named', 'reviewer'),
  rating: 'low',
  decidedOn: TODAY,
  extension: { refusals: [] },
  newDueOn: '2026-04-01',
  spend: {
    years: [],
    note: null,
    final: true,
    endedOn: TODAY,
  },
  advice: {},
  today: TODAY,
};

import { ALL_CASES } from '../../dist/libs/domain/index.js';
import { countCases, searchCases } from '../../dist/libs/persistence/cases/case-search.js';
import { nextCaseFor } from '../../dist/libs/persistence/cases/next-case.js';
import { NOW } from './queue-of-cases.mjs';

const QUEUE = ['submitted', 'acknowledged', 'in-review'];
const PAGE = 25;

/**
 * What is asked of the queue. Held to the limit is what an index answers by itself: the next case, and counts of the
 * queue by state, reviewer, rating and target. The rest is shown beside it: what it costs is bounded too, but by the
 * most cases a page or a count looks at, which are more than there are in a short queue.
 */
export const QUESTIONS = [
  {
    name: 'next case',
    isHeld: true,
    ask: (queryable, { personId, organisationId }) =>
      nextCaseFor(queryable, { personId, ownOrganisationIds: [organisationId], skipLocked: true }),
  },
  {
    name: 'count: nobody’s, high, missed a target',
    isHeld: true,
    ask: count({ states: QUEUE, reviewer: 'nobody', ratings: ['high'], overdue: true }),
  },
  {
    name: 'count: mine, in review, medium',
    isHeld: true,
    ask: count({ states: ['in-review'], reviewer: 'me', ratings: ['medium'] }),
  },
  {
    name: 'count: mine, medium, in whatever state',
    isHeld: true,
    ask: count({ reviewer: 'me', ratings: ['medium'] }),
  },
  {
    name: 'count: one organisation’s in the queue, high',
    isHeld: false,
    ask: (queryable, ids) =>
      count({ organisationId: ids.organisationId, states: QUEUE, ratings: ['high'] })(queryable, ids),
  },
  {
    name: 'count: in review, two ratings, over £1m, one category',
    isHeld: false,
    ask: count({
      states: ['in-review'],
      ratings: ['high', 'medium'],
      minPence: 100_000_001,
      categories: ['digital-service'],
    }),
  },
  {
    name: 'count: answered that it is a breach',
    isHeld: false,
    ask: count({ states: QUEUE, flags: ['breach'] }),
  },
  { name: 'count: part of a title', isHeld: false, ask: count({ states: QUEUE, text: 'passport' }) },
  { name: 'first page by due time', isHeld: false, ask: list({ states: QUEUE }) },
  {
    name: 'first page: nobody’s, high, over £1m',
    isHeld: false,
    ask: list({ states: QUEUE, reviewer: 'nobody', ratings: ['high'], minPence: 100_000_001 }),
  },
];

function search(criteria, personId) {
  const sight = { everything: true, organisationIds: [] };
  return { criteria: { ...ALL_CASES, ...criteria }, sight, personId, now: NOW };
}

function count(criteria) {
  return (queryable, { personId }) => countCases(queryable, search(criteria, personId));
}

function list(criteria) {
  return (queryable, { personId }) =>
    searchCases(queryable, { ...search(criteria, personId), sort: 'due', after: null, limit: PAGE });
}

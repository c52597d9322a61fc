import {
  readHistoryRows,
  historyStatement,
} from '../../dist/libs/persistence/decision-history/read-history.js';

/** The instant the benchmark takes to be now. */
const NOW = new Date('2026-12-31T10:00:00.000Z');

/** What is asked of the history. What is held to the limit is read by one range of one index. */
export const QUESTIONS = [
  {
    name: 'one case’s history',
    isHeld: true,
    question: 'events',
    criteria: (given) => ({ case: given.case }),
  },
  {
    name: 'one organisation’s decisions in a year',
    isHeld: true,
    question: 'decisions',
    criteria: ({ organisation, from, to }) => ({ organisation, from, to }),
  },
  {
    name: 'a search by five filters',
    isHeld: true,
    question: 'decisions',
    criteria: ({ organisation, from, to }) => ({
      organisation,
      from,
      to,
      outcome: ['approved', 'approved-with-conditions'],
      flags: ['directAward'],
      minRequestedPence: 50_000_000,
    }),
  },
  {
    name: 'five filters across organisations',
    isHeld: false,
    question: 'decisions',
    criteria: ({ from, to }) => ({
      from,
      to,
      outcome: ['not-approved'],
      rating: ['high'],
      flags: ['directAward'],
      minRequestedPence: 50_000_000,
    }),
  },
  {
    name: 'returned in a year',
    isHeld: false,
    question: 'outcomes-in-period',
    criteria: ({ from, to }) => ({ from, to, kinds: ['returned'] }),
  },
  {
    name: 'a point not met, with open conditions',
    isHeld: false,
    question: 'decisions',
    criteria: ({ from, to }) => ({ from, to, point: 2, verdict: ['not-met'], conditionStatus: ['open'] }),
  },
  {
    name: 'points not met in a year',
    isHeld: false,
    question: 'points-not-met',
    criteria: ({ from, to }) => ({ from, to }),
  },
  {
    name: 'open conditions, overdue on a day',
    isHeld: false,
    question: 'conditions',
    criteria: ({ to }) => ({ conditionStatus: ['open'], overdueOn: to }),
  },
  {
    name: 'times of cases',
    isHeld: false,
    question: 'times',
    criteria: ({ from, to }) => ({ from, to }),
  },
  {
    name: 'a word of a title, and a year',
    isHeld: false,
    question: 'decisions',
    criteria: ({ from, to }) => ({ from, to, text: 'Passport records 77' }),
  },
];

function requestFor({ question, criteria }, given) {
  return {
    question,
    criteria: criteria(given),
    sight: { everything: true, organisationIds: [] },
    personId: '00000000-0000-0000-0000-000000000000',
    now: NOW,
    today: '2026-12-31',
    after: null,
    limit: 26,
  };
}

/** Asks, and gives the rows. */
export function ask(queryable, question, given) {
  return readHistoryRows(queryable, requestFor(question, given));
}

/** How the server goes about it. */
export async function planOf(queryable, question, given) {
  const { text, values } = historyStatement(requestFor(question, given));
  const rows = await queryable.query({ text: `explain ${text}`, values });
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

import { loadCase, readCase, type Statement } from '#persistence';
import { startWorld, type World } from '../api/world/api-world.js';

// PostgreSQL makes every policy of every table of a statement ready before it reads a row, so what row-level security costs
// the paths people wait for follows from how much their plans ask. See docs/decisions/0024.

const SIGHT = { everything: false, organisationIds: [] };

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** What a plan that is kept asks of policies: in how many places, how often of the setting, and in how many plans apart. */
async function askedBy(ask: (catching: Parameters<typeof readCase>[0]) => Promise<unknown>) {
  const caught: Statement[] = [];
  await ask({
    query: (statement) => {
      caught.push(statement);
      return Promise.resolve([]);
    },
  });
  const rows = await world.database.asNobody().query<{ 'QUERY PLAN': string }>({
    text: `explain (generic_plan, costs off) ${caught[0]!.text}`,
    values: [],
  });
  const lines = rows.map((row) => row['QUERY PLAN']);
  return {
    guarded: lines.filter((line) => line.includes('spend_control.acting')).length,
    words: lines.join('\n').split('spend_control.acting').length - 1,
    apart: lines.filter((line) => /^\s*(SubPlan|InitPlan)/u.test(line)).length,
  };
}

/** What was measured, and a little more, because plans differ a little with what PostgreSQL knows of the tables. */
const MOST_TO_READ = { guarded: 16, words: 50, apart: 18 };
const MOST_TO_LOAD = { guarded: 40, words: 95, apart: 35 };

function expectNoMore(asked: typeof MOST_TO_READ, most: typeof MOST_TO_READ): void {
  // It asks something at all: the plan is one with policies.
  expect(asked.guarded).toBeGreaterThan(10);
  expect({
    guarded: Math.max(asked.guarded, most.guarded),
    words: Math.max(asked.words, most.words),
    apart: Math.max(asked.apart, most.apart),
  }).toEqual(most);
}

describe('the plan of a statement about one case asks no more of policies than when it was measured', () => {
  it('to read it with its points', async () => {
    expectNoMore(await askedBy((catching) => readCase(catching, 'DT-UNKNOWN', SIGHT)), MOST_TO_READ);
  });

  it('to load it for a change', async () => {
    const request = {
      reference: 'DT-UNKNOWN',
      sight: SIGHT,
      personId: null,
      key: null,
      at: world.clock.now(),
      withContacts: true,
      commentId: null,
    };
    expectNoMore(await askedBy((catching) => loadCase(catching, request)), MOST_TO_LOAD);
  });
});

import { startWorld, type World } from '../api/world/api-world.js';
import { CaseDriver } from '../api/world/case-driver.js';
import { importFile } from '../api/world/import-file.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const reply = await world.http.send(world.people.administrator, 'POST', '/decision-imports', {
    raw: importFile([{ reference: 'ELSEWHERE-1', 'decided-by': 'The Spending Minister' }]),
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
  if (reply.status !== 200) throw new Error(reply.text);
});
afterAll(() => world.close());

interface Page {
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

function asked(query: string): Promise<Page> {
  return world.http.read<Page>(world.people.auditor, `/decision-history/${query}`);
}

describe('a decision made elsewhere', () => {
  it('says who decided, as its source has it', async () => {
    const { items } = await asked('decisions');
    expect(items).toMatchObject([
      { decidedById: null, decidedBy: null, decidedInSource: 'The Spending Minister' },
    ]);
  });

  it.each(['decisions', 'times'])('is found in %s as one that nobody here made', async (question) => {
    const { items } = await asked(`${question}?decider=nobody`);
    expect(items).toHaveLength(1);
    expect((await asked(`${question}?decider=me`)).items).toEqual([]);
  });

  it('is not what a case without a decision has', async () => {
    await new CaseDriver(world).draft();
    expect((await asked('times')).items).toHaveLength(2);
    expect((await asked('times?decider=nobody')).items).toHaveLength(1);
  });
});

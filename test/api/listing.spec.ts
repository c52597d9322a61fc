import { startWorld, type World } from './world/api-world.js';
import type { Json } from './world/http-client.js';

let world: World;
beforeAll(async () => {
  // One connection, so that every shape of list is prepared on it and none gets in another's way.
  world = await startWorld({ DATABASE_POOL_SIZE: '1' });
});
afterAll(() => world.close());

describe('a list', () => {
  it('goes on by cursor without missing or repeating a case', async () => {
    for (let index = 0; index < 5; index += 1) {
      world.clock.advance(index % 2);
      const body = { organisationId: world.organisations.otherDepartment.id, title: `Case ${index}` };
      await world.http.expect(201, world.people.stranger, 'POST', '/cases', { body });
    }
    const seen: unknown[] = [];
    let query = '?limit=2&state=draft,withdrawn';
    for (;;) {
      const page = await world.http.read<{ items: Json[]; next: string | null }>(
        world.people.stranger,
        `/cases${query}`,
      );
      seen.push(...page.items.map((item) => item['title']));
      if (page.next === null) break;
      query = `?limit=2&state=draft,withdrawn&after=${page.next}`;
    }
    expect(seen.sort()).toEqual(['Case 0', 'Case 1', 'Case 2', 'Case 3', 'Case 4']);
  });

  it.each([
    'after=x',
    'limit=0',
    'limit=101',
    'limit=1.5',
    'state=gone',
    'state=',
    'organisation=me',
    'page=2',
  ])('does not take %s', async (query) => {
    const reply = await world.http.send(world.people.auditor, 'GET', `/cases?${query}`);
    expect(reply.status).toBe(400);
  });

  it('is given whatever it is narrowed by, each combination of filters on one connection', async () => {
    const { department, otherDepartment } = world.organisations;
    const person = await world.addPerson('Demonstration submitter for two', [
      ['submitter', department.id],
      ['submitter', otherDepartment.id],
    ]);
    for (const organisation of [department, otherDepartment])
      await world.http.expect(201, person, 'POST', '/cases', {
        body: { organisationId: organisation.id, title: 'One of two' },
      });
    const { next } = await world.http.read<{ next: string }>(person, '/cases?limit=1');
    const organisations = ['', `&organisation=${department.id}`];
    const states = ['', '&state=draft', '&state=draft,withdrawn'];
    const afters = ['', `&after=${next}`];
    const days = ['', '&from=2026-05-01', '&to=2026-05-31', '&from=2026-05-01&to=2026-05-31'];
    for (const organisation of organisations)
      for (const after of afters) {
        for (const state of states)
          await world.http.read(person, `/cases?limit=1${organisation}${state}${after}`);
        for (const day of days)
          await world.http.read(person, `/decisions?limit=1${organisation}${day}${after}`);
      }
  });
});

import { randomUUID } from 'node:crypto';
import { startWorld, type Person, type World } from './world/api-world.js';
import { insertCaseRow } from './world/case-rows.js';
import { Description } from './world/description.js';
import type { Json, Reply } from './world/http-client.js';

let world: World;
let reviewer: Person;
let colleague: Person;
beforeAll(async () => {
  world = await startWorld();
  ({ reviewer } = world.people);
  const { assurance, otherDepartment } = world.organisations;
  colleague = await world.addPerson('Demonstration colleague', [['reviewer', assurance.id]]);
  await insertCaseRow(world, { reviewerId: reviewer.id, rating: 'high' });
  await insertCaseRow(world, {
    reviewerId: colleague.id,
    rating: 'high',
    organisationId: otherDepartment.id,
  });
  await insertCaseRow(world, { rating: 'low' });
});
afterAll(() => world.close());

type Saved = Json & { readonly id: string; readonly revision: number };

/** Criteria as they are answered, where only these were asked. */
function whole(criteria: Json): Json {
  const nothing = { states: [], ratings: [], routes: [], flags: [], categories: [] };
  const none = {
    organisationId: null,
    reviewer: null,
    minPence: null,
    maxPence: null,
    overdue: null,
    submittedFrom: null,
    submittedTo: null,
    text: null,
  };
  return { ...nothing, ...none, ...criteria };
}

async function save(person: Person, body: Json): Promise<Saved> {
  return (await world.http.expect<Saved>(201, person, 'POST', '/saved-searches', { body })).body;
}

function find(person: Person, id: string, more = ''): Promise<Reply> {
  return world.http.send(person, 'GET', `/saved-searches/${id}${more}`);
}

describe('a saved search', () => {
  it('is kept as it was asked for, with its words and its count', async () => {
    const criteria = { ratings: ['high'], reviewer: 'ME', minPence: null };
    const body = { name: 'Mine and high', criteria };
    const made = await world.http.expect<Saved>(201, reviewer, 'POST', '/saved-searches', { body });
    expect(made.body).toEqual({
      id: expect.any(String),
      name: 'Mine and high',
      criteria: whole({ ratings: ['high'], reviewer: 'me' }),
      description: ['Reviewer: me', 'Rating: high'],
      owner: { id: reviewer.id, name: reviewer.name },
      sharedWith: null,
      mine: true,
      following: false,
      matches: { count: 1, atLeast: false },
      revision: 1,
      createdAt: world.clock.now().toISOString(),
      updatedAt: world.clock.now().toISOString(),
    });
    expect(made.headers.get('etag')).toBe('"1"');
    expect(made.headers.get('location')).toBe(`/api/v1/saved-searches/${made.body.id}`);
    const read = await find(reviewer, made.body.id);
    expect(read.body).toEqual(made.body);
    expect(read.headers.get('etag')).toBe('"1"');
  });

  it('is saved once however often it is sent with one key', async () => {
    const body = { name: 'Sent twice', criteria: {} };
    const idempotencyKey = randomUUID();
    const send = () =>
      world.http.expect<Saved>(201, reviewer, 'POST', '/saved-searches', { body, idempotencyKey });
    const first = await send();
    const again = await send();
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.headers.get('etag')).toBe('"1"');
  });

  it('is nobody else’s while it is personal', async () => {
    const { id, revision } = await save(reviewer, { name: 'Personal', criteria: {} });
    for (const [method, path, ifMatch, body] of [
      ['GET', '', undefined, undefined],
      ['GET', '/cases', undefined, undefined],
      ['PUT', '', revision, { name: 'Taken over', criteria: {} }],
      ['DELETE', '', revision, undefined],
      ['PUT', '/subscription', undefined, undefined],
    ] as const) {
      const reply = await world.http.send(colleague, method, `/saved-searches/${id}${path}`, {
        ifMatch,
        body,
      });
      expect({ method, path, status: reply.status }).toEqual({ method, path, status: 404 });
    }
    const missing = await find(colleague, randomUUID());
    expect((await find(colleague, id)).body).toEqual({
      ...missing.body,
      instance: expect.any(String),
      correlationId: expect.any(String),
    });
  });

  it('shared with a team shows each of its people what they may see, and “me” is whoever reads', async () => {
    const { assurance, department } = world.organisations;
    const body = { name: 'Mine', criteria: { reviewer: 'me' }, sharedWith: assurance.id };
    const { id } = await save(reviewer, body);
    const seen = await find(colleague, id);
    expect(seen.body).toMatchObject({
      mine: false,
      owner: { name: reviewer.name },
      sharedWith: { id: assurance.id, key: 'government-digital-service' },
      matches: { count: 1, atLeast: false },
    });
    const { body: run } = await find(colleague, id, '/cases?sort=due');
    expect(run['items']).toEqual([expect.objectContaining({ reviewerId: colleague.id })]);
    // An administrator of the same organisation is in the team, and sees no case.
    const { administrator, submitter } = world.people;
    expect((await find(administrator, id)).body['matches']).toEqual({ count: 0, atLeast: false });
    expect((await find(submitter, id)).status).toBe(404);
    expect(
      (
        await world.http.send(reviewer, 'POST', '/saved-searches', {
          body: { ...body, sharedWith: department.id },
        })
      ).body,
    ).toMatchObject({ status: 422, errors: [{ pointer: '/sharedWith' }] });
  });

  it('leaves the sight of who leaves the team', async () => {
    const { assurance } = world.organisations;
    const passing = await world.addPerson('Demonstration passing reviewer', [['reviewer', assurance.id]]);
    const { id } = await save(reviewer, { name: 'For the team', criteria: {}, sharedWith: assurance.id });
    expect((await find(passing, id)).status).toBe(200);
    await world.database.query({
      text: 'update role_assignment set valid_to = $2 where person_id = $1',
      values: [passing.id, world.clock.now()],
    });
    expect((await find(passing, id)).status).toBe(404);
  });

  it('is changed and removed by its owner alone, and only as it was read', async () => {
    const { assurance } = world.organisations;
    const { id } = await save(reviewer, { name: 'First', criteria: {}, sharedWith: assurance.id });
    const path = `/saved-searches/${id}`;
    const body = { name: 'Second', criteria: { ratings: ['low'] } };
    expect((await world.http.send(colleague, 'PUT', path, { body, ifMatch: 1 })).status).toBe(403);
    expect((await world.http.send(colleague, 'DELETE', path, { ifMatch: 1 })).status).toBe(403);
    expect((await world.http.send(reviewer, 'PUT', path, { body })).status).toBe(428);
    const changed = await world.http.expect(200, reviewer, 'PUT', path, { body, ifMatch: 1 });
    expect(changed.body).toMatchObject({
      name: 'Second',
      criteria: whole({ ratings: ['low'] }),
      sharedWith: null,
      revision: 2,
      matches: { count: 1 },
    });
    expect(changed.headers.get('etag')).toBe('"2"');
    expect((await find(colleague, id)).status).toBe(404);
    expect((await world.http.send(reviewer, 'PUT', path, { body, ifMatch: 1 })).status).toBe(412);
    expect((await world.http.send(reviewer, 'DELETE', path, { ifMatch: 1 })).status).toBe(412);
    await world.http.expect(204, reviewer, 'PUT', `${path}/subscription`);
    await world.http.expect(204, reviewer, 'DELETE', path, { ifMatch: 2 });
    expect((await find(reviewer, id)).status).toBe(404);
    const kept = await world.database.query({
      text: `select removed_at is not null as removed,
        (select count(*) from saved_search_subscription where search_id = $1) as followers,
        (select count(*) from saved_search_match where search_id = $1) as matches
        from saved_search where id = $1`,
      values: [id],
    });
    expect(kept).toEqual([{ removed: true, followers: 0, matches: 0 }]);
  });

  it('changed by two at once is changed by one', async () => {
    const { id } = await save(reviewer, { name: 'Contested', criteria: {} });
    const replies = await Promise.all(
      ['One', 'Other'].map((name) =>
        world.http.send(reviewer, 'PUT', `/saved-searches/${id}`, {
          body: { name, criteria: {} },
          ifMatch: 1,
        }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('names who and what it is about, where readers may know', async () => {
    const { otherDepartment } = world.organisations;
    const criteria = { organisationId: otherDepartment.id, reviewer: colleague.id, text: 'hosting' };
    const { description } = await save(reviewer, { name: 'In words', criteria });
    expect(description).toEqual([
      'Organisation: Ministry of Justice',
      'Reviewer: Demonstration colleague',
      'Title contains “hosting”',
    ]);
    const ofNobody = await save(reviewer, {
      name: 'No name',
      criteria: { reviewer: world.people.submitter.id },
    });
    expect(ofNobody['description']).toEqual(['Reviewer: a named person']);
  });

  it.each<[Json, string]>([
    [{ criteria: {} }, '/name'],
    [{ name: '  ', criteria: {} }, '/name'],
    [{ name: 'No criteria' }, '/criteria'],
    [{ name: 'x', criteria: [] }, '/criteria'],
    [{ name: 'x', criteria: { state: ['draft'] } }, '/criteria/state'],
    [{ name: 'x', criteria: { states: ['gone'] } }, '/criteria/states'],
    [{ name: 'x', criteria: { states: ['draft', 'draft'] } }, '/criteria/states'],
    [{ name: 'x', criteria: { reviewer: 'you' } }, '/criteria/reviewer'],
    [{ name: 'x', criteria: { ratings: ['High'] } }, '/criteria/ratings'],
    [{ name: 'x', criteria: { ratings: null } }, '/criteria/ratings'],
    [{ name: 'x', criteria: { routes: Array(21).fill('x') } }, '/criteria/routes'],
    [{ name: 'x', criteria: { minPence: 0.5 } }, '/criteria/minPence'],
    [{ name: 'x', criteria: { flags: ['late'] } }, '/criteria/flags'],
    [{ name: 'x', criteria: { categories: ['tea'] } }, '/criteria/categories'],
    [{ name: 'x', criteria: { overdue: 'true' } }, '/criteria/overdue'],
    [{ name: 'x', criteria: { text: 'ab' } }, '/criteria/text'],
    [{ name: 'x', criteria: { organisationId: 'us' } }, '/criteria/organisationId'],
    [{ name: 'x', criteria: {}, sharedWith: 'us' }, '/sharedWith'],
    [{ name: 'x', criteria: {}, ownerId: 'me' }, '/ownerId'],
  ])('is refused when it says %j', async (body, pointer) => {
    const reply = await world.http.send(reviewer, 'POST', '/saved-searches', { body });
    expect(reply.body).toMatchObject({ status: 400, errors: [{ pointer }] });
  });

  it('is refused when the least money is more than the most', async () => {
    const body = { name: 'x', criteria: { minPence: 2, maxPence: 1 } };
    const reply = await world.http.send(reviewer, 'POST', '/saved-searches', { body });
    expect(reply.body).toMatchObject({ status: 422, errors: [{ pointer: '/criteria/minPence' }] });
  });
});

describe('saved searches', () => {
  it('are listed by name, the person’s own and their teams’, each with its count', async () => {
    const { department } = world.organisations;
    const { submitter, lead, stranger } = world.people;
    await save(submitter, { name: 'B', criteria: { ratings: ['high'] }, sharedWith: department.id });
    await save(lead, { name: 'A', criteria: { ratings: ['low'] }, sharedWith: department.id });
    await save(lead, { name: 'C', criteria: {} });
    await save(submitter, { name: 'A', criteria: { ratings: ['none-such'] } });
    const seen: Json[] = [];
    let query = '?limit=2';
    for (;;) {
      const page = await world.http.read<{ items: Json[]; next: string | null }>(
        submitter,
        `/saved-searches${query}`,
      );
      seen.push(...page.items);
      if (page.next === null) break;
      query = `?limit=2&after=${page.next}`;
    }
    expect(seen.map(({ name, mine, matches }) => [name, mine, (matches as Json)['count']])).toEqual(
      expect.arrayContaining([
        ['A', false, 1],
        ['A', true, 0],
        ['B', true, 1],
      ]),
    );
    expect(seen.map(({ name }) => name)).toEqual(['A', 'A', 'B']);
    expect(await world.http.read(stranger, '/saved-searches')).toEqual({ items: [], next: null });
    expect((await world.http.send(submitter, 'GET', '/saved-searches?after=x')).status).toBe(400);
  });

  it('are followed and left, as often as one likes', async () => {
    const { id } = await save(reviewer, { name: 'Followed', criteria: {} });
    const path = `/saved-searches/${id}/subscription`;
    for (const following of [true, false]) {
      for (let times = 0; times < 2; times += 1)
        await world.http.expect(204, reviewer, following ? 'PUT' : 'DELETE', path);
      expect((await find(reviewer, id)).body['following']).toBe(following);
    }
  });

  it('answer as the description of the API says', async () => {
    const { assurance } = world.organisations;
    const { id } = await save(reviewer, { name: 'Described', criteria: {}, sharedWith: assurance.id });
    await find(reviewer, id, '/cases?limit=2');
    await world.http.read(reviewer, '/cases/count');
    const description = new Description((await world.http.send(null, 'GET', '/openapi.json')).body);
    const answers = world.http.exchanges.filter(({ path }) => /saved-searches|cases\/count/.test(path));
    expect(answers.length).toBeGreaterThan(20);
    expect(answers.flatMap((exchange) => description.faultsOf(exchange))).toEqual([]);
  });
});

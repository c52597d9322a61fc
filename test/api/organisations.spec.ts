import { randomUUID } from 'node:crypto';
import { PARTS, startWorld, type World } from './world/api-world.js';
import { Description } from './world/description.js';
import type { Json } from './world/http-client.js';

// Reading one organisation, renaming and ending it; what it was stays on record.

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(async () => {
  const description = new Description(await world.http.read(world.people.nobody, '/openapi.json'));
  const faults = world.http.exchanges.flatMap((exchange) => description.faultsOf(exchange));
  await world.close();
  expect(faults).toEqual([]);
});

describe('an organisation', () => {
  const path = () => `/organisations/${world.organisations.department.id}`;
  const change = (body: Json, status = 200) =>
    world.http.expect(status, world.people.administrator, 'PATCH', path(), { body });

  it('is read by everybody signed in, and changed by administrators alone', async () => {
    const { department } = world.organisations;
    expect(await world.http.read(world.people.nobody, path())).toEqual(department);
    await world.http.expect(404, world.people.nobody, 'GET', `/organisations/${randomUUID()}`);
    for (const part of PARTS.filter((name) => name !== 'administrator')) {
      await world.http.expect(403, world.people[part], 'PATCH', path(), { body: { name: 'Mine' } });
      await world.http.expect(403, world.people[part], 'GET', `${path()}/changes`);
    }
  });

  it('is renamed and ended, and what it was, who changed it and when stays on record', async () => {
    world.clock.advance(1_000);
    const renamed = await change({ name: 'Home Department', acronym: 'HD' });
    expect(renamed.body).toMatchObject({ name: 'Home Department', acronym: 'HD', validTo: null });
    world.clock.advance(1_000);
    await change({ validTo: '2027-04-01' });
    // What changes nothing leaves nothing behind.
    await change({ validTo: '2027-04-01', name: 'Home Department' });
    await change({});
    expect(await world.http.read(world.people.nobody, path())).toEqual({
      ...world.organisations.department,
      name: 'Home Department',
      acronym: 'HD',
      validTo: '2027-04-01',
    });
    const { id, name } = world.people.administrator;
    const second = { name: 'Home Department', acronym: 'HD', validTo: null };
    expect(await world.http.read(world.people.administrator, `${path()}/changes`)).toEqual({
      items: [
        {
          id: expect.any(String),
          changedAt: '2026-05-04T09:00:02.000Z',
          changedBy: { id, name },
          before: second,
          after: { ...second, validTo: '2027-04-01' },
        },
        {
          id: expect.any(String),
          changedAt: '2026-05-04T09:00:01.000Z',
          changedBy: { id, name },
          before: { name: 'Home Office', acronym: null, validTo: null },
          after: second,
        },
      ],
    });
  });

  it('that has ended starts no request, and one that is taken back does', async () => {
    const draft = () =>
      world.http.send(world.people.submitter, 'POST', '/cases', {
        body: { organisationId: world.organisations.department.id, title: 'Border crossing records' },
      });
    await change({ validTo: '2026-05-05' });
    expect((await draft()).status).toBe(201);
    world.clock.advance(86_400_000);
    expect((await draft()).status).toBe(409);
    await change({ validTo: null });
    expect((await draft()).status).toBe(201);
  });

  it('cannot end before it began, and GDS Assurance cannot end at all', async () => {
    const { validFrom } = world.organisations.department;
    const early = await change({ validTo: validFrom }, 422);
    expect(early.body['errors']).toMatchObject([{ pointer: '/validTo' }]);
    const assurance = `/organisations/${world.organisations.assurance.id}`;
    await world.http.expect(409, world.people.administrator, 'PATCH', assurance, {
      body: { validTo: '2027-01-01' },
    });
    await world.http.expect(200, world.people.administrator, 'PATCH', assurance, {
      body: { name: 'GDS Assurance' },
    });
    for (const body of [{ name: '' }, { key: 'other' }, { validTo: 'soon' }]) await change(body, 400);
  });

  it('that two rename at once has both names on record, one after the other', async () => {
    const renamings = ['One', 'Two', 'Three'].map((name) => change({ name }));
    await Promise.all(renamings);
    const { items } = await world.http.read<{ items: { before: Json; after: Json }[] }>(
      world.people.administrator,
      `${path()}/changes`,
    );
    const next = new Map(items.map(({ before, after }) => [before['name'], after['name']]));
    const chain = ['Home Office'];
    while (next.has(chain.at(-1))) chain.push(String(next.get(chain.at(-1))));
    expect([...chain].sort()).toEqual(['Home Office', 'One', 'Three', 'Two']);
    expect((await world.http.read(world.people.nobody, path()))['name']).toBe(chain.at(-1));
  });
});

describe('organisations', () => {
  const names = async (query: string): Promise<readonly string[]> => {
    const page = await world.http.read<{ items: { name: string }[] }>(
      world.people.nobody,
      `/organisations?${query}`,
    );
    return page.items.map(({ name }) => name);
  };

  it('are found by part of a name or an acronym, in whatever letters, and by what they belong to', async () => {
    const add = (body: Json) =>
      world.http.expect(201, world.people.administrator, 'POST', '/organisations', { body });
    const { id } = world.organisations.department;
    await add({ key: 'border', name: 'Border Élite', acronym: 'BE_X', parentId: id });
    await add({ key: 'passports', name: 'Passports', parentId: id });
    expect(await names('text=HOME')).toEqual(['Home Office']);
    expect(await names('text=%C3%89LITE')).toEqual(['Border Élite']);
    expect(await names('text=be_')).toEqual(['Border Élite']);
    expect(await names('text=%25')).toEqual([]);
    expect(await names(`parentId=${id}`)).toEqual(['Border Élite', 'Passports']);
    expect(await names(`parentId=${id}&text=pass`)).toEqual(['Passports']);
    await world.http.expect(400, world.people.nobody, 'GET', '/organisations?parentId=home');
    await world.http.expect(400, world.people.nobody, 'GET', '/organisations?text=a&text=b');
  });
});

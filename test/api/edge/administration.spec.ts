import { IdentityService, PeopleService } from '#identity';
import { send, startEdge, type Answer, type EdgeApp } from './edge-app.js';

let edge: EdgeApp;
let administrator: string;
let administratorId: string;
let ordinary: string;
let assuranceId: string;

async function person(email: string) {
  const people = edge.app.get(PeopleService, { strict: false });
  const { id } = await people.createPerson({ email, name: `Demonstration ${email}`, password: null });
  return id;
}

async function tokenOf(id: string): Promise<string> {
  return (await edge.app.get(IdentityService, { strict: false }).issueToken(id)).token;
}

async function call(method: string, path: string, json?: unknown, token = administrator): Promise<Answer> {
  return send(`${edge.url}/api/v1/${path}`, { method, token, ...(json === undefined ? {} : { json }) });
}

beforeAll(async () => {
  edge = await startEdge();
  const people = edge.app.get(PeopleService, { strict: false });
  const gds = { key: 'government-digital-service', name: 'GDS Assurance', acronym: 'GDS', parentId: null };
  assuranceId = (await people.createOrganisation(gds)).id;
  administratorId = await person('administrator@gds.example');
  await people.giveRole(null, administratorId, 'administrator', assuranceId);
  administrator = await tokenOf(administratorId);
  ordinary = await tokenOf(await person('ordinary@gds.example'));
});
afterAll(() => edge.close());

describe('administration', () => {
  it.each([
    ['POST', 'organisations'],
    ['PATCH', 'organisations/2f0f7a2e-6c7f-4b8b-9a71-2f1d0f6a6a11'],
    ['GET', 'organisations/2f0f7a2e-6c7f-4b8b-9a71-2f1d0f6a6a11/changes'],
    ['GET', 'people'],
    ['GET', 'people/2f0f7a2e-6c7f-4b8b-9a71-2f1d0f6a6a11'],
    ['POST', 'people'],
    ['POST', 'people/invitations'],
    ['POST', 'people/2f0f7a2e-6c7f-4b8b-9a71-2f1d0f6a6a11/roles'],
    ['DELETE', 'people/2f0f7a2e-6c7f-4b8b-9a71-2f1d0f6a6a11/roles/2f0f7a2e-6c7f-4b8b-9a71-2f1d0f6a6a11'],
    ['POST', 'people/2f0f7a2e-6c7f-4b8b-9a71-2f1d0f6a6a11/deactivation'],
  ])('is for administrators: %s %s', async (method, path) => {
    expect((await call(method, path, method === 'GET' ? undefined : {}, ordinary)).status).toBe(403);
    expect((await send(`${edge.url}/api/v1/${path}`, { method })).status).toBe(401);
  });

  it('adds an organisation once, under one that exists', async () => {
    const added = await call('POST', 'organisations', {
      key: 'ho',
      name: 'Home Office',
      parentId: assuranceId,
    });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ key: 'ho', acronym: null, validFrom: '2026-05-04', validTo: null });
    expect((await call('POST', 'organisations', { key: 'ho', name: 'Other' })).status).toBe(409);
    const orphan = { key: 'orphan', name: 'Orphan', parentId: '2f0f7a2e-6c7f-4b8b-9a71-2f1d0f6a6a11' };
    const refused = await call('POST', 'organisations', orphan);
    expect(refused.status).toBe(422);
    expect(refused.body['errors']).toMatchObject([{ pointer: '/parentId' }]);
  });

  it('lists organisations page by page, by name', async () => {
    for (const name of ['Alpha', 'Beta', 'Beta', 'Gamma'])
      await call('POST', 'organisations', { key: `k-${Math.random().toString(36).slice(2)}`, name });
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10; page += 1) {
      const { body } = await call('GET', `organisations?limit=2${cursor}`, undefined, ordinary);
      const items = body['items'] as { id: string; name: string }[];
      seen.push(...items.map(({ id, name }) => `${name} ${id}`));
      const { next } = body as { next: string | null };
      if (next === null) break;
      expect(items).toHaveLength(2);
      cursor = `&after=${next}`;
    }
    expect(seen).toEqual([...seen].sort());
    expect(new Set(seen).size).toBe(seen.length);
    const [count] = await edge.database.query<{ count: number }>({
      text: 'select count(*) as count from organisation',
      values: [],
    });
    expect(seen).toHaveLength(count!.count);
  });

  it('adds a person once, whatever the capitals', async () => {
    const added = await call('POST', 'people', { email: 'New@X.example', name: 'New' });
    expect(added.status).toBe(201);
    expect(added.body['email']).toBe('new@x.example');
    expect(added.text).not.toContain('argon2');
    expect((await call('POST', 'people', { email: 'new@x.EXAMPLE', name: 'Twin' })).status).toBe(409);
  });

  it('chooses nobody’s password', async () => {
    const password = 'long enough for anybody';
    const asked = await call('POST', 'people', { email: 'chosen@x.example', name: 'Chosen', password });
    expect(asked.status).toBe(400);
    expect(asked.text).toContain('/password');
  });

  it('gives a role once at a time, ends it, and keeps it on record', async () => {
    const id = await person('reviewer@gds.example');
    const role = { role: 'reviewer', organisationId: assuranceId };
    const answers = await Promise.all([1, 2, 3].map(() => call('POST', `people/${id}/roles`, role)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const roleId = String(answers.find(({ status }) => status === 201)!.body['id']);
    expect((await call('DELETE', `people/${administratorId}/roles/${roleId}`)).status).toBe(404);
    edge.clock.advance(1_000);
    expect((await call('DELETE', `people/${id}/roles/${roleId}`)).status).toBe(204);
    edge.clock.advance(1_000);
    expect((await call('DELETE', `people/${id}/roles/${roleId}`)).status).toBe(204);
    const rows = await edge.database.query<{ validTo: Date }>({
      text: 'select valid_to as "validTo" from role_assignment where id = $1',
      values: [roleId],
    });
    expect(rows[0]!.validTo.getTime()).toBe(edge.clock.now().getTime() - 1_000);
    expect((await call('POST', `people/${id}/roles`, role)).status).toBe(201);
  });

  it('refuses roles for whom or where there is none', async () => {
    const nobody = '2f0f7a2e-6c7f-4b8b-9a71-2f1d0f6a6a11';
    const role = { role: 'reviewer', organisationId: assuranceId };
    expect((await call('POST', `people/${nobody}/roles`, role)).status).toBe(404);
    const nowhere = { role: 'reviewer', organisationId: nobody };
    const somebody = await person('somebody@gds.example');
    expect((await call('POST', `people/${somebody}/roles`, nowhere)).status).toBe(422);
    const elsewhere = await send(`${edge.url}/api/v1/organisations`, {
      method: 'POST',
      token: administrator,
      json: { key: 'elsewhere', name: 'Elsewhere', parentId: null },
      headers: { 'idempotency-key': 'elsewhere-1' },
    });
    const outOfPlace = { role: 'decider', organisationId: elsewhere.body['id'] };
    const refused = await call('POST', `people/${somebody}/roles`, outOfPlace);
    expect(refused.status).toBe(422);
    expect(refused.body['detail']).toContain('belongs to the organisation “government-digital-service”');
    expect((await call('POST', `people/${administratorId}/roles`, { ...role, role: 'king' })).status).toBe(
      400,
    );
  });

  it('shuts somebody out at once, but nobody may shut themselves out', async () => {
    const id = await person('leaver@gds.example');
    const token = await tokenOf(id);
    expect((await call('GET', 'organisations', undefined, token)).status).toBe(200);
    const first = await call('POST', `people/${id}/deactivation`);
    expect(first.status).toBe(200);
    expect((await call('GET', 'organisations', undefined, token)).status).toBe(401);
    edge.clock.advance(60_000);
    expect((await call('POST', `people/${id}/deactivation`)).body).toEqual(first.body);
    expect((await call('POST', `people/${administratorId}/deactivation`)).status).toBe(409);
    const own = await edge.database.query<{ id: string }>({
      text: 'select id from role_assignment where person_id = $1',
      values: [administratorId],
    });
    expect((await call('DELETE', `people/${administratorId}/roles/${own[0]!.id}`)).status).toBe(409);
  });
});

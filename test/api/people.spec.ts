import { randomUUID } from 'node:crypto';
import { PeopleService, SessionService } from '#identity';
import { PARTS, startWorld, type Person, type World } from './world/api-world.js';
import { Description } from './world/description.js';
import type { Json } from './world/http-client.js';

// What administrators see of people, and that somebody is always left to administer.

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

interface Listed extends Json {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly { readonly role: string; readonly organisation: { readonly id: string } }[];
}

interface Page {
  readonly items: readonly Listed[];
  readonly next: string | null;
}

async function list(query = ''): Promise<Page> {
  return world.http.read<Page>(world.people.administrator, `/people?${query}`);
}

/** Names found. @param lookedFor part of a name or an address, in no address of ours */
async function names(query: string, lookedFor?: string): Promise<readonly string[]> {
  const headers: Record<string, string> =
    lookedFor === undefined ? {} : { 'looked-for': encodeURIComponent(lookedFor) };
  const found = await world.http.expect<Page>(
    200,
    world.people.administrator,
    'GET',
    `/people?limit=100&${query}`,
    { headers },
  );
  return found.body.items.map(({ name }) => name.replace('Demonstration ', ''));
}

async function person(id: string): Promise<Json> {
  return world.http.read(world.people.administrator, `/people/${id}`);
}

async function deactivate(by: Person, id: string) {
  return world.http.send(by, 'POST', `/people/${id}/deactivation`);
}

async function endAdministration(by: Person, { id }: Person) {
  const { roles } = (await person(id)) as { roles: { id: string }[] };
  return () => world.http.send(by, 'DELETE', `/people/${id}/roles/${roles[0]!.id}`);
}

/** How many people administer now. */
async function administrators(): Promise<number> {
  const acting = { personId: world.people.administrator.id, rolesAt: world.clock.now() };
  const people = await world.api.app.get(PeopleService, { strict: false }).listPeople(acting, {
    ...{ text: null, organisationId: null, role: 'administrator', active: true },
    ...{ after: null, limit: 100 },
  });
  return people.length;
}

async function secondAdministrator(): Promise<Person> {
  return world.addPerson('Demonstration second administrator', [
    ['administrator', world.organisations.assurance.id],
  ]);
}

describe('people', () => {
  it('are listed to administrators alone', async () => {
    for (const part of PARTS) {
      const status = part === 'administrator' ? 200 : 403;
      await world.http.expect(status, world.people[part], 'GET', '/people');
      await world.http.expect(status, world.people[part], 'GET', `/people/${world.people.lead.id}`);
    }
    expect((await world.http.send(null, 'GET', '/people')).status).toBe(401);
  });

  it('are listed by name, page by page, each once with the roles held now', async () => {
    for (let round = 0; round < 3; round += 1) await world.addPerson('Demonstration of one name');
    await world.addPerson('Demonstration of two roles', [
      ['submitter', world.organisations.department.id],
      ['auditor', world.organisations.assurance.id],
    ]);
    const seen: Listed[] = [];
    let after = '';
    for (let pages = 0; pages < 20; pages += 1) {
      const page = await list(`limit=2${after}`);
      seen.push(...page.items);
      if (page.next === null) break;
      expect(page.items).toHaveLength(2);
      after = `&after=${encodeURIComponent(page.next)}`;
    }
    const order = seen.map(({ name, id }) => [name, id]);
    expect(order).toEqual([...order].sort());
    expect(new Set(seen.map(({ id }) => id)).size).toBe(PARTS.length + 4);
    expect(seen).toHaveLength(PARTS.length + 4);
    const two = seen.find(({ name }) => name.endsWith('two roles'));
    expect(two?.roles).toMatchObject([
      { role: 'auditor', organisation: { key: 'government-digital-service' } },
      { role: 'submitter', organisation: { name: 'Home Office' } },
    ]);
    expect(seen.find(({ name }) => name.endsWith('nobody'))?.roles).toEqual([]);
    expect(JSON.stringify(seen)).not.toContain('argon2');
  });

  it('can be looked for by text, organisation, role and whether they are active, and by all of it', async () => {
    const { department, assurance } = world.organisations;
    const odd = await world.addPerson('Demonstration 100% Ångström_');
    await deactivate(world.people.administrator, world.people.lead.id);
    expect(await names('', 'STRANGER')).toEqual(['stranger']);
    expect(await names('', world.people.auditor.email.slice(0, 20).toUpperCase())).toEqual(['auditor']);
    expect(await names('', '100% å')).toEqual(['100% Ångström_']);
    expect(await names('', '%')).toEqual(['100% Ångström_']);
    expect(await names('', '_')).toEqual([odd.name.replace('Demonstration ', '')]);
    expect(await names('role=submitter')).toEqual(['stranger', 'submitter']);
    expect(await names(`organisationId=${department.id}`)).toEqual(['lead', 'submitter']);
    expect(await names(`organisationId=${department.id}&active=true`)).toEqual(['submitter']);
    expect(await names('active=false')).toEqual(['lead']);
    expect(await names(`organisationId=${assurance.id}&role=submitter`)).toEqual([]);
    expect(await names(`organisationId=${department.id}&role=submitter&active=true`, 'sub')).toEqual([
      'submitter',
    ]);
  });

  it('that have lost a role are not found by it', async () => {
    const { roles } = (await person(world.people.stranger.id)) as { roles: { id: string }[] };
    world.clock.advance(1_000);
    const path = `/people/${world.people.stranger.id}/roles/${roles[0]!.id}`;
    await world.http.expect(204, world.people.administrator, 'DELETE', path);
    expect(await names('role=submitter')).toEqual(['submitter']);
    expect(await names(`organisationId=${world.organisations.otherDepartment.id}`)).toEqual([]);
  });

  it('are not looked for by what is none', async () => {
    for (const query of [
      'role=king',
      'organisationId=x',
      'active=perhaps',
      'after=x',
      'limit=0',
      'sort=name',
      'text=lead',
    ]) {
      const reply = await world.http.send(world.people.administrator, 'GET', `/people?${query}`);
      expect(reply.status).toBe(400);
      expect(reply.body['errors']).toMatchObject([{ pointer: `/${query.split('=')[0]!}` }]);
    }
    for (const lookedFor of ['%', 'x'.repeat(201), 'two%0Alines']) {
      const { administrator } = world.people;
      await world.http.expect(400, administrator, 'GET', '/people', { headers: { 'looked-for': lookedFor } });
    }
  });
});

describe('one person', () => {
  it('is shown with the roles they hold and held, who gave and ended each, and when they last signed in', async () => {
    const { administrator, auditor } = world.people;
    const { department, assurance } = world.organisations;
    const given = await world.http.expect(201, administrator, 'POST', `/people/${auditor.id}/roles`, {
      body: { role: 'submitter', organisationId: department.id },
    });
    world.clock.advance(60_000);
    await world.http.expect(
      204,
      administrator,
      'DELETE',
      `/people/${auditor.id}/roles/${String(given.body['id'])}`,
    );
    const by = { id: administrator.id, name: administrator.name };
    expect(await person(auditor.id)).toEqual({
      id: auditor.id,
      name: auditor.name,
      email: auditor.email,
      lockedUntil: null,
      signInLocks: [],
      accountChanges: [],
      createdAt: '2026-05-04T09:00:00.000Z',
      deactivatedAt: null,
      standing: 'active',
      deactivatedBy: null,
      demonstration: false,
      hasPassword: false,
      serviceAccount: false,
      roles: [
        {
          id: expect.any(String),
          role: 'auditor',
          organisation: { id: assurance.id, key: assurance.key, name: assurance.name },
          validFrom: '2026-05-04T09:00:00.000Z',
          givenBy: null,
          givenByProvider: null,
        },
      ],
      earlierRoles: [
        {
          id: given.body['id'],
          role: 'submitter',
          organisation: { id: department.id, key: department.key, name: department.name },
          validFrom: '2026-05-04T09:00:00.000Z',
          validTo: '2026-05-04T09:01:00.000Z',
          givenBy: by,
          givenByProvider: null,
          endedBy: by,
        },
      ],
      externalIdentity: null,
      lastSignInAt: '2026-05-04T09:00:00.000Z',
      invitation: null,
    });
    await deactivate(administrator, auditor.id);
    expect(await person(auditor.id)).toMatchObject({
      deactivatedAt: '2026-05-04T09:01:00.000Z',
      deactivatedBy: by,
    });
  });

  it('is given a role in an organisation and in all that belong to it today, at any depth, at once', async () => {
    const { administrator, submitter, nobody, reviewer } = world.people;
    const { department, assurance } = world.organisations;
    const people = world.api.app.get(PeopleService, { strict: false });
    const below = async (key: string, parentId: string) =>
      (await people.createOrganisation({ key, name: key, acronym: null, parentId })).id;
    const child = await below('passport-office', department.id);
    const grandchild = await below('passport-printing', child);
    const give = (id: string, body: Json) =>
      world.http.send(administrator, 'POST', `/people/${id}/roles`, { body });
    const asked = { role: 'submitter', organisationId: department.id, children: true };
    const placesOf = async (id: string) =>
      ((await person(id)) as unknown as Listed).roles.map(({ organisation }) => organisation.id).toSorted();
    const all = [department.id, child, grandchild].toSorted();

    expect(await give(nobody.id, asked)).toMatchObject({ status: 201, body: { alsoIn: 2 } });
    expect(await placesOf(nobody.id)).toEqual(all);
    expect(await give(nobody.id, asked)).toMatchObject({ status: 409 });
    // One who speaks for the department already gets what is missing, and keeps what they have.
    const before = ((await person(submitter.id)) as { roles: { id: string }[] }).roles[0]!.id;
    const given = await give(submitter.id, asked);
    expect(given).toMatchObject({ status: 201, body: { id: before, alsoIn: 2 } });
    expect(await placesOf(submitter.id)).toEqual(all);
    const imported = await world.http.send(submitter, 'POST', '/pipeline/imports', {
      raw: 'key,organisation,title\nP1,passport-office,Printers\nP2,passport-printing,Paper\n',
      headers: { 'content-type': 'text/csv' },
    });
    expect(imported).toMatchObject({
      body: { outcome: 'imported', added: [{ key: 'P1' }, { key: 'P2' }] },
    });
    // Reviewers are of GDS Assurance itself, and nobody becomes what cannot be one person’s together.
    expect(
      await give(reviewer.id, { role: 'decider', organisationId: assurance.id, children: true }),
    ).toMatchObject({ status: 422, body: { errors: [{ pointer: '/children' }] } });
    expect(
      await give(nobody.id, { role: 'administrator', organisationId: department.id, children: true }),
    ).toMatchObject({ status: 409 });
    expect(await placesOf(nobody.id)).toEqual(all);
  });

  it('that is not there, or no id, is not found', async () => {
    for (const id of [randomUUID(), 'nobody'])
      await world.http.expect(404, world.people.administrator, 'GET', `/people/${id}`);
  });

  it('who signed in on the pages did so last then', async () => {
    world.clock.advance(60_000);
    const { id } = world.people.auditor;
    await world.api.app.get(SessionService, { strict: false }).begin(id, null);
    expect(await person(id)).toMatchObject({ lastSignInAt: world.clock.now().toISOString() });
  });

  it('who never signed in has no such time', async () => {
    const people = world.api.app.get(PeopleService, { strict: false });
    const { id } = await people.createPerson({
      email: 'never@people.example',
      name: 'Demonstration never',
      password: 'long enough now',
    });
    expect(await person(id)).toMatchObject({ lastSignInAt: null, hasPassword: true, roles: [] });
  });
});

/** Does both while the lock on administrators is held, so that each has passed the door before either is done. */
async function bothAtOnce<Answer>(
  one: () => Promise<Answer>,
  other: () => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers = await world.owner.transaction(async (transaction) => {
    await transaction.query({
      text: `select pg_advisory_xact_lock(hashtextextended('administrators', 0))`,
      values: [],
    });
    const under = [one(), other()];
    for (let waiting = 0; waiting < 2;) {
      const [row] = await transaction.query<{ count: number }>({
        text: `select count(*)::int as count from pg_locks
          where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database())`,
        values: [],
      });
      waiting = row?.count ?? 0;
      await new Promise((resume) => setTimeout(resume, 20));
    }
    return under;
  });
  return Promise.all(answers);
}

describe('the last administrator', () => {
  it('stays when two deactivate each other: one does, and the other is told why not', async () => {
    const one = world.people.administrator;
    const other = await secondAdministrator();
    const answers = await bothAtOnce(
      () => deactivate(one, other.id),
      () => deactivate(other, one.id),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body['detail']).toContain('last administrator');
    expect(await administrators()).toBe(1);
  });

  it('stays when two end each other’s role, or one the role while the other deactivates', async () => {
    const one = world.people.administrator;
    const other = await secondAdministrator();
    const [endOther, endOne] = [await endAdministration(one, other), await endAdministration(other, one)];
    world.clock.advance(1_000);
    const answers = await bothAtOnce(endOther, endOne);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await administrators()).toBe(1);
    const left = answers[0]!.status === 204 ? one : other;
    const third = await world.addPerson('Demonstration third', [
      ['administrator', world.organisations.assurance.id],
    ]);
    const { roles } = await world.http.read<{ roles: { id: string }[] }>(third, `/people/${left.id}`);
    world.clock.advance(1_000);
    const mixed = await bothAtOnce(
      () => deactivate(left, third.id),
      () => world.http.send(third, 'DELETE', `/people/${left.id}/roles/${roles[0]!.id}`),
    );
    expect(mixed.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(mixed.filter(({ status }) => status === 409)).toHaveLength(1);
    expect(await administrators()).toBe(1);
  });

  it('is not the only reason: who was shut out meanwhile shuts nobody out, even where a third is left', async () => {
    const one = world.people.administrator;
    const other = await secondAdministrator();
    await world.addPerson('Demonstration third', [['administrator', world.organisations.assurance.id]]);
    const answers = await bothAtOnce(
      () => deactivate(one, other.id),
      () => deactivate(other, one.id),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect(answers.find(({ status }) => status === 403)?.body['detail']).toContain(
      'no longer an administrator',
    );
    expect(await administrators()).toBe(2);
  });

  it('can be relieved once there is another, and one of several roles is not the last', async () => {
    const { department } = world.organisations;
    const one = world.people.administrator;
    const other = await secondAdministrator();
    const people = world.api.app.get(PeopleService, { strict: false });
    await people.giveRole(null, one.id, 'administrator', department.id);
    const { roles } = (await person(one.id)) as { roles: { id: string }[] };
    world.clock.advance(1_000);
    for (const { id } of roles)
      await world.http.expect(204, other, 'DELETE', `/people/${one.id}/roles/${id}`);
    expect(await administrators()).toBe(1);
    expect((await deactivate(other, one.id)).status).toBe(200);
  });
});

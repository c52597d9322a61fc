import { randomUUID } from 'node:crypto';
import { startWorld, type Person, type World } from './world/api-world.js';
import { FINISHED_DETAILS } from './world/case-content.js';
import { CaseDriver, decisionBody } from './world/case-driver.js';
import type { Json, Reply } from './world/http-client.js';

let world: World;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startWorld();
  driver = new CaseDriver(world);
});
afterAll(() => world.close());

const TWENTY = Array.from({ length: 20 }, (_none, index) => index);

function statuses(replies: readonly Reply[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

describe('twenty decisions on one version at once', () => {
  it('come to exactly one', async () => {
    const driven = await driver.driveTo('recommended');
    const assurance = world.organisations.assurance.id;
    const deciders: Person[] = [];
    for (const index of TWENTY)
      deciders.push(await world.addPerson(`Demonstration decider ${index}`, [['decider', assurance]]));
    const replies = await Promise.all(
      deciders.map((decider, index) => {
        const approves = index % 2 === 0;
        return world.http.send(
          decider,
          'POST',
          `/cases/${driven.reference}/${approves ? 'approve' : 'not-approve'}`,
          {
            body: decisionBody(driven, approves ? 'approved' : 'not-approved'),
            ifMatch: driven.revision,
          },
        );
      }),
    );
    expect(statuses(replies)).toEqual({ 200: 1, 409: 19 });
    for (const { status, body } of replies)
      if (status === 409) expect(body['detail']).toMatch(/^The case is “(Approved|Not approved)”; to /);
    const ofCase = 'case_id = (select id from spend_case where reference = $1)';
    const count = (table: string, condition: string) =>
      world.database.count(table, condition, driven.reference);
    expect(await count('decision', ofCase)).toBe(1);
    expect(await count('case_event', `${ofCase} and type = 'decided'`)).toBe(1);
    expect(await count('case_event', ofCase)).toBe(driven.revision + 1);
  });
});

describe('a POST sent again with its Idempotency-Key', () => {
  async function twenty(person: Person, path: string, body: Json, ifMatch?: number): Promise<Reply[]> {
    const idempotencyKey = randomUUID();
    return Promise.all(
      TWENTY.map(() => world.http.send(person, 'POST', path, { body, ifMatch, idempotencyKey })),
    );
  }

  it('makes one case, with one answer twenty times', async () => {
    const body = { organisationId: world.organisations.department.id, title: 'Only once' };
    const replies = await twenty(world.people.submitter, '/cases', body);
    expect(statuses(replies)).toEqual({ 201: 20 });
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(new Set(replies.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(replies.filter(({ headers }) => headers.has('idempotency-replayed'))).toHaveLength(19);
    expect(await world.database.count('spend_case', 'title = $1', 'Only once')).toBe(1);
  });

  it('does one thing to a case, whatever the case has become since', async () => {
    const driven = await driver.draft();
    const replies = await twenty(
      world.people.submitter,
      `/cases/${driven.reference}/withdraw`,
      { reason: 'Enough.' },
      driven.revision,
    );
    expect(statuses(replies)).toEqual({ 200: 20 });
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  });

  it('adds one organisation', async () => {
    const body = { key: 'cabinet-office', name: 'Cabinet Office' };
    const replies = await twenty(world.people.administrator, '/organisations', body);
    expect(statuses(replies)).toEqual({ 201: 20 });
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(await world.database.count('organisation', 'key = $1', 'cabinet-office')).toBe(1);
    expect(replies.filter(({ headers }) => headers.has('idempotency-replayed'))).toHaveLength(19);
  });

  it.each([
    ['/cases', 'submitter', { title: 'First' }, { title: 'Second' }],
    ['/organisations', 'administrator', { key: 'one', name: 'One' }, { key: 'two', name: 'Two' }],
  ] as const)('is refused with another body: %s', async (path, part, first, second) => {
    const idempotencyKey = randomUUID();
    const organisation = path === '/cases' ? { organisationId: world.organisations.department.id } : {};
    const send = (body: Json) =>
      world.http.send(world.people[part], 'POST', path, {
        body: { ...organisation, ...body },
        idempotencyKey,
      });
    expect((await send(first)).status).toBe(201);
    const other = await send(second);
    expect(other.status).toBe(422);
    expect(other.body['detail']).toMatch(/^This Idempotency-Key was used for another request/);
    // The order of keys is no difference.
    const reordered = Object.fromEntries(Object.entries(first).reverse());
    expect((await send(reordered)).status).toBe(201);
  });

  it.each([
    ['/cases', 'submitter', { title: '' }, { title: 'Put right' }],
    ['/organisations', 'administrator', { key: '', name: 'X' }, { key: 'put-right', name: 'X' }],
  ] as const)('can be used again after a failure: %s', async (path, part, wrong, right) => {
    const idempotencyKey = randomUUID();
    const organisation = path === '/cases' ? { organisationId: world.organisations.department.id } : {};
    const send = (body: Json) =>
      world.http.send(world.people[part], 'POST', path, {
        body: { ...organisation, ...body },
        idempotencyKey,
      });
    expect((await send(wrong)).status).toBe(400);
    expect((await send(right)).status).toBe(201);
  });

  it('after a failure of the work itself as well', async () => {
    const idempotencyKey = randomUUID();
    const send = (name: string) =>
      world.http.send(world.people.administrator, 'POST', '/organisations', {
        body: { key: 'home-office', name },
        idempotencyKey,
      });
    expect((await send('Taken')).status).toBe(409);
    expect((await send('Taken still')).status).toBe(409);
  });

  it('needs a key, and a fit one', async () => {
    const body = { organisationId: world.organisations.department.id, ...FINISHED_DETAILS };
    for (const idempotencyKey of [null, 'short', 'x'.repeat(201)])
      for (const [part, path] of [
        ['submitter', '/cases'],
        ['administrator', '/organisations'],
      ] as const) {
        const reply = await world.http.send(world.people[part], 'POST', path, { body, idempotencyKey });
        expect(reply).toMatchObject({
          status: 400,
          body: { detail: expect.stringMatching(/^Send an Idempo/) },
        });
        expect(reply.body).not.toHaveProperty('errors');
      }
  });

  it('is another person’s business: the same key of somebody else is a new request', async () => {
    const idempotencyKey = randomUUID();
    const body = { organisationId: world.organisations.department.id, title: 'Both' };
    for (const part of ['submitter', 'lead'] as const)
      await world.http.expect(201, world.people[part], 'POST', '/cases', { body, idempotencyKey });
    expect(await world.database.count('spend_case', 'title = $1', 'Both')).toBe(2);
  });
});

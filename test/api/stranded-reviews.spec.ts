import { ReviewerReleaseService } from '#casework';
import { startWorld, type Person, type World } from './world/api-world.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';
import type { Json } from './world/http-client.js';

// No case is left with a reviewer who cannot act on it any more.

let world: World;
let driver: CaseDriver;
beforeEach(async () => {
  world = await startWorld();
  driver = new CaseDriver(world);
});
afterEach(() => world.close());

function release(): Promise<number> {
  return world.api.app.get(ReviewerReleaseService, { strict: false }).releaseStranded();
}

async function roleId(person: Person): Promise<string> {
  const [row] = await world.database.query<{ id: string }>({
    text: `select id from role_assignment where person_id = $1 and valid_to is null`,
    values: [person.id],
  });
  return row?.id ?? '';
}

async function inTheQueue(): Promise<readonly unknown[]> {
  const { items } = await world.http.read<{ items: Json[] }>(
    world.people.decider,
    '/cases?reviewer=nobody&state=acknowledged',
  );
  return items.map(({ reference }) => reference);
}

async function lastEvent(driven: DrivenCase): Promise<Json> {
  const { items } = await world.http.read<{ items: Json[] }>(
    world.people.decider,
    `/cases/${driven.reference}/events?limit=100`,
  );
  return items.at(-1) ?? {};
}

it('a case of a reviewer who was deactivated waits in the queue again, once, and deciders are told', async () => {
  const { http, people, organisations } = world;
  const driven = await driver.driveTo('acknowledged');
  expect(await release()).toBe(0);
  const { id } = people.reviewer;
  await http.expect(200, people.administrator, 'POST', `/people/${id}/deactivation`);
  const released = await Promise.all([release(), release()]);
  expect(released.reduce((sum, count) => sum + count)).toBe(1);
  expect(await lastEvent(driven)).toMatchObject({
    type: 'reviewer-unassigned',
    actor: null,
    actorRole: null,
    reason: 'The reviewer’s account was deactivated.',
    payload: { reviewerId: id },
  });
  const emails = await world.database.query({
    text: `select recipient_role as part from email where template = 'reviewer-unassigned' order by 1`,
    values: [],
  });
  expect(emails).toEqual([{ part: 'assurance-inbox' }, { part: 'deciders' }]);
  expect(await inTheQueue()).toEqual([driven.reference]);
  const other = await world.addPerson('Another reviewer', [['reviewer', organisations.assurance.id]]);
  const next = await http.expect(200, other, 'POST', '/review-queue/next');
  expect(next.body['reference']).toBe(driven.reference);
});

it('so does that of one who is no reviewer any more, or now speaks for the organisation', async () => {
  const { http, people, organisations } = world;
  const first = await driver.driveTo('acknowledged');
  const to = await world.addPerson('Second', [['reviewer', organisations.assurance.id]]);
  const second = await driver.driveTo('in-review');
  await driver.act(second, 'reviewer', 'POST', 'hand-over', { reviewerId: to.id, reason: 'Leave.' });
  await http.expect(201, people.administrator, 'POST', `/people/${to.id}/roles`, {
    body: { role: 'submitter', organisationId: organisations.department.id },
  });
  const path = `/people/${people.reviewer.id}/roles/${await roleId(people.reviewer)}`;
  await http.send(people.administrator, 'DELETE', path);
  // A role ends from the next instant on.
  world.clock.set(new Date('2026-05-04T09:00:01.000Z'));
  expect(await release()).toBe(2);
  expect(await release()).toBe(0);
  expect((await lastEvent(first))['reason']).toBe('The reviewer is no longer a GDS Assurance reviewer.');
  expect((await lastEvent(second))['reason']).toMatch(/now speaks for the organisation/);
});

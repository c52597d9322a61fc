import { startWorld, type World } from './world/api-world.js';
import { FINISHED_DETAILS } from './world/case-content.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';
import type { Json, Reply } from './world/http-client.js';

// Marks between cases contradict one another neither from one side nor from the other.

let world: World;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startWorld();
  driver = new CaseDriver(world);
});
afterAll(() => world.close());

function mark(from: DrivenCase, to: string, kind: string): Promise<Reply> {
  return world.http.send(world.people.reviewer, 'POST', `/cases/${from.reference}/relations`, {
    body: { relatedReference: to, kind, reason: 'It looks so.' },
  });
}

function listed(driven: DrivenCase): Promise<Json[]> {
  return world.http.read<Json[]>(world.people.auditor, `/cases/${driven.reference}/relations`);
}

it('what one is to the other is marked once, also of two that mark at the same moment, and taken back from either', async () => {
  const one = await driver.driveTo('submitted');
  const other = await driver.driveTo('submitted');
  const both = await Promise.all([mark(one, other.reference, 'split'), mark(other, one.reference, 'split')]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect((await mark(one, other.reference, 'split')).status).toBe(409);
  expect((await mark(other, one.reference, 'split')).status).toBe(409);
  expect(await listed(other)).toHaveLength(1);
  for (const [place, driven] of [one, other].entries()) {
    const [relation] = await listed(driven);
    const path = `/cases/${driven.reference}/relations/${String(relation?.['id'])}/remove`;
    await world.http.expect(200, world.people.reviewer, 'POST', path, {
      body: { reason: 'A mistake.' },
      ifMatch: Number(relation?.['revision']),
    });
    expect([await listed(one), await listed(other)]).toEqual([[], []]);
    if (place === 0) expect((await mark(one, other.reference, 'split')).status).toBe(201);
  }
});

it('what follows a decided case of its own organisation is never followed back by it', async () => {
  const { http, people, organisations } = world;
  const first = await driver.driveTo('approved');
  const second = await driver.driveTo('approved');
  const open = await driver.driveTo('submitted');
  const made = await http.expect(201, people.stranger, 'POST', '/cases', {
    body: { ...FINISHED_DETAILS, organisationId: organisations.otherDepartment.id },
  });
  for (const reference of [open.reference, String(made.body['reference'])]) {
    const refused = await mark(second, reference, 'extends');
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/relatedReference' }] });
  }
  expect((await mark(second, first.reference, 'varies')).status).toBe(201);
  for (const kind of ['varies', 'extends']) {
    const refused = await mark(first, second.reference, kind);
    expect(refused.status).toBe(409);
    expect(refused.body['detail']).toContain('cannot follow it');
  }
});

import { startWorld, type World } from './world/api-world.js';
import { FINISHED_DETAILS } from './world/case-content.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';
import type { Json, Reply } from './world/http-client.js';

// What people are told when something does not fit, and that a light review is a light one.

let world: World;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startWorld();
  driver = new CaseDriver(world);
});
afterAll(() => world.close());

function post(driven: DrivenCase, path: string, body: Json, ifMatch?: number): Promise<Reply> {
  const given = ifMatch === undefined ? { body } : { body, ifMatch };
  return world.http.send(world.people.reviewer, 'POST', `/cases/${driven.reference}/${path}`, given);
}

it('a light review needs the mandatory points alone before a recommendation', async () => {
  const driven = await driver.driveTo('in-review');
  const { version } = driven;
  for (const point of [1, 2, 3, 4, 5, 6, 7, 9, 10, 11])
    await driver.act(
      driven,
      'reviewer',
      'PUT',
      `assessments/${String(point)}`,
      { version, verdict: 'met' },
      0,
    );
  const ruling = { version, ruling: 'accepted', reason: 'It is the only way.' };
  await driver.act(driven, 'reviewer', 'PUT', `legacy-exceptions/${driven.exceptionId}/ruling`, ruling, 0);
  const body = { version, outcome: 'approved', reason: 'It is sound.' };
  const refused = await post(driven, 'recommend', body, driven.revision);
  expect(refused.status).toBe(409);
  expect(refused.body['detail']).toBe('Assess points 8, 12 and 13 first');
  await driver.act(driven, 'reviewer', 'POST', 'set-review-depth', { depth: 'light' });
  await driver.act(driven, 'reviewer', 'POST', 'recommend', body);
  expect(driven.state).toBe('recommended');
});

it('more time for a target there is not names those there are, and a stale request is told that first', async () => {
  const driven = await driver.driveTo('submitted');
  const body = { target: 'banana', days: 1, reason: 'Late.' };
  const refused = await post(driven, 'extend-clock', body, driven.revision);
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({
    errors: [{ pointer: '/target', detail: expect.stringContaining('“decide”') }],
  });
  expect((await post(driven, 'extend-clock', body, driven.revision - 1)).status).toBe(412);
  const more = { target: 'decide', days: 28, reason: 'Late.' };
  const both = await Promise.all([1, 2].map(() => post(driven, 'extend-clock', more, driven.revision)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

it('the ETag of the case does not pass for that of its details, and the answer says which to send', async () => {
  const { http, people } = world;
  const driven = await driver.draft();
  const reply = await http.send(people.submitter, 'PATCH', `/cases/${driven.reference}/details`, {
    body: { title: 'Other' },
    ifMatch: driven.revision,
  });
  expect(reply.status).toBe(412);
  expect(reply.body['detail']).toMatch(
    /the ETag of the case\. The details have .* now “1” \(detailsRevision\)/,
  );
});

it('answers to what no regime asks are refused by name, and those to another regime’s questions kept', async () => {
  const { http, people, organisations } = world;
  const body = { ...FINISHED_DETAILS, organisationId: organisations.department.id };
  const answers = { ...(FINISHED_DETAILS['ratingAnswers'] as Json), weather: 'storm' };
  const commitmentAnswers = { moon: { meets: true } };
  const refused = await http.send(people.submitter, 'POST', '/cases', {
    body: { ...body, ratingAnswers: answers, commitmentAnswers },
  });
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({
    errors: [{ pointer: '/ratingAnswers/weather' }, { pointer: '/commitmentAnswers/moon' }],
  });
  const made = await http.expect(201, people.submitter, 'POST', '/cases', { body });
  const path = `/cases/${String(made.body['reference'])}/details`;
  const patch = (ratingAnswers: Json) =>
    http.send(people.submitter, 'PATCH', path, { body: { ratingAnswers }, ifMatch: 1 });
  expect((await patch({ weather: 'storm' })).status).toBe(422);
  expect((await patch({ weather: null })).status).toBe(200);
});

it('a decision made elsewhere is corrected once, with a reason, and triage shows what stands', async () => {
  const { http, people } = world;
  const driven = await driver.driveTo('submitted');
  const decision = {
    kind: 'treasury',
    outcome: 'not-approved',
    decidedOn: '2026-05-01',
    documentTitle: 'Letter',
    documentUrl: 'https://treasury.example/letter',
  };
  expect((await post(driven, 'external-decisions', { ...decision, decidedOn: '1900-01-01' })).status).toBe(
    422,
  );
  const first = await post(driven, 'external-decisions', decision);
  expect(first.status).toBe(201);
  const correction = { ...decision, outcome: 'approved', supersedesId: first.body['id'] };
  const silent = await post(driven, 'external-decisions', correction);
  expect(silent.status).toBe(422);
  expect(silent.body).toMatchObject({ errors: [{ pointer: '/note' }] });
  const elsewhere = await driver.driveTo('submitted');
  const corrections = { ...correction, note: 'Misread.' };
  expect((await post(elsewhere, 'external-decisions', corrections)).status).toBe(409);
  const both = await Promise.all([1, 2].map(() => post(driven, 'external-decisions', corrections)));
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await http.read(people.submitter, `/cases/${driven.reference}/triage`)).toMatchObject({
    recordedDecisions: [{ kind: 'treasury', outcome: 'approved', decidedOn: '2026-05-01' }],
  });
  expect(await http.read(people.auditor, `/cases/${driven.reference}/external-decisions`)).toMatchObject([
    { superseded: true },
    { superseded: false, supersedesId: first.body['id'] },
  ]);
});

it('the clock says where it goes beyond the bank holidays there are', async () => {
  const { http, people } = world;
  const driven = await driver.driveTo('submitted');
  const path = `/cases/${driven.reference}/clock`;
  expect(await http.read(people.submitter, path)).toMatchObject({ calendarNote: null });
  expect(await http.read(people.submitter, `${path}?at=2031-01-01T00:00:00.000Z`)).toMatchObject({
    calendarNote: expect.stringMatching(/^Bank holidays after 31 December 2030 are not known here/),
  });
});

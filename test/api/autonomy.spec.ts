import { startWorld, type Person, type World } from './world/api-world.js';
import { MEDIUM_DETAILS } from './world/case-content.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';
import type { Json, Reply } from './world/http-client.js';

// Who says what an organisation may assure itself, from when on, and which requests that touches.

let world: World;
let driver: CaseDriver;
beforeEach(async () => {
  world = await startWorld();
  driver = new CaseDriver(world);
});
afterEach(() => world.close());

const GRANT = {
  levels: ['low', 'medium'],
  validFrom: '2026-01-01',
  reason: 'Tried and found sound.',
  documentTitle: 'Letter',
  documentUrl: 'https://gds.example/letter',
};

function record(person: Person, body: Json): Promise<Reply> {
  const path = `/organisations/${world.organisations.department.id}/earned-autonomy`;
  return world.http.send(person, 'POST', path, { body });
}

function read(part: string, driven: DrivenCase): Promise<Json> {
  return world.http.read(world.people.auditor, `/cases/${driven.reference}${part}`);
}

async function routes(driven: DrivenCase): Promise<unknown> {
  const triage = (await read('/triage', driven)) as { route: { route: { id: string } } };
  return [(await read('', driven))['route'], triage.route.route.id];
}

async function listedBy(route: string): Promise<readonly unknown[]> {
  const { items } = await world.http.read<{ items: Json[] }>(world.people.auditor, `/cases?route=${route}`);
  return items.map(({ reference }) => reference);
}

describe('a grant', () => {
  it('is not recorded by anybody who speaks for the organisation', async () => {
    const { organisations, people } = world;
    const { assurance, department, otherDepartment } = organisations;
    for (const role of ['submitter', 'assurance-lead'] as const) {
      const both = await world.addPerson('Both', [
        ['decider', assurance.id],
        [role, department.id],
      ]);
      const refused = await record(both, GRANT);
      expect(refused.status).toBe(403);
      expect(refused.body['detail']).toMatch(/You speak for this organisation/);
    }
    const elsewhere = await world.addPerson('Elsewhere', [
      ['decider', assurance.id],
      ['assurance-lead', otherDepartment.id],
    ]);
    expect((await record(elsewhere, GRANT)).status).toBe(201);
    expect(
      (await record(people.decider, { ...GRANT, validFrom: '2025-01-01', validTo: '2025-12-31' })).status,
    ).toBe(201);
  });
});

describe('what a grant may say', () => {
  it('is levels of the scale in use, never the highest of it, and a slip is told with those there are', async () => {
    const { decider } = world.people;
    for (const level of ['banana', 'control', 'red', 'high']) {
      const refused = await record(decider, { ...GRANT, levels: ['low', level] });
      expect(refused.status).toBe(422);
      expect(refused.body).toMatchObject({
        errors: [{ pointer: '/levels', detail: expect.stringContaining('Choose from “low”, “medium”') }],
      });
    }
  });

  it('does not overlap with what another one says, also of two that come at once', async () => {
    const { decider } = world.people;
    const first = await record(decider, { ...GRANT, levels: ['low'], validTo: '2026-12-31' });
    const refused = await record(decider, { ...GRANT, levels: ['medium'], validFrom: '2026-12-31' });
    expect(refused.status).toBe(409);
    expect(refused.body['detail']).toContain(String(first.body['id']));
    const next = { ...GRANT, validFrom: '2027-01-01' };
    const both = await Promise.all([record(decider, next), record(decider, next)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('counts until its correction does', async () => {
    const { people, http, organisations } = world;
    const grant = await record(people.decider, GRANT);
    const correction = { ...GRANT, levels: [], validFrom: '2027-01-01', supersedesId: grant.body['id'] };
    expect((await record(people.decider, correction)).status).toBe(201);
    const driven = await driver.draft();
    expect(await read('/triage', driven)).toMatchObject({ earnedAutonomy: ['low', 'medium'] });
    await world.database.query({ text: `update access_token set expires_at = '2030-01-01'`, values: [] });
    world.clock.set(new Date('2026-12-31T23:59:59.000Z'));
    expect(await read('/triage', driven)).toMatchObject({ earnedAutonomy: ['low', 'medium'] });
    world.clock.set(new Date('2027-01-01T00:00:00.000Z'));
    expect(await read('/triage', driven)).toMatchObject({ earnedAutonomy: [] });
    const path = `/organisations/${organisations.department.id}/earned-autonomy`;
    expect(await http.read(people.auditor, path)).toMatchObject([
      { levels: [], superseded: false, supersededFrom: null },
      { levels: ['low', 'medium'], superseded: true, supersededFrom: '2027-01-01' },
    ]);
  });
});

describe('a request submitted before a grant was recorded', () => {
  it('keeps the route it was given, whatever day the grant is said to hold from', async () => {
    const driven = await driver.driveTo('submitted');
    world.clock.set(new Date('2026-05-05T09:00:00.000Z'));
    expect((await record(world.people.decider, GRANT)).status).toBe(201);
    expect(await routes(driven)).toEqual(['gds-assurance', 'gds-assurance']);
    expect(await read('/triage', driven)).toMatchObject({ earnedAutonomy: [] });
    const answer = await driver.act(driven, 'reviewer', 'POST', 'review-rating', {
      version: 1,
      rating: 'low',
    });
    expect(answer.body['route']).toBe('gds-assurance');
    expect(await routes(driven)).toEqual(['gds-assurance', 'gds-assurance']);
  });

  it('keeps it also where the grant is taken back afterwards', async () => {
    const grant = await record(world.people.decider, GRANT);
    const driven = await driver.draft();
    await driver.step(driven, 'sign-off');
    await driver.act(driven, 'lead', 'POST', 'record-departmental-assurance', {
      reason: 'Our board looked.',
    });
    world.clock.set(new Date('2026-05-05T09:00:00.000Z'));
    const taken = await record(world.people.decider, {
      ...GRANT,
      levels: [],
      supersedesId: grant.body['id'],
    });
    expect(taken.status).toBe(201);
    expect(await routes(driven)).toEqual(['departmental-assurance', 'departmental-assurance']);
    const { items } = await world.http.read<{ items: Json[] }>(
      world.people.auditor,
      `/cases/${driven.reference}/events?limit=100`,
    );
    expect(items.at(-1)).toMatchObject({ payload: { triage: { earnedAutonomy: ['low', 'medium'] } } });
  });
});

describe('a case that is with GDS Assurance', () => {
  it('is on its route once it was called in', async () => {
    await record(world.people.decider, GRANT);
    const driven = await driver.draft();
    await driver.step(driven, 'sign-off');
    await driver.act(driven, 'lead', 'POST', 'record-departmental-assurance', {
      reason: 'Our board looked.',
    });
    await driver.act(driven, 'reviewer', 'POST', 'call-in', { reason: 'It affects others.' });
    expect(await routes(driven)).toEqual(['gds-assurance', 'gds-assurance']);
    expect(await read('/triage', driven)).toMatchObject({
      route: {
        reason: 'GDS Assurance called the case in',
        notes: expect.arrayContaining([expect.stringContaining('The department’s own assurance')]),
      },
    });
    expect(await listedBy('gds-assurance')).toEqual([driven.reference]);
    expect(await listedBy('departmental-assurance')).toEqual([]);
  });

  it('stays on it where a reviewer rates it lower, and when it comes back', async () => {
    await record(world.people.decider, GRANT);
    const high = {
      ratingAnswers: { transactions: 'over-1m' },
      commitmentAnswers: { 'strategic-commitments': { meets: true } },
    };
    const driven = await driver.draft();
    await driver.act(driven, 'submitter', 'PATCH', 'details', high, 1);
    driven.revision = Number((await read('', driven))['revision']);
    for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
      await driver.step(driven, step);
    const body = { version: 1, rating: 'low', reason: 'It is small.' };
    const answer = await driver.act(driven, 'reviewer', 'POST', 'review-rating', body);
    expect(answer.body['route']).toBe('gds-assurance');
    expect(await routes(driven)).toEqual(['gds-assurance', 'gds-assurance']);
    expect(await read('/triage', driven)).toMatchObject({
      route: { reason: 'it was submitted to GDS Assurance, and what was submitted stays there' },
    });
    const points = [{ point: 1, question: 'Who are the users?' }];
    await driver.act(driven, 'reviewer', 'POST', 'return', { version: 1, reason: 'Unclear.', points });
    const low = { ratingAnswers: MEDIUM_DETAILS['ratingAnswers'] };
    await driver.act(driven, 'submitter', 'PATCH', 'details', low, 2);
    driven.revision = Number((await read('', driven))['revision']);
    await driver.act(driven, 'lead', 'POST', 'resubmit', { reason: 'Fewer users.' });
    expect(await read('', driven)).toMatchObject({ rating: 'medium' });
    expect(await routes(driven)).toEqual(['gds-assurance', 'gds-assurance']);
    expect(await listedBy('gds-assurance')).toEqual([driven.reference]);
  });
});

describe('answers that undo an override', () => {
  it('ask for the strategic commitments before the case can come back, and show the rating that will count', async () => {
    const { http, people } = world;
    const driven = await driver.driveTo('in-review');
    const reason = 'Looks riskier than it says.';
    await driver.act(driven, 'reviewer', 'POST', 'review-rating', { version: 1, rating: 'medium', reason });
    const points = [{ point: 1, question: 'Who are the users?' }];
    await driver.act(driven, 'reviewer', 'POST', 'return', { version: 1, reason: 'Unclear.', points });
    const answers = { ratingAnswers: { transactions: 'over-1m' } };
    await driver.act(driven, 'submitter', 'PATCH', 'details', answers, 1);
    driven.revision = Number((await read('', driven))['revision']);
    expect(await http.read(people.submitter, `/cases/${driven.reference}/completeness`)).toMatchObject({
      complete: false,
    });
    expect(await http.read(people.submitter, `/cases/${driven.reference}/triage`)).toMatchObject({
      effectiveRating: { level: 'high', saidBy: 'answers', overridden: false },
      route: { commitments: { asked: true } },
    });
    const resubmit = () =>
      http.send(people.lead, 'POST', `/cases/${driven.reference}/resubmit`, {
        body: { reason: 'More users than we thought.' },
        ifMatch: driven.revision,
      });
    const refused = await resubmit();
    expect(refused.status).toBe(409);
    expect(JSON.stringify(refused.body)).toContain('/details/commitmentAnswers/strategic-commitments');
    const commitmentAnswers = { 'strategic-commitments': { meets: true } };
    await driver.act(driven, 'submitter', 'PATCH', 'details', { commitmentAnswers }, 2);
    driven.revision = Number((await read('', driven))['revision']);
    expect((await resubmit()).status).toBe(200);
    expect(await read('', driven)).toMatchObject({ rating: 'high', ratingConfirmed: false });
  });
});

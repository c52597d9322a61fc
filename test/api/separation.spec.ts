import { startWorld, type Person, type World } from './world/api-world.js';
import { CaseDriver, decisionBody, type DrivenCase } from './world/case-driver.js';
import type { Json, Reply } from './world/http-client.js';

// Nobody judges a case of an organisation they speak or spoke for, and nobody decides on their own recommendation.

const OWN =
  'You speak for the organisation this case belongs to, so somebody else at GDS Assurance must do this';
const RECOMMENDED = 'You made the recommendation, so somebody else must decide';

let world: World;
let driver: CaseDriver;
/** Reviewer and decider at once. */
let both: Person;
/** Reviewer and decider who also submits for the department. */
let torn: Person;

beforeAll(async () => {
  world = await startWorld();
  driver = new CaseDriver(world);
  const { assurance, department } = world.organisations;
  both = await world.addPerson('Demonstration reviewer and decider', [
    ['reviewer', assurance.id],
    ['decider', assurance.id],
  ]);
  torn = await world.addPerson('Demonstration reviewer, decider and submitter', [
    ['reviewer', assurance.id],
    ['decider', assurance.id],
    ['submitter', department.id],
  ]);
});
afterAll(() => world.close());

function ask(who: Person, driven: DrivenCase, path: string, body?: Json, ifMatch?: number): Promise<Reply> {
  const method = path.startsWith('assessments') ? 'PUT' : 'POST';
  return world.http.send(who, method, `/cases/${driven.reference}/${path}`, {
    ...(body === undefined ? {} : { body }),
    ifMatch: ifMatch === undefined ? driven.revision : ifMatch === 0 ? '"0"' : ifMatch,
  });
}

async function emailsAbout(driven: DrivenCase, template: string): Promise<readonly string[]> {
  const rows = await world.database.query<{ address: string }>({
    text: `select m.recipient_address as address from email m join spend_case c on c.id = m.case_id
      where c.reference = $1 and m.template = $2`,
    values: [driven.reference, template],
  });
  return rows.map(({ address }) => address);
}

describe('somebody who also speaks for the department', () => {
  it('neither triages, assesses, recommends nor decides', async () => {
    const submitted = await driver.driveTo('submitted');
    expect(await ask(torn, submitted, 'acknowledge')).toMatchObject({ status: 403, body: { detail: OWN } });
    const inReview = await driver.driveTo('in-review');
    const assessment = { version: 1, verdict: 'met' };
    const assessed = await ask(torn, inReview, 'assessments/1', assessment, 0);
    expect(assessed).toMatchObject({ status: 403, body: { detail: OWN } });
    await driver.assess(inReview);
    const recommendation = { version: 1, outcome: 'approved', reason: 'It is sound.' };
    const recommended = await ask(torn, inReview, 'recommend', recommendation);
    expect(recommended).toMatchObject({ status: 403, body: { detail: OWN } });
    const waiting = await driver.driveTo('recommended');
    for (const [path, outcome] of [
      ['approve', 'approved'],
      ['approve-with-conditions', 'approved-with-conditions'],
      ['not-approve', 'not-approved'],
    ] as const)
      expect(await ask(torn, waiting, path, decisionBody(waiting, outcome))).toMatchObject({
        status: 403,
        body: { detail: OWN },
      });
  });

  it('is not named as the reviewer by somebody else', async () => {
    const submitted = await driver.driveTo('submitted');
    const { status, body } = await ask(world.people.reviewer, submitted, 'acknowledge', {
      reviewerId: torn.id,
    });
    expect(status).toBe(422);
    expect(body['errors']).toEqual([
      {
        pointer: '/reviewerId',
        detail: 'Name a reviewer who does not speak for the organisation this case belongs to',
      },
    ]);
  });

  it('is told nothing of what GDS Assurance thinks, neither by the service nor by email', async () => {
    const waiting = await driver.driveTo('recommended');
    expect(await world.http.read(torn, `/cases/${waiting.reference}/recommendations`)).toEqual([]);
    const told = await emailsAbout(waiting, 'recommended');
    expect(told).toContain(world.people.decider.email);
    expect(told).not.toContain(torn.email);
  });
});

describe('a mark between a case and one of the decider’s own organisation', () => {
  const MARKED = 'Between ourselves: one purchase, cut in two.';

  it('is neither seen, made nor taken back from the side of the other case', async () => {
    const { http, people, organisations, clock } = world;
    const decider = await world.addPerson('Demonstration decider and submitter elsewhere', [
      ['decider', organisations.assurance.id],
      ['submitter', organisations.otherDepartment.id],
    ]);
    const other = await driver.driveTo('submitted');
    const { body: draft } = await http.expect(201, people.stranger, 'POST', '/cases', {
      body: { organisationId: organisations.otherDepartment.id, title: 'The decider’s own organisation’s' },
    });
    const mark = { relatedReference: draft['reference'], kind: 'related', reason: MARKED };
    const { body: made } = await http.expect(
      201,
      people.reviewer,
      'POST',
      `/cases/${other.reference}/relations`,
      { body: mark },
    );
    const pathsOfMarks = [
      `/cases/${other.reference}/relations`,
      `/cases/${other.reference}/as-it-stood/relations?at=${clock.now().toISOString()}`,
      `/cases/${other.reference}/events?limit=100`,
      `/decision-history/events?case=${other.reference}`,
    ];
    for (const path of pathsOfMarks) {
      expect({ path, told: JSON.stringify(await http.read(people.reviewer, path)) }).toEqual({
        path,
        told: expect.stringContaining(MARKED),
      });
      const told = JSON.stringify(await http.read(decider, path));
      expect({ path, told }).not.toMatchObject({ told: expect.stringContaining(MARKED) });
      expect(told).not.toContain(String(draft['reference']));
    }
    const proof = `/cases/${other.reference}/events/${String(made['revision'])}/proof`;
    expect((await http.send(people.reviewer, 'GET', proof)).status).not.toBe(404);
    expect((await http.send(decider, 'GET', proof)).status).toBe(404);

    const refusal = { status: 403, body: { detail: expect.stringContaining('the other case belongs to') } };
    const remove = `relations/${String(made['id'])}/remove`;
    // What they may not see is not there for them.
    expect((await ask(decider, other, remove, { reason: 'Not so.' }, 1)).status).toBe(404);
    expect(await ask(decider, other, 'relations', { ...mark, kind: 'duplicate' })).toMatchObject(refusal);
    const still = await http.read<Json[]>(people.auditor, `/cases/${other.reference}/relations`);
    expect(still.map(({ id }) => id)).toEqual([made['id']]);
    await http.expect(200, people.decider, 'POST', `/cases/${other.reference}/${remove}`, {
      body: { reason: 'Not so.' },
      ifMatch: 1,
    });
    for (const path of pathsOfMarks)
      expect(JSON.stringify(await http.read(decider, path))).not.toContain(String(draft['reference']));
  });

  it('is not suggested either', async () => {
    const { http, people, organisations } = world;
    const title = 'A title that is alike in two organisations';
    const own = await driver.draft();
    await driver.act(own, 'submitter', 'PATCH', 'details', { title }, 1);
    for (const step of ['sign-off', 'submit'] as const) await driver.step(own, step);
    const other = await driver.draft();
    await driver.act(other, 'submitter', 'PATCH', 'details', { title }, 1);
    for (const step of ['sign-off', 'submit'] as const) await driver.step(other, step);
    await world.owner.query({
      text: 'update spend_case set organisation_id = $2 where reference = $1',
      values: [other.reference, organisations.otherDepartment.id],
    });
    const path = `/cases/${other.reference}/relation-suggestions`;
    expect(JSON.stringify(await http.read(people.reviewer, path))).toContain(own.reference);
    expect(JSON.stringify(await http.read(torn, path))).not.toContain(own.reference);
  });
});

describe('somebody who wrote the case and then moved to GDS Assurance', () => {
  it('still does not judge it', async () => {
    const { department, assurance } = world.organisations;
    const mover = await world.addPerson('Demonstration person who moves', [['submitter', department.id]]);
    const driven = await driver.draft();
    const edited = await world.http.send(mover, 'PATCH', `/cases/${driven.reference}/details`, {
      body: { title: 'Reworded by somebody who will move' },
      ifMatch: 1,
    });
    expect(edited.status).toBe(200);
    driven.revision = Number(edited.body['revision']);
    await world.database.query({
      text: `update role_assignment set role = 'reviewer', organisation_id = $2 where person_id = $1`,
      values: [mover.id, assurance.id],
    });
    for (const step of ['sign-off', 'submit'] as const) await driver.step(driven, step);
    expect(await ask(mover, driven, 'acknowledge')).toMatchObject({ status: 403, body: { detail: OWN } });
  });
});

describe('somebody who wrote an approval and then moved to GDS Assurance', () => {
  it('judges no request that starts from it either, however far back it is', async () => {
    const { http, organisations, owner } = world;
    const { department, assurance } = organisations;
    const mover = await world.addPerson('Demonstration author of an approval', [
      ['submitter', department.id],
      ['reviewer', assurance.id],
    ]);
    const driven = await driver.draft();
    const edited = await http.send(mover, 'PATCH', `/cases/${driven.reference}/details`, {
      body: { title: 'Approved in the words of somebody who will move' },
      ifMatch: 1,
    });
    driven.revision = Number(edited.body['revision']);
    for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
      await driver.step(driven, step);
    await driver.assess(driven);
    const sound = { version: 1, outcome: 'approved', reason: 'It is sound.' };
    await driver.act(driven, 'reviewer', 'POST', 'recommend', sound);
    await driver.decide(driven, 'approved');
    await owner.query({
      text: `update role_assignment set role = 'decider', organisation_id = $2 where person_id = $1 and role = 'submitter'`,
      values: [mover.id, assurance.id],
    });
    // Two people who never touched the approval start a request from it, and one from that.
    const other = await world.addPerson('Demonstration author of a variation', [
      ['submitter', department.id],
    ]);
    const started = await http.send(other, 'POST', `/cases/${driven.reference}/variations`, {
      body: { kind: 'varies', whatChanges: 'More of it.' },
      ifMatch: driven.revision,
    });
    expect(started.status).toBe(201);
    const { reference } = started.body['following'] as { reference: string };
    const standAt = async (state: string, follows: string): Promise<DrivenCase> => {
      const [row] = await owner.query<{ revision: number }>({
        text: `update spend_case c set state = $2, current_version = 1,
            follows_case_id = (select f.id from spend_case f where f.reference = $3)
          where c.reference = $1 returning c.revision`,
        values: [reference, state, follows],
      });
      return Object.assign(await driver.draft(), { reference, state, version: 1, revision: row!.revision });
    };
    const submitted = await standAt('submitted', driven.reference);
    expect(await ask(mover, submitted, 'acknowledge')).toMatchObject({ status: 403, body: { detail: OWN } });
    const recommended = await standAt('recommended', driven.reference);
    expect(await ask(mover, recommended, 'approve', decisionBody(recommended, 'approved'))).toMatchObject({
      status: 403,
      body: { detail: OWN },
    });
    // Another between the two makes no difference.
    const between = await driver.draft();
    await owner.query({
      text: `update spend_case c set follows_case_id = f.id, follows_kind = 'varies', follows_version = 1, what_changes = 'x'
        from spend_case f where c.reference = $1 and f.reference = $2`,
      values: [between.reference, driven.reference],
    });
    const further = await standAt('recommended', between.reference);
    expect(await ask(mover, further, 'refer-back', { version: 1, reason: 'No.' })).toMatchObject({
      status: 403,
      body: { detail: OWN },
    });
    // Whoever has nothing to do with it does what they may.
    const clear = await standAt('submitted', between.reference);
    expect((await ask(both, clear, 'acknowledge')).status).toBe(200);
  });
});

describe('somebody who recommended', () => {
  async function recommendedBy(who: Person): Promise<DrivenCase> {
    const driven = await driver.driveTo('in-review');
    await driver.assess(driven);
    const body = { version: 1, outcome: 'approved', reason: 'It is sound.' };
    const { status, body: receipt } = await ask(who, driven, 'recommend', body);
    expect(status).toBe(200);
    return Object.assign(driven, { state: receipt['state'], revision: receipt['revision'] });
  }

  it('does not decide, whatever the outcome; somebody else does', async () => {
    const driven = await recommendedBy(both);
    for (const [path, outcome] of [
      ['approve', 'approved'],
      ['not-approve', 'not-approved'],
    ] as const)
      expect(await ask(both, driven, path, decisionBody(driven, outcome))).toMatchObject({
        status: 403,
        body: { detail: RECOMMENDED },
      });
    await driver.decide(driven, 'approved');
    const superseding = {
      ...decisionBody(driven, 'not-approved'),
      outcome: 'not-approved',
      supersedes: driven.decisionId,
    };
    expect(await ask(both, driven, 'supersede', superseding)).toMatchObject({
      status: 403,
      body: { detail: RECOMMENDED },
    });
  });

  it('does not decide either after it was referred back and recommended anew by another', async () => {
    const driven = await recommendedBy(both);
    const back = { version: 1, reason: 'Look at the amount again.' };
    await driver.act(driven, 'decider', 'POST', 'refer-back', back);
    const again = { version: 1, outcome: 'approved', reason: 'The amount is right.' };
    await driver.act(driven, 'reviewer', 'POST', 'recommend', again);
    expect(await ask(both, driven, 'approve', decisionBody(driven, 'approved'))).toMatchObject({
      status: 403,
      body: { detail: RECOMMENDED },
    });
  });
});

describe('an administrator', () => {
  it('cannot give themselves a role, and whoever is given one is on record with who gave it', async () => {
    const { administrator, nobody } = world.people;
    const body = { role: 'decider', organisationId: world.organisations.assurance.id };
    const own = await world.http.send(administrator, 'POST', `/people/${administrator.id}/roles`, { body });
    expect(own).toMatchObject({
      status: 409,
      body: { detail: 'You cannot give yourself a role. Ask another administrator.' },
    });
    const given = await world.http.send(administrator, 'POST', `/people/${nobody.id}/roles`, { body });
    expect(given.status).toBe(201);
    const [row] = await world.database.query<{ by: string }>({
      text: `select given_by as by from role_assignment where person_id = $1`,
      values: [nobody.id],
    });
    expect(row?.by).toBe(administrator.id);
  });
});

describe('what was said of a point', () => {
  it('does not stand once the request is for something else, and does when only words around it changed', async () => {
    const driven = await driver.driveTo('in-review');
    await driver.assess(driven);
    const back = { version: 1, reason: 'Say more.', points: [{ point: 1, question: 'Who?' }] };
    await driver.act(driven, 'reviewer', 'POST', 'return', back);
    await driver.act(driven, 'submitter', 'PATCH', 'details', { description: 'Other words.' }, 1);
    await driver.act(driven, 'lead', 'POST', 'resubmit', { reason: 'Other words.' });
    expect(driven.version).toBe(2);
    const recommendation = { outcome: 'approved', reason: 'It is sound.' };
    await driver.act(driven, 'reviewer', 'POST', 'return', { ...back, version: 2 });
    await driver.act(driven, 'submitter', 'PATCH', 'details', { flags: { artificialIntelligence: true } }, 2);
    await driver.act(driven, 'lead', 'POST', 'resubmit', { reason: 'It uses artificial intelligence.' });
    expect(driven.version).toBe(3);
    const refused = await ask(world.people.reviewer, driven, 'recommend', { ...recommendation, version: 3 });
    expect(refused.status).toBe(409);
    expect(refused.body['detail']).toContain('Assess points 1, 2, 3');
  });
});

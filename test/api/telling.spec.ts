import { forgetEnded } from '#persistence';
import { startWorld, type World } from './world/api-world.js';
import { CaseDriver, decisionBody, type DrivenCase } from './world/case-driver.js';
import type { Json } from './world/http-client.js';

// Who is told of what, with how much, as people come and go and decisions are replaced.

let world: World;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startWorld();
  driver = new CaseDriver(world);
});
afterAll(() => world.close());

interface Mail {
  readonly address: string;
  readonly part: string;
  readonly parameters: Json;
}

function mailsAbout(driven: DrivenCase, template: string): Promise<readonly Mail[]> {
  return world.database.query<Mail>({
    text: `select m.recipient_address as address, m.recipient_role as part, m.parameters
      from email m join spend_case c on c.id = m.case_id
      where c.reference = $1 and m.template = $2 order by m.sequence, m.recipient_address`,
    values: [driven.reference, template],
  });
}

it('tells the organisation’s submitters where the one who created the case has moved on', async () => {
  const { department } = world.organisations;
  const creator = await world.addPerson('Demonstration creator', [['submitter', department.id]]);
  const made = await world.http.expect(201, creator, 'POST', '/cases', {
    body: { organisationId: department.id, title: 'Left behind' },
  });
  const driven = { ...(await driver.draft()), reference: String(made.body['reference']), revision: 1 };
  await world.database.query({
    text: 'update role_assignment set valid_to = $2 where person_id = $1',
    values: [creator.id, world.clock.now()],
  });
  world.clock.advance(1_000);
  await driver.act(driven, 'lead', 'POST', 'withdraw', { reason: 'Nobody is left to finish it.' });
  const told = (await mailsAbout(driven, 'withdrawn')).map(({ address }) => address);
  expect(told).toContain(world.people.submitter.email);
  expect(told).not.toContain(creator.email);
});

it('keeps the words of an OFFICIAL-SENSITIVE case from addresses typed into it, and not from account holders', async () => {
  const driven = await driver.draft();
  await driver.act(driven, 'submitter', 'PATCH', 'details', { protectiveMarking: 'OFFICIAL-SENSITIVE' }, 1);
  for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
    await driver.step(driven, step);
  await driver.recommend(driven);
  await driver.decide(driven, 'approved-with-conditions');
  const mails = await mailsAbout(driven, 'decided');
  const outside = mails.filter(
    ({ part }) => part === 'senior-responsible-owner' || part === 'condition-owner',
  );
  expect(outside.length).toBeGreaterThan(0);
  for (const { parameters } of outside) {
    expect(parameters).toMatchObject({
      title: 'a case marked OFFICIAL-SENSITIVE',
      marking: 'OFFICIAL-SENSITIVE',
    });
    expect(parameters).not.toHaveProperty('reason');
    expect(parameters).not.toHaveProperty('conditions');
  }
  const inside = mails.find(({ part }) => part === 'submitter');
  expect(inside?.parameters).toMatchObject({ reason: 'The case is made.', marking: 'OFFICIAL-SENSITIVE' });
});

it('tells owners of conditions that lapse, says that a decision replaces another, and names the lapse on the old one', async () => {
  const driven = await driver.driveTo('approved-with-conditions');
  const [lapsed] = driven.conditions;
  const supersedes = driven.decisionId;
  await driver.act(driven, 'decider', 'POST', 'supersede', {
    ...decisionBody(driven, 'approved-with-conditions'),
    outcome: 'approved-with-conditions',
    supersedes,
    conditions: [
      {
        text: 'Another thing.',
        ownerName: 'Demonstration other owner',
        ownerEmail: 'other-owner@home-office.example',
        dueOn: '2027-03-31',
      },
    ],
  });
  const mails = await mailsAbout(driven, 'decided');
  const owners = mails.filter(({ part }) => part === 'condition-owner');
  const replacing = owners.filter(({ parameters }) => parameters['replaces'] === true);
  const first = owners.find(({ parameters }) => parameters['replaces'] !== true);
  expect(replacing.map(({ address }) => address)).toEqual(
    expect.arrayContaining(['other-owner@home-office.example', first?.address]),
  );
  const { status, body } = await world.http.send(
    world.people.submitter,
    'POST',
    `/cases/${driven.reference}/conditions/${String(lapsed?.id)}/evidence`,
    { body: { text: 'Done.', links: [] }, ifMatch: 1 },
  );
  expect(status).toBe(409);
  expect(body['detail']).toBe('The decision this condition belongs to has been superseded');
});

it('never dates a change before the one it follows, whatever the clock says', async () => {
  world.clock.advance(120_000);
  const driven = await driver.draft();
  world.clock.advance(-60_000);
  await driver.act(driven, 'submitter', 'POST', 'comments', {
    audience: 'shared',
    body: 'Said a minute ago.',
  });
  world.clock.advance(60_000);
  const rows = await world.database.query<{ at: Date }>({
    text: `select e.occurred_at as at from case_event e join spend_case c on c.id = e.case_id
      where c.reference = $1 order by e.sequence desc limit 2`,
    values: [driven.reference],
  });
  const [latest, before] = rows.map(({ at }) => at.getTime());
  expect(latest).toBeGreaterThanOrEqual(before!);
});

it('outlives a connection that is lost in the middle of a transaction', async () => {
  const cut = world.database.transaction(async (transaction) => {
    await transaction.query({ text: 'select pg_terminate_backend(pg_backend_pid())', values: [] });
  });
  await expect(cut).rejects.toThrow();
  const idle = world.database.transaction(async (transaction) => {
    const [row] = await transaction.query<{ pid: number }>({
      text: 'select pg_backend_pid() as pid',
      values: [],
    });
    await world.database.query({ text: 'select pg_terminate_backend($1)', values: [row?.pid] });
    await new Promise((resume) => setTimeout(resume, 100));
    await transaction.query({ text: 'select 1', values: [] });
  });
  await expect(idle).rejects.toThrow();
  expect(await world.database.query({ text: 'select 1 as one', values: [] })).toEqual([{ one: 1 }]);
});

it('forgets kept answers and ended tokens past their time, and no others', async () => {
  const long = new Date(world.clock.now().getTime() + 400 * 86_400_000);
  const before = new Date('2000-01-01T00:00:00.000Z');
  expect(await forgetEnded(world.database, before, before)).toEqual({ answers: 0, tokens: 0 });
  const { answers, tokens } = await forgetEnded(world.database, long, before);
  expect(answers).toBeGreaterThan(0);
  expect(tokens).toBe(0);
  expect(await forgetEnded(world.database, long, before)).toEqual({ answers: 0, tokens: 0 });
});

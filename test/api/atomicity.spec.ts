import { startWorld, type World } from './world/api-world.js';
import { CaseDriver } from './world/case-driver.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('a submission whose emails cannot be queued', () => {
  it('leaves nothing at all: no event, no new state, no version, no email, no kept answer', async () => {
    const driven = await new CaseDriver(world).driveTo('signed-off');
    const { database, owner, http, people } = world;
    const snapshot = async () => ({
      spendCase: await database.query({
        text: 'select * from spend_case where reference = $1',
        values: [driven.reference],
      }),
      events: await database.count('case_event'),
      versions: await database.count('submission_version'),
      emails: await database.count('email'),
      answers: await database.count('idempotency_record'),
    });
    const before = await snapshot();
    await owner.query({
      text: `create function no_email() returns trigger language plpgsql as
        $$ begin raise exception 'the secret reason is hunter2'; end $$`,
      values: [],
    });
    await owner.query({
      text: 'create trigger no_email before insert on email for each row execute function no_email()',
      values: [],
    });
    const submit = (idempotencyKey: string) =>
      http.send(people.submitter, 'POST', `/cases/${driven.reference}/submit`, {
        ifMatch: driven.revision,
        idempotencyKey,
      });

    const failed = await submit('the-same-key');
    expect(failed.status).toBe(500);
    expect(failed.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(failed.body).toMatchObject({ type: '/problems/server-fault', title: expect.any(String) });
    expect(failed.text).not.toContain('hunter2');
    expect(await snapshot()).toEqual(before);

    await owner.query({ text: 'drop trigger no_email on email', values: [] });
    expect((await submit('the-same-key')).status).toBe(200);
    const after = await snapshot();
    expect(after.events).toBe(before.events + 1);
    expect(after.emails).toBeGreaterThan(before.emails);
  });
});

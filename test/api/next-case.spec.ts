import { randomUUID } from 'node:crypto';
import { makeCaseReference } from '#domain';
import { startWorld, type Person, type World } from './world/api-world.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';
import type { Json, Reply } from './world/http-client.js';

// Who gets which case next: each case once, none withheld, the one that is due first.

const ROUNDS = 100;
const REVIEWERS = 20;

let world: World;
let driver: CaseDriver;
let model: DrivenCase;
let reviewers: Person[];
beforeAll(async () => {
  world = await startWorld({ REVIEWER_WORKLOAD_LIMIT: '6' });
  driver = new CaseDriver(world);
  model = await driver.driveTo('submitted');
  const { assurance } = world.organisations;
  reviewers = await Promise.all(
    Array.from({ length: REVIEWERS }, (_, index) =>
      world.addPerson(`Reviewer ${String(index)}`, [['reviewer', assurance.id]]),
    ),
  );
});
afterAll(() => world.close());

function run(text: string, values: readonly unknown[] = []): Promise<readonly Json[]> {
  return world.database.query<Json>({ text, values });
}

/** Leaves so many submissions in the queue, due one day after the other, and nothing in anybody's hands. */
async function queueOf(count: number): Promise<readonly string[]> {
  // Those of earlier rounds are out of the way already: writing thousands of them again takes most of the time.
  await run(
    `update spend_case set state = 'withdrawn', reviewer_id = null
      where state <> 'withdrawn' or reviewer_id is not null`,
  );
  const references = Array.from({ length: count }, (_, index) =>
    makeCaseReference((max) => (index * 7_919 + Math.floor(Math.random() * max)) % max),
  );
  const columns = await run(
    `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
      where table_name = 'spend_case' and column_name not in ('id', 'reference', 'state', 'next_due_at')`,
  );
  const names = String(columns[0]?.['names']);
  await run(
    `insert into spend_case (id, reference, state, next_due_at, ${names})
      select gen_random_uuid(), r.reference, 'submitted', timestamptz '2026-05-05' + r.place * interval '1 day', ${names}
      from spend_case c cross join unnest($1::text[]) with ordinality as r(reference, place)
      where c.reference = $2`,
    [references, model.reference],
  );
  return references;
}

function askNext(person: Person): Promise<Reply> {
  return world.http.send(person, 'POST', '/review-queue/next');
}

it('gives twenty who ask at once twenty cases, and with ten cases ten of them, a hundred times over', async () => {
  for (let round = 1; round <= ROUNDS; round += 1)
    for (const count of [REVIEWERS, REVIEWERS / 2]) {
      const queue = await queueOf(count);
      const replies = await Promise.all(reviewers.map(askNext));
      const given = replies.flatMap(({ body }) => (body['given'] === false ? [] : [body['reference']]));
      const what = { round, count, statuses: [...new Set(replies.map(({ status }) => status))] };
      expect({ ...what, given: [...new Set(given)].sort() }).toEqual({
        ...what,
        statuses: [200],
        given: [...queue].sort(),
      });
      expect(given).toHaveLength(count);
      await world.owner.query({
        text: `delete from email where case_id in (select id from spend_case where reference = any($1))`,
        values: [queue],
      });
    }
});

it('gives the one that is due first, and each of them acknowledged to whoever asked', async () => {
  const queue = await queueOf(3);
  const [first, second] = reviewers;
  const reply = await askNext(first!);
  expect(reply.body).toMatchObject({ reference: queue[0], state: 'acknowledged', reviewerId: first!.id });
  expect((await askNext(second!)).body).toMatchObject({ reference: queue[1], reviewerId: second!.id });
});

it('gives the same answer to the same request', async () => {
  const queue = await queueOf(3);
  const idempotencyKey = randomUUID();
  const ask = () => world.http.send(reviewers[0]!, 'POST', '/review-queue/next', { idempotencyKey });
  const once = await ask();
  expect(once.body['reference']).toBe(queue[0]);
  const again = await ask();
  expect(again.body).toEqual(once.body);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
});

it('waits for a case that somebody is writing just then, rather than withhold it', async () => {
  const [only] = await queueOf(1);
  let asked: Promise<Reply> | undefined;
  await world.database.transaction(async (queryable) => {
    await queryable.query({ text: 'select from spend_case where reference = $1 for update', values: [only] });
    asked = askNext(reviewers[0]!);
    await new Promise((resume) => setTimeout(resume, 300));
  });
  expect((await asked!).body['reference']).toBe(only);
});

it('never gives a case of one’s own organisation, nor to whom worked on it for the department', async () => {
  await queueOf(1);
  const { assurance, department } = world.organisations;
  const both = await world.addPerson('Reviewer and submitter', [
    ['reviewer', assurance.id],
    ['submitter', department.id],
  ]);
  expect((await askNext(both)).body).toMatchObject({ given: false });
  const once = await world.addPerson('Once submitted it', [['reviewer', assurance.id]]);
  await run(
    `update spend_case set department_hands = department_hands || $1::uuid where state = 'submitted'`,
    [once.id],
  );
  expect((await askNext(once)).body).toMatchObject({ given: false });
  const before = await world.addPerson('Once submitted what it starts from', [['reviewer', assurance.id]]);
  await run(`update spend_case set department_hands = array[$1::uuid] where reference = $2`, [
    before.id,
    model.reference,
  ]);
  await run(
    `update spend_case c set follows_case_id = f.id, follows_kind = 'varies', follows_version = 1, what_changes = 'x'
      from spend_case f where c.state = 'submitted' and f.reference = $1`,
    [model.reference],
  );
  expect((await askNext(before)).body).toMatchObject({ given: false });
  expect((await askNext(reviewers[0]!)).body).toMatchObject({ state: 'acknowledged' });
});

it('never gives back what one gave back, and gives it to the next', async () => {
  const [only] = await queueOf(1);
  const [first, second] = reviewers;
  const given = await askNext(first!);
  await world.http.expect(200, first!, 'POST', `/cases/${String(only)}/unassign`, {
    body: { reason: 'I know the supplier.' },
    ifMatch: Number(given.body['revision']),
  });
  expect((await askNext(first!)).body).toMatchObject({ given: false });
  expect((await askNext(second!)).body).toMatchObject({ reference: only, state: 'acknowledged' });
});

it('gives nobody more than they can do, and leaves out what waits for a department', async () => {
  await queueOf(8);
  const [busy] = reviewers;
  await run(`update spend_case set workload = 2 where state = 'submitted'`);
  for (let taken = 0; taken < 3; taken += 1) expect((await askNext(busy!)).status).toBe(200);
  const refused = await askNext(busy!);
  expect(refused.status).toBe(409);
  expect(refused.body['detail']).toContain('You have 6 points of work in hand, and the limit is 6');
  await run(
    `update spend_case set state = 'returned' where reviewer_id = $1 and state = 'acknowledged'
    and reference = (select min(reference) from spend_case where reviewer_id = $1)`,
    [busy!.id],
  );
  expect((await askNext(busy!)).status).toBe(200);
  const loads = await world.http.read<Json[]>(world.people.auditor, '/reviewers');
  expect(loads.find(({ id }) => id === busy!.id)).toMatchObject({ cases: 3, points: 6, returned: 1 });
});

it('is for reviewers alone', async () => {
  for (const part of ['submitter', 'decider', 'auditor', 'nobody'] as const)
    expect((await askNext(world.people[part])).status).toBe(403);
});

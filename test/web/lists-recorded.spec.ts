import { randomUUID } from 'node:crypto';
import { caseCursorOf } from '#edge';
import { CaseDriver } from '../api/world/case-driver.js';
import { until } from '../faults/mail-worker.js';
import { PageClient } from './page-client.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

let world: PagesWorld;
beforeAll(async () => {
  world = await startPagesWorld();
  const driver = new CaseDriver(world);
  for (const state of ['draft', 'draft', 'in-review', 'recommended'] as const) await driver.driveTo(state);
});
afterAll(() => world.close());

/** How many cases the record says that a page gave, once it is written. */
async function recordedOf(part: 'lead' | 'reviewer', path: string): Promise<number | null> {
  const client = await PageClient.of(world, world.people[part].id);
  const requestId = randomUUID();
  const { status } = await client.get(path, { 'x-correlation-id': requestId });
  expect(status).toBe(200);
  const records = () =>
    world.database.query<{ count: number | null }>({
      text: 'select result_count as count from access_record where request_id = $1',
      values: [requestId],
    });
  await until(async () => (await records()).length > 0);
  const [record] = await records();
  return record?.count ?? null;
}

/** Address of the page after the second of the cases. */
async function secondPage(): Promise<string> {
  const [second] = await world.database.query<{ createdAt: Date; id: string }>({
    text: `select created_at as "createdAt", id from spend_case
      order by created_at desc, id desc offset 1 limit 1`,
    values: [],
  });
  const position = { dueAt: null, createdAt: second!.createdAt.toISOString(), id: second!.id };
  return `/cases?sort=created&after=${String(caseCursorOf(position, 'created'))}`;
}

describe('what is recorded of a list', () => {
  it('is how many cases there are, not how many the page shows', async () => {
    expect(await recordedOf('lead', await secondPage())).toBe(4);
  });

  it('is, of the page everybody starts at, what is shown there last', async () => {
    expect(await recordedOf('lead', '/')).toBe(4);
    expect(await recordedOf('reviewer', '/')).toBe(1);
  });
});

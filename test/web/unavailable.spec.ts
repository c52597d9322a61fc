import { CaseDriver } from '../api/world/case-driver.js';
import { PageClient } from './page-client.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

let world: PagesWorld;
beforeAll(async () => {
  world = await startPagesWorld();
});
afterAll(() => world.close());

describe('while nobody can write down who looks at what', () => {
  it('a restricted case is not shown, with a reference to quote; another one is', async () => {
    const driver = new CaseDriver(world);
    const ordinary = await driver.driveTo('draft');
    const restricted = await driver.driveTo('draft');
    await driver.act(
      restricted,
      'submitter',
      'PATCH',
      'details',
      { protectiveMarking: 'OFFICIAL-SENSITIVE' },
      1,
    );
    const client = await PageClient.of(world, world.people.submitter.id);
    await world.owner.query({ text: 'alter table access_record rename to away', values: [] });
    try {
      const { status, html, headers } = await client.get(`/cases/${restricted.reference}`);
      expect(status).toBe(503);
      expect(html).toContain('Sorry, the service is unavailable');
      expect(html).toContain(headers.get('x-correlation-id') ?? 'no reference');
      expect(html).not.toContain('Move the licensing service');
      expect(headers.get('retry-after')).not.toBeNull();
      expect((await client.get(`/cases/${ordinary.reference}`)).status).toBe(200);
    } finally {
      await world.owner.query({ text: 'alter table away rename to access_record', values: [] });
    }
    expect((await client.get(`/cases/${restricted.reference}`)).status).toBe(200);
  });
});

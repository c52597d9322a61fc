import { CaseDriver } from '../api/world/case-driver.js';
import { stillDatabase, type StillDatabase } from '../setup/still-database.js';
import { PageClient } from './page-client.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

let world: PagesWorld;
let still: StillDatabase;
beforeAll(async () => {
  world = await startPagesWorld({ DATABASE_ANSWER_SECONDS: '3' }, async (url) => {
    still = await stillDatabase(url);
    return still.url;
  });
});
afterAll(async () => {
  await world.close();
  await still.close();
});

describe('while the database stands still', () => {
  const title = 'Written while nothing answers';

  it('a page says so in good time, and one that was sent keeps what was written', async () => {
    const { reference } = await new CaseDriver(world).draft();
    const client = await PageClient.of(world, world.people.submitter.id);
    const path = `/cases/${reference}/details/about/edit`;
    const token = await client.token();
    expect((await client.get(path)).status).toBe(200);
    still.stop();
    try {
      const start = performance.now();
      const looked = await client.get(path);
      const sent = await client.post(path, { _csrf: token, _once: 'one', title, revision: '1' });
      expect(performance.now() - start).toBeLessThan(2 * 3_000 + 6_000);
      expect([looked.status, sent.status]).toEqual([503, 503]);
      expect(looked.html).toContain('go back in your browser: what you wrote is still in the form there');
      expect(sent.html).toContain(
        'If you go back in your browser, what you wrote is still in the form there',
      );
      expect(sent.html).toContain('Send it again');
      expect(sent.html).toContain(`<dd class="govuk-summary-list__value app-keep-lines">${title}</dd>`);
      expect(sent.html).toContain('name="_once" value="one"');
    } finally {
      still.goOn();
    }
    expect((await client.get(path)).status).toBe(200);
  });
});

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

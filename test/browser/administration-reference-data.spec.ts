import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadShippedReferenceData } from '#casework';
import { PageClient } from '../web/page-client.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

// Versions of regimes and bank holidays: read in words, taken out as they are, checked and added.

const FOLDER = join(import.meta.dirname, '..', '..', 'prisma', 'reference-data');

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
  await loadShippedReferenceData(world.database, world.clock.now());
  world.clock.advance(60_000);
});
afterAll(() => world.close());

function shipped(...path: readonly string[]): Record<string, unknown> {
  return JSON.parse(readFileSync(join(FOLDER, ...path), 'utf8')) as Record<string, unknown>;
}

async function versions(table: 'regime' | 'working_calendar'): Promise<number> {
  const rows = await world.database.query({ text: `select 1 from ${table}`, values: [] });
  return rows.length;
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a version of the spend control %s', (_name, scripts) => {
  it('is checked, shown in words, and added; every fault is told with its place', async () => {
    const before = await versions('regime');
    const version = `v6-${String(scripts)}`;
    const administrator = await world.visitor('administrator', scripts);
    await administrator.visit('/reference-data');
    await administrator.press('Add a version of the spend control');
    const label = 'Document, as JSON';
    await administrator.press('Check it');
    expect(await administrator.problems()).toEqual(['Enter the document']);
    await administrator.write(label, '{\n  "version": oops\n}');
    await administrator.press('Check it');
    expect(await administrator.problems()).toEqual(['It is not JSON: see line 2, column 14']);
    const document = { ...shipped('regimes', 'v6.json'), version, name: `Corrected ${version}` };
    await administrator.write(label, JSON.stringify({ ...document, thresholds: {}, licence: undefined }));
    await administrator.press('Check it');
    expect([...(await administrator.problems())].sort()).toEqual([
      '/thresholds: “otherwise” is missing',
      '/thresholds: “scoped” is missing',
      '“licence” is missing',
    ]);
    await administrator.write(label, JSON.stringify({ ...document, version: 'v6' }));
    await administrator.press('Check it');
    expect(await administrator.problems()).toEqual([
      '/version: There is a regime v6 already, and none is ever changed: give this one a version of its own',
    ]);
    await administrator.write(label, JSON.stringify(document));
    await administrator.press('Check it');
    expect(await administrator.heading()).toContain('Check what you are adding');
    expect(await administrator.text()).toContain('new requests come under it once it is adopted');
    expect(await versions('regime')).toBe(before);
    await administrator.press('Change it');
    expect(JSON.parse(await administrator.page.getByLabel(label).inputValue())).toEqual(document);
    await administrator.press('Check it');
    await administrator.press('Add it');
    expect(administrator.path()).toBe(`/reference-data/regimes/${version}`);
    const text = await administrator.text();
    expect(text).toContain('The version was added');
    expect(text).toContain('by Demonstration administrator');
    expect(text).toContain('This service’s own');
    expect(await versions('regime')).toBe(before + 1);
    await administrator.visit('/reference-data');
    expect(await administrator.page.locator('tr', { hasText: version }).innerText()).toContain('Not adopted');
  });
});

describe('bank holidays', () => {
  it('are added as a list, which counts at once', async () => {
    const administrator = await world.visitor('administrator');
    const calendar = shipped('bank-holidays.json');
    const holidays = calendar['holidays'] as { date: string; title: string }[];
    await administrator.visit('/reference-data/add/working-days');
    await administrator.write('Document, as JSON', JSON.stringify(calendar));
    await administrator.press('Check it');
    expect(await administrator.problems()).toEqual(['These bank holidays are the ones that count already']);
    const more = { ...calendar, name: 'Corrected bank holidays', holidays: holidays.slice(1) };
    await administrator.write('Document, as JSON', JSON.stringify(more));
    await administrator.press('Check it');
    await administrator.press('Add it');
    expect(await administrator.heading()).toContain('Corrected bank holidays');
    expect(await administrator.text()).toContain('Early May bank holiday');
    await administrator.visit('/reference-data');
    expect(
      await administrator.page.locator('tr', { hasText: 'Corrected bank holidays' }).innerText(),
    ).toMatch(/It counts now/i);
  });
});

describe('an auditor', () => {
  it('reads every version and takes it out, and meets nothing that would change one', async () => {
    const auditor = await world.visitor('auditor');
    await auditor.visit('/reference-data');
    expect(await auditor.page.locator('main form, main .govuk-button').count()).toBe(0);
    await auditor.follow(/\(v5\)/);
    expect(await auditor.page.locator('main form, main .govuk-button').count()).toBe(0);
    await auditor.visit('/reference-data/add/regimes', 403);
    const client = await PageClient.of(world, world.people.auditor.id);
    const file = await client.get('/reference-data/regimes/v5/file');
    expect(JSON.parse(file.html)).toEqual(shipped('regimes', 'v5.json'));
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="regimes-v5.json"');
    const answer = await client.post('/reference-data/add/regimes/confirmed', {
      document: JSON.stringify({ ...shipped('regimes', 'v6.json'), version: 'v7' }),
    });
    expect(answer.status).toBe(403);
  });

  it.each(['/reference-data/kings/v5', '/reference-data/regimes/v99', '/reference-data/regimes/v99/file'])(
    'is told that %s is not there',
    async (path) => {
      const client = await PageClient.of(world, world.people.auditor.id);
      expect((await client.get(path)).status).toBe(404);
    },
  );
});

describe('reference data', () => {
  it('are not for submitters', async () => {
    const client = await PageClient.of(world, world.people.submitter.id);
    for (const path of ['/reference-data', '/reference-data/regimes/v5', '/reference-data/regimes/v5/file'])
      expect((await client.get(path)).status).toBe(403);
  });

  it('come with the schema of a regime, for administrators who write one', async () => {
    const client = await PageClient.of(world, world.people.administrator.id);
    const { html } = await client.get('/reference-data/add/regimes/schema');
    expect(JSON.parse(html)).toEqual(shipped('regime.schema.json'));
    expect((await client.get('/reference-data/add/working-days/schema')).status).toBe(404);
  });
});

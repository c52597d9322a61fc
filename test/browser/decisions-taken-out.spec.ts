import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { startAuditedWorld, type AuditedWorld } from './world/audited-world.js';
import type { Visitor } from './world/visitor.js';

const VERIFIER = join(import.meta.dirname, '../../apps/auditor/verify-export.mjs');
const QUESTION = '/decisions/events?kinds=case-created,point-assessed&organisation=';

// Several pages, each checked in full.

let world: AuditedWorld;
beforeAll(async () => {
  world = await startAuditedWorld();
}, 60_000);
afterAll(() => world.close());

interface Download {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

async function download(visitor: Visitor, link: string): Promise<Download> {
  const [taken] = await Promise.all([
    visitor.page.waitForEvent('download'),
    visitor.page.getByRole('link', { name: link }).click(),
  ]);
  const path = await taken.path();
  return { name: taken.suggestedFilename(), path, text: readFileSync(path, 'utf8') };
}

/** Reference and number of each event, over all pages of the answer. */
async function shownOnAllPages(visitor: Visitor): Promise<{ rows: readonly string[]; pages: number }> {
  const rows: string[] = [];
  for (let pages = 1; ; pages += 1) {
    const found = visitor.page.locator('tr.app-joined');
    for (const row of await found.all())
      rows.push(`${await row.locator('th a').innerText()} ${await row.locator('td').first().innerText()}`);
    const next = visitor.page.getByRole('link', { name: /^Next/ });
    if ((await next.count()) === 0) return { rows, pages };
    await visitor.onwards(next);
  }
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('an answer is taken out %s', (_name, scripts) => {
  it('as CSV and as JSON Lines with exactly the rows shown, and a signed receipt', async () => {
    const visitor = await world.visitor('auditor', scripts);
    await visitor.visit(QUESTION + world.organisations.department.id);
    const { rows, pages } = await shownOnAllPages(visitor);
    expect({ pages, rows: rows.length }).toEqual({ pages: 2, rows: 30 });

    const csv = await download(visitor, 'Download as CSV for programs');
    const records = parse<Record<string, string>>(csv.text, { columns: true });
    expect(records.map(({ reference, sequence }) => `${reference} ${sequence}`)).toEqual(rows);
    // A spreadsheet runs nothing of it.
    const hostile = records.find(({ title }) => title?.includes('HYPERLINK') === true);
    expect(hostile?.['title']).toBe(`'=HYPERLINK("http://evil.example","<b id=evil>Click</b>")`);
    for (const record of records)
      for (const cell of Object.values(record)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);

    const sheet = await download(visitor, 'Download as CSV for spreadsheets');
    const people = parse<Record<string, string>>(sheet.text, { columns: true, bom: true });
    expect(people.map((row) => `${row['Reference']} ${row['Number of the event']}`)).toEqual(rows);

    const lines = await download(visitor, 'Download as JSON Lines');
    const parsed = lines.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const events = parsed.slice(1, -1) as { reference: string; sequence: number; title: string }[];
    expect(events.map(({ reference, sequence }) => `${reference} ${sequence}`)).toEqual(rows);
    expect(events.some(({ title }) => title.startsWith('=HYPERLINK'))).toBe(true);
    const upToEnd = lines.text.slice(0, lines.text.trimEnd().lastIndexOf('\n') + 1);
    const sha256 = createHash('sha256').update(upToEnd).digest('hex');
    expect(parsed.at(-1)).toEqual({ end: { rows: rows.length, sha256 } });

    // The name of the file leads to its receipt.
    await visitor.follow('see a receipt');
    await visitor.press('Show the receipt');
    expect(await visitor.problems()).toEqual([
      'Enter the name of the file as it was downloaded, or the number in it',
    ]);
    await visitor.write('Name of the file', csv.name);
    await visitor.press('Show the receipt');
    const receipt = await visitor.text();
    expect(receipt).toContain(createHash('sha256').update(csv.text).digest('hex'));
    expect(receipt).toContain(`${rows.length} rows`);
    expect(receipt).toContain('Organisation: Home Office');
    expect(receipt).toContain('Signed with the key of the decision log');
  });

  it('as the quarterly file, with its nil return, and never as a file of nothing', async () => {
    const visitor = await world.visitor('auditor', scripts);
    await visitor.visit('/decisions?text=nobody+wrote+this');
    expect(await visitor.text()).toContain('Nothing was found');
    expect(await visitor.text()).not.toContain('Download');
    await visitor.visit('/decisions/spending-control-exceptions');
    expect(await visitor.text()).toContain('Choose a quarter to see what goes into its file.');
    await visitor.press('Apply filters');
    expect(await visitor.problems()).toEqual(['Choose a quarter']);
    await visitor.page.getByLabel('Quarter').selectOption({ label: 'January to March 2026' });
    await visitor.press('Apply filters');
    expect(await visitor.text()).toContain('The row below is the nil return.');
    const nil = parse<Record<string, string>>(
      (await download(visitor, 'Download as CSV for programs')).text,
      {
        columns: true,
      },
    );
    expect(nil.map(({ quarter, reference, title }) => ({ quarter, reference, title }))).toEqual([
      { quarter: '2026-Q1', reference: 'Nil return', title: 'Nothing to report' },
    ]);
    await visitor.page.getByLabel('Quarter').selectOption({ label: 'April to June 2026' });
    await visitor.press('Apply filters');
    expect(await visitor.page.locator('tr.app-joined th a').allInnerTexts()).toEqual([
      world.approved.reference,
      world.withConditions.reference,
    ]);
    expect(await visitor.text()).toContain('£50,000');
  });
});

describe('the log', () => {
  it('shows its signed checkpoint and is taken out whole, for a program that trusts nobody', async () => {
    const visitor = await world.visitor('auditor', false);
    await visitor.visit('/');
    await visitor.follow('Proof of the log');
    const text = await visitor.text();
    expect(text).toContain('localhost/spend-control');
    expect(text).toContain(world.key);
    const note = await download(visitor, 'Download this checkpoint');
    expect(text.replaceAll(/\s+/g, '')).toContain(note.text.replaceAll(/\s+/g, ''));
    const log = await download(visitor, 'Download the whole log (JSON Lines)');
    const { stdout } = await promisify(execFile)(process.execPath, [
      VERIFIER,
      log.path,
      '--key',
      world.key,
      '--checkpoint',
      note.path,
    ]);
    expect(stdout).not.toBe('');
  });

  it('proves an event, in words and as a file', async () => {
    const visitor = await world.visitor('auditor', false);
    await visitor.visit(`/cases/${world.approved.reference}/as-it-stood`);
    await visitor.follow(/^Proof event 35, Decided/);
    expect(await visitor.heading()).toContain('Proof of event 35: Decided');
    await visitor.visit(`/cases/${world.approved.reference}/history`);
    await visitor.follow(/^Proof of this\W+Decided/);
    expect(await visitor.heading()).toContain('Proof of event 35: Decided');
    const words = await visitor.text();
    expect(words).toContain('Checked just now: this happened as it is told here');
    expect(words.match(/Holds/g)).toHaveLength(3);
    const { text } = await download(visitor, 'Download the proof (JSON)');
    const reply = await world.http.expect(
      200,
      world.people.auditor,
      'GET',
      `/cases/${world.approved.reference}/events/35/proof`,
    );
    expect(JSON.parse(text)).toEqual(reply.body);
    await visitor.visit(`/cases/${world.approved.reference}/events/99/proof`, 404);
  });
});

describe('who looked at what', () => {
  it('has the looks just made, by case and by person', async () => {
    const { reference } = world.withConditions;
    const reviewer = await world.visitor('reviewer', false);
    await reviewer.visit(`/cases/${reference}/as-it-stood`);
    const stranger = await world.visitor('stranger', false);
    await stranger.visit(`/cases/${reference}/as-it-stood`, 404);
    const visitor = await world.visitor('auditor', false);
    await visitor.visit('/');
    await visitor.follow('Who looked at what', visitor.page.getByRole('navigation', { name: 'Menu' }));
    await visitor.press('Apply filters');
    expect(await visitor.problems()).toEqual(['Enter the reference of a case']);
    await visitor.write('Case reference', 'DT-2222-2222');
    await visitor.press('Apply filters');
    expect((await visitor.problems()).length).toBe(1);
    await visitor.write('Case reference', reference.toLowerCase());
    await visitor.press('Apply filters');
    const rows = visitor.page.locator('tbody tr', { hasText: 'as it stood' });
    expect(await rows.filter({ hasText: 'Demonstration reviewer' }).count()).toBe(1);
    expect(await visitor.heading()).toBe('Who looked at what');
    await visitor.onwards(
      visitor.page
        .getByRole('link', { name: /^Everything this person looked at.*Demonstration reviewer/ })
        .first(),
    );
    expect(await visitor.text()).toContain('Everything Demonstration reviewer looked at');
    await visitor.visit(`/access-records?personId=${world.people.stranger.id}`);
    expect(await visitor.text()).toMatch(/as it stood\s+REFUSED|as it stood\s+Refused/);
  });
});

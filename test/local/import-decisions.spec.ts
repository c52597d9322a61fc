import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportReport } from '#domain';
import { insertOrganisation } from '#persistence';
import { importFile } from '../api/world/import-file.js';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let fresh: FreshDatabase;
let folder: string;
beforeAll(async () => {
  fresh = await freshDatabase(2);
  folder = await mkdtemp(join(tmpdir(), 'spend-control-import-'));
  await insertOrganisation(fresh.database, {
    id: randomUUID(),
    key: 'home-office',
    name: 'Home Office',
    acronym: null,
    parentId: null,
    validFrom: '2010-05-11',
    validTo: null,
  });
});
afterAll(async () => {
  await fresh.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs the command as it is built, to its end. */
function command(...given: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join('dist', 'apps', 'local', 'import-decisions.js'), ...given], {
    env: { ...process.env, DATABASE_URL: fresh.url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
  return new Promise((done) => {
    child.on('close', (code) => {
      done({ code, out, err });
    });
  });
}

async function fileOf(text: string): Promise<string> {
  const path = join(folder, `${randomUUID()}.csv`);
  await writeFile(path, text);
  return path;
}

describe('the command that imports decisions', () => {
  it('says how it is used, and what it does not understand', async () => {
    const [nothing, odd] = await Promise.all([command(), command('a.csv', 'b.csv')]);
    expect([nothing.code, odd.code]).toEqual([2, 2]);
    expect(nothing.out).toContain('--dry-run');
    expect(odd.out).toBe(nothing.out);
  });

  it('looks through a file, refuses a bad one, imports a good one, and finds it again', async () => {
    const good = await fileOf(importFile([{ reference: 'C-1' }]));
    const bad = await fileOf(importFile([{ reference: 'C-2', 'requested-amount': '£1.2m' }]));
    const dry = await command(good, '--dry-run');
    expect([dry.code, dry.out.split('\n')[0]]).toEqual([
      0,
      'Nothing was imported: this was a dry run. The file can be imported.',
    ]);
    const refused = await command(bad);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('  Line 2 (C-2), requested-amount: Write the amount out in pounds');
    const done = await command(good, '--json');
    const report = JSON.parse(done.out) as ImportReport;
    expect([done.code, report.source, report.totals.imported]).toEqual([0, 'get-approval-to-spend', 1]);
    const again = await command(good);
    expect([again.code, again.out.split('\n')[0]]).toEqual([
      0,
      'Nothing was imported: there is nothing new in the file.',
    ]);
    const events = await fresh.database.query({
      text: `select type, actor_id as actor, payload ->> 'reference' as reference from case_event`,
      values: [],
    });
    expect(events).toEqual([{ type: 'imported', actor: null, reference: report.imported[0]?.reference }]);
  }, 60_000);

  it('ends with 1 and a reason where a row differs from before, there is no file, or the source has no name', async () => {
    const changed = await fileOf(importFile([{ reference: 'C-1', title: 'Changed' }]));
    const conflict = await command(changed);
    expect(conflict.code).toBe(1);
    expect(conflict.out).toContain('Line 2: C-1 is DT-');
    const missing = await command(join(folder, 'missing.csv'));
    expect([missing.code, missing.out]).toEqual([1, '']);
    expect(missing.err).toContain('Nothing was imported: ENOENT');
    const nameless = await command(changed, '--source', 'Old System');
    expect([nameless.code, nameless.out]).toEqual([1, '']);
    expect(nameless.err).toContain('Name the source in small letters');
  }, 60_000);
});

import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { EventProof } from '#audit';
import { DecisionImportService } from '#casework';
import {
  eventHash,
  formatVerifierKey,
  leafHash,
  openCheckpoint,
  privateHashOf,
  verifyInclusion,
  type ImportReport,
} from '#domain';
import { importFile } from '../api/world/import-file.js';
import type { Json } from '../api/world/http-client.js';
import { startLogWorld, type LogWorld } from './log-world.js';
import { tamperedBy } from './tampered-by.js';

// A decision made elsewhere is part of the history as soon as it is recorded: it is sealed, proved, written out and
// verified like any other, and whoever alters it afterwards is found out.

const PROGRAM = join(import.meta.dirname, '../../apps/auditor/verify-export.mjs');
const CONDITIONS =
  'Publish the roadmap | 2019-09-30 | A. Owner | a.owner@home-office.example | met\n' +
  'Cost it | 2019-12-31 | B. Owner | b.owner@home-office.example';

let world: LogWorld;
/** One an administrator imported, worked on since, and one the command line did. */
let worked: string;
let silent: string;

async function importBy(by: 'administrator' | null, sourceReference: string): Promise<string> {
  const file = importFile([
    { reference: sourceReference, outcome: 'approved-with-conditions', conditions: CONDITIONS },
  ]);
  if (by === null) {
    const imports = world.api.app.get(DecisionImportService, { strict: false });
    const plan = { source: 'old-system', dryRun: false, by };
    return (await imports.run(Readable.from([Buffer.from(file)]), plan)).imported[0]?.reference ?? '';
  }
  const { body } = await world.http.expect<ImportReport>(
    200,
    world.people[by],
    'POST',
    '/decision-imports?source=old-system',
    { raw: file, headers: { 'content-type': 'text/csv' } },
  );
  return body.imported[0]?.reference ?? '';
}

beforeAll(async () => {
  world = await startLogWorld();
  worked = await importBy('administrator', 'A-1');
  silent = await importBy(null, 'A-2');
  await world.sealing.seal();
  world.clock.advance(60_000);
  const { http, people } = world;
  const { conditions } = await http.read<{ conditions: Json[] }>(people.submitter, `/cases/${worked}`);
  const [, open] = conditions;
  await http.expect(
    201,
    people.submitter,
    'POST',
    `/cases/${worked}/conditions/${String(open?.['id'])}/evidence`,
    {
      body: { text: 'Costed.', links: [] },
      ifMatch: Number(open?.['revision']),
    },
  );
  await world.sealing.seal();
}, 60_000);
afterAll(() => world.close());

describe('the log of imported cases', () => {
  it('verifies', async () => {
    expect(await world.verify([await world.checkpoint()])).toMatchObject({
      fault: null,
      cases: 2,
      waiting: 0,
    });
  });

  it('proves that it holds the import, private text and all', async () => {
    for (const reference of [worked, silent]) {
      const path = `/cases/${reference}/events/1/proof`;
      const { body } = await world.http.expect<EventProof>(200, world.people.auditor, 'GET', path);
      expect(body.event.type).toBe('imported');
      expect(eventHash(body.event)).toBe(body.hash);
      expect(body.private).toMatchObject({
        '/decidedBy': 'Head of Controls',
        reason: 'Meets the Code of Practice.',
      });
      expect(privateHashOf(body.private ?? {}, Buffer.from(body.salt ?? '', 'hex'), body.event.format)).toBe(
        body.event.private,
      );
      const { size, root } = openCheckpoint(body.checkpoint ?? '', [world.key.verifier]);
      const hashes = body.inclusion.map((hash) => Buffer.from(hash, 'base64'));
      const claim = {
        index: body.index ?? -1,
        leafHash: leafHash(Buffer.from(body.hash, 'hex')),
        size,
        root,
      };
      expect(verifyInclusion(claim, hashes)).toBe(true);
    }
  });

  it('is written out for others, whose own program finds it in order', async () => {
    // Lines of JSON, which are no JSON as a whole.
    const reply = await fetch(`${world.http.url}/api/v1/decision-log/export`, {
      headers: { authorization: `Bearer ${world.people.auditor.token}` },
    });
    const text = await reply.text();
    const events = text.split('\n').filter((line) => line.includes('"type":"imported"'));
    expect(events).toHaveLength(2);
    const folder = await mkdtemp(join(tmpdir(), 'imported-'));
    try {
      const file = join(folder, 'export.jsonl');
      await writeFile(file, text);
      const key = formatVerifierKey(world.key.verifier);
      const run = (path: string) =>
        spawnSync(process.execPath, [PROGRAM, path, '--key', key], { encoding: 'utf8' });
      expect(run(file)).toMatchObject({ status: 0, stderr: '' });
      const forged = join(folder, 'forged.jsonl');
      await writeFile(forged, text.replace('Head of Controls', 'Head of Nothing'));
      expect(run(forged).status).toBe(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

const ofCase = (reference: string): string =>
  `case_id = (select id from spend_case where reference = '${reference}')`;
const SAID = 'is not what the events give';

/** What is done to which case, and what is then said to be wrong. */
const TRIALS: readonly (readonly [what: string, statement: () => string, of: () => string, fault: RegExp])[] =
  [
    [
      'another amount was approved',
      () => `update decision set approved_pence = approved_pence + 1 where ${ofCase(silent)}`,
      () => silent,
      new RegExp(`approved_pence in decision .* ${SAID}`),
    ],
    [
      'somebody else decided there',
      () => `update decision set decided_in_source = 'Head of Nothing' where ${ofCase(worked)}`,
      () => worked,
      new RegExp(`decided_in_source in decision .* ${SAID}`),
    ],
    [
      'somebody decided here',
      () =>
        `update decision set decided_in_source = null, decided_role = 'decider', decided_by = '${world.people.decider.id}' where ${ofCase(worked)}`,
      () => worked,
      new RegExp(`decided_by in decision .* ${SAID}`),
    ],
    [
      'it was decided on another day',
      () => `update decision set decided_at = decided_at - interval '1 day' where ${ofCase(silent)}`,
      () => silent,
      new RegExp(`decided_at in decision .* ${SAID}`),
    ],
    [
      'it comes from another system',
      () => `update spend_case set imported_source = 'another-system' where reference = '${silent}'`,
      () => silent,
      new RegExp(`imported_source in spend_case .* ${SAID}`),
    ],
    [
      'it was read from another row',
      () => `update spend_case set imported_hash = repeat('0', 64) where reference = '${silent}'`,
      () => silent,
      new RegExp(`imported_hash in spend_case .* ${SAID}`),
    ],
    [
      'it was made here',
      () =>
        `update spend_case set imported_source = null, imported_reference = null, imported_hash = null, created_by = '${world.people.submitter.id}' where reference = '${worked}'`,
      () => worked,
      new RegExp(`created_by in spend_case .* ${SAID}`),
    ],
    [
      'an open condition came settled',
      () => `update condition set status = 'met' where number = 2 and ${ofCase(silent)}`,
      () => silent,
      new RegExp(`status in condition .* ${SAID}`),
    ],
    [
      'something else was submitted',
      () =>
        `update submission_version set content = jsonb_set(content, '{details,title}', '"Another"') where ${ofCase(silent)}`,
      () => silent,
      new RegExp(`content in submission_version .* ${SAID}`),
    ],
    [
      'the event says another outcome',
      () =>
        `update case_event set payload = jsonb_set(payload, '{outcome}', '"approved"') where ${ofCase(silent)}`,
      () => silent,
      /not what its hash was made of/,
    ],
    [
      'the event says another person decided',
      () =>
        `update case_event set payload = jsonb_set(payload, '{decidedBy}', '"Another"') where sequence = 1 and ${ofCase(worked)}`,
      () => worked,
      /private text of the event is not what was committed to/,
    ],
  ];

describe('the verifier', () => {
  it.each(TRIALS)('says so when it is made to look as if %s', async (_what, statement, of, fault) => {
    await tamperedBy(world.owner, [statement()], async () => {
      const found = (await world.verify()).fault;
      expect(found?.what).toMatch(fault);
      expect(found?.reference).toBe(of());
    });
  });
});

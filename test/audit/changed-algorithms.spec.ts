import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogKeys, LogVerifier, SealingService, type EventProof } from '#audit';
import {
  eventHash,
  formatSigningKey,
  formatVerifierKey,
  generateSigningKey,
  leafHash,
  openCheckpoint,
  privateHashOf,
  verifyConsistency,
  verifyInclusion,
  type TreeHash,
} from '#domain';
import { AppLogger } from '#platform';
import { runApi, type RunningApi } from '../../apps/api/run-api.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { HttpClient } from '../api/world/http-client.js';
import { ORIGIN, startLogWorld, type LogWorld } from './log-world.js';
import { tamperedBy } from './tampered-by.js';

// A log that goes on with other algorithms: another format of events, another tree, another kind of key, from one day on.

const PROGRAM = join(import.meta.dirname, '../../apps/auditor/verify-export.mjs');
const next = generateSigningKey(ORIGIN, 'ed448');

let world: LogWorld;
let changed: RunningApi;
let http: HttpClient;
let driver: CaseDriver;
let driven: DrivenCase;
/** How many events of that case are older than the change. */
let before: number;
/** Checkpoints kept outside: from before the change, and from after it. */
let kept: readonly [string, string];

beforeAll(async () => {
  world = await startLogWorld();
  const old = new CaseDriver(world);
  await old.driveTo('approved');
  driven = await old.draft();
  before = driven.revision;
  await world.sealing.seal();
  const first = await world.checkpoint();
  const config = world.withSettings({
    logEventFormat: 2,
    logTreeHash: 'sha384',
    logSigningKey: formatSigningKey(next),
    logRetiringKey: formatSigningKey(world.key),
  });
  changed = await runApi(config, { clock: world.clock, logger: new AppLogger({ level: 'fatal' }) });
  http = new HttpClient(changed.url);
  driver = new CaseDriver({ ...world, http });
  await driver.step(driven, 'sign-off');
  await driver.step(driven, 'submit');
  await changed.app.get(SealingService, { strict: false }).seal();
  kept = [first, await world.checkpoint()];
}, 60_000);
afterAll(async () => {
  await changed.close();
  await world.close();
});

function verified(checkpoints: readonly string[] = kept) {
  return new LogVerifier(world.database).verify({
    origin: ORIGIN,
    trusted: [world.key.verifier],
    known: [world.key.verifier, next.verifier],
    kept: checkpoints.map((note) => ({ note, source: 'the checkpoint that was kept' })),
  });
}

function sealerBy(logTreeHash: TreeHash): SealingService {
  const config = world.withSettings({ logTreeHash, logRetiringKey: formatSigningKey(next) });
  return new SealingService(world.database, world.clock, new LogKeys(config));
}

describe('a log whose algorithms were changed', () => {
  it('has new events by the new ones, chained to older ones that stay as they are', async () => {
    const rows = await world.database.query<{ format: number; bytes: number; linked: boolean }>({
      text: `select e.format, octet_length(e.hash) as bytes, e.previous_hash is not distinct from lag(e.hash) over (order by e.sequence) as linked
        from case_event e join spend_case c on c.id = e.case_id where c.reference = $1 order by e.sequence`,
      values: [driven.reference],
    });
    expect(rows).toEqual(
      rows.map((_, place) =>
        place < before ? { format: 1, bytes: 32, linked: true } : { format: 2, bytes: 48, linked: true },
      ),
    );
    expect(rows.length).toBeGreaterThan(before);
    expect(openCheckpoint(kept[0], [world.key.verifier]).origin).toBe(ORIGIN);
    const { origin, root, signedBy } = openCheckpoint(kept[1], [world.key.verifier, next.verifier]);
    expect(origin).toBe(`${ORIGIN}/sha384`);
    expect(root).toHaveLength(48);
    expect(signedBy).toEqual([next.verifier, world.key.verifier]);
  });

  it('verifies as a whole, and against checkpoints kept from before and after', async () => {
    expect(await verified([])).toMatchObject({ fault: null, waiting: 0 });
    expect(await verified()).toMatchObject({ fault: null, keptCheckpoints: 2 });
  });

  it('proves each event by the algorithms it was made and sealed with', async () => {
    for (const [sequence, by, digits] of [
      [1, 'sha256', 64],
      [before + 1, 'sha384', 96],
    ] as const) {
      const { body } = await http.expect<EventProof>(
        200,
        world.people.auditor,
        'GET',
        `/cases/${driven.reference}/events/${String(sequence)}/proof`,
      );
      expect(body.hash).toHaveLength(digits);
      expect(eventHash(body.event)).toBe(body.hash);
      if (body.private !== null)
        expect(privateHashOf(body.private, Buffer.from(body.salt ?? '', 'hex'), body.event.format)).toBe(
          body.event.private,
        );
      const { size, root } = openCheckpoint(body.checkpoint ?? '', [world.key.verifier]);
      const claim = {
        index: body.index ?? -1,
        size,
        root,
        leafHash: leafHash(Buffer.from(body.hash, 'hex'), by),
      };
      const inclusion = body.inclusion.map((hash) => Buffer.from(hash, 'base64'));
      expect(verifyInclusion(claim, inclusion, by)).toBe(true);
    }
  });

  it('proves that it only grew within a tree, and says so where the tree was changed in between', async () => {
    const [old, earlier] = kept.map((note) => openCheckpoint(note, [world.key.verifier]));
    await driver.draft();
    await changed.app.get(SealingService, { strict: false }).seal();
    const later = openCheckpoint(await world.checkpoint(), [world.key.verifier]);
    const path = (from: number) => `/decision-log/consistency?from=${String(from)}`;
    const { body } = await http.expect<{ proof: string[] }>(
      200,
      world.people.auditor,
      'GET',
      path(earlier!.size),
    );
    const proof = body.proof.map((hash) => Buffer.from(hash, 'base64'));
    const claim = {
      from: earlier!.size,
      fromRoot: earlier!.root,
      to: later.size,
      toRoot: later.root,
    };
    expect(verifyConsistency(claim, proof, 'sha384')).toBe(true);
    const refused = await http.send(world.people.auditor, 'GET', path(old!.size));
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('hold the first against an export');
  });

  it('is verified by the export alone, with nothing but the key of before', async () => {
    const { text } = await http.send(world.people.auditor, 'GET', '/decision-log/export');
    const folder = mkdtempSync(join(tmpdir(), 'changed-'));
    writeFileSync(join(folder, 'export'), text);
    for (const [place, note] of kept.entries()) writeFileSync(join(folder, String(place)), note);
    const options = [
      '--key',
      formatVerifierKey(world.key.verifier),
      '--checkpoint',
      '0',
      '--checkpoint',
      '1',
    ];
    const run = (key: string) =>
      spawnSync(process.execPath, [PROGRAM, key, ...options], { cwd: folder, encoding: 'utf8', env: {} });
    expect(run('export')).toMatchObject({ status: 0, stderr: '' });
    writeFileSync(
      join(folder, 'altered'),
      text.replace(/("format":"spend-control-event\/2".*?"actorRole":)"assurance-lead"/, '$1"decider"'),
    );
    expect(run('altered').stderr).toMatch(/was altered: its hash is [0-9a-f]{96}/);
    rmSync(folder, { recursive: true });
  });

  it.each([
    [
      'an event is said to be of the other format',
      'update case_event set format = 1 where format = 2',
      /not what its hash was made of|private text of the event/,
    ],
    [
      'an event is said to be of a format that is not known',
      'update case_event set format = 3 where format = 2',
      /of a format that is not known/,
    ],
    [
      'an event of the new format is altered',
      `update case_event set occurred_at = occurred_at + interval '1 ms' where format = 2`,
      /not what its hash was made of/,
    ],
    [
      'an event of the old format is altered',
      `update case_event set actor_id = gen_random_uuid() where format = 1`,
      /not what its hash was made of/,
    ],
    [
      'a node of the old tree is altered',
      `update log_node set hash = sha256('made up') where tree_hash = 'sha256' and level = 1 and index = 0`,
      /stored node of the tree is missing or wrong/,
    ],
    [
      'a node of the new tree is altered, where it is over old events',
      `update log_node set hash = sha384('made up') where tree_hash = 'sha384' and level = 1 and index = 0`,
      /stored node of the tree is missing or wrong/,
    ],
    [
      'a checkpoint is said to be of the other tree',
      `update log_checkpoint set tree_hash = 'sha256' where tree_hash = 'sha384'`,
      /is of another log|kept under a tree that is not its own/,
    ],
  ])('gives away that %s', async (_what, statement, message) => {
    await tamperedBy(world.owner, [statement], async () => {
      expect((await verified([])).fault?.what).toMatch(message);
    });
  });

  it('goes back to a tree it had, and is not signed anew over what was altered', async () => {
    await driver.draft();
    await tamperedBy(
      world.owner,
      [`update log_leaf set hash = sha256('made up') where index = 3`],
      async () => {
        await expect(sealerBy('sha256').seal()).rejects.toThrow('no longer has the root it was signed with');
      },
    );
    expect(await sealerBy('sha256').seal()).toBeGreaterThan(0);
    expect(openCheckpoint(await world.checkpoint(), [next.verifier]).origin).toBe(ORIGIN);
    expect(await verified()).toMatchObject({ fault: null, waiting: 0 });
  });

  it('has a name that cannot be taken for that of a tree', () => {
    const config = world.withSettings({ logOrigin: `${ORIGIN}/sha384` });
    expect(() => new LogKeys(config)).toThrow('LOG_ORIGIN must not end in the name of a hash function');
  });
});

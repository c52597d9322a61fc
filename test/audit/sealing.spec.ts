import { createPublicKey } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { verifyTLogInclusion } from '@sigstore/verify/dist/tlog/index.js';
import { CheckpointPublisher, LogKeys, LogVerifier, SealingService, type EventProof } from '#audit';
import {
  eventHash,
  formatSigningKey,
  formatVerifierKey,
  generateSigningKey,
  openCheckpoint,
  privateHashOf,
  verifyConsistency,
} from '#domain';
import { AppLogger } from '#platform';
import { CaseDriver } from '../api/world/case-driver.js';
import { ORIGIN, startLogWorld, type LogWorld } from './log-world.js';

let world: LogWorld;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startLogWorld();
  driver = new CaseDriver(world);
});
afterAll(() => world.close());

async function pendingCount(): Promise<number> {
  const [row] = await world.owner.query<{ n: number }>({
    text: 'select count(*) as n from log_pending',
    values: [],
  });
  return row?.n ?? -1;
}

describe('sealing', () => {
  it('puts every committed event into the log once, in its order, and signs where it stands', async () => {
    const driven = await driver.draft();
    const waiting = await pendingCount();
    expect(await world.sealing.seal()).toBe(waiting);
    expect(await world.sealing.seal()).toBe(0);
    expect(await pendingCount()).toBe(0);
    const leaves = await world.database.query<{ index: number; sequence: number }>({
      text: 'select index, sequence from log_leaf order by index',
      values: [],
    });
    expect(leaves.map(({ index }) => index)).toEqual(leaves.map((_, place) => place));
    expect(leaves.map(({ sequence }) => sequence)).toEqual(leaves.map((_, place) => place + 1));
    const { size, signedBy } = openCheckpoint(await world.checkpoint(), [world.key.verifier]);
    expect(size).toBe(leaves.length);
    expect(signedBy).toEqual([world.key.verifier]);
    await driver.step(driven, 'sign-off');
    expect(await world.sealing.seal()).toBe(1);
    expect((await world.verify()).fault).toBeNull();
  });

  it('does no harm when two seal at once, while fifty write to one case and fifty to as many', async () => {
    const { http, people } = world;
    const shared = await driver.draft();
    const others = await Promise.all(
      Array.from({ length: 50 }, () =>
        http.send(people.submitter, 'POST', '/cases', {
          body: { organisationId: world.organisations.department.id, title: 'One of fifty' },
        }),
      ),
    );
    const comment = (reference: unknown, index: number) =>
      http.send(people.submitter, 'POST', `/cases/${String(reference)}/comments`, {
        body: { body: `Comment ${String(index)}`, audience: 'shared' },
      });
    let writing = true;
    const sealers = [1, 2].map(async () => {
      let sealed = 0;
      while (writing) sealed += await world.sealing.seal();
      return sealed;
    });
    const replies = await Promise.all([
      ...Array.from({ length: 50 }, (_, index) => comment(shared.reference, index)),
      ...others.map(({ body }, index) => comment((body as { reference: string }).reference, index)),
    ]);
    writing = false;
    await Promise.all(sealers);
    await world.sealing.seal();
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201));
    const report = await world.verify();
    expect(report).toMatchObject({ fault: null, waiting: 0, cases: 52 });
    // No fork: each event names one before it, and none is named twice.
    const [row] = await world.owner.query<{ forks: number }>({
      text: 'select count(*) - count(distinct previous_hash) as forks from case_event where previous_hash is not null',
      values: [],
    });
    expect(row?.forks).toBe(0);
  }, 60_000);

  it('leaves nothing behind when it is broken off, and goes on with the next', async () => {
    const driven = await driver.draft();
    await world.owner.query({
      text: `create function no_checkpoint() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
        create trigger no_checkpoint before insert on log_checkpoint execute function no_checkpoint()`,
      values: [],
    });
    const before = await pendingCount();
    await expect(world.sealing.seal()).rejects.toThrow('no');
    expect(await pendingCount()).toBe(before);
    await world.owner.query({ text: 'drop trigger no_checkpoint on log_checkpoint', values: [] });
    expect(await world.sealing.seal()).toBe(before);
    expect(driven.revision).toBe(before);
    expect((await world.verify()).fault).toBeNull();
  });

  it('is not kept from the rest by an event that is said to wait though it is sealed', async () => {
    await driver.draft();
    await world.database.query({
      text: 'insert into log_pending (case_id, sequence) select case_id, sequence from log_leaf where index = 0',
      values: [],
    });
    expect(await world.sealing.seal()).toBeGreaterThan(0);
    expect(await pendingCount()).toBe(0);
    expect((await world.verify()).fault).toBeNull();
  });

  it('goes no further, and proves and signs nothing, on a checkpoint that its keys did not sign', async () => {
    const { http, people } = world;
    await driver.draft();
    await world.database.query({
      text: `insert into log_checkpoint (size, root, note, sealed_at) values (99999, sha256(''), 'x', now())`,
      values: [],
    });
    await expect(world.sealing.seal()).rejects.toThrow('is not one that its keys signed');
    for (const path of ['', '/checkpoint', '/consistency?from=5'])
      expect((await http.send(people.auditor, 'GET', `/decision-log${path}`)).status).toBe(503);
    await world.owner.transaction(async (transaction) => {
      await transaction.query({ text: 'alter table log_checkpoint disable trigger user', values: [] });
      await transaction.query({ text: 'delete from log_checkpoint where size = 99999', values: [] });
      await transaction.query({ text: 'alter table log_checkpoint enable trigger user', values: [] });
    });
    await world.sealing.seal();
  });

  it('seals what is committed late, after what was written later', async () => {
    const [first, second] = [await driver.draft(), await driver.draft()];
    await world.sealing.seal();
    const { http, people } = world;
    let release = (): void => undefined;
    let held: Promise<void> = Promise.resolve();
    await new Promise<void>((locked) => {
      held = world.owner.transaction(async (transaction) => {
        // Whoever writes to the first case waits for this row.
        await transaction.query({
          text: 'select from spend_case where reference = $1 for update',
          values: [first.reference],
        });
        await new Promise<void>((resume) => {
          release = resume;
          locked();
        });
      });
    });
    const late = http.send(people.submitter, 'POST', `/cases/${first.reference}/comments`, {
      body: { body: 'Late', audience: 'shared' },
    });
    await http.send(people.submitter, 'POST', `/cases/${second.reference}/comments`, {
      body: { body: 'Not late', audience: 'shared' },
    });
    expect(await world.sealing.seal()).toBe(1);
    release();
    await held;
    expect((await late).status).toBe(201);
    expect(await world.sealing.seal()).toBe(1);
    expect((await world.verify()).fault).toBeNull();
  });
});

describe('what others can check', () => {
  it('is that the log holds an event, by a published verifier that shares no code with this service', async () => {
    const driven = await driver.driveTo('approved');
    await world.sealing.seal();
    for (let sequence = 1; sequence <= driven.revision; sequence += 1) {
      const { body } = await world.http.expect<EventProof>(
        200,
        world.people.auditor,
        'GET',
        `/cases/${driven.reference}/events/${String(sequence)}/proof`,
      );
      expect(eventHash(body.event)).toBe(body.hash);
      if (body.private !== null)
        expect(privateHashOf(body.private, Buffer.from(body.salt ?? '', 'hex'), body.event.format)).toBe(
          body.event.private,
        );
      const checkpoint = openCheckpoint(body.checkpoint ?? '', [world.key.verifier]);
      const entry = {
        canonicalizedBody: Buffer.from(body.hash, 'hex'),
        inclusionProof: {
          logIndex: String(body.index),
          treeSize: String(checkpoint.size),
          rootHash: Buffer.from(checkpoint.root),
          hashes: body.inclusion.map((hash) => Buffer.from(hash, 'base64')),
          checkpoint: { envelope: body.checkpoint },
        },
      };
      const log = {
        logID: Buffer.from(world.key.verifier.keyId, 'hex'),
        baseURL: ORIGIN,
        publicKey: createPublicKey({
          key: {
            kty: 'OKP',
            crv: 'Ed25519',
            x: Buffer.from(world.key.verifier.publicKey).toString('base64url'),
          },
          format: 'jwk',
        }),
      };
      // Its types ask for what only its own logs have.
      expect(() => {
        verifyTLogInclusion(entry as never, [log] as never);
      }).not.toThrow();
    }
  });

  it('is that the log only ever grew', async () => {
    const earlier = openCheckpoint(await world.checkpoint(), [world.key.verifier]);
    await driver.draft();
    await world.sealing.seal();
    const { http, people } = world;
    const later = await http.send(people.submitter, 'GET', '/decision-log/checkpoint');
    const { size, root } = openCheckpoint(later.text, [world.key.verifier]);
    const { body } = await http.expect<{ proof: string[] }>(
      200,
      people.auditor,
      'GET',
      `/decision-log/consistency?from=${String(earlier.size)}`,
    );
    const proof = body.proof.map((hash) => Buffer.from(hash, 'base64'));
    expect(
      verifyConsistency({ from: earlier.size, fromRoot: earlier.root, to: size, toRoot: root }, proof),
    ).toBe(true);
  });

  it('tells what the log is, to whoever is signed in, and refuses what makes no sense', async () => {
    const { http, people } = world;
    const { body } = await http.expect<{ size: number; keys: string[] }>(
      200,
      people.auditor,
      'GET',
      '/decision-log',
    );
    expect(body).toMatchObject({ origin: ORIGIN, keys: [formatVerifierKey(world.key.verifier)] });
    expect((await http.send(people.auditor, 'GET', `/decision-log/consistency?from=5&to=2`)).status).toBe(
      400,
    );
    expect(
      (await http.send(people.auditor, 'GET', `/decision-log/consistency?from=1&to=${String(body.size + 1)}`))
        .status,
    ).toBe(400);
    expect((await http.send(people.auditor, 'GET', '/decision-log/consistency?from=-1')).status).toBe(400);
    expect((await http.send(null, 'GET', '/decision-log/checkpoint')).status).toBe(401);
    const page = await http.expect<{ items: { size: number }[]; next: number | null }>(
      200,
      people.auditor,
      'GET',
      '/decision-log/checkpoints?limit=2',
    );
    expect(page.body.items).toHaveLength(2);
    expect(page.body.next).toBe(page.body.items[1]?.size);
  });

  it('hides proofs of what the person may not see', async () => {
    const driven = await driver.driveTo('in-review');
    const { body } = await driver.act(
      driven,
      'reviewer',
      'PUT',
      'assessments/1',
      { version: 1, verdict: 'met' },
      0,
    );
    const { http, people } = world;
    const path = (sequence: number) => `/cases/${driven.reference}/events/${String(sequence)}/proof`;
    expect((await http.send(people.stranger, 'GET', path(1))).status).toBe(404);
    expect((await http.send(people.submitter, 'GET', path(1))).status).toBe(200);
    expect((await http.send(people.submitter, 'GET', path(body.revision))).status).toBe(404);
    expect((await http.send(people.auditor, 'GET', path(body.revision))).body).toMatchObject({
      index: null,
      inclusion: [],
      checkpoint: null,
    });
    expect((await http.send(people.auditor, 'GET', path(body.revision + 1))).status).toBe(404);
  });
});

describe('publishing', () => {
  it('hands each new checkpoint to a folder, an address and a mailbox, and tries again what failed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'checkpoints-'));
    const received: string[] = [];
    let isAsleep = true;
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        if (!isAsleep) received.push(body);
        response.statusCode = isAsleep ? 503 : 204;
        response.end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const config = world.withSettings({
      logPublish: `${pathToFileURL(folder).href} http://127.0.0.1:${String(port)}/?secret=1 mailto:Keeper@audit.example`,
    });
    const publisher = new CheckpointPublisher(
      config,
      world.database,
      world.clock,
      new AppLogger({ level: 'silent' }),
    );
    await world.sealing.seal();
    const note = await world.checkpoint();
    expect(await publisher.publish()).toBe(2);
    isAsleep = false;
    expect(await publisher.publish()).toBe(1);
    expect(await publisher.publish()).toBe(0);
    expect(received).toEqual([note]);
    const { size } = openCheckpoint(note, [world.key.verifier]);
    expect((await readdir(folder)).sort()).toEqual(['checkpoint', `checkpoint-${String(size)}`]);
    expect(await readFile(join(folder, 'checkpoint'), 'utf8')).toBe(note);
    await driver.draft();
    await world.sealing.seal();
    expect(await publisher.publish()).toBe(3);
    const emails = await world.database.query<{ address: string; note: string }>({
      text: `select recipient_address as address, parameters ->> 'note' as note from email where template = 'log-checkpoint'`,
      values: [],
    });
    // One a day.
    expect(emails).toEqual([{ address: 'keeper@audit.example', note }]);
    const kept = await world.database.query<{ destination: string }>({
      text: 'select distinct destination from log_publication order by 1',
      values: [],
    });
    expect(kept.map(({ destination }) => destination).join()).not.toContain('secret');
    await new Promise((done) => server.close(done));
    await rm(folder, { recursive: true });
  });
});

describe('keys', () => {
  it('are needed, and the name of the log is kept', async () => {
    const without = new SealingService(
      world.database,
      world.clock,
      new LogKeys(world.withSettings({ logSigningKey: null })),
    );
    await expect(without.seal()).rejects.toThrow('set LOG_SIGNING_KEY');
    await driver.draft();
    const renamed = new SealingService(
      world.database,
      world.clock,
      new LogKeys(world.withSettings({ logOrigin: 'other.example/log' })),
    );
    await expect(renamed.seal()).rejects.toThrow(`set LOG_ORIGIN`);
    expect(() => new LogKeys(world.withSettings({ logSigningKey: 'PRIVATE+KEY+nonsense' }))).toThrow(
      'LOG_SIGNING_KEY must be a key',
    );
  });

  it('are changed over by a checkpoint whose signed text introduces the next, and only so', async () => {
    const next = generateSigningKey(ORIGIN);
    const config = world.withSettings({
      logSigningKey: formatSigningKey(next),
      logRetiringKey: formatSigningKey(world.key),
    });
    const both = new SealingService(world.database, world.clock, new LogKeys(config));
    await driver.draft();
    await both.seal();
    const changeOver = await world.checkpoint();
    await driver.draft();
    const alone = new SealingService(
      world.database,
      world.clock,
      new LogKeys(world.withSettings({ logSigningKey: formatSigningKey(next) })),
    );
    await alone.seal();
    const { signedBy, extensions } = openCheckpoint(changeOver, [world.key.verifier, next.verifier]);
    expect(signedBy).toEqual([next.verifier, world.key.verifier]);
    expect(extensions).toEqual([`key ${formatVerifierKey(next.verifier)}`]);
    expect((await world.verify([], [generateSigningKey(ORIGIN)])).fault?.what).toContain(
      'not signed by a key that is trusted',
    );
    for (const known of [[world.key.verifier], [world.key.verifier, next.verifier]]) {
      const report = await new LogVerifier(world.database).verify({
        origin: ORIGIN,
        trusted: [world.key.verifier],
        known,
        kept: [],
      });
      expect(report.fault).toBeNull();
    }
  });
});

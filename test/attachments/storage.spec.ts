import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FolderStore, NoSuchObjectError, type ObjectStore } from '#persistence';
import { S3Store } from '../../libs/persistence/objects/s3-store.js';

// Both places files are kept in, held to the same; S3 is a server that speaks it, in a process of its own.

const S3RVER = createRequire(import.meta.url).resolve('s3rver');
const SERVE = `
  const S3rver = require(${JSON.stringify(S3RVER)});
  new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: process.argv[1],
    configureBuckets: [{ name: 'evidence' }] }).run().then(({ port }) => process.stdout.write(String(port)));`;

let folder: string;
let serving: ChildProcess;
const stores = new Map<string, ObjectStore>();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'test-storage-'));
  serving = spawn(process.execPath, ['-e', SERVE, join(folder, 's3')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] ?? '' },
  });
  if (serving.stdout === null) throw new Error('It says nothing');
  const [port] = (await once(serving.stdout, 'data')) as [Buffer];
  stores.set('a folder', new FolderStore(join(folder, 'kept')));
  stores.set(
    'S3',
    new S3Store({
      bucket: 'evidence',
      region: 'eu-west-2',
      endpoint: `http://127.0.0.1:${port.toString()}`,
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
      encryption: 'AES256',
      kmsKeyId: null,
    }),
  );
}, 60_000);
afterAll(async () => {
  serving.kill();
  await rm(folder, { recursive: true, force: true });
});

/** 12 MB: more than is held in memory at once, and several parts to S3. */
async function* much(): AsyncGenerator<Buffer> {
  for (let piece = 0; piece < 192; piece += 1) yield Buffer.alloc(65_536, piece);
}

async function* broken(): AsyncGenerator<Buffer> {
  for (let piece = 0; piece < 100; piece += 1) yield Buffer.alloc(65_536, piece);
  throw new Error('cut');
}

async function sizeOf(content: Readable): Promise<number> {
  let size = 0;
  for await (const piece of content as AsyncIterable<Buffer>) size += piece.length;
  return size;
}

async function idsIn(store: ObjectStore): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { id } of store.list()) ids.push(id);
  return ids.sort();
}

describe.each(['a folder', 'S3'])('%s', (name) => {
  const store = (): ObjectStore => {
    const found = stores.get(name);
    if (found === undefined) throw new Error('It was not started');
    return found;
  };

  it('keeps what it is given, gives it back, lists it and destroys it, as often as it is asked', async () => {
    const id = randomUUID();
    await store().check();
    await store().put(id, Readable.from(much()), 192 * 65_536);
    expect(await idsIn(store())).toEqual([id]);
    expect(await sizeOf(await store().get(id))).toBe(192 * 65_536);
    await store().destroy(id);
    await store().destroy(id);
    expect(await idsIn(store())).toEqual([]);
    await expect(store().get(id)).rejects.toThrow(NoSuchObjectError);
  }, 60_000);

  it('keeps nothing of what does not arrive whole', async () => {
    await expect(store().put(randomUUID(), Readable.from(broken()), 1)).rejects.toThrow('cut');
    expect(await idsIn(store())).toEqual([]);
  }, 60_000);

  it.each(['../secret', 'a/b', '', '.', `${randomUUID()}/..`, randomUUID().toUpperCase()])(
    'takes no name for an id: %j',
    async (id) => {
      await expect(store().put(id, Readable.from(['x']), 1)).rejects.toThrow('called by an id');
      await expect(store().get(id)).rejects.toThrow('called by an id');
      await expect(store().destroy(id)).rejects.toThrow('called by an id');
    },
  );
});

describe('a folder', () => {
  it('lets nobody else read what is in it, and has nothing half written in it', async () => {
    const id = randomUUID();
    const store = new FolderStore(join(folder, 'modes'));
    await store.put(id, Readable.from(['x']));
    expect((await stat(join(folder, 'modes', id))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'modes'))).mode & 0o777).toBe(0o700);
    await expect(store.put(randomUUID(), Readable.from(broken()))).rejects.toThrow('cut');
    expect(await readdir(join(folder, 'modes'))).toEqual([id]);
  });
});

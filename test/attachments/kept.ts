import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../api/world/api-world.js';

/** A folder of a test's own to keep attached files in. */
export interface KeptFiles {
  readonly environment: Record<string, string>;
  readonly folder: string;
  /** Names of everything in it, in order. */
  names(): Promise<readonly string[]>;
  /** Whatever an upload leaves on the disk of the machine while it arrives. */
  arriving(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/** Makes it. */
export async function keptFiles(): Promise<KeptFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'test-attachments-'));
  const before = new Set(await arrivingNow());
  return {
    folder,
    environment: {
      ATTACHMENT_STORAGE: 'folder',
      ATTACHMENT_DIRECTORY: join(folder, 'kept'),
      MALWARE_SCANNER: 'none',
      BODY_LIMIT_BYTES: '200000',
    },
    names: async () => {
      const there = await stat(join(folder, 'kept')).catch(() => null);
      return there === null ? [] : (await readdir(join(folder, 'kept'))).sort();
    },
    arriving: async () => (await arrivingNow()).filter((name) => !before.has(name)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The service runs in the test's own process; files of others' tests arrive in the same place. */
const ARRIVING = new RegExp(`^spend-control-(file|part)-${String(process.pid)}-`);

async function arrivingNow(): Promise<readonly string[]> {
  const names = await readdir(tmpdir());
  return names.filter((name) => ARRIVING.test(name)).sort();
}

/** An answer to an upload. */
export interface UploadReply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** Sends a file as somebody. @param path after the reference of the case */
export async function upload(
  world: World,
  part: keyof World['people'],
  path: string,
  content: Uint8Array,
  name: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<UploadReply> {
  const response = await fetch(`${world.api.url}/api/v1/cases/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${world.people[part].token}`,
      'content-type': 'application/octet-stream',
      'file-name': encodeURIComponent(name),
      'idempotency-key': crypto.randomUUID(),
      ...headers,
    },
    body: new Uint8Array(content),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

/** Rows and events there are of attached files, to be compared. */
export async function attachedInDatabase(world: World): Promise<unknown> {
  return world.owner.asService().query({
    text: `select (select count(*) from attachment)::int as files,
      (select count(*) from case_event where type like 'attachment-%')::int as events`,
    values: [],
  });
}

/** Puts a file into a case past all rules, for tests of cases that nothing can be attached to any more. @returns its id */
export async function plantFile(world: World, { folder }: KeptFiles, reference: string): Promise<string> {
  const id = randomUUID();
  const content = 'planted';
  await mkdir(join(folder, 'kept'), { recursive: true });
  await writeFile(join(folder, 'kept', id), content);
  await world.owner.asService().query({
    text: `insert into attachment (id, case_id, point, name, media_type, bytes, sha256, added_by, added_at, status)
      select $1::uuid, id, 3, 'planted.txt', 'text/plain', $2::int, $3, $4::uuid, updated_at, 'not-scanned'
      from spend_case where reference = $5`,
    values: [
      id,
      content.length,
      createHash('sha256').update(content).digest('hex'),
      world.people.submitter.id,
      reference,
    ],
  });
  return id;
}

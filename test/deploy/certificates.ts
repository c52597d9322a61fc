import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SystemClock } from '#platform';
import { CERTIFIED_PARTS } from '../../apps/local/certificates/certified-parts.js';
import { FILES, renewCertificates } from '../../apps/local/certificates/renew-certificates.js';

export const PROJECT = join(import.meta.dirname, '..', '..');

/** Where the parts of the deployment that is shipped find their certificates. */
const IN_ITS_CONTAINER = '/certificates';

/** Certificates as the deployment's own job issues them, for parts that all run on this machine. */
export interface Deployment {
  readonly folder: string;
  /** Path of a file of a part. */
  readonly file: (part: string, name: keyof typeof FILES) => string;
  readonly read: (part: string, name: keyof typeof FILES) => string;
  /** A text of docker-compose.yml or of a file beside it, with the paths a part has here. */
  readonly here: (part: string, text: string) => string;
  readonly remove: () => Promise<void>;
}

/** Issues certificates under an authority of its own, so that those of two deployments are strangers to each other. */
export async function issueCertificates(): Promise<Deployment> {
  const folder = await mkdtemp(join(tmpdir(), 'deployment-'));
  await chmod(folder, 0o755);
  const isRoot = process.getuid?.() === 0;
  const parts = CERTIFIED_PARTS.map((part) => ({
    ...part,
    alsoCalled: ['localhost'],
    // Run by root, the PostgreSQL of the tests is of this user; all else is root's own.
    userId: isRoot && part.name === 'postgres' ? Number(execFileSync('id', ['-u', 'postgres'])) : 0,
  }));
  await renewCertificates({ folder, now: new SystemClock().now(), parts });
  const file: Deployment['file'] = (part, name) => join(folder, part, FILES[name]);
  return {
    folder,
    file,
    read: (part, name) => readFileSync(file(part, name), 'utf8'),
    here: (part, text) => text.replaceAll(IN_ITS_CONTAINER, join(folder, part)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

interface Service {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** A service as docker-compose.yml has it. */
export function serviceOf(name: string): Service {
  const compose = parse(readFileSync(join(PROJECT, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
    readonly services: Readonly<Record<string, Service>>;
  };
  const service = compose.services[name];
  if (service === undefined) throw new Error(`There is no service ${name}`);
  return service;
}

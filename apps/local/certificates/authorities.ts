import { X509Certificate } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CERTIFICATE_DAYS,
  certificateFrom,
  isKeyOf,
  madeAt,
  makeAuthority,
  type Certified,
} from './authority.js';
import { isKeptSecretly, putOpenly, putSecretly, read } from './kept-files.js';

const DAY_MS = 24 * 3_600_000;
/** A successor is made after this part of an authority’s life. */
const SUCCEEDED_AFTER = 1 / 2;

/** Who vouches for the parts of a deployment. */
export interface Authorities {
  /** Signs what is issued now. */
  readonly current: Certified;
  /**
   * Certificates of all that parts believe: this one, the one that comes after it, and the one before it while it lasts.
   * So parts that were started at different times believe one another through every change.
   */
  readonly believed: readonly string[];
  /** Whether nothing issued before is believed any more. */
  readonly isNew: boolean;
}

/** The authorities kept in a folder; what is missing or due is made. */
export async function authoritiesIn(folder: string, now: Date): Promise<Authorities> {
  await mkdir(folder, { recursive: true });
  const known = await certifiedIn(folder, '', now);
  if (known === null) {
    const current = await makeAuthority(now);
    await forget(folder, 'next-');
    await rm(join(folder, 'previous-certificate.pem'), { force: true });
    await keep(folder, '', current);
    return { current, believed: [current.certificate], isNew: true };
  }
  const next = (await certifiedIn(folder, 'next-', now)) ?? (await successorOf(known, folder, now));
  // By then every certificate that is in use was given out together with the successor’s.
  if (next !== null && ageMs(next, now) >= CERTIFICATE_DAYS * DAY_MS) {
    await putOpenly(join(folder, 'previous-certificate.pem'), known.certificate);
    await keep(folder, '', next);
    await forget(folder, 'next-');
    return { current: next, believed: [next.certificate, known.certificate], isNew: false };
  }
  const previous = await read(join(folder, 'previous-certificate.pem'));
  const others = [next?.certificate ?? null, previous].filter((pem) => pem !== null);
  return {
    current: known,
    believed: [known.certificate, ...others.filter((pem) => lasts(pem, now))],
    isNew: false,
  };
}

async function certifiedIn(folder: string, which: string, now: Date): Promise<Certified | null> {
  const pem = await read(join(folder, `${which}certificate.pem`));
  const keyFile = join(folder, `${which}key.pem`);
  const key = await read(keyFile);
  const certificate = pem === null ? null : certificateFrom(pem);
  if (pem === null || certificate === null || key === null) return null;
  if (!lasts(pem, now) || !isKeyOf(certificate, key)) return null;
  // Nobody else has this folder, so another authority is not called for.
  if (!(await isKeptSecretly(keyFile))) await putSecretly(keyFile, key);
  return { certificate: pem, key };
}

async function successorOf(current: Certified, folder: string, now: Date): Promise<Certified | null> {
  const certificate = new X509Certificate(current.certificate);
  const life = Date.parse(certificate.validTo) - madeAt(certificate);
  if (ageMs(current, now) < life * SUCCEEDED_AFTER) return null;
  const next = await makeAuthority(now);
  await keep(folder, 'next-', next);
  return next;
}

async function keep(folder: string, which: string, { certificate, key }: Certified): Promise<void> {
  // A key without its certificate is none: whatever happens meanwhile, the two belong together.
  await rm(join(folder, `${which}certificate.pem`), { force: true });
  await putSecretly(join(folder, `${which}key.pem`), key);
  await putOpenly(join(folder, `${which}certificate.pem`), certificate);
}

async function forget(folder: string, which: string): Promise<void> {
  for (const name of ['certificate.pem', 'key.pem'])
    await rm(join(folder, `${which}${name}`), { force: true });
}

function ageMs({ certificate }: Certified, now: Date): number {
  return now.getTime() - madeAt(new X509Certificate(certificate));
}

/**
 * Whether an authority still vouches. One that is to begin is not dropped: the clock was put back, and parts that run
 * believe this one and no other.
 */
function lasts(pem: string, now: Date): boolean {
  const certificate = certificateFrom(pem);
  return certificate !== null && now.getTime() < Date.parse(certificate.validTo);
}

import { X509Certificate } from 'node:crypto';
import { access, chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { certify, makeAuthority, namesOf, usesOf, type Certified } from './authority.js';
import { CERTIFIED_PARTS, type CertifiedPart } from './certified-parts.js';
import { MAILBOX, MAILBOX_FILES, newMailboxPassword, SENDER } from './mailbox-password.js';

/** Folder of the authority, beside those of the parts; nobody but the job that issues certificates has it. */
export const AUTHORITY_FOLDER = 'authority';
/** What lies in the folder of each part. */
export const FILES = { authority: 'authority.pem', certificate: 'certificate.pem', key: 'key.pem' } as const;

const READ_BY_ALL = 0o644;
const READ_BY_OWNER = 0o600;
/** A certificate is renewed after this part of its life, so that two thirds are left to bring parts up anew. */
const RENEWED_AFTER = 1 / 3;

/** Where certificates are kept, for whom, and what time it is. */
export interface Renewal {
  /** Has a folder for each part, by its name, and one for the authority. */
  readonly folder: string;
  readonly now: Date;
  readonly parts?: readonly CertifiedPart[];
}

/** What was done: whether there is a new authority, and which parts have a new certificate. */
export interface Renewed {
  readonly authority: boolean;
  readonly parts: readonly string[];
}

/**
 * Gives each part the certificate it needs, where it has none that will do for a while yet, and nothing more. The
 * authority's key leaves its own folder never.
 */
export async function renewCertificates({ folder, now, parts = CERTIFIED_PARTS }: Renewal): Promise<Renewed> {
  const { authority, isNew } = await authorityIn(join(folder, AUTHORITY_FOLDER), now);
  const renewed: string[] = [];
  for (const part of parts) {
    const own = join(folder, part.name);
    if (await willDo(own, part, authority, now)) continue;
    await mkdir(own, { recursive: true });
    const { certificate, key } = await certify(authority, part, now);
    // Without its certificate a key is one that is to be renewed: whatever happens meanwhile, the two belong together.
    await rm(join(own, FILES.certificate), { force: true });
    await put(join(own, FILES.authority), authority.certificate, READ_BY_ALL, part.userId);
    await put(join(own, FILES.key), key, READ_BY_OWNER, part.userId);
    await put(join(own, FILES.certificate), certificate, READ_BY_ALL, part.userId);
    renewed.push(part.name);
  }
  if (renewed.includes(SENDER) || renewed.includes(MAILBOX)) await renewMailboxPassword(folder, parts);
  return { authority: isNew, parts: renewed };
}

async function renewMailboxPassword(folder: string, parts: readonly CertifiedPart[]): Promise<void> {
  const passwords = newMailboxPassword();
  for (const { name, userId } of parts)
    if (name === SENDER || name === MAILBOX)
      await put(join(folder, name, MAILBOX_FILES[name]), passwords[name], READ_BY_OWNER, userId);
}

async function authorityIn(
  folder: string,
  now: Date,
): Promise<{ readonly authority: Certified; readonly isNew: boolean }> {
  const certificate = await read(join(folder, FILES.certificate));
  const key = await read(join(folder, FILES.key));
  if (certificate !== null && key !== null && !isDue(new X509Certificate(certificate), now))
    return { authority: { certificate, key }, isNew: false };
  const authority = await makeAuthority(now);
  await mkdir(folder, { recursive: true });
  await rm(join(folder, FILES.certificate), { force: true });
  await put(join(folder, FILES.key), authority.key, READ_BY_OWNER);
  await put(join(folder, FILES.certificate), authority.certificate, READ_BY_ALL);
  return { authority, isNew: true };
}

/** Whether what a part has is of this authority, says of it what it should, and is not due. */
async function willDo(
  folder: string,
  part: CertifiedPart,
  authority: Certified,
  now: Date,
): Promise<boolean> {
  const pem = await read(join(folder, FILES.certificate));
  const hasKey = await access(join(folder, FILES.key)).then(
    () => true,
    () => false,
  );
  if (pem === null || !hasKey) return false;
  const certificate = new X509Certificate(pem);
  return (
    certificate.verify(new X509Certificate(authority.certificate).publicKey) &&
    certificate.subjectAltName ===
      namesOf(part)
        .map((name) => `DNS:${name}`)
        .join(', ') &&
    certificate.keyUsage.join() === usesOf(part).join() &&
    !isDue(certificate, now)
  );
}

function isDue({ validFrom, validTo }: X509Certificate, now: Date): boolean {
  const [from, to] = [Date.parse(validFrom), Date.parse(validTo)];
  return now.getTime() < from || now.getTime() >= from + (to - from) * RENEWED_AFTER;
}

async function read(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
}

/** Never there in part, and never read by anybody it is not for. */
async function put(file: string, text: string, mode: number, userId?: number): Promise<void> {
  const unfinished = `${file}.new`;
  await rm(unfinished, { force: true });
  await writeFile(unfinished, text, { mode: READ_BY_OWNER });
  await chmod(unfinished, mode);
  // Only root may give files away; whoever else runs this keeps them.
  if (userId !== undefined && process.getuid?.() === 0) await chown(unfinished, userId, userId);
  await rename(unfinished, file);
}

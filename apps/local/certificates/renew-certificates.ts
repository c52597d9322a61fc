import type { X509Certificate } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { authoritiesIn } from './authorities.js';
import { certificateFrom, certify, isKeyOf, madeAt, namesOf, usesOf } from './authority.js';
import { CERTIFIED_PARTS, type CertifiedPart } from './certified-parts.js';
import { isKeptOpenly, isKeptSecretly, putOpenly, putSecretly, read } from './kept-files.js';
import { isSharedPassword, MAILBOX, MAILBOX_FILES, newMailboxPassword, SENDER } from './mailbox-password.js';

/** Folder of the authority, beside those of the parts; nobody but the job that issues certificates has it. */
export const AUTHORITY_FOLDER = 'authority';
/** What lies in the folder of each part. */
export const FILES = { authority: 'authority.pem', certificate: 'certificate.pem', key: 'key.pem' } as const;

/** A certificate is renewed after this part of its life, so that two thirds are left to bring parts up anew. */
const RENEWED_AFTER = 1 / 3;

/** Where certificates are kept, for whom, and what time it is. */
export interface Renewal {
  /** Has a folder for each part, by its name, and one for the authority. */
  readonly folder: string;
  readonly now: Date;
  readonly parts?: readonly CertifiedPart[];
}

/** What was done: whether there is a new authority that nobody knew, and which parts have a new certificate. */
export interface Renewed {
  readonly authority: boolean;
  readonly parts: readonly string[];
}

/**
 * Gives each part the certificate it needs, where it has none that will do for a while yet, and tells all of them whom
 * to believe. The authority's key never leaves its own folder.
 */
export async function renewCertificates({ folder, now, parts = CERTIFIED_PARTS }: Renewal): Promise<Renewed> {
  const { current, believed, isNew } = await authoritiesIn(join(folder, AUTHORITY_FOLDER), now);
  const renewed: string[] = [];
  for (const part of parts) {
    const own = join(folder, part.name);
    await mkdir(own, { recursive: true });
    if (!(await willDo(own, part, believed, now))) {
      const { certificate, key } = await certify(current, part, now);
      // Without its certificate a key is one that is to be renewed: whatever happens meanwhile, the two belong together.
      await rm(join(own, FILES.certificate), { force: true });
      await putSecretly(join(own, FILES.key), key, part.userId);
      await putOpenly(join(own, FILES.certificate), certificate, part.userId);
      renewed.push(part.name);
    }
    const authority = believed.join('');
    const authorityFile = join(own, FILES.authority);
    if ((await read(authorityFile)) !== authority || !(await isKeptOpenly(authorityFile, part.userId)))
      await putOpenly(authorityFile, authority, part.userId);
  }
  if (renewed.includes(SENDER) || renewed.includes(MAILBOX) || !(await haveMailboxPassword(folder, parts)))
    await renewMailboxPassword(folder, parts);
  return { authority: isNew, parts: renewed };
}

async function haveMailboxPassword(folder: string, parts: readonly CertifiedPart[]): Promise<boolean> {
  const kept = { [SENDER]: null, [MAILBOX]: null } as Record<keyof typeof MAILBOX_FILES, string | null>;
  for (const { name, userId } of parts)
    if (name === SENDER || name === MAILBOX) {
      const file = join(folder, name, MAILBOX_FILES[name]);
      if (await isKeptSecretly(file, userId)) kept[name] = await read(file);
    }
  return isSharedPassword(kept);
}

async function renewMailboxPassword(folder: string, parts: readonly CertifiedPart[]): Promise<void> {
  const passwords = newMailboxPassword();
  for (const { name, userId } of parts)
    if (name === SENDER || name === MAILBOX)
      await putSecretly(join(folder, name, MAILBOX_FILES[name]), passwords[name], userId);
}

/**
 * Whether what a part has is whole, its own alone, of an authority that is believed, says of it what it should, and is
 * not due. What is not, for whatever reason, is issued anew.
 */
async function willDo(
  folder: string,
  part: CertifiedPart,
  believed: readonly string[],
  now: Date,
): Promise<boolean> {
  const [certificateFile, keyFile] = [join(folder, FILES.certificate), join(folder, FILES.key)];
  // A key that others could read may have been.
  if (!(await isKeptOpenly(certificateFile, part.userId)) || !(await isKeptSecretly(keyFile, part.userId)))
    return false;
  const certificate = certificateFrom((await read(certificateFile)) ?? '');
  return (
    certificate !== null &&
    isKeyOf(certificate, (await read(keyFile)) ?? '') &&
    believed.some((pem) => isIssuedBy(certificate, pem)) &&
    certificate.subjectAltName ===
      namesOf(part)
        .map((name) => `DNS:${name}`)
        .join(', ') &&
    certificate.keyUsage.join() === usesOf(part).join() &&
    !isDue(certificate, now)
  );
}

function isIssuedBy(certificate: X509Certificate, pem: string): boolean {
  const authority = certificateFrom(pem);
  return authority !== null && certificate.verify(authority.publicKey);
}

function isDue(certificate: X509Certificate, now: Date): boolean {
  const [from, to] = [madeAt(certificate), Date.parse(certificate.validTo)];
  return (
    now.getTime() < Date.parse(certificate.validFrom) || now.getTime() >= from + (to - from) * RENEWED_AFTER
  );
}

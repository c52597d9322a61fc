import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
  type CipherGCM,
  type DecipherGCM,
} from 'node:crypto';
import { SEALING_SUITES, UNMARKED_SUITE, type SealingSuite } from './algorithms.js';

/** A key to seal with, and what is sealed: each purpose has keys of its own. */
export interface SealingKey {
  readonly secret: string;
  readonly purpose: string;
}

/**
 * Seals bytes so that only who has the secret can read or change them. What is sealed begins with the mark of how, which
 * cannot be changed either.
 */
export function sealBytes(suite: SealingSuite, key: SealingKey, content: Uint8Array): Buffer {
  const { mark, ivBytes } = SEALING_SUITES[suite];
  const marked = Buffer.of(mark);
  const iv = randomBytes(ivBytes);
  const cipher = cipherOf(suite, derivedKey(suite, key), iv);
  cipher.setAAD(marked, { plaintextLength: content.length });
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([marked, iv, cipher.getAuthTag(), body]);
}

/**
 * Opens what was sealed, whichever of some ways it was sealed in; `null` where it was another, the secret is another, or
 * it was changed. What was sealed before there were marks opens too, as long as its way is among them.
 */
export function openBytes(
  suites: readonly SealingSuite[],
  key: SealingKey,
  sealed: Uint8Array,
): Buffer | null {
  const bytes = Buffer.from(sealed);
  const suite = suites.find((each) => SEALING_SUITES[each].mark === bytes[0]);
  const opened = suite === undefined ? null : openedBy(suite, key, bytes.subarray(0, 1), bytes.subarray(1));
  // The first byte may also be one of a random number that looks like a mark.
  if (opened !== null || !suites.includes(UNMARKED_SUITE)) return opened;
  return openedBy(UNMARKED_SUITE, key, null, bytes);
}

/** Whether something is sealed in a way and with a key, mark and all. */
export function isSealedBy(suite: SealingSuite, key: SealingKey, sealed: Uint8Array): boolean {
  const bytes = Buffer.from(sealed);
  return (
    bytes[0] === SEALING_SUITES[suite].mark &&
    openedBy(suite, key, bytes.subarray(0, 1), bytes.subarray(1)) !== null
  );
}

/** The ways a setting names, as configured: the first seals, all open. */
export function sealingSuites(setting: string): readonly [SealingSuite, ...SealingSuite[]] {
  return setting.split(' ') as [SealingSuite, ...SealingSuite[]];
}

function openedBy(suite: SealingSuite, key: SealingKey, mark: Buffer | null, bytes: Buffer): Buffer | null {
  const { ivBytes, tagBytes } = SEALING_SUITES[suite];
  if (bytes.length < ivBytes + tagBytes) return null;
  const body = bytes.subarray(ivBytes + tagBytes);
  const decipher = decipherOf(suite, derivedKey(suite, key), bytes.subarray(0, ivBytes));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  if (mark !== null) decipher.setAAD(mark, { plaintextLength: body.length });
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    return null;
  }
}

function derivedKey(suite: SealingSuite, { secret, purpose }: SealingKey): Uint8Array {
  const { keyHash, keyBytes } = SEALING_SUITES[suite];
  return new Uint8Array(hkdfSync(keyHash, secret, '', purpose, keyBytes));
}

// The types know each cipher apart, as they take other options; these two take the same.

function cipherOf(suite: SealingSuite, key: Uint8Array, iv: Uint8Array): CipherGCM {
  const options = { authTagLength: SEALING_SUITES[suite].tagBytes };
  return suite === 'aes-256-gcm'
    ? createCipheriv(suite, key, iv, options)
    : createCipheriv(suite, key, iv, options);
}

function decipherOf(suite: SealingSuite, key: Uint8Array, iv: Uint8Array): DecipherGCM {
  const options = { authTagLength: SEALING_SUITES[suite].tagBytes };
  return suite === 'aes-256-gcm'
    ? createDecipheriv(suite, key, iv, options)
    : createDecipheriv(suite, key, iv, options);
}

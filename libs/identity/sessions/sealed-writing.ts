import { createCipheriv, createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { WRITING_SEAL } from '#domain';
import type { WritingKeys } from '#persistence';

// What somebody was writing when their session ended, sealed for the service alone by a key made for it and thrown away.
// Pages seal in the same way (apps/web/assets/sealing.js); what seals cannot open, so that nothing is left in a browser
// by which it could be read.

const PURPOSE = 'unsent writing';
const { mark: MARK, curve: CURVE, keyHash: KEY_HASH, cipher: CIPHER } = WRITING_SEAL;
/** Where the key made for it, what the cipher begins with, and the text begin, in bytes. */
const ONCE_AT = 1;
const IV_AT = ONCE_AT + WRITING_SEAL.pointBytes;
const TEXT_AT = IV_AT + WRITING_SEAL.ivBytes;

/** New keys for a session. */
export function newWritingKeys(): WritingKeys {
  const pair = createECDH(CURVE);
  return { publicKey: pair.generateKeys(), privateKey: pair.getPrivateKey() };
}

function keyOf(shared: Uint8Array, once: Uint8Array, publicKey: Uint8Array): Uint8Array {
  return new Uint8Array(
    hkdfSync(KEY_HASH, shared, Buffer.concat([once, publicKey]), PURPOSE, WRITING_SEAL.keyBytes),
  );
}

/** Seals a text for whoever has the private key. */
export function sealWriting(publicKey: Uint8Array, text: string): Buffer {
  const pair = createECDH(CURVE);
  const once = pair.generateKeys();
  const iv = randomBytes(WRITING_SEAL.ivBytes);
  const cipher = createCipheriv(CIPHER, keyOf(pair.computeSecret(publicKey), once, publicKey), iv);
  const body = [cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat([Uint8Array.of(MARK), once, iv, ...body]);
}

/** Opens what was sealed; `null` where it was sealed for another key, or is not as it was sealed. */
export function openWriting({ publicKey, privateKey }: WritingKeys, sealed: Uint8Array): string | null {
  const bytes = Buffer.from(sealed);
  const { tagBytes } = WRITING_SEAL;
  if (bytes[0] !== MARK || bytes.length < TEXT_AT + tagBytes) return null;
  const once = bytes.subarray(ONCE_AT, IV_AT);
  const body = bytes.subarray(TEXT_AT, -tagBytes);
  try {
    const pair = createECDH(CURVE);
    pair.setPrivateKey(privateKey);
    const key = keyOf(pair.computeSecret(once), once, publicKey);
    const iv = bytes.subarray(IV_AT, TEXT_AT);
    const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: tagBytes });
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    // A point that is none, or a tag that does not fit.
    return null;
  }
}

import { createCipheriv, createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import type { WritingKeys } from '#persistence';

// What somebody was writing when their session ended, sealed for the service alone: ECDH on P-256 with a key made for it
// and thrown away, HKDF-SHA256, AES-256-GCM. Pages seal in the same way (apps/web/assets/sealing.js); what seals cannot
// open, so that nothing is left in a browser by which it could be read.

const CURVE = 'prime256v1';
const CIPHER = 'aes-256-gcm';
const PURPOSE = 'unsent writing';
const POINT_BYTES = 65;
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** New keys for a session. */
export function newWritingKeys(): WritingKeys {
  const pair = createECDH(CURVE);
  return { publicKey: pair.generateKeys(), privateKey: pair.getPrivateKey() };
}

function keyOf(shared: Uint8Array, once: Uint8Array, publicKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', shared, Buffer.concat([once, publicKey]), PURPOSE, KEY_BYTES));
}

/** Seals a text for whoever has the private key. */
export function sealWriting(publicKey: Uint8Array, text: string): Buffer {
  const pair = createECDH(CURVE);
  const once = pair.generateKeys();
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(pair.computeSecret(publicKey), once, publicKey), iv);
  return Buffer.concat([once, iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what was sealed; `null` where it was sealed for another key, or is not as it was sealed. */
export function openWriting({ publicKey, privateKey }: WritingKeys, sealed: Uint8Array): string | null {
  const bytes = Buffer.from(sealed);
  if (bytes.length < POINT_BYTES + IV_BYTES + TAG_BYTES) return null;
  const once = bytes.subarray(0, POINT_BYTES);
  const body = bytes.subarray(POINT_BYTES + IV_BYTES, -TAG_BYTES);
  try {
    const pair = createECDH(CURVE);
    pair.setPrivateKey(privateKey);
    const key = keyOf(pair.computeSecret(once), once, publicKey);
    const iv = bytes.subarray(POINT_BYTES, POINT_BYTES + IV_BYTES);
    const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    // A point that is none, or a tag that does not fit.
    return null;
  }
}

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** What a secret seals; each has keys of its own. */
export type SealedKind = 'sign-in journey' | 'id token' | 'looked for';

function keyOf(secret: string, kind: SealedKind): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', kind, KEY_BYTES));
}

/**
 * Seals a text so that only who has the secret can read it (AES-256-GCM, HKDF-SHA256). The secret is a random token that
 * a browser holds and of which the database has no more than a hash: whoever reads the database reads nothing of it.
 */
export function seal(secret: string, kind: SealedKind, text: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(secret, kind), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Opens what was sealed; `null` where the secret is another, or it was tampered with. */
export function unseal(secret: string, kind: SealedKind, sealed: Uint8Array): string | null {
  const bytes = Buffer.from(sealed);
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, keyOf(secret, kind), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const body = bytes.subarray(IV_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

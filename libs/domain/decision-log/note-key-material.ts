import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** An Ed25519 signature takes 64 bytes (RFC 8032). */
export const ED25519_SIGNATURE_BYTES = 64;

/** What RFC 8410 puts before the 32 bytes of a key: the algorithm, in DER. */
const BEFORE_SEED = Buffer.from('302e020100300506032b657004220420', 'hex');
const BEFORE_PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

/** The private key made from a seed of 32 bytes. */
export function privateKeyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([BEFORE_SEED, seed]), format: 'der', type: 'pkcs8' });
}

/** The public key whose 32 bytes are given. */
export function publicKeyOf(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([BEFORE_PUBLIC, bytes]), format: 'der', type: 'spki' });
}

/** The 32 bytes of the public key that belongs to a seed. */
export function publicBytesOf(seed: Uint8Array): Uint8Array {
  const spki = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' });
  return spki.subarray(BEFORE_PUBLIC.length);
}

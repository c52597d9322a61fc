import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { SignatureName } from '../cryptography/algorithms.js';

/** What RFC 8410 puts before the bytes of a key: the algorithm, in DER. */
const BEFORE: Readonly<Record<SignatureName, { readonly seed: Buffer; readonly public: Buffer }>> = {
  ed25519: {
    seed: Buffer.from('302e020100300506032b657004220420', 'hex'),
    public: Buffer.from('302a300506032b6570032100', 'hex'),
  },
  ed448: {
    seed: Buffer.from('3047020100300506032b6571043b0439', 'hex'),
    public: Buffer.from('3043300506032b6571033a00', 'hex'),
  },
};

/** The private key made from a seed. */
export function privateKeyOf(algorithm: SignatureName, seed: Uint8Array): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([BEFORE[algorithm].seed, seed]),
    format: 'der',
    type: 'pkcs8',
  });
}

/** The public key whose bytes are given. */
export function publicKeyOf(algorithm: SignatureName, bytes: Uint8Array): KeyObject {
  return createPublicKey({
    key: Buffer.concat([BEFORE[algorithm].public, bytes]),
    format: 'der',
    type: 'spki',
  });
}

/** The bytes of the public key that belongs to a seed. */
export function publicBytesOf(algorithm: SignatureName, seed: Uint8Array): Uint8Array {
  const spki = createPublicKey(privateKeyOf(algorithm, seed)).export({ format: 'der', type: 'spki' });
  return spki.subarray(BEFORE[algorithm].public.length);
}

import { hash, randomBytes } from 'node:crypto';
import {
  FIRST_SIGNATURE,
  KEY_ID_DIGEST,
  SIGNATURE_NAMES,
  SIGNATURES,
  type SignatureName,
} from '../cryptography/algorithms.js';
import { publicBytesOf } from './note-key-material.js';

/** Why a note or a key was not accepted. */
export type NoteFault = 'malformed' | 'bad-signature' | 'no-known-signature';

/** A note or a key that is not accepted, and why. */
export class NoteError extends Error {
  override readonly name = 'NoteError';

  constructor(
    readonly fault: NoteFault,
    message: string,
  ) {
    super(message);
  }
}

/** What is needed to verify a signature on a note. */
export interface VerifierKey {
  readonly name: string;
  /** 8 hexadecimal digits. */
  readonly keyId: string;
  readonly algorithm: SignatureName;
  /** As RFC 8032 writes it: 32 bytes of Ed25519, 57 of Ed448. */
  readonly publicKey: Uint8Array;
}

/** What is needed to sign a note. Whoever has it speaks for the key: keep it secret. */
export interface SigningKey {
  readonly verifier: VerifierKey;
  /** The bytes the private key is made from, as many as of the public one. */
  readonly seed: Uint8Array;
}

const PRIVATE_PREFIX = 'PRIVATE+KEY+';

/** A new key, from the system's secure random numbers. @throws NoteError `malformed` when the name cannot be a key's */
export function generateSigningKey(name: string, algorithm: SignatureName = FIRST_SIGNATURE): SigningKey {
  return signingKeyOf(name, randomBytes(SIGNATURES[algorithm].keyBytes), algorithm);
}

/** The key that signs under a name with a seed. @throws NoteError `malformed` */
export function signingKeyOf(
  name: string,
  seed: Uint8Array,
  algorithm: SignatureName = FIRST_SIGNATURE,
): SigningKey {
  const { keyBytes } = SIGNATURES[algorithm];
  if (seed.length !== keyBytes) throw new NoteError('malformed', `A seed is ${keyBytes} bytes long`);
  return { verifier: verifierKeyOf(name, publicBytesOf(algorithm, seed), algorithm), seed };
}

/** The key to verify with, under a name. @throws NoteError `malformed` */
export function verifierKeyOf(
  name: string,
  publicKey: Uint8Array,
  algorithm: SignatureName = FIRST_SIGNATURE,
): VerifierKey {
  if (!isKeyName(name))
    throw new NoteError('malformed', 'The name of a key is not empty and has no spaces and no plus sign');
  const { type, keyBytes } = SIGNATURES[algorithm];
  if (publicKey.length !== keyBytes)
    throw new NoteError('malformed', `A public key is ${keyBytes} bytes long`);
  const input = Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), Buffer.from(type), publicKey]);
  // By SHA-256 whatever signs: the format names keys so. It is a name, and nothing is believed for it.
  return { name, keyId: hash(KEY_ID_DIGEST, input, 'hex').slice(0, 8), algorithm, publicKey };
}

/** The verifier key as text, to be published: `name+id+base64`. */
export function formatVerifierKey({ name, keyId, algorithm, publicKey }: VerifierKey): string {
  return `${name}+${keyId}+${encodeTyped(algorithm, publicKey)}`;
}

/**
 * Reads a verifier key.
 * @throws NoteError `malformed` when it is not one, is of another algorithm, or its id is not that of its name and key
 */
export function parseVerifierKey(text: string): VerifierKey {
  const [name = '', keyId, ...rest] = text.split('+');
  // Base64 may contain plus signs itself.
  const { algorithm, bytes } = decodeTyped(rest.join('+'));
  const key = verifierKeyOf(name, bytes, algorithm);
  if (key.keyId !== keyId)
    throw new NoteError('malformed', 'The id of the key is not that of its name and key');
  return key;
}

/** The signing key as text: `PRIVATE+KEY+name+id+base64`. Whoever reads it can sign. */
export function formatSigningKey({ verifier, seed }: SigningKey): string {
  return `${PRIVATE_PREFIX}${verifier.name}+${verifier.keyId}+${encodeTyped(verifier.algorithm, seed)}`;
}

/**
 * Reads a signing key. No error repeats any of it.
 * @throws NoteError `malformed` when it is not one, is of another algorithm, or its id is not that of its name and key
 */
export function parseSigningKey(text: string): SigningKey {
  if (!text.startsWith(PRIVATE_PREFIX))
    throw new NoteError('malformed', `A signing key begins ${PRIVATE_PREFIX}`);
  const [name = '', keyId, ...rest] = text.slice(PRIVATE_PREFIX.length).split('+');
  const { algorithm, bytes } = decodeTyped(rest.join('+'));
  const key = signingKeyOf(name, bytes, algorithm);
  if (key.verifier.keyId !== keyId)
    throw new NoteError('malformed', 'The id of the key is not that of its name and key');
  return key;
}

/** True when a key may have this name: not empty, and without Unicode spaces and plus signs. */
export function isKeyName(name: string): boolean {
  return /^[^\p{White_Space}+\p{Surrogate}]+$/u.test(name);
}

/** The bytes of standard base64 with padding, or undefined when it is anything else. */
export function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  // Node reads past what it does not know: only what would be written the same way was base64.
  return bytes.toString('base64') === text ? bytes : undefined;
}

function encodeTyped(algorithm: SignatureName, key: Uint8Array): string {
  return Buffer.concat([Buffer.from(SIGNATURES[algorithm].type), key]).toString('base64');
}

function decodeTyped(encoded: string): { readonly algorithm: SignatureName; readonly bytes: Uint8Array } {
  const bytes = decodeBase64(encoded);
  const algorithm = SIGNATURE_NAMES.find((name) => {
    const { type, keyBytes } = SIGNATURES[name];
    return (
      bytes?.length === type.length + keyBytes && bytes.subarray(0, type.length).equals(Buffer.from(type))
    );
  });
  if (bytes === undefined || algorithm === undefined)
    throw new NoteError('malformed', 'Only keys of Ed25519 (type 1) and Ed448, in base64, are known here');
  return { algorithm, bytes: bytes.subarray(SIGNATURES[algorithm].type.length) };
}

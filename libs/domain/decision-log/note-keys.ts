import { hash, randomBytes } from 'node:crypto';
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

/** What is needed to verify an Ed25519 signature on a note. */
export interface VerifierKey {
  readonly name: string;
  /** 8 hexadecimal digits. */
  readonly keyId: string;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** What is needed to sign a note. Whoever has it speaks for the key: keep it secret. */
export interface SigningKey {
  readonly verifier: VerifierKey;
  /** The 32 bytes an Ed25519 private key is made from. */
  readonly seed: Uint8Array;
}

const ED25519 = 0x01;
const KEY_BYTES = 32;
const PRIVATE_PREFIX = 'PRIVATE+KEY+';

/** A new key, from the system's secure random numbers. @throws NoteError `malformed` when the name cannot be a key's */
export function generateSigningKey(name: string): SigningKey {
  return signingKeyOf(name, randomBytes(KEY_BYTES));
}

/** The key that signs under a name with an Ed25519 seed. @throws NoteError `malformed` */
export function signingKeyOf(name: string, seed: Uint8Array): SigningKey {
  if (seed.length !== KEY_BYTES) throw new NoteError('malformed', `A seed is ${KEY_BYTES} bytes long`);
  return { verifier: verifierKeyOf(name, publicBytesOf(seed)), seed };
}

/** The key to verify with, under a name. @throws NoteError `malformed` */
export function verifierKeyOf(name: string, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name))
    throw new NoteError('malformed', 'The name of a key is not empty and has no spaces and no plus sign');
  if (publicKey.length !== KEY_BYTES)
    throw new NoteError('malformed', `A public key is ${KEY_BYTES} bytes long`);
  const input = Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), Buffer.of(ED25519), publicKey]);
  return { name, keyId: hash('sha256', input, 'hex').slice(0, 8), publicKey };
}

/** The verifier key as text, to be published: `name+id+base64`. */
export function formatVerifierKey({ name, keyId, publicKey }: VerifierKey): string {
  return `${name}+${keyId}+${encodeTyped(publicKey)}`;
}

/**
 * Reads a verifier key.
 * @throws NoteError `malformed` when it is not one, is not Ed25519, or its id is not that of its name and key
 */
export function parseVerifierKey(text: string): VerifierKey {
  const [name = '', keyId, ...rest] = text.split('+');
  // Base64 may contain plus signs itself.
  const key = verifierKeyOf(name, decodeTyped(rest.join('+')));
  if (key.keyId !== keyId)
    throw new NoteError('malformed', 'The id of the key is not that of its name and key');
  return key;
}

/** The signing key as text: `PRIVATE+KEY+name+id+base64`. Whoever reads it can sign. */
export function formatSigningKey({ verifier, seed }: SigningKey): string {
  return `${PRIVATE_PREFIX}${verifier.name}+${verifier.keyId}+${encodeTyped(seed)}`;
}

/**
 * Reads a signing key. No error repeats any of it.
 * @throws NoteError `malformed` when it is not one, is not Ed25519, or its id is not that of its name and key
 */
export function parseSigningKey(text: string): SigningKey {
  if (!text.startsWith(PRIVATE_PREFIX))
    throw new NoteError('malformed', `A signing key begins ${PRIVATE_PREFIX}`);
  const [name = '', keyId, ...rest] = text.slice(PRIVATE_PREFIX.length).split('+');
  const key = signingKeyOf(name, decodeTyped(rest.join('+')));
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

function encodeTyped(key: Uint8Array): string {
  return Buffer.concat([Buffer.of(ED25519), key]).toString('base64');
}

function decodeTyped(encoded: string): Uint8Array {
  const bytes = decodeBase64(encoded);
  if (bytes?.length !== 1 + KEY_BYTES || bytes[0] !== ED25519)
    throw new NoteError('malformed', 'Only Ed25519 keys (type 1, 32 bytes, in base64) are known here');
  return bytes.subarray(1);
}

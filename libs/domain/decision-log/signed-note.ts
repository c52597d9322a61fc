import { sign, verify } from 'node:crypto';
import { SIGNATURES } from '../cryptography/algorithms.js';
import { privateKeyOf, publicKeyOf } from './note-key-material.js';
import { decodeBase64, isKeyName, NoteError, type SigningKey, type VerifierKey } from './note-keys.js';

/** One signature line of a note, as yet believed by nobody. */
export interface NoteSignature {
  readonly name: string;
  /** 8 hexadecimal digits: with the name it says which key signed, and by which algorithm. */
  readonly keyId: string;
  readonly signature: Uint8Array;
}

/** A note taken apart. The text ends in a newline and is not to be relied on before the signatures are verified. */
export interface SignedNote {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A note of which at least one known key vouches. */
export interface VerifiedNote {
  readonly text: string;
  /** The known keys that signed, in the order of the signatures; each once. */
  readonly signedBy: readonly VerifierKey[];
}

/** What a verifier has to accept is 16; what is beyond this is not a note but an attack. */
const MOST_SIGNATURES = 100;
/** A note may hold one mebibyte of characters. */
const LONGEST_NOTE = 1_048_576;

const KEY_ID_BYTES = 4;
/** ASCII control characters other than the newline; and halves of characters, which UTF-8 cannot say. */
const FORBIDDEN = /[\u0000-\u0009\u000b-\u001f]|\p{Surrogate}/u;
const SIGNATURE_LINE = /^\u2014 ([^ ]+) ([^ ]+)$/u;

/**
 * The note as text (C2SP signed-note): the text, a blank line and one line for each signature.
 * @throws NoteError `malformed` when the text or a name cannot be said in a note, or there is no signature
 */
export function formatNote({ text, signatures }: SignedNote): string {
  checkText(text);
  if (signatures.length === 0 || signatures.length > MOST_SIGNATURES)
    throw new NoteError('malformed', `A note has from 1 to ${MOST_SIGNATURES} signatures`);
  const lines = signatures.map(({ name, keyId, signature }) => {
    if (!isKeyName(name) || !/^[0-9a-f]{8}$/.test(keyId) || signature.length === 0)
      throw new NoteError('malformed', 'A signature needs the name and id of a key, and what was signed');
    const bytes = Buffer.concat([Buffer.from(keyId, 'hex'), signature]);
    return `\u2014 ${name} ${bytes.toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/**
 * Takes a note apart, accepting nothing but what the format allows.
 * @throws NoteError `malformed`
 */
export function parseNote(note: string): SignedNote {
  if (note.length > LONGEST_NOTE) throw new NoteError('malformed', 'The note is too long');
  // The text may contain empty lines; the last one separates the signatures.
  const separator = note.lastIndexOf('\n\n');
  if (separator < 0) throw new NoteError('malformed', 'No blank line separates the text from signatures');
  const text = note.slice(0, separator + 1);
  checkText(text);
  const lines = note.slice(separator + 2).split('\n');
  if (lines.pop() !== '' || lines.length === 0)
    throw new NoteError('malformed', 'A note ends in signatures, each of which ends in a newline');
  if (lines.length > MOST_SIGNATURES)
    throw new NoteError('malformed', `A note has at most ${MOST_SIGNATURES} signatures`);
  return { text, signatures: lines.map(parseSignatureLine) };
}

/**
 * Signs a text with each of the keys, in their order.
 * @throws NoteError `malformed` when the text cannot be a note's or no key is given
 */
export function signNote(text: string, keys: readonly SigningKey[]): string {
  const data = Buffer.from(text, 'utf8');
  const signatures = keys.map((key) => ({
    name: key.verifier.name,
    keyId: key.verifier.keyId,
    signature: sign(null, data, privateKeyOf(key.verifier.algorithm, key.seed)),
  }));
  return formatNote({ text, signatures });
}

/**
 * Verifies a note against the keys that are known. Signatures of other keys are ignored, as the format demands.
 * @throws NoteError `malformed`; `bad-signature` when a known key's signature does not fit the text, whatever else
 *   vouches for it; `no-known-signature` when no known key signed
 */
export function verifyNote(note: string, known: readonly VerifierKey[]): VerifiedNote {
  const { text, signatures } = parseNote(note);
  const data = Buffer.from(text, 'utf8');
  const signedBy = new Set<VerifierKey>();
  for (const { name, keyId, signature } of signatures) {
    const key = known.find((candidate) => candidate.name === name && candidate.keyId === keyId);
    if (key === undefined) continue;
    if (
      signature.length !== SIGNATURES[key.algorithm].signatureBytes ||
      !verify(null, data, publicKeyOf(key.algorithm, key.publicKey), signature)
    )
      throw new NoteError('bad-signature', `The signature of ${name} (${keyId}) does not fit the text`);
    signedBy.add(key);
  }
  if (signedBy.size === 0) throw new NoteError('no-known-signature', 'No known key signed the note');
  return { text, signedBy: [...signedBy] };
}

function parseSignatureLine(line: string): NoteSignature {
  const [, name, encoded] = SIGNATURE_LINE.exec(line) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name))
    throw new NoteError('malformed', 'A signature line is a dash, a name and a signature');
  const bytes = decodeBase64(encoded);
  if (bytes === undefined || bytes.length <= KEY_ID_BYTES)
    throw new NoteError('malformed', `The signature of ${name} is not the base64 of one`);
  return {
    name,
    keyId: bytes.toString('hex', 0, KEY_ID_BYTES),
    signature: bytes.subarray(KEY_ID_BYTES),
  };
}

function checkText(text: string): void {
  if (!text.endsWith('\n')) throw new NoteError('malformed', 'The text of a note ends in a newline');
  if (FORBIDDEN.test(text))
    throw new NoteError('malformed', 'A note holds no control character but the newline, and is valid UTF-8');
}

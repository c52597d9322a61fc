import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Begins every token of a program, so that one that leaks can be recognised. The log leaves out what begins so. */
export const MACHINE_TOKEN_PREFIX = 'scm_';

const TOKEN_BYTES = 32;
const CHECKSUM_LENGTH = 6;

/** What such a token looks like, for secret scanners: a prefix, 43 random characters, and their checksum in 6. */
export const MACHINE_TOKEN_PATTERN = 'scm_[A-Za-z0-9_-]{43}[0-9a-z]{6}';
const WHOLE = new RegExp(`^${MACHINE_TOKEN_PATTERN}$`);

/** CRC-32 of the text before it: the last six digits of it in base 36. */
function checksumOf(text: string): string {
  return crc32(text).toString(36).slice(-CHECKSUM_LENGTH).padStart(CHECKSUM_LENGTH, '0');
}

/** A new token: 32 random bytes, base64url, between the prefix and a checksum by which a scanner knows it for real. */
export function newMachineToken(): string {
  const text = MACHINE_TOKEN_PREFIX + randomBytes(TOKEN_BYTES).toString('base64url');
  return text + checksumOf(text);
}

/** Whether a text could be such a token at all, its checksum included; one that could not is no question to the database. */
export function looksLikeMachineToken(text: string): boolean {
  return WHOLE.test(text) && text.slice(-CHECKSUM_LENGTH) === checksumOf(text.slice(0, -CHECKSUM_LENGTH));
}

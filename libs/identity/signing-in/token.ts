import { createHash, randomBytes } from 'node:crypto';

/** Begins every token, so that one that leaks can be recognised by secret scanners. */
export const TOKEN_PREFIX = 'sct_';

const TOKEN_BYTES = 32;
const TOKEN = new RegExp(`^${TOKEN_PREFIX}[\\w-]{43}$`);

/** A new token: 32 random bytes, base64url, after the prefix. */
export function newToken(): string {
  return TOKEN_PREFIX + randomBytes(TOKEN_BYTES).toString('base64url');
}

/** Whether a text could be a token at all; one that could not is refused without asking the database. */
export function looksLikeToken(text: string): boolean {
  return TOKEN.test(text);
}

/** SHA-256 of a token, which is what is kept. It has 256 random bits, so no slow hash is called for. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

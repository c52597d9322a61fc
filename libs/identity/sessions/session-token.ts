import { randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;
const TOKEN = /^[\w-]{43}$/;

/** A new token of a browser session: 32 random bytes, base64url. */
export function newSessionToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** Whether a text could be such a token at all; one that could not is refused without asking the database. */
export function looksLikeSessionToken(text: string): boolean {
  return TOKEN.test(text);
}

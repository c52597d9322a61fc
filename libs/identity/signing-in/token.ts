import { randomInt } from 'node:crypto';
import { keptOfToken, tokenHashesIn } from '#domain';
import type { Config } from '#platform';

/** Begins every token, so that one that leaks can be recognised by secret scanners. */
export const TOKEN_PREFIX = 'sct_';

/** Begins the token of every invitation. */
export const INVITATION_PREFIX = 'sci_';

/** Begins the token of every link to choose another password. The log leaves out what begins with any of the three. */
export const PASSWORD_RESET_PREFIX = 'scr_';

type Prefix = typeof TOKEN_PREFIX | typeof INVITATION_PREFIX | typeof PASSWORD_RESET_PREFIX;

/**
 * Letters and digits alone: a token is one word to whoever marks it by a double click, and no email program takes its
 * last sign for the end of a sentence.
 */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const RANDOM_LENGTH = 43;
/** Tokens that were made before had hyphens and underscores as well. */
const RANDOM_PART = /^[\w-]{43}$/;

/** A new token: 43 random letters and digits, which are 256 random bits, after the prefix. */
export function newToken(prefix: Prefix = TOKEN_PREFIX): string {
  return prefix + Array.from({ length: RANDOM_LENGTH }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');
}

/** Whether a text could be a token at all; one that could not is refused without asking the database. */
export function looksLikeToken(text: string, prefix: Prefix = TOKEN_PREFIX): boolean {
  return text.startsWith(prefix) && RANDOM_PART.test(text.slice(prefix.length));
}

const ANY_TOKEN = new RegExp(
  `(?:${[TOKEN_PREFIX, INVITATION_PREFIX, PASSWORD_RESET_PREFIX].join('|')})[\\w-]{43}`,
);

/** Whether a token of whatever kind stands in a text. */
export function holdsToken(text: string): boolean {
  return ANY_TOKEN.test(text);
}

/** What tokens are kept as. */
export type TokenSetting = Pick<Config, 'tokenHashes'>;

/** What is kept of a new token. */
export function hashToken({ tokenHashes }: TokenSetting, token: string): Buffer {
  const [by] = tokenHashesIn(tokenHashes);
  return keptOfToken(token, by);
}

/** What may have been kept of a token that somebody comes with: by each hash function that has not been given up. */
export function possibleHashes({ tokenHashes }: TokenSetting, token: string): readonly Buffer[] {
  return tokenHashesIn(tokenHashes).map((by) => keptOfToken(token, by));
}

import { hash } from 'node:crypto';
import { TOKEN_HASHES, type TokenHash } from './algorithms.js';

/**
 * What is kept of a token or another secret of 256 random bits, so that no slow hash is called for: the byte that names
 * the hash function, and the hash. One from before there were marks is the SHA-256 alone.
 */
export function keptOfToken(token: string, by: TokenHash): Buffer {
  const { mark } = TOKEN_HASHES[by];
  const digest = hash(by, token, 'buffer');
  return mark === null ? digest : Buffer.concat([Buffer.of(mark), digest]);
}

/** The hash functions a setting names, as configured: the first is for new tokens, all are looked for. */
export function tokenHashesIn(setting: string): readonly [TokenHash, ...TokenHash[]] {
  return setting.split(' ') as [TokenHash, ...TokenHash[]];
}

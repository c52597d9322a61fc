import { createHash } from 'node:crypto';
import { TOKEN_HASHES } from './algorithms.js';
import { keptOfToken, tokenHashesIn } from './token-hashes.js';

describe('what is kept of a token', () => {
  it('is its SHA-256 alone, or another hash behind its mark', () => {
    expect(keptOfToken('a token', 'sha256')).toEqual(createHash('sha256').update('a token').digest());
    expect(keptOfToken('a token', 'sha3-256')).toEqual(
      Buffer.concat([Buffer.of(1), createHash('sha3-256').update('a token').digest()]),
    );
    const marks = Object.values(TOKEN_HASHES).map(({ mark }) => mark);
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('is by what a setting names, of which the first is for new ones', () => {
    expect(tokenHashesIn('sha256')).toEqual(['sha256']);
    expect(tokenHashesIn('sha3-256 sha256')).toEqual(['sha3-256', 'sha256']);
  });
});

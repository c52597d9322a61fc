import { createCipheriv, hkdfSync } from 'node:crypto';
import { SEALING_SUITES, type SealingSuite } from './algorithms.js';
import { isSealedBy, openBytes, sealBytes, sealingSuites } from './sealing.js';

const KEY = { secret: 'a secret', purpose: 'tests' };
const TEXT = Buffer.from('What somebody wrote');
const SUITES = Object.keys(SEALING_SUITES) as readonly SealingSuite[];

/** As things were sealed before there were marks. */
function sealedBefore(iv = Buffer.alloc(12, 7)): Buffer {
  const key = new Uint8Array(hkdfSync('sha256', KEY.secret, '', KEY.purpose, 32));
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(TEXT), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

describe.each(SUITES)('what is sealed by %s', (suite) => {
  const sealed = sealBytes(suite, KEY, TEXT);

  it('begins with its mark, looks different every time, and opens among others', () => {
    expect(sealed[0]).toBe(SEALING_SUITES[suite].mark);
    expect(sealBytes(suite, KEY, TEXT).equals(sealed)).toBe(false);
    expect(sealed.includes('wrote')).toBe(false);
    expect(openBytes(SUITES, KEY, sealed)).toEqual(TEXT);
    expect(openBytes([suite], KEY, sealed)).toEqual(TEXT);
    expect(isSealedBy(suite, KEY, sealed)).toBe(true);
  });

  it('does not open with another secret, for another purpose, by another cipher, cut short or changed anywhere', () => {
    expect(openBytes(SUITES, { ...KEY, secret: 'another' }, sealed)).toBeNull();
    expect(openBytes(SUITES, { ...KEY, purpose: 'others' }, sealed)).toBeNull();
    expect(isSealedBy(suite, { ...KEY, secret: 'another' }, sealed)).toBe(false);
    const others = SUITES.filter((other) => other !== suite);
    expect(openBytes(others, KEY, sealed)).toBeNull();
    expect(isSealedBy(others[0]!, KEY, sealed)).toBe(false);
    expect(openBytes(SUITES, KEY, sealed.subarray(0, 20))).toBeNull();
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed);
      changed[place] = changed[place]! ^ 3;
      expect(openBytes(SUITES, KEY, changed)).toBeNull();
    }
  });
});

describe('what was sealed before there were marks', () => {
  it.each([7, 1, 2])('opens while its cipher is taken, also where it begins with the byte %i', (first) => {
    const sealed = sealedBefore(Buffer.alloc(12, first));
    expect(openBytes(SUITES, KEY, sealed)).toEqual(TEXT);
    expect(openBytes(['chacha20-poly1305'], KEY, sealed)).toBeNull();
    expect(isSealedBy('aes-256-gcm', KEY, sealed)).toBe(false);
  });
});

it('is named by a setting, the first of which seals', () => {
  expect(sealingSuites('aes-256-gcm')).toEqual(['aes-256-gcm']);
  expect(sealingSuites('chacha20-poly1305 aes-256-gcm')).toEqual(['chacha20-poly1305', 'aes-256-gcm']);
});

import { seal, unseal } from './sealing.js';

const TEXT = 'What somebody wrote: £1,000 – “enough”';
const USUAL = { sealing: 'aes-256-gcm' };
const CHANGED = { sealing: 'chacha20-poly1305 aes-256-gcm' };
const GIVEN_UP = { sealing: 'chacha20-poly1305' };

describe('what is sealed', () => {
  it.each([USUAL, CHANGED])(
    'is read by who has the secret, and looks different every time: %j',
    (setting) => {
      const sealed = seal(setting, 'a secret', 'id token', TEXT);
      expect(unseal(setting, 'a secret', 'id token', sealed)).toBe(TEXT);
      expect(seal(setting, 'a secret', 'id token', TEXT).equals(sealed)).toBe(false);
      expect(sealed.includes(Buffer.from('wrote'))).toBe(false);
    },
  );

  it.each([USUAL, CHANGED])(
    'is not read with another secret, as another kind, cut short or changed: %j',
    (setting) => {
      const sealed = seal(setting, 'a secret', 'id token', TEXT);
      expect(unseal(setting, 'another', 'id token', sealed)).toBeNull();
      expect(unseal(setting, 'a secret', 'sign-in journey', sealed)).toBeNull();
      expect(unseal(setting, 'a secret', 'id token', sealed.subarray(0, 20))).toBeNull();
      const changed = Buffer.from(sealed);
      changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
      expect(unseal(setting, 'a secret', 'id token', changed)).toBeNull();
    },
  );

  it('is by the first cipher that is chosen, read while its own is among them, and nothing afterwards', () => {
    const old = seal(USUAL, 'a secret', 'id token', TEXT);
    const sealed = seal(CHANGED, 'a secret', 'id token', TEXT);
    expect([old[0], sealed[0]]).toEqual([1, 2]);
    expect(unseal(CHANGED, 'a secret', 'id token', old)).toBe(TEXT);
    expect(unseal(GIVEN_UP, 'a secret', 'id token', sealed)).toBe(TEXT);
    expect(unseal(GIVEN_UP, 'a secret', 'id token', old)).toBeNull();
    expect(unseal(USUAL, 'a secret', 'id token', sealed)).toBeNull();
  });
});

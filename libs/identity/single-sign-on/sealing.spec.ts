import { seal, unseal } from './sealing.js';

const TEXT = 'What somebody wrote: £1,000 – “enough”';

describe('what is sealed', () => {
  it('is read by who has the secret, and looks different every time', () => {
    const sealed = seal('a secret', 'id token', TEXT);
    expect(unseal('a secret', 'id token', sealed)).toBe(TEXT);
    expect(seal('a secret', 'id token', TEXT).equals(sealed)).toBe(false);
    expect(sealed.includes(Buffer.from('wrote'))).toBe(false);
  });

  it('is not read with another secret, as another kind, cut short or changed', () => {
    const sealed = seal('a secret', 'id token', TEXT);
    expect(unseal('another', 'id token', sealed)).toBeNull();
    expect(unseal('a secret', 'sign-in journey', sealed)).toBeNull();
    expect(unseal('a secret', 'id token', sealed.subarray(0, 20))).toBeNull();
    const changed = Buffer.from(sealed);
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    expect(unseal('a secret', 'id token', changed)).toBeNull();
  });
});

import { LOCK_SECONDS, LOCKED_AT, TRY_WAITS } from './sign-in-tries.js';

describe('waiting after wrong tries to sign in', () => {
  it('begins with the fifth at an account, doubles, and ends in a lock', () => {
    expect(TRY_WAITS.account).toEqual([0, 0, 0, 0, 5, 10, 20, 40, 80, 160]);
    expect(TRY_WAITS['known-address']).toEqual(TRY_WAITS.account);
    expect(TRY_WAITS.account).toHaveLength(LOCKED_AT);
  });

  it('begins later for an address, where many people may sit, and never grows less', () => {
    const { address } = TRY_WAITS;
    expect(address.filter((wait) => wait === 0)).toHaveLength(29);
    expect(address.at(-1)).toBe(LOCK_SECONDS);
    expect([...address].sort((one, other) => one - other)).toEqual(address);
  });
});

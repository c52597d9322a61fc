import { countCommonPasswords, isCommonPassword } from './common-passwords.js';

describe('the list of common passwords', () => {
  it('has many more of those that are long enough here than the 3,000 that are asked for', () => {
    expect(countCommonPasswords()).toBe(43_804);
  });

  it.each(['123qweasdzxc', '1qaz2wsx3edc', 'q1w2e3r4t5y6', 'leavemealone', '123456789012', 'Administrator'])(
    'has %s, in whatever letters',
    (password) => {
      expect(isCommonPassword(password)).toBe(true);
      expect(isCommonPassword(password.toUpperCase())).toBe(true);
    },
  );

  it.each(['three words of no kin', '1qaz2wsx3edc ', 'an1qaz2wsx3edc', ''])('has not %j', (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });
});

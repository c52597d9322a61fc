import { passwordResetExpiry, passwordResetNotSince } from './password-reset.js';

const NOW = new Date('2026-10-22T09:00:00.000Z');

it('a link to choose another password works for half an hour', () => {
  expect(passwordResetExpiry(NOW).toISOString()).toBe('2026-10-22T09:30:00.000Z');
});

it('the next one is sent after five minutes', () => {
  expect(passwordResetNotSince(NOW).toISOString()).toBe('2026-10-22T08:55:00.000Z');
});

import { accountStanding } from './account-standing.js';

it.each([
  [null, null, 'active'],
  [null, {}, 'invited'],
  ['2026-05-04T09:00:00.000Z', null, 'deactivated'],
  ['2026-05-04T09:00:00.000Z', {}, 'deactivated'],
])('an account deactivated at %s, with the invitation %j, is %s', (deactivatedAt, invitation, standing) => {
  expect(accountStanding({ deactivatedAt, invitation })).toBe(standing);
});

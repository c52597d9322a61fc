import { invitationExpiry } from './invitation.js';

it('an invitation works for seven days, also over a change of the clocks', () => {
  const madeAt = new Date('2026-10-22T09:00:00.000Z');
  expect(invitationExpiry(madeAt).toISOString()).toBe('2026-10-29T09:00:00.000Z');
});

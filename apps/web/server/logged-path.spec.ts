import { loggedPath } from './logged-path.js';

describe('the path of a request in the log', () => {
  it('has no query, which may name people', () => {
    expect(loggedPath({ url: '/people?text=somebody' })).toBe('/people');
    expect(loggedPath({ url: '/' })).toBe('/');
  });

  it.each(['/invitations/sci_abc', '/invitations/sci%5Fabc?x=1', '//invitations/abc/'])(
    'has no link of an invitation, however it is written: %s',
    (url) => {
      expect(loggedPath({ url })).toBe('/invitations/[token]');
    },
  );
});

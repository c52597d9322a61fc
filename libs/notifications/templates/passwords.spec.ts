import { renderNotice } from './render-notice.js';

const AT = '2026-05-11T09:00:00.000Z';
const RESET = { token: 'scr_abc', expiresAt: AT };

function render(template: string, parameters: unknown) {
  return renderNotice(template, parameters, 'https://spend.example');
}

describe('a letter that a password is another', () => {
  it.each([
    ['changed', 'by somebody signed in as you'],
    ['reset', 'by a link that was sent to this address'],
  ])('says when and how it was %s, and has no link', (how, words) => {
    const { subject, body } = render('password-changed', { at: AT, how });
    expect(subject).toBe('Your password was changed');
    expect(body).toContain(`was changed at 10am on 11 May 2026, ${words}.`);
    expect(body).not.toContain('http');
  });
});

describe('a letter with a link to choose another password', () => {
  it('says by when, and has the link and the code on lines of their own', () => {
    const { body } = render('password-reset', RESET);
    expect(body).toContain('choose a password by 10am on 11 May 2026.\n');
    expect(body).toContain('\nhttps://spend.example/password-reset#scr_abc\n');
    expect(body).toContain('\nIf the link does not fill in the code, copy it:\nscr_abc\n');
    expect(body).not.toMatch(/null|undefined|\[object|NaN|Invalid/);
  });
});

it.each([
  ['password-reset', []],
  ['password-reset', { ...RESET, token: undefined }],
  ['password-reset', { ...RESET, expiresAt: 'soon' }],
  ['password-changed', null],
  ['password-changed', { at: 'soon', how: 'reset' }],
  ['password-changed', { at: AT }],
])('%s is refused when it is not whole, without repeating it: %j', (template, parameters) => {
  expect(() => render(template, parameters)).toThrow(TypeError);
  expect(() => render(template, parameters)).not.toThrow(/soon|scr_/);
});

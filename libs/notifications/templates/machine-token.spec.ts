import { renderNotice } from './render-notice.js';

const STORED = {
  name: 'Nightly figures\r\nBcc: everybody@evil.example',
  scopes: ['cases:read', 'decisions:read', 'of a later version'],
  expiresAt: '2026-08-02T09:00:00.000Z',
};

describe.each([
  ['machine-token-made', 'A token was made in your name', 'was made in your name: Nightly figures Bcc:'],
  ['machine-token-ends', 'A token of yours ends soon', 'works only until 10am on 2 August 2026: Nightly'],
])('the email %s', (template, subject, sentence) => {
  function render(parameters: unknown) {
    return renderNotice(template, parameters, 'https://spend.example');
  }

  it('says which token, what it allows in words, until when, and where to go', () => {
    const letter = render(STORED);
    expect(letter.subject).toBe(subject);
    expect(letter.body).toContain(sentence);
    expect(letter.body).toContain('\n- Read cases and everything in them\n- Read decisions, answers');
    expect(letter.body).toContain('until 10am on 2 August 2026');
    expect(letter.body).toContain('\nhttps://spend.example/account/tokens\n');
    expect(letter.body).not.toMatch(/null|undefined|\[object|NaN|Invalid|later version/);
  });

  it.each([
    ['no object', []],
    ['no name', { ...STORED, name: '' }],
    ['no instant', { ...STORED, expiresAt: 'soon' }],
  ])('is refused when it is not whole, without repeating it: %s', (_what, parameters) => {
    expect(() => render(parameters)).toThrow(TypeError);
    expect(() => render(parameters)).not.toThrow(/soon/);
  });
});

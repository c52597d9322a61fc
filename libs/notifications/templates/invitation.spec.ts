import { renderNotice } from './render-notice.js';

const STORED = {
  role: 'submitter',
  organisation: 'Home Office',
  invitedBy: 'Demonstration administrator\r\nBcc: everybody@evil.example',
  expiresAt: '2026-05-11T09:00:00.000Z',
  token: 'sci_abc',
};

function render(parameters: unknown) {
  return renderNotice('invitation', parameters, 'https://spend.example');
}

describe('an invitation', () => {
  it('says who invites whom as what, by when, and has the link and the code on lines of their own', () => {
    const { subject, body } = render(STORED);
    expect(subject).toBe('You are invited to spend control case management');
    expect(body).toContain('Demonstration administrator Bcc: everybody@evil.example has invited you');
    expect(body).toContain('Your role: submitter\nOrganisation: Home Office\n');
    expect(body).toContain('choose a password by 10am on 11 May 2026.\n');
    expect(body).toContain('\nhttps://spend.example/invitations#sci_abc\n');
    expect(body).toContain('\nIf the link does not fill in the code, copy it:\nsci_abc\n');
    expect(body).not.toMatch(/null|undefined|\[object|NaN|Invalid/);
  });

  it.each([
    ['no object', []],
    ['no token', { ...STORED, token: undefined }],
    ['no role', { ...STORED, role: '' }],
    ['no instant', { ...STORED, expiresAt: 'soon' }],
  ])('is refused when it is not whole, without repeating it: %s', (_what, parameters) => {
    expect(() => render(parameters)).toThrow(TypeError);
    expect(() => render(parameters)).not.toThrow(/soon|sci_/);
  });
});

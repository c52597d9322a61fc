import { INVITATION_PREFIX, newToken } from '#identity';
import { codeIn } from './code-of-email.js';

const CODE = newToken(INVITATION_PREFIX);

describe('the code of an email', () => {
  it('is one word to whoever marks it: letters and digits after its prefix', () => {
    expect(CODE).toMatch(/^sci_[A-Za-z\d]{43}$/);
    expect(newToken(INVITATION_PREFIX)).not.toBe(CODE);
  });

  it.each([
    ['by itself', CODE],
    ['with blanks and line ends around it', `  ${CODE}\r\n`],
    ['broken into two lines', `${CODE.slice(0, 20)}\n ${CODE.slice(20)}`],
    ['with the whole link', `https://spend.example/invitations#${CODE}`],
    ['with a link of before', `https://spend.example/invitations/${CODE}`],
  ])('is taken as it is copied: %s', (_how, code) => {
    expect(codeIn({ code })).toBe(CODE);
  });

  it.each([[{}], [{ code: '  ' }], [{ code: [] }]])('is empty where there is none: %j', (fields) => {
    expect(codeIn(fields)).toBe('');
  });
});

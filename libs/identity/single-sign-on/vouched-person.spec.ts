import type { ProviderSettings } from './provider-settings.js';
import { vouchedPerson } from './vouched-person.js';

const NOW = new Date('2026-05-04T09:00:00.000Z');
const PROVIDER: ProviderSettings = {
  id: 'home-office',
  name: 'Home Office',
  issuer: 'https://login.home-office.example',
  clientId: 'spend-control',
  emailDomains: ['home-office.example'],
  people: {
    by: 'claims',
    claim: 'groups',
    grants: [
      { value: 'a', role: 'submitter', organisation: 'home-office' },
      { value: 'b', role: 'submitter', organisation: 'home-office' },
    ],
  },
};

function vouched(claims: Record<string, unknown>, changes: Partial<ProviderSettings> = {}) {
  const given = { claims, subject: 's', issuer: PROVIDER.issuer, idToken: '' };
  return vouchedPerson({ ...PROVIDER, ...changes }, given, NOW);
}

const TRUSTED = { emailTrustedBecause: 'Addresses there are given by the organisation alone.' };
const EMAIL = 'Somebody@Home-Office.example';

describe('the address a provider vouches for', () => {
  it.each([
    ['verified', { email: EMAIL, email_verified: true }, {}, 'somebody@home-office.example'],
    [
      'verified, said as a word',
      { email: EMAIL, email_verified: 'true' },
      {},
      'somebody@home-office.example',
    ],
    ['not said to be verified', { email: EMAIL }, {}, null],
    ['not said to be verified, and trusted', { email: EMAIL }, TRUSTED, 'somebody@home-office.example'],
    ['said not to be verified, though trusted', { email: EMAIL, email_verified: false }, TRUSTED, null],
    ['of another domain', { email: 'a@gds.example', email_verified: true }, {}, null],
    ['of another domain, though trusted', { email: 'a@gds.example' }, TRUSTED, null],
    ['no address', { email: 'home-office.example', email_verified: true }, {}, null],
    ['two addresses', { email: 'a@b@home-office.example', email_verified: true }, {}, null],
    ['not text', { email: [EMAIL], email_verified: true }, {}, null],
    ['in another claim', { upn: EMAIL }, { ...TRUSTED, emailClaim: 'upn' }, 'somebody@home-office.example'],
  ])('%s: %j', (_name, claims, changes, email) => {
    expect(vouched(claims, changes).email).toBe(email);
  });
});

describe('roles by claims', () => {
  it('are given once each, for a value alone or among several', () => {
    const role = { role: 'submitter', organisationKey: 'home-office' };
    expect(vouched({ groups: ['a', 'b', 'c'] }).claimed).toEqual([role]);
    expect(vouched({ groups: 'a' }).claimed).toEqual([role]);
    expect(vouched({ groups: 'ab' }).claimed).toEqual([]);
    expect(vouched({ groups: { a: true } }).claimed).toEqual([]);
    expect(vouched({}).claimed).toEqual([]);
    expect(vouched({ groups: ['a'] }, { people: { by: 'records' } }).claimed).toBeNull();
  });

  it('come with a name for who is new, and for nobody else', () => {
    const claims = { email: EMAIL, email_verified: true };
    expect(vouched({ ...claims, name: ' Some\nBody ' }).newName).toBe('Some Body');
    expect(vouched(claims).newName).toBe('somebody');
    expect(vouched({ ...claims, name: 'Some Body' }, { people: { by: 'records' } }).newName).toBeNull();
  });
});

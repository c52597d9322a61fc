import { ConfigError } from '#platform';
import { providerForEmail, readProviders } from './provider-settings.js';

const SECRET = 'hunter2-hunter2';
const PROVIDER = {
  id: 'home-office',
  name: 'Home Office',
  issuer: 'https://login.home-office.example',
  clientId: 'spend-control',
  clientSecret: SECRET,
  emailDomains: ['home-office.example'],
  people: { by: 'records' },
};
const GRANT = { value: 'sc-leads', role: 'assurance-lead', organisation: 'home-office' };
const CLAIMS = { by: 'claims', claim: 'groups', grants: [GRANT] };

function read(providers: unknown, appMode: 'local' | 'server' = 'server') {
  const signInProviders = typeof providers === 'string' ? providers : JSON.stringify(providers);
  return readProviders({ signInProviders, appMode });
}

function faultOf(providers: unknown, appMode: 'local' | 'server' = 'server'): string {
  try {
    read(providers, appMode);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('the providers of the configuration', () => {
  it('are none where none are configured', () => {
    const none = { signInProviders: null, appMode: 'server' } as const;
    expect(readProviders(none)).toEqual([]);
  });

  it('are several, each found by the domain of an address', () => {
    const other = { ...PROVIDER, id: 'gds', emailDomains: ['gds.example'], people: CLAIMS };
    const providers = read([PROVIDER, other]);
    expect(providers.map(({ id }) => id)).toEqual(['home-office', 'gds']);
    expect(providerForEmail(providers, 'Somebody@GDS.example')?.id).toBe('gds');
    expect(providerForEmail(providers, 'somebody@evil-gds.example')).toBeNull();
    expect(providerForEmail(providers, 'gds.example@evil.example')).toBeNull();
  });

  it.each([
    ['text that is no JSON', '{', 'must be a JSON list'],
    ['no list', PROVIDER, 'must be array'],
    ['what it does not know', [{ ...PROVIDER, secret: SECRET }], 'additional properties'],
    ['an id that cannot stand in an address', [{ ...PROVIDER, id: 'Home Office' }], '/0/id'],
    ['an id that addresses have already', [{ ...PROVIDER, id: 'with' }], '/0/id'],
    ['one id twice', [PROVIDER, PROVIDER], '/1/id'],
    ['an issuer without TLS', [{ ...PROVIDER, issuer: 'http://login.example' }], '/0/issuer'],
    ['no domain', [{ ...PROVIDER, emailDomains: [] }], '/0/emailDomains'],
    ['neither secret nor key', [{ ...PROVIDER, clientSecret: undefined }], 'clientSecret or privateKey'],
    ['both', [{ ...PROVIDER, privateKey: { kty: 'EC', alg: 'ES256' } }], 'clientSecret or privateKey'],
    [
      'a private key that is too short',
      [
        {
          ...PROVIDER,
          clientSecret: undefined,
          privateKey: { kty: 'RSA', alg: 'PS256', n: 'a'.repeat(342) },
        },
      ],
      '/0/privateKey must have at least 3072 bits',
    ],
    ['short keys without a reason', [{ ...PROVIDER, shortKeysBecause: '' }], '/0/shortKeysBecause'],
    ['scopes without openid', [{ ...PROVIDER, scopes: ['email'] }], '/0/scopes'],
    ['another claim trusted without a reason', [{ ...PROVIDER, emailClaim: 'upn' }], 'emailTrustedBecause'],
    [
      'a role there is not',
      [{ ...PROVIDER, people: { ...CLAIMS, grants: [{ ...GRANT, role: 'king' }] } }],
      '/0/people',
    ],
    [
      'a role of GDS Assurance elsewhere',
      [{ ...PROVIDER, people: { ...CLAIMS, grants: [{ ...GRANT, role: 'decider' }] } }],
      '/0/people/grants/0/organisation',
    ],
    [
      'a role in an organisation the provider is not for',
      [{ ...PROVIDER, organisations: ['ministry-of-justice'], people: CLAIMS }],
      '/0/people/grants/0/organisation',
    ],
  ])('are refused with %s, never repeating a secret', (_name, providers, place) => {
    const fault = faultOf(providers);
    expect(fault).toContain(place);
    expect(fault).not.toContain(SECRET);
  });

  it('are reached without TLS on one machine alone, where that is said', () => {
    const loopback = { ...PROVIDER, issuer: 'http://localhost:4000', insecureLoopback: true };
    expect(read([loopback], 'local')).toHaveLength(1);
    expect(faultOf([loopback], 'server')).toContain('/0/issuer');
    expect(faultOf([{ ...PROVIDER, insecureLoopback: true }], 'server')).toContain('/0/issuer');
    expect(faultOf([{ ...loopback, insecureLoopback: false }], 'local')).toContain('/0/issuer');
    expect(faultOf([{ ...loopback, issuer: 'http://localhost.evil.example' }], 'local')).toContain(
      '/0/issuer',
    );
  });
});

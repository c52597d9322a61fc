import { exportJWK, generateKeyPair } from 'jose';
import { TestProvider } from './test-provider.js';

/** The secret of the client whose people are found in the records. */
export const CLIENT_SECRET = 'a secret of tests that is long enough for HS256 signatures';
/** Why the provider may be reached without TLS. */
const ON_THIS_MACHINE = { insecureLoopback: true };

/** A provider, and the document that lets people sign in at it. */
export interface ConfiguredProvider {
  readonly provider: TestProvider;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Starts a provider with two clients: people of `records` are found in the records, those of `claims` by their groups.
 * @param url where the service will answer
 */
export async function startConfiguredProvider(
  url: string,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<ConfiguredProvider> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), alg: 'ES256', kid: 'client' };
  const publicJwk = { ...jwk, d: undefined };
  const client = (id: string, rest: object): object => ({
    client_id: id,
    redirect_uris: [`${url}/sign-in/${id}/return`],
    post_logout_redirect_uris: [`${url}/signed-out`],
    backchannel_logout_uri: `${url}/sign-in/${id}/back-channel-logout`,
    backchannel_logout_session_required: true,
    ...rest,
  });
  const provider = await TestProvider.start(
    [
      client('records', { client_secret: CLIENT_SECRET }),
      client('claims', {
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES256',
        jwks: { keys: [publicJwk] },
      }),
    ],
    CLIENT_SECRET,
  );
  const providers = [
    {
      id: 'records',
      name: 'Home Office',
      issuer: provider.issuer,
      clientId: 'records',
      clientSecret: CLIENT_SECRET,
      emailDomains: ['people.example', 'home-office.example'],
      people: { by: 'records' },
      ...ON_THIS_MACHINE,
      ...changes,
    },
    {
      id: 'claims',
      name: 'Government Digital Service',
      issuer: provider.issuer,
      clientId: 'claims',
      privateKey: jwk,
      scopes: ['openid', 'email', 'profile', 'groups'],
      emailDomains: ['gds.example'],
      organisations: ['government-digital-service', 'home-office'],
      logoutTokensUntypedBecause: 'So that both kinds of providers are tested.',
      people: {
        by: 'claims',
        claim: 'groups',
        grants: [
          { value: 'reviewers', role: 'reviewer', organisation: 'government-digital-service' },
          { value: 'deciders', role: 'decider', organisation: 'government-digital-service' },
          { value: 'administrators', role: 'administrator', organisation: 'government-digital-service' },
          { value: 'leads', role: 'assurance-lead', organisation: 'home-office' },
        ],
      },
      ...ON_THIS_MACHINE,
    },
  ];
  return { provider, environment: { SIGN_IN_PROVIDERS: JSON.stringify(providers) } };
}

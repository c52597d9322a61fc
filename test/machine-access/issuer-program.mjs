// A real OpenID provider that gives clients their own access tokens, as a program of its own: its modules and Jest's do
// not get on. Keys, clients and port come from the environment, so that a test can take it away and bring it back.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const { ISSUER, KEYS, CLIENTS, SCOPES, AUDIENCE } = process.env;
const { port } = new URL(ISSUER);
const [{ alg }] = JSON.parse(KEYS);

const provider = new Provider(ISSUER, {
  clients: JSON.parse(CLIENTS).map(({ id, secret }) => ({
    client_id: id,
    client_secret: secret,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    id_token_signed_response_alg: alg,
  })),
  jwks: { keys: JSON.parse(KEYS) },
  scopes: SCOPES.split(' '),
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => AUDIENCE,
      useGrantedResource: () => true,
      getResourceServerInfo: (_context, resource) => ({
        scope: SCOPES,
        audience: resource,
        accessTokenTTL: 600,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg } },
      }),
    },
  },
});

createServer(provider.callback()).listen(Number(port), '127.0.0.1', () => {
  process.stdout.write('ready\n');
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ManualClock } from '#platform';
import { ProviderClient } from './provider-client.js';

// What a provider says of itself is asked for at the address it is known by, and must be about that one.

let server: Server;
let address: string;
/** What is answered at each path: a description, or where to go instead. */
const answers = new Map<string, object | string>();
const asked: string[] = [];

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const answer = answers.get(url);
    if (typeof answer === 'string') response.writeHead(302, { location: answer }).end();
    else
      response
        .writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

const DESCRIPTION = '/.well-known/openid-configuration';

function describing(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
  };
}

async function placeToSignIn(): Promise<URL> {
  const settings = {
    id: 'one',
    name: 'One',
    issuer: address,
    clientId: 'spend',
    clientSecret: 'secret',
    emailDomains: ['one.example'],
    people: { by: 'records' as const },
    insecureLoopback: true,
  };
  return new ProviderClient(settings, new ManualClock(new Date('2026-05-04T09:00:00Z')), 5).authorizationUrl({
    redirectUri: 'https://spend.example/sign-in/one/return',
    state: 'state',
    nonce: 'nonce',
    codeVerifier: 'v'.repeat(43),
    again: false,
    maxAge: 3_600,
  });
}

describe('the description of a provider', () => {
  it('is taken where it is of that provider', async () => {
    answers.set(DESCRIPTION, describing(address));
    expect((await placeToSignIn()).origin).toBe(address);
  });

  it('is refused where it is of another one, however little the names differ', async () => {
    for (const issuer of [
      'https://evil.example',
      `${address}/tenant`,
      address.replace('127.0.0.1', 'localhost'),
    ]) {
      answers.set(DESCRIPTION, describing(issuer));
      await expect(placeToSignIn()).rejects.toMatchObject({ reason: 'not-proved' });
    }
  });

  it('is not looked for where the provider sends one on to', async () => {
    answers.set('/elsewhere', describing(address));
    answers.set(DESCRIPTION, `${address}/elsewhere`);
    await expect(placeToSignIn()).rejects.toMatchObject({ reason: 'provider-down' });
    expect(asked).not.toContain('/elsewhere');
  });
});

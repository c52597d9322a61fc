import { createHmac } from 'node:crypto';
import {
  decodeJwt,
  decodeProtectedHeader,
  exportSPKI,
  importJWK,
  UnsecuredJWT,
  type CryptoKey,
  type JWTPayload,
} from 'jose';
import { SCOPES } from '#domain';
import { IdentityService, SessionService } from '#identity';
import { AppLogger, loadConfig } from '#platform';
import { JwtVerifier } from '../../libs/identity/machine-access/jwt-verifier.js';
import { startWorld, type World } from '../api/world/api-world.js';
import { CaseDriver } from '../api/world/case-driver.js';
import { Description } from '../api/world/description.js';
import type { Json } from '../api/world/http-client.js';
import { Issuer, newKey, publicPart, signed, type IssuerClient, type IssuerKey } from './issuer.js';

// Clients of a real OpenID provider: OAuth 2.0 client credentials, its JWTs verified by its keys.

const FIGURES: IssuerClient = { id: 'figures', secret: 'a secret of the figures client, long enough' };
const OTHER: IssuerClient = { id: 'other', secret: 'a secret of the other client, long enough' };
const AUDIENCE = 'https://spend.example';

let issuer: Issuer;
let key: IssuerKey;
let world: World;
beforeAll(async () => {
  issuer = await Issuer.at([FIGURES, OTHER], SCOPES, AUDIENCE);
  key = await newKey('ES256', 'first');
  await issuer.start([key]);
});
afterAll(() => issuer.stop());

async function open(): Promise<void> {
  world = await startWorld({
    APP_MODE: 'local',
    MACHINE_ISSUERS: `https://elsewhere.example ${issuer.url}`,
    MACHINE_AUDIENCE: AUDIENCE,
  });
  // The provider goes by the time of day, and its tokens with it.
  const { iat = 0 } = decodeJwt(await issuer.tokenFor(FIGURES, 'cases:read'));
  world.clock.set(new Date(iat * 1_000));
}

async function close(): Promise<void> {
  const token = await signedIn();
  const description = new Description(await world.http.read({ token }, '/openapi.json'));
  const faults = world.http.exchanges.flatMap((exchange) => description.faultsOf(exchange));
  await world.close();
  expect(faults).toEqual([]);
}

/** People of the world signed in at its beginning, which is long ago by now. */
async function signedIn(part: 'administrator' | 'submitter' = 'administrator'): Promise<string> {
  const { token } = await world.api.app
    .get(IdentityService, { strict: false })
    .issueToken(world.people[part].id);
  return token;
}

async function register(over: Json = {}): Promise<Json> {
  const reply = await world.http.expect(201, { token: await signedIn() }, 'POST', '/machine-access/clients', {
    body: {
      name: 'Figures of the department',
      issuer: issuer.url,
      subject: FIGURES.id,
      scopes: ['cases:read', 'cases:write'],
      email: 'Figures@home-office.example',
      role: 'submitter',
      organisationId: world.organisations.department.id,
      ...over,
    },
  });
  return reply.body;
}

async function statusOf(token: string, path = '/cases'): Promise<number> {
  return (await world.http.send({ token }, 'GET', path)).status;
}

/** What a token of the issuer for the client says, with some of it changed. */
function claims(over: JWTPayload = {}): JWTPayload {
  const now = Math.floor(world.clock.now().getTime() / 1_000);
  return {
    iss: issuer.url,
    aud: AUDIENCE,
    sub: FIGURES.id,
    client_id: FIGURES.id,
    scope: 'cases:read',
    iat: now,
    exp: now + 300,
    jti: 'one',
    ...over,
  };
}

describe('a registered client', () => {
  beforeEach(open);
  afterEach(close);

  it('gets in with the token its issuer gave it, as its service account, within its scopes', async () => {
    const client = await register();
    const token = await issuer.tokenFor(FIGURES, SCOPES.join(' '));
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    expect(decodeJwt(token)).toMatchObject({ sub: FIGURES.id, aud: AUDIENCE, scope: SCOPES.join(' ') });
    const body = { organisationId: world.organisations.department.id, title: 'From the figures' };
    const { reference } = (
      await world.http.expect<{ reference: string }>(201, { token }, 'POST', '/cases', { body })
    ).body;
    const { items } = await world.http.read<{ items: Json[] }>({ token }, `/cases/${reference}/events`);
    expect(items).toMatchObject([
      {
        type: 'case-created',
        actor: client['account'],
        actorRole: 'submitter',
        payload: { via: { kind: 'client', id: client['id'] } },
      },
    ]);
    // The token has more scopes than the client.
    const refused = await world.http.send({ token }, 'GET', '/decisions');
    expect(refused.status).toBe(403);
    expect(refused.body['detail']).toContain('“decisions:read”');
  });

  it('has no more of its scopes than its token', async () => {
    await register();
    const token = await issuer.tokenFor(FIGURES, 'cases:read');
    expect(await statusOf(token)).toBe(200);
    const body = { organisationId: world.organisations.department.id, title: 'From the figures' };
    const refused = await world.http.send({ token }, 'POST', '/cases', { body });
    expect(refused.status).toBe(403);
    expect(refused.body['detail']).toContain('“cases:write”');
    expect(await statusOf(await signed(key, claims({ scope: undefined })))).toBe(403);
    expect(await statusOf(await signed(key, claims({ scope: 'everything' })))).toBe(403);
  });

  it('sees what its role sees, and no case of another organisation', async () => {
    const driver = new CaseDriver({ ...world, people: await everybodySignedIn() });
    const { reference } = await driver.draft();
    await register({ organisationId: world.organisations.otherDepartment.id });
    const token = await issuer.tokenFor(FIGURES, 'cases:read');
    expect(await world.http.read({ token }, '/cases')).toEqual({ items: [], next: null });
    expect(await statusOf(token, `/cases/${reference}`)).toBe(404);
  });

  it('has its last use noted, to the minute', async () => {
    const { id } = await register();
    const lastUse = async (): Promise<unknown> => {
      const { items } = await world.http.read<{ items: Json[] }>(
        { token: await signedIn() },
        '/machine-access/clients',
      );
      return items.find((client) => client['id'] === id)?.['lastUsedAt'];
    };
    expect(await lastUse()).toBeNull();
    const first = world.clock.now().toISOString();
    await statusOf(await signed(key, claims()));
    world.clock.advance(59_000);
    await statusOf(await signed(key, claims()));
    expect(await lastUse()).toBe(first);
    world.clock.advance(2_000);
    await statusOf(await signed(key, claims()));
    expect(await lastUse()).toBe(world.clock.now().toISOString());
  });

  it('is shut out at once when it is revoked, its account deactivated or its role ended', async () => {
    const administrator = { token: await signedIn() };
    const revoked = await register();
    const token = await issuer.tokenFor(FIGURES, 'cases:read cases:write');
    expect(await statusOf(token)).toBe(200);
    await world.http.expect(204, administrator, 'DELETE', `/machine-access/clients/${String(revoked['id'])}`);
    expect(await statusOf(token)).toBe(401);

    const again = await register();
    const { id: accountId } = again['account'] as { id: string };
    expect(accountId).toBe((revoked['account'] as { id: string }).id);
    expect(await statusOf(token)).toBe(200);
    const { roles } = await world.http.read<{ roles: { id: string }[] }>(
      administrator,
      `/people/${accountId}`,
    );
    expect(roles).toHaveLength(1);
    world.clock.advance(1);
    await world.http.expect(204, administrator, 'DELETE', `/people/${accountId}/roles/${roles[0]!.id}`);
    const body = { organisationId: world.organisations.department.id, title: 'Too late' };
    expect((await world.http.send({ token }, 'POST', '/cases', { body })).status).toBe(403);
    expect(await world.http.read({ token }, '/cases')).toEqual({ items: [], next: null });

    await world.http.expect(200, administrator, 'POST', `/people/${accountId}/deactivation`);
    expect(await statusOf(token)).toBe(401);
    const { items } = await world.http.read<{ items: Json[] }>(administrator, '/machine-access/clients');
    expect(items.map(({ revokedAt }) => revokedAt)).toEqual([expect.any(String), expect.any(String)]);
  });
});

describe('a token', () => {
  beforeAll(async () => {
    await open();
    await register();
  });
  afterAll(close);

  async function foreignKey(): Promise<IssuerKey> {
    return newKey('ES256', key.kid);
  }

  it.each([
    ['is for somebody else', { aud: 'https://elsewhere.example' }],
    ['is for nobody', { aud: undefined }],
    ['is of an issuer that is trusted, and whose keys are others', { iss: 'https://elsewhere.example' }],
    ['is of another issuer', { iss: 'https://evil.example' }],
    ['is of an issuer that is named almost so', { iss: 'http://127.0.0.1:1/' }],
    ['is of no issuer', { iss: undefined }],
    ['has ended', { exp: -31 }],
    ['never ends', { exp: undefined }],
    ['counts only later', { nbf: 31 }],
    ['was issued in the future', { iat: 31 }],
    ['does not say when it was issued', { iat: undefined }],
    ['was issued more than a day ago', { iat: -86_431 }],
    ['is of nobody', { sub: undefined }],
    ['is of an empty client', { sub: '' }],
    ['is of a client nobody registered', { sub: OTHER.id, client_id: OTHER.id }],
    ['is of a person at the client', { sub: 'somebody' }],
  ] as const)('does not work that %s', async (_what, over) => {
    const now = Math.floor(world.clock.now().getTime() / 1_000);
    const timed = Object.fromEntries(
      Object.entries(over).map(([name, value]) => [name, typeof value === 'number' ? now + value : value]),
    );
    expect(await statusOf(await signed(key, claims()))).toBe(200);
    const reply = await world.http.send({ token: await signed(key, claims(timed)) }, 'GET', '/cases');
    // Nothing is known of that issuer's keys, and nothing answers there.
    expect(reply.status).toBe(timed['iss'] === 'https://elsewhere.example' ? 503 : 401);
  });

  it('works within the tolerance that clocks need, for one of several audiences, and without a type', async () => {
    const now = Math.floor(world.clock.now().getTime() / 1_000);
    for (const over of [
      { exp: now - 20 },
      { nbf: now + 20 },
      { iat: now + 20 },
      { aud: ['https://elsewhere.example', AUDIENCE] },
    ])
      expect(await statusOf(await signed(key, claims(over)))).toBe(200);
    for (const typ of ['AT+JWT', 'application/at+jwt', 'JWT'])
      expect(await statusOf(await signed(key, claims(), { typ }))).toBe(200);
    expect(await statusOf(await signed(key, claims(), { typ: 'logout+jwt' }))).toBe(401);
  });

  it('does not work that another key signed, or nobody', async () => {
    expect(await statusOf(await signed(await foreignKey(), claims()))).toBe(401);
    expect(await statusOf(new UnsecuredJWT(claims()).encode())).toBe(401);
    const genuine = await issuer.tokenFor(FIGURES, 'cases:read');
    const [header = '', payload = '', signature = ''] = genuine.split('.');
    const more = Buffer.from(JSON.stringify({ ...decodeJwt(genuine), scope: SCOPES.join(' ') })).toString(
      'base64url',
    );
    expect(await statusOf(genuine)).toBe(200);
    for (const forged of [`${header}.${more}.${signature}`, `${header}.${payload}.`, `${header}.${payload}`])
      expect(await statusOf(forged)).toBe(401);
  });

  it('does not work that the issuer’s public key was made the secret of', async () => {
    const spki = await exportSPKI((await importJWK(publicPart(key), key.alg)) as CryptoKey);
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const secret of [spki, JSON.stringify(publicPart(key)), Buffer.from(key.x ?? '', 'base64url')]) {
      const text = `${encode({ alg: 'HS256', kid: key.kid, typ: 'at+jwt' })}.${encode(claims())}`;
      const forged = `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
      expect(await statusOf(forged)).toBe(401);
    }
  });

  it('does not work that brings its own key, or must be understood further', async () => {
    const own = await newKey('ES256', 'mine');
    for (const header of [{ jwk: publicPart(own) }, { jku: `${issuer.url}/jwks` }, { kid: key.kid }])
      expect(await statusOf(await signed(own, claims(), header))).toBe(401);
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const [, payload = '', signature = ''] = (await signed(key, claims())).split('.');
    const critical = encode({ alg: 'ES256', kid: key.kid, crit: ['exp2'], exp2: 1 });
    expect(await statusOf(`${critical}.${payload}.${signature}`)).toBe(401);
  });

  it('opens no page, and is no session', async () => {
    const token = await issuer.tokenFor(FIGURES, 'cases:read');
    expect(await world.api.app.get(SessionService, { strict: false }).personOf(token)).toBeNull();
    for (const [method, path] of [
      ['GET', '/sessions/current'],
      ['DELETE', '/sessions/current'],
      ['GET', '/me/tokens'],
      ['POST', '/me/tokens'],
    ] as const)
      expect((await world.http.send({ token }, method, path)).status).toBe(403);
  });
});

describe('the keys of an issuer', () => {
  beforeEach(open);
  afterEach(close);

  it('can be changed over: a new one is found, and one that was taken away opens nothing', async () => {
    await register();
    const old = await issuer.tokenFor(FIGURES, 'cases:read');
    expect(await statusOf(old)).toBe(200);
    const next = await newKey('RS256', 'second');
    await issuer.stop();
    await issuer.start([next]);
    try {
      const fresh = await issuer.tokenFor(FIGURES, 'cases:read');
      expect(decodeProtectedHeader(fresh)).toMatchObject({ alg: 'RS256', kid: 'second' });
      // Keys nobody knows are looked for at most every half minute, so that nobody can make us ask the issuer again and again.
      expect(await statusOf(fresh)).toBe(401);
      world.clock.advance(30_000);
      expect(await statusOf(await signed(next, claims()))).toBe(200);
      expect(await statusOf(fresh)).toBe(200);
      expect(await statusOf(old)).toBe(401);
    } finally {
      await issuer.stop();
      await issuer.start([key]);
    }
  });

  it('have 128 bits of strength, unless the configuration lets the issuer have shorter ones', async () => {
    await register();
    const short = await newKey('RS256', 'short', 2_048);
    await issuer.stop();
    await issuer.start([short]);
    try {
      const token = await signed(short, claims());
      expect(await statusOf(token)).toBe(401);
      const lenient = loadConfig({
        APP_MODE: 'local',
        DATABASE_URL: world.config.databaseUrl,
        PUBLIC_URL: 'http://127.0.0.1:1',
        MAIL_TRANSPORT: 'file',
        MAIL_DIRECTORY: '/nowhere',
        MAIL_FROM: 'no-reply@spend.example',
        ASSURANCE_INBOX: 'assurance@gds.example',
        MACHINE_ISSUERS: issuer.url,
        MACHINE_ISSUERS_WITH_SHORT_KEYS: issuer.url,
        MACHINE_AUDIENCE: AUDIENCE,
      });
      const verifier = new JwtVerifier(lenient, world.clock, new AppLogger({ level: 'fatal' }));
      expect((await verifier.verify(token))?.subject).toBe(FIGURES.id);
    } finally {
      await issuer.stop();
      await issuer.start([key]);
    }
  });

  it.each(['PS256', 'EdDSA'])('may be of the kind %s', async (alg) => {
    await register();
    const other = await newKey(alg, `of-${alg}`);
    await issuer.stop();
    await issuer.start([other]);
    try {
      expect(await statusOf(await signed(other, claims()))).toBe(200);
    } finally {
      await issuer.stop();
      await issuer.start([key]);
    }
  });

  it('are needed once: then its tokens work while it is away, and before that we say to try again', async () => {
    await register();
    const token = await signed(key, claims());
    await issuer.stop();
    try {
      const never = await world.http.send({ token }, 'GET', '/cases');
      expect(never.status).toBe(503);
      expect(never.body['type']).toBe('/problems/unavailable');
      expect(never.headers.get('retry-after')).not.toBeNull();
    } finally {
      await issuer.start([key]);
    }
    // It is left alone for a moment after it could not be reached.
    expect(await statusOf(token)).toBe(503);
    world.clock.advance(5_000);
    expect(await statusOf(token)).toBe(200);
    await issuer.stop();
    try {
      expect(await statusOf(token)).toBe(200);
      world.clock.advance(11 * 60_000);
      expect(await statusOf(await signed(key, claims()))).toBe(200);
      world.clock.advance(23 * 3_600_000);
      expect(await statusOf(await signed(key, claims()))).toBe(200);
      world.clock.advance(2 * 3_600_000);
      expect(await statusOf(await signed(key, claims()))).toBe(503);
    } finally {
      await issuer.start([key]);
    }
  });
});

describe('registering a client', () => {
  beforeEach(open);
  afterEach(close);

  async function refused(over: Json): Promise<Json> {
    const body = {
      name: 'Figures',
      issuer: issuer.url,
      subject: FIGURES.id,
      scopes: ['cases:read'],
      email: 'figures@home-office.example',
      role: 'submitter',
      organisationId: world.organisations.department.id,
      ...over,
    };
    const reply = await world.http.send({ token: await signedIn() }, 'POST', '/machine-access/clients', {
      body,
    });
    return { status: reply.status, errors: reply.body['errors'] };
  }

  it('is for administrators, and its account is nobody’s who signs in', async () => {
    const submitter = { token: await signedIn('submitter') };
    for (const [method, path] of [
      ['GET', '/machine-access/clients'],
      ['GET', '/machine-access/tokens'],
      ['POST', '/machine-access/clients'],
    ] as const)
      expect((await world.http.send(submitter, method, path)).status).toBe(403);
    const { account } = await register();
    const { id } = account as { id: string };
    const sessions = world.api.app.get(SessionService, { strict: false });
    await expect(sessions.begin(id, null)).rejects.toMatchObject({ problem: { status: 401 } });

    const identity = world.api.app.get(IdentityService, { strict: false });
    await expect(identity.issueToken(id)).rejects.toMatchObject({ problem: { status: 401 } });
    const invited = await world.http.send({ token: await signedIn() }, 'POST', '/people/invitations', {
      body: {
        name: 'Somebody',
        email: 'figures@home-office.example',
        role: 'submitter',
        organisationId: world.organisations.department.id,
      },
    });
    expect(invited.status).toBe(409);
    expect(invited.body['errors']).toMatchObject([{ pointer: '/email' }]);
  });

  it('gives its account no role that decides, reviews, signs off or administers, then or later', async () => {
    for (const role of ['reviewer', 'decider', 'assurance-lead', 'administrator'])
      expect(await refused({ role })).toMatchObject({ status: 400, errors: [{ pointer: '/role' }] });
    const { account } = await register();
    const path = `/people/${(account as { id: string }).id}/roles`;
    for (const role of ['reviewer', 'decider', 'assurance-lead', 'administrator']) {
      const reply = await world.http.send({ token: await signedIn() }, 'POST', path, {
        body: { role, organisationId: world.organisations.assurance.id },
      });
      expect(reply.status).toBe(422);
      expect(reply.body['errors']).toMatchObject([{ pointer: '/role' }]);
    }
    const body = { role: 'auditor', organisationId: world.organisations.assurance.id };
    await world.http.expect(201, { token: await signedIn() }, 'POST', path, { body });
  });

  it('is refused for an issuer that is not trusted, twice, and for the address of a person', async () => {
    expect(await refused({ issuer: 'https://evil.example' })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/issuer' }],
    });
    expect(await refused({ organisationId: world.people.lead.id })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/organisationId' }],
    });
    expect(await refused({ email: world.people.submitter.email })).toMatchObject({
      status: 409,
      errors: [{ pointer: '/email' }],
    });
    await register();
    expect(await refused({})).toMatchObject({ status: 409, errors: [{ pointer: '/subject' }] });
    const left = await world.database.query<{ count: number }>({
      text: `select count(*)::int as count from person where service_account`,
      values: [],
    });
    expect(left).toEqual([{ count: 1 }]);
  });
});

async function everybodySignedIn(): Promise<World['people']> {
  const identity = world.api.app.get(IdentityService, { strict: false });
  const entries = await Promise.all(
    Object.entries(world.people).map(async ([part, person]) => {
      const { token } = await identity.issueToken(person.id);
      return [part, { ...person, token }] as const;
    }),
  );
  return Object.fromEntries(entries) as World['people'];
}

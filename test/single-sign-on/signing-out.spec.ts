import { randomUUID } from 'node:crypto';
import { Traveller } from './traveller.js';
import { startSignInWorld, type SignInWorld } from './sign-in-world.js';
import { providerNow } from './test-provider.js';

const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };

let world: SignInWorld;
beforeAll(async () => {
  world = await startSignInWorld({ SESSION_IDLE_MINUTES: '480', SESSION_HOURS: '24' });
  const { email } = world.people.submitter;
  await world.provider.account('submitter', { email, email_verified: true });
  await world.provider.account('lead', { email: world.people.lead.email, email_verified: true });
});
afterAll(() => world.close());

async function signedIn(login = 'submitter'): Promise<Traveller> {
  const traveller = await Traveller.of(world);
  expect((await traveller.signIn('records', login)).status).toBe(303);
  return traveller;
}

/** The provider's own names of the sessions of somebody, the last one last. */
async function sessionsOf(login: string): Promise<readonly string[]> {
  const rows = await world.owner.query<{ sid: string }>({
    text: `select w.provider_session as sid from web_session w join external_identity e on e.id = w.external_identity_id
      where e.subject = $1 order by w.created_at, w.ctid`,
    values: [login],
  });
  return rows.map(({ sid }) => sid);
}

function logoutClaims(changes: object = {}): object {
  const now = providerNow();
  const { issuer: iss } = world.provider;
  return { iss, aud: 'records', iat: now, exp: now + 120, jti: randomUUID(), events: EVENTS, ...changes };
}

async function tell(token: string | null, provider = 'records'): Promise<Response> {
  return fetch(`${world.api.url}/sign-in/${provider}/back-channel-logout`, {
    method: 'POST',
    body: new URLSearchParams(token === null ? {} : { logout_token: token }),
  });
}

describe('signing out here', () => {
  it('ends the session and goes on to the provider, with a hint of who it is', async () => {
    const traveller = await signedIn();
    const left = await traveller.client.post('/sign-out', {});
    expect(left.status).toBe(200);
    const [, address = ''] = /content="0; url=([^"]+)"/.exec(left.html) ?? [];
    const url = new URL(address.replaceAll('&amp;', '&'));
    expect(url.origin + url.pathname).toBe(`${world.provider.issuer}/session/end`);
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${world.config.publicUrl}/signed-out`);
    expect(url.searchParams.get('id_token_hint')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(await traveller.isSignedIn()).toBe(false);
  });

  it('works where the provider does not answer', async () => {
    const traveller = await signedIn();
    // What it said of itself is asked for anew after an hour.
    world.clock.advance(61 * 60_000);
    await world.provider.fail();
    const left = await traveller.client.post('/sign-out', {});
    await world.provider.recover();
    expect([left.status, left.headers.get('location')]).toEqual([303, '/signed-out']);
    expect(await traveller.isSignedIn()).toBe(false);
  });

  it('keeps the ID token where nobody who reads the database can read it', async () => {
    await signedIn();
    const [row] = await world.owner.query<{ sealed: string; plain: boolean }>({
      text: `select encode(id_token_sealed, 'escape') as sealed, ended_at is null as plain from web_session
        where id_token_sealed is not null order by created_at desc limit 1`,
      values: [],
    });
    expect(row?.sealed.length).toBeGreaterThan(200);
    expect(row?.sealed).not.toContain('eyJ');
  });
});

describe('a logout the provider tells of', () => {
  it('ends the one session it is of, at once, and cannot be replayed', async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    const sid = (await sessionsOf('submitter')).at(-1);
    const token = await world.provider.sign(logoutClaims({ sub: 'submitter', sid }));
    const answer = await tell(token);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect([await one.isSignedIn(), await other.isSignedIn()]).toEqual([true, false]);
    expect((await tell(token)).status).toBe(400);
  });

  it('of a person ends all of theirs, and nobody else’s', async () => {
    const [one, other, lead] = [await signedIn(), await signedIn(), await signedIn('lead')];
    expect((await tell(await world.provider.sign(logoutClaims({ sub: 'submitter' })))).status).toBe(200);
    expect([await one.isSignedIn(), await other.isSignedIn()]).toEqual([false, false]);
    expect(await lead.isSignedIn()).toBe(true);
  });

  it('of nobody here is obeyed, and changes nothing', async () => {
    const lead = await signedIn('lead');
    expect((await tell(await world.provider.sign(logoutClaims({ sub: 'nobody' })))).status).toBe(200);
    expect(await lead.isSignedIn()).toBe(true);
  });

  const NOW = providerNow();
  it.each([
    ['of another issuer', { iss: 'https://evil.example' }],
    ['for another audience', { aud: 'claims' }],
    ['that has expired', { iat: NOW - 7_200, exp: NOW - 3_600 }],
    ['that is old', { iat: NOW - 3_600, exp: NOW + 3_600 }],
    ['that does not say when', { iat: undefined }],
    ['without an id', { jti: undefined }],
    ['of another event', { events: { 'http://schemas.openid.net/event/other': {} } }],
    ['of no event', { events: undefined }],
    ['that is an ID token', { nonce: 'a nonce' }],
    ['of nobody', { sub: undefined }],
  ])('%s is refused', async (_name, changes) => {
    const lead = await signedIn('lead');
    const answer = await tell(await world.provider.sign(logoutClaims({ sub: 'lead', ...changes })));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: 'invalid_request' });
    expect(await lead.isSignedIn()).toBe(true);
  });

  it.each(['JWT', 'at+jwt', null])('of the type %s is refused', async (typ) => {
    const lead = await signedIn('lead');
    const answer = await tell(await world.provider.sign(logoutClaims({ sub: 'lead' }), { typ }));
    expect(answer.status).toBe(400);
    expect(await lead.isSignedIn()).toBe(true);
  });

  it('need not say its type where the configuration gives a reason', async () => {
    const token = await world.provider.sign(logoutClaims({ aud: 'claims', sub: 'nobody' }), { typ: null });
    expect((await tell(token, 'claims')).status).toBe(200);
  });

  it('that is forged, unsigned, malformed or missing is refused', async () => {
    const lead = await signedIn('lead');
    const claims = logoutClaims({ sub: 'lead' });
    const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');
    const tokens = [
      await world.provider.sign(claims, { forged: true }),
      `${part({ alg: 'none' })}.${part(claims)}.`,
      'not a token',
      null,
    ];
    for (const token of tokens) expect((await tell(token)).status).toBe(400);
    expect(await lead.isSignedIn()).toBe(true);
  });

  it('cannot be checked while the provider is away, and is asked for again', async () => {
    const lead = await signedIn('lead');
    const token = await world.provider.sign(logoutClaims({ sub: 'lead' }));
    world.clock.advance(61 * 60_000);
    await world.provider.fail();
    expect((await tell(token)).status).toBe(503);
    await world.provider.recover();
    expect(await lead.isSignedIn()).toBe(true);
    expect((await tell(token)).status).toBe(200);
    expect(await lead.isSignedIn()).toBe(false);
  });

  it('at a provider there is not is not there', async () => {
    const answer = await fetch(`${world.api.url}/sign-in/nobody/back-channel-logout`, { method: 'POST' });
    expect(answer.status).toBe(404);
  });
});

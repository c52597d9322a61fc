import { headingOf, Traveller } from './traveller.js';
import { startSignInWorld, type SignInWorld } from './sign-in-world.js';
import { providerNow, type Tampering } from './test-provider.js';

// What a provider, or somebody on the way, could answer with instead of an honest ID token. Where the point is a claim,
// the token is signed by the provider's own key.

let world: SignInWorld;
let earlier: string;
beforeAll(async () => {
  world = await startSignInWorld();
  const { email } = world.people.submitter;
  await world.provider.account('submitter', { email, email_verified: true });
});
afterAll(() => world.close());
afterEach(() => world.provider.tamper(null));

const NOW = providerNow();
const DISHONEST: readonly (readonly [string, Tampering])[] = [
  ['for another audience', { kind: 'claims', claims: { aud: 'somebody-else' } }],
  ['for several, issued to another', { kind: 'claims', claims: { aud: ['records', 'x'], azp: 'x' } }],
  ['with another nonce', { kind: 'claims', claims: { nonce: 'of another sign-in' } }],
  ['without a nonce', { kind: 'claims', claims: { nonce: null } }],
  ['of another issuer', { kind: 'claims', claims: { iss: 'https://evil.example' } }],
  ['that has expired', { kind: 'claims', claims: { iat: NOW - 7_200, exp: NOW - 3_600 } }],
  ['without an end', { kind: 'claims', claims: { exp: null } }],
  ['without a subject', { kind: 'claims', claims: { sub: null } }],
  ['not valid yet', { kind: 'claims', claims: { nbf: NOW + 3_600 } }],
  ['forged with another key of the same name', { kind: 'foreign-key' }],
  ['without a signature (alg none)', { kind: 'unsigned' }],
  ['signed with the secret of the client', { kind: 'shared-secret' }],
  ['with a signature that was tampered with', { kind: 'broken' }],
];

describe('an ID token', () => {
  it.each(DISHONEST)('%s signs nobody in', async (_name, tampering) => {
    const traveller = await Traveller.of(world);
    await world.provider.tamper(tampering);
    const back = await traveller.signIn('records', 'submitter');
    expect([back.status, headingOf(back)]).toEqual([403, 'You could not be signed in']);
    expect(back.html).toContain(back.headers.get('x-correlation-id') ?? 'no reference');
    // What is random about a page may spell anything.
    expect(back.html.replaceAll(/nonce="[^"]*"|value="[^"]*"/g, '')).not.toMatch(
      /nonce “|jwt|claim|evil|OAUTH|ERR_/i,
    );
    expect(traveller.client.cookies.has('session')).toBe(false);
    await world.provider.tamper(null);
    expect((await traveller.signIn('records', 'submitter')).status).toBe(303);
  });

  it('signed with a key of less than 128 bits of strength signs nobody in', async () => {
    await world.provider.rotateKeys(2_048);
    const traveller = await Traveller.of(world);
    const back = await traveller.signIn('records', 'submitter');
    expect([back.status, headingOf(back)]).toEqual([403, 'You could not be signed in']);
    await world.provider.rotateKeys();
    expect((await traveller.signIn('records', 'submitter')).status).toBe(303);
  });

  it('of an earlier sign-in signs nobody in', async () => {
    await world.provider.tamper({ kind: 'remember' });
    expect((await (await Traveller.of(world)).signIn('records', 'submitter')).status).toBe(303);
    await world.provider.tamper({ kind: 'another' });
    const traveller = await Traveller.of(world);
    const back = await traveller.signIn('records', 'submitter');
    expect([back.status, headingOf(back)]).toEqual([403, 'You could not be signed in']);
    expect(await traveller.isSignedIn()).toBe(false);
  });
});

describe('what comes back', () => {
  beforeEach(async () => {
    const traveller = await Traveller.of(world);
    earlier = await traveller.signInThere(await traveller.depart('records'), 'submitter');
  });

  it('works once, in the browser that began it', async () => {
    const traveller = await Traveller.of(world);
    const address = await traveller.signInThere(await traveller.depart('records'), 'submitter');
    const stranger = await Traveller.of(world);
    await stranger.depart('records');
    const stolen = await stranger.client.get(address);
    expect([stolen.status, headingOf(stolen)]).toEqual([400, 'This sign-in did not begin in this browser']);
    expect((await traveller.client.get(address)).status).toBe(303);
    const replayed = await traveller.client.get(address);
    expect([replayed.status, headingOf(replayed)]).toEqual([400, 'This sign-in was used already']);
  });

  it('in two windows at once signs in one of them', async () => {
    const traveller = await Traveller.of(world);
    const address = await traveller.signInThere(await traveller.depart('records'), 'submitter');
    const answers = await Promise.all([traveller.client.get(address), traveller.client.get(address)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400]);
  });

  it('with the state of another sign-in, or with none, signs nobody in', async () => {
    const traveller = await Traveller.of(world);
    const own = new URL(await traveller.depart('records')).searchParams.get('state') ?? '';
    const url = new URL(earlier, 'http://service.example');
    // Somebody else's code under one's own state: the nonce and the verifier of the code are others.
    url.searchParams.set('state', own);
    const swapped = await traveller.client.get(url.pathname + url.search);
    expect([swapped.status, headingOf(swapped)]).toEqual([403, 'You could not be signed in']);
    for (const address of ['/sign-in/records/return', '/sign-in/records/return?code=1&state=short']) {
      const answer = await traveller.client.get(address);
      expect([answer.status, headingOf(answer)]).toEqual([400, 'This sign-in did not begin in this browser']);
    }
    expect(await traveller.isSignedIn()).toBe(false);
  });

  it('at another provider than it began at signs nobody in', async () => {
    const traveller = await Traveller.of(world);
    const address = await traveller.signInThere(await traveller.depart('records'), 'submitter');
    const mixedUp = await traveller.client.get(address.replace('/records/', '/claims/'));
    expect([mixedUp.status, headingOf(mixedUp)]).toEqual([400, 'This sign-in did not begin in this browser']);
  });

  it('too late signs nobody in, and gives back what somebody wrote', async () => {
    const traveller = await Traveller.of(world);
    const fields = { resume: '/requests/new', 'kept.title': 'Renew the <case> system' };
    const address = await traveller.signInThere(await traveller.depart('records', fields), 'submitter');
    world.clock.advance(10 * 60_000);
    const late = await traveller.client.get(address);
    expect([late.status, headingOf(late)]).toEqual([400, 'Signing in took too long']);
    expect(late.html).toContain('name="kept.title" value="Renew the &lt;case&gt; system"');
  });

  it('is of no use to who reads the database: what it needs is sealed, and states are hashes', async () => {
    const traveller = await Traveller.of(world);
    const fields = { resume: '/requests/new', 'kept.title': 'Renew the case system' };
    const url = new URL(await traveller.depart('records', fields));
    const [row] = await world.owner.query<{ text: string }>({
      text: `select string_agg(j::text || encode(sealed, 'escape'), '') as text from sign_in_journey j`,
      values: [],
    });
    expect(row?.text.length).toBeGreaterThan(100);
    for (const secret of ['state', 'nonce', 'code_challenge'])
      expect(row?.text).not.toContain(url.searchParams.get(secret));
    expect(row?.text).not.toContain('case system');
  });
});

describe('going to the provider', () => {
  it('asks for a code with a fresh state, nonce and challenge, and nothing else', async () => {
    const traveller = await Traveller.of(world);
    const [one, other] = [
      new URL(await traveller.depart('records')),
      new URL(await traveller.depart('records')),
    ];
    expect(Object.fromEntries(one.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'records',
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      redirect_uri: `${world.config.publicUrl}/sign-in/records/return`,
    });
    for (const secret of ['state', 'nonce', 'code_challenge']) {
      expect(one.searchParams.get(secret)).toMatch(/^[\w-]{43}$/);
      expect(one.searchParams.get(secret)).not.toBe(other.searchParams.get(secret));
    }
  });

  it('cannot be begun by another site, and knows its providers', async () => {
    const { client } = await Traveller.of(world);
    const foreign = await client.post('/sign-in/with/records', {}, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    expect((await client.post('/sign-in/with/nobody', {})).status).toBe(404);
    expect((await client.get('/sign-in/nobody/return?code=1')).status).toBe(404);
  });
});

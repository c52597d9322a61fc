import { Writable } from 'node:stream';
import { AppLogger } from '#platform';
import { mountWeb } from '../../apps/web/run-web.js';
import { serveBoth } from '../../apps/local/service/one-address.js';
import { headingOf, Traveller } from './traveller.js';
import { startSignInWorld, type SignInWorld } from './sign-in-world.js';

let world: SignInWorld;
beforeAll(async () => {
  world = await startSignInWorld({ SIGN_IN_PROVIDER_SECONDS: '1' });
  const { email, name } = world.people.submitter;
  await world.provider.account('submitter', { email, email_verified: true, name });
});
afterAll(() => world.close());

describe('signing in', () => {
  it('goes on to where somebody was going, in a new session', async () => {
    const traveller = await Traveller.of(world);
    const back = await traveller.signIn('records', 'submitter', { then: '/account?from=here' });
    expect(back.status).toBe(303);
    expect(back.headers.get('location')).toBe('/account?from=here');
    const first = traveller.client.cookies.get('session');
    expect(await traveller.isSignedIn()).toBe(true);
    await traveller.client.post('/sign-out', {});
    await traveller.signIn('records', 'submitter', { then: '//evil.example' });
    expect(traveller.client.cookies.get('session')).not.toBe(first);
  });

  it('goes on to no other host', async () => {
    const traveller = await Traveller.of(world);
    const back = await traveller.signIn('records', 'submitter', { then: '//evil.example' });
    expect(back.headers.get('location')).toBe('/');
  });

  it('takes no password where it is not told to', async () => {
    const { client } = await Traveller.of(world);
    expect((await client.get('/sign-in')).html).not.toContain('type="password"');
    const answer = await client.post('/sign-in', { email: 'a@people.example', password: 'any password' });
    expect(answer.status).toBe(403);
  });

  it('works on with keys the provider has changed since it was last asked', async () => {
    expect((await (await Traveller.of(world)).signIn('records', 'submitter')).status).toBe(303);
    await world.provider.rotateKeys();
    expect((await (await Traveller.of(world)).signIn('records', 'submitter')).status).toBe(303);
  });
});

describe('a provider that is away', () => {
  const written = { resume: '/requests/new', 'kept.title': 'Renew the case system' };

  it('when somebody comes back, and one that is too slow, is said to be, and nothing is lost', async () => {
    const traveller = await Traveller.of(world);
    const address = await traveller.signInThere(await traveller.depart('records', written), 'submitter');
    await world.provider.slow(1_500);
    const slow = await traveller.client.get(address);
    await world.provider.slow(0);
    expect([slow.status, headingOf(slow)]).toEqual([503, 'You cannot sign in just now']);
    expect(slow.headers.get('retry-after')).not.toBeNull();
    expect(slow.html).toContain('name="kept.title" value="Renew the case system"');
    const later = await traveller.signInThere(await traveller.depart('records', written), 'submitter');
    await world.provider.fail();
    const down = await traveller.client.get(later);
    await world.provider.recover();
    expect([down.status, headingOf(down)]).toEqual([503, 'You cannot sign in just now']);
    expect(down.html).toContain('name="kept.title" value="Renew the case system"');
  });

  it('when somebody goes there for the first time is said to be, and is found once it answers', async () => {
    // What it said of itself is asked for anew after an hour.
    world.clock.advance(61 * 60_000);
    const traveller = await Traveller.of(world);
    for (const [begin, end] of [
      [() => world.provider.fail(), () => world.provider.recover()],
      [() => world.provider.slow(1_500), () => world.provider.slow(0)],
    ] as const) {
      await begin();
      const page = await traveller.client.post('/sign-in/with/records', written);
      await end();
      expect([page.status, headingOf(page)]).toEqual([503, 'You cannot sign in just now']);
      expect(page.html).toContain('name="kept.title" value="Renew the case system"');
    }
    expect((await traveller.signIn('records', 'submitter')).status).toBe(303);
  });
});

describe('the log', () => {
  it('has one line of a sign-in that came to nothing, without anything of the person', async () => {
    const lines: string[] = [];
    const destination = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(chunk.toString());
        done();
      },
    });
    const logger = new AppLogger({ level: 'info', destination });
    const web = await mountWeb(world.config, { clock: world.clock, logger });
    serveBoth(world.api.app.getHttpServer(), web.answer);
    await world.provider.account('unknown', {
      email: 'somebody.unknown@people.example',
      email_verified: true,
      name: 'Demonstration unknown',
    });
    const traveller = await Traveller.of(world);
    const back = await traveller.signIn('records', 'unknown');
    await web.close();
    expect(back.status).toBe(403);
    const correlationId = back.headers.get('x-correlation-id');
    const refusals = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => msg === 'A sign-in came to nothing');
    expect(refusals).toEqual([
      expect.objectContaining({
        level: 40,
        correlationId,
        provider: 'records',
        reason: 'nobody',
        code: 'nobody',
      }),
    ]);
    const all = lines.join('');
    for (const secret of ['somebody.unknown', 'Demonstration unknown', 'code=', 'state='])
      expect(all).not.toContain(secret);
  });
});

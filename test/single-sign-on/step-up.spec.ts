import { CaseDriver, decisionBody, type DrivenCase } from '../api/world/case-driver.js';
import { headingOf, Traveller } from './traveller.js';
import { startSignInWorld, type SignInWorld } from './sign-in-world.js';
import { providerNow } from './test-provider.js';

const MINUTE = 60_000;

let world: SignInWorld;
let driven: DrivenCase;
beforeAll(async () => {
  // Every case of these tests asks for more.
  world = await startSignInWorld({ STEP_UP_ABOVE_PENCE: '1000000' });
  for (const part of ['decider', 'reviewer'] as const)
    await world.provider.account(part, { email: world.people[part].email, email_verified: true });
});
afterAll(() => world.close());
beforeEach(async () => {
  driven = await new CaseDriver(world).driveTo('recommended');
});

function asked(): Record<string, string> {
  return {
    revision: String(driven.revision),
    version: String(driven.version),
    reason: 'The case is made: “<yes>”.',
    approvedPence: '50,000',
    _once: `once-${driven.reference}`,
  };
}

async function stateOf(): Promise<string> {
  const { body } = await world.http.expect<{ state: string }>(
    200,
    world.people.auditor,
    'GET',
    `/cases/${driven.reference}`,
  );
  return body.state;
}

/** The hidden fields of a form, but for its token. */
function fieldsOf(html: string, action: string): Record<string, string> {
  const form = html.split('<form ').find((part) => part.startsWith(`action="${action}"`)) ?? '';
  const decoded = (text: string): string =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="(?!_csrf)([^"]+)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']): [string, string] => [decoded(name), decoded(value)],
    ),
  );
}

describe('deciding on much money on the pages', () => {
  const path = (): string => `/cases/${driven.reference}/decide/approved/confirm`;

  it('says so beforehand, asks to sign in again, and then does what was asked', async () => {
    const decider = await Traveller.of(world);
    await decider.signIn('records', 'decider');
    const form = await decider.client.get(`/cases/${driven.reference}/decide/approved`);
    expect(form.html).toContain('within the last 15 minutes');
    const check = await decider.client.post(`/cases/${driven.reference}/decide/approved`, {
      ...asked(),
      do: 'check',
    });
    expect(check.html).toContain('A decision on more than £10,000');
    world.clock.advance(16 * MINUTE);
    const refused = await decider.client.post(path(), asked());
    expect([refused.status, headingOf(refused)]).toEqual([403, 'Sign in again to go on']);
    expect(await stateOf()).toBe('recommended');
    const luggage = fieldsOf(refused.html, '/sign-in/with/records');
    expect(luggage).toMatchObject({ resume: path(), 'kept.reason': 'The case is made: “<yes>”.' });
    const url = await decider.depart('records', luggage);
    expect(new URL(url).searchParams.get('prompt')).toBe('login');
    const back = await decider.client.get(await decider.signInThere(url, 'decider'));
    expect([back.status, headingOf(back)]).toEqual([200, 'You are signed in again']);
    const kept = fieldsOf(back.html, path());
    expect(kept).toEqual(asked());
    expect((await decider.client.post(path(), kept)).status).toBe(303);
    expect(await stateOf()).toBe('approved');
  });

  it('is done without asking by who signed in just now', async () => {
    const decider = await Traveller.of(world);
    await decider.signIn('records', 'decider');
    expect((await decider.client.post(path(), asked())).status).toBe(303);
    expect(await stateOf()).toBe('approved');
  });

  it('counts from when they signed in at the provider, however often they come here since', async () => {
    await (await Traveller.of(world)).signIn('records', 'decider');
    const now = providerNow();
    await world.provider.tamper({ kind: 'claims', claims: { auth_time: now - 16 * 60 } });
    const decider = await Traveller.of(world);
    await decider.signIn('records', 'decider');
    expect((await decider.client.post(path(), asked())).status).toBe(403);
    // Nor does it pass where the provider did not ask them, or does not say that it did.
    const again = await decider.signIn('records', 'decider');
    expect([again.status, headingOf(again)]).toEqual([403, 'You were not asked to sign in again']);
    await world.provider.tamper({ kind: 'claims', claims: { auth_time: null } });
    const unsaid = await decider.signIn('records', 'decider');
    expect(headingOf(unsaid)).toBe('You were not asked to sign in again');
    await world.provider.tamper(null);
    expect((await decider.client.post(path(), asked())).status).toBe(403);
    expect(await stateOf()).toBe('recommended');
  });

  it('is not done by somebody else who signs in in their place', async () => {
    const decider = await Traveller.of(world);
    await decider.signIn('records', 'decider');
    const session = decider.client.cookies.get('session');
    const back = await decider.signIn('records', 'reviewer', { resume: path(), 'kept.reason': 'Written.' });
    expect([back.status, headingOf(back)]).toEqual([403, 'You signed in as somebody else']);
    expect(back.html).toContain('value="Written."');
    expect(decider.client.cookies.get('session')).toBe(session);
    // Their provider signed them out before it signed the other in, and said so.
    expect(await decider.isSignedIn()).toBe(false);
  });
});

describe('deciding on much money through the API', () => {
  it('is refused to a token of long ago, for a reason programs can tell, and done with a new one', async () => {
    world.clock.advance(16 * MINUTE);
    const body = decisionBody(driven, 'approved');
    const path = `/cases/${driven.reference}/approve`;
    const sent = { body, ifMatch: driven.revision };
    const refused = await world.http.send(world.people.decider, 'POST', path, sent);
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({
      type: '/problems/sign-in-again',
      title: 'Sign in again to do this',
    });
    // Who may not decide anyway is not told to sign in.
    const reviewer = await world.http.send(world.people.reviewer, 'POST', path, sent);
    expect(reviewer.body).toMatchObject({ type: '/problems/not-permitted' });
    expect(await stateOf()).toBe('recommended');
    const fresh = await world.addPerson('Demonstration decider', [
      ['decider', world.organisations.assurance.id],
    ]);
    expect((await world.http.send(fresh, 'POST', path, sent)).status).toBe(200);
    const [decision] = await world.owner.query<{ id: string }>({
      text: `select decision_id as id from spend_case where reference = $1`,
      values: [driven.reference],
    });
    world.clock.advance(16 * MINUTE);
    const superseding = {
      body: { ...decisionBody(driven, 'not-approved'), outcome: 'not-approved', supersedes: decision?.id },
      ifMatch: driven.revision + 1,
    };
    const late = await world.http.send(fresh, 'POST', `/cases/${driven.reference}/supersede`, superseding);
    expect(late.body).toMatchObject({ type: '/problems/sign-in-again' });
  });
});

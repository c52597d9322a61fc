import type { Visitor } from './world/visitor.js';
import { CaseDriver } from '../api/world/case-driver.js';
import { startConfiguredProvider } from '../single-sign-on/provider-clients.js';
import { signInSettings } from '../single-sign-on/sign-in-world.js';
import type { TestProvider } from '../single-sign-on/test-provider.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

const HOUR = 3_600_000;

let world: BrowserWorld;
let provider: TestProvider;
beforeAll(async () => {
  const { url, settings } = await signInSettings();
  const configured = await startConfiguredProvider(url);
  provider = configured.provider;
  world = await startBrowserWorld({ ...settings, ...configured.environment, STEP_UP_ABOVE_PENCE: '1000000' });
  for (const part of ['submitter', 'decider', 'lead'] as const)
    await provider.account(part, { email: world.people[part].email, email_verified: true });
  await provider.account('stranger', { email: 'unknown@people.example', email_verified: true });
});
afterAll(async () => {
  await world.close();
  await provider.close();
});

/** Presses a button of ours and waits for the page of the provider, which is not ours to check. */
async function goThere({ page }: Visitor, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.waitForURL(`${provider.issuer}/interaction/**`);
}

/** Signs in at the provider and comes back. */
async function signInThere(visitor: Visitor, login: string): Promise<void> {
  const { page } = visitor;
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', 'any');
  await page.click('button[type=submit]');
  await page.waitForURL((url) => url.origin === world.config.publicUrl);
  await page.waitForLoadState('load');
  await visitor.checked();
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('signing in with one’s organisation, %s', (_name, scripts) => {
  it('goes there and back to where somebody was going, and out at both ends', async () => {
    const visitor = await world.stranger(scripts);
    await visitor.visit('/account?tab=1');
    expect(visitor.path()).toBe('/sign-in');
    await goThere(visitor, 'Sign in with Home Office');
    await signInThere(visitor, 'submitter');
    expect(visitor.page.url()).toBe(`${world.config.publicUrl}/account?tab=1`);
    expect(await visitor.text()).toContain(world.people.submitter.email);
    await visitor.page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await visitor.page.waitForURL(`${provider.issuer}/session/end**`);
    await visitor.page.click('button[value=yes]');
    await visitor.page.waitForURL(`${world.config.publicUrl}/signed-out**`);
    expect(await visitor.heading()).toBe('You have signed out');
    await visitor.visit('/');
    expect(visitor.path()).toBe('/sign-in');
    // They are signed out there as well: it asks who they are.
    await goThere(visitor, 'Sign in with Home Office');
    await visitor.page.waitForSelector('input[name=login]');
  });
});

describe('signing in with one’s organisation', () => {
  it('with an account that is none here says so, and lets one choose another', async () => {
    const visitor = await world.stranger();
    await visitor.visit('/');
    await goThere(visitor, 'Sign in with Home Office');
    await signInThere(visitor, 'stranger');
    expect(await visitor.heading()).toBe('You do not have access to this service');
    expect(await visitor.text()).toMatch(/quote this reference: [\w-]{8,}/);
    await goThere(visitor, 'Sign in with another account');
    const { page } = visitor;
    await page.fill('input[name=login]', 'lead');
    await page.fill('input[name=password]', 'any');
    await page.click('button[type=submit]');
    await page.waitForURL(`${world.config.publicUrl}/`);
    expect(await visitor.text()).toContain('Home Office');
  });

  it('can be cancelled there, and an address that was used opens nothing a second time', async () => {
    const visitor = await world.stranger();
    await visitor.visit('/account');
    await goThere(visitor, 'Sign in with Home Office');
    await visitor.page.getByRole('link', { name: 'Cancel' }).click();
    await visitor.page.waitForURL((url) => url.origin === world.config.publicUrl);
    expect(await visitor.heading()).toBe('You did not sign in');
    await visitor.checked();
    await goThere(visitor, 'Try again');
    let used = '';
    visitor.page.on('request', (request) => {
      if (request.url().includes('/sign-in/records/return')) used = request.url();
    });
    await signInThere(visitor, 'submitter');
    expect(visitor.path()).toBe('/account');
    await visitor.visit(used.replace(world.config.publicUrl, ''), 400);
    expect(await visitor.heading()).toBe('This sign-in was used already');
    await visitor.follow('Go to your home page');
    expect(visitor.path()).toBe('/');
  });

  it('is ended at once by the provider, where somebody signs out there', async () => {
    const visitor = await world.stranger();
    await visitor.visit('/account');
    await goThere(visitor, 'Sign in with Home Office');
    await signInThere(visitor, 'submitter');
    const there = await visitor.page.context().newPage();
    await there.goto(`${provider.issuer}/session/end`);
    await there.click('button[value=yes]');
    await there.waitForURL(`${provider.issuer}/session/end/success**`);
    await visitor.visit('/account');
    expect(visitor.path()).toBe('/sign-in');
  });
});

describe('whose session ends while they write', () => {
  it.each([
    ['with scripts', true],
    ['without scripts', false],
  ])('loses nothing on the way to their organisation and back, %s', async (_name, scripts) => {
    const visitor = await world.visitor('submitter', scripts);
    await visitor.visit('/requests/new');
    const title = `Renew the “case” system & more ${String(scripts)}`;
    await visitor.write(/title|called|name/i, title);
    world.clock.advance(HOUR);
    await visitor.press(/continue|start|save/i);
    expect(await visitor.heading()).toBe('Sign in to spend control cases');
    await goThere(visitor, 'Sign in with Home Office');
    await visitor.page.getByRole('link', { name: 'Cancel' }).click();
    await visitor.page.waitForURL((url) => url.origin === world.config.publicUrl);
    expect(await visitor.text()).toContain('What you wrote is kept');
    await visitor.press('Choose how you sign in');
    await goThere(visitor, 'Sign in with Home Office');
    await signInThere(visitor, 'submitter');
    expect(await visitor.heading()).toBe('You are signed in again');
    await visitor.press('Continue');
    expect(visitor.path()).toMatch(/^\/cases\/DT-/);
    expect(await visitor.text()).toContain(title);
  });
});

describe('deciding on much money', () => {
  it('asks who signed in long ago to sign in again, and keeps the decision they worded', async () => {
    const { reference } = await new CaseDriver(world).driveTo('recommended');
    const decider = await world.visitor('decider');
    world.clock.advance(16 * 60_000);
    await decider.visit(`/cases/${reference}/decide/approved`);
    expect(await decider.text()).toContain('you are asked to sign in again');
    await decider.write('Approved amount', '50,000');
    await decider.write('Reason for the decision', 'The case is made.');
    await decider.press('Check the decision');
    await decider.press('Make the decision');
    expect(await decider.heading()).toBe('Sign in again to go on');
    await goThere(decider, 'Sign in with Home Office');
    await signInThere(decider, 'lead');
    expect(await decider.heading()).toBe('You signed in as somebody else');
    await goThere(decider, 'Sign in with another account');
    const { page } = decider;
    await page.fill('input[name=login]', 'decider');
    await page.fill('input[name=password]', 'any');
    await page.click('button[type=submit]');
    await page.waitForURL(`${world.config.publicUrl}/sign-in/records/return**`);
    expect(await decider.heading()).toBe('You are signed in again');
    await decider.press('Continue');
    expect(decider.path()).toContain(`/cases/${reference}/done`);
  });
});

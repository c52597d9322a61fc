import { PeopleService } from '#identity';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

// One’s own account: where one is signed in, one’s password, a forgotten one; and an administrator who signs people out.

const PASSWORD = 'the first of my passwords';
const NEXT = 'seven blue doors at night';
const LAST = 'a lantern over still water';
const EMAIL = 'someone@home-office.example';
const NAME = 'Demonstration Ludwika';
const MINUTE = 60_000;

let world: BrowserWorld;
let personId: string;
beforeAll(async () => {
  world = await startBrowserWorld();
  const people = world.api.app.get(PeopleService, { strict: false });
  ({ id: personId } = await people.createPerson({ email: EMAIL, name: NAME, password: PASSWORD }));
});
afterAll(() => world.close());

async function linkInEmail(): Promise<string> {
  const [row] = await world.owner.query<{ token: string }>({
    text: `select parameters ->> 'token' as token from email where template = 'password-reset' and person_id = $1
      order by created_at desc limit 1`,
    values: [personId],
  });
  return `/password-reset#${row!.token}`;
}

it('somebody sees where they are signed in and ends it, after signing in again where that was a while ago', async () => {
  const elsewhere = await world.visitorFor(personId, false);
  const another = await world.visitorFor(personId, false);
  world.clock.advance(20 * MINUTE);
  const here = await world.visitorFor(personId);
  await here.visit('/account');
  await here.follow('Where you are signed in');
  expect(await here.page.locator('main tbody tr').count()).toBe(3);
  expect(await here.text()).toMatch(/In a browser\s+With a password\s+4 May 2026/);
  await here.press('End all others');
  expect(await here.text()).toContain('You were signed out everywhere but here');
  expect(await here.text()).toContain('You are signed in nowhere else');
  for (const visitor of [elsewhere, another]) {
    await visitor.visit('/account');
    expect(visitor.path()).toBe('/sign-in');
  }
  const third = await world.visitorFor(personId, false);
  world.clock.advance(16 * MINUTE);
  await here.visit('/account/sessions');
  await here.press(/^End the session/);
  expect(await here.heading()).toBe('Sign in again to go on');
  await here.write('Password', PASSWORD);
  await here.press('Sign in');
  await here.press('Continue');
  expect(await here.text()).toContain('You were signed out there');
  await third.visit('/account');
  expect(third.path()).toBe('/sign-in');
});

describe.each([
  ['with scripts', true, PASSWORD, NEXT],
  ['without scripts', false, NEXT, PASSWORD],
] as const)('somebody %s', (_name, scripts, present, next) => {
  it('changes their password, shown or pasted', async () => {
    const visitor = await world.visitorFor(personId, scripts);
    await visitor.visit('/account');
    await visitor.follow('Change your password');
    await visitor.press('Change the password');
    expect(await visitor.problems()).toEqual(['Enter your present password', 'Enter a new password']);
    await visitor.write('Present password', present);
    await visitor.write('New password', '1qaz2wsx3edc');
    await visitor.press('Change the password');
    expect(await visitor.problems()).toEqual([
      'Choose another password: this one is on lists of passwords that are tried first',
    ]);
    const field = visitor.page.getByLabel('New password', { exact: true });
    expect(await field.getAttribute('autocomplete')).toBe('new-password');
    expect(
      await visitor.page.getByLabel('Present password', { exact: true }).getAttribute('autocomplete'),
    ).toBe('current-password');
    expect(await field.getAttribute('type')).toBe('password');
    await visitor.write('Present password', present);
    if (scripts) {
      await visitor.page.getByRole('button', { name: 'Show new password' }).click();
      expect(await field.getAttribute('type')).toBe('text');
      await field.fill(next);
      await field.press('Control+a');
      await field.press('Control+x');
      await visitor.page.getByRole('button', { name: 'Hide new password' }).click();
      await field.press('Control+v');
      expect(await field.inputValue()).toBe(next);
    } else await field.fill(next);
    await visitor.press('Change the password');
    expect(await visitor.text()).toContain('Your password was changed. Everything else was signed out.');
  });
});

it('somebody who forgot their password chooses another by the link in an email, and signs in with it', async () => {
  const visitor = await world.stranger();
  await visitor.visit('/sign-in');
  await visitor.follow('I forgot my password');
  await visitor.press('Email me a link');
  expect(await visitor.problems()).toEqual(['Enter an email address, like name@department.gov.uk']);
  await visitor.write('Email address of your account', EMAIL);
  await visitor.press('Email me a link');
  expect(await visitor.heading()).toBe('Look at your email');
  const link = await linkInEmail();
  await visitor.open(link);
  await visitor.write('New password', 'spend control 1');
  await visitor.press('Save the password');
  expect(await visitor.problems()).toEqual([
    'Choose a password that is not made of your name, your address, your organisation or this service',
  ]);
  await visitor.write('New password', LAST);
  await visitor.press('Save the password');
  expect(await visitor.heading()).toBe('Your password was changed');
  await visitor.open(link, 404);
  await visitor.visit('/sign-in');
  await visitor.write('Email address', EMAIL);
  await visitor.write('Password', LAST);
  await visitor.press('Sign in');
  expect(visitor.path()).toBe('/');
});

it('an administrator signs somebody out everywhere, and everybody, and is on record with it', async () => {
  const visitor = await world.visitorFor(personId);
  const administrator = await world.visitor('administrator');
  await administrator.visit(`/people/${personId}`);
  expect(await administrator.text()).toContain('Chose another password by a link on 4 May 2026');
  await administrator.press('Sign them out everywhere');
  await administrator.press('Sign them out');
  expect(await administrator.text()).toMatch(/Signed out everywhere on .* by Demonstration administrator/);
  await visitor.visit('/account');
  expect(visitor.path()).toBe('/sign-in');
  const other = await world.visitor('submitter');
  await administrator.visit('/people');
  await administrator.follow('sign everybody out');
  await administrator.press('Sign everybody out');
  expect(await administrator.text()).toContain('Everybody else was signed out');
  await other.visit('/account');
  expect(other.path()).toBe('/sign-in');
  await administrator.visit(`/people/${personId}`);
  expect(await administrator.text()).toMatch(/Everybody was signed out on .* by Demonstration administrator/);
});

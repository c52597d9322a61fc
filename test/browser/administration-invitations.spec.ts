import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';
import type { Visitor } from './world/visitor.js';

// From an administrator's form to a home page: invited, emailed, a password chosen, signed in with the role.

const PASSWORD = 'three words of no kin';

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
});
afterAll(() => world.close());

/** The link of the latest invitation to an address, as its email has it; its path alone. */
async function linkTo(email: string): Promise<string> {
  const [row] = await world.database.query<{ token: string }>({
    text: `select parameters ->> 'token' as token from email
      where template = 'invitation' and recipient_address = $1 and status = 'queued' order by created_at desc, id limit 1`,
    values: [email],
  });
  expect(row?.token).toMatch(/^sci_[\w-]{43}$/);
  return `/invitations/${row!.token}`;
}

/** Fills the form in and sends it. */
async function invite(administrator: Visitor, email: string, role: string): Promise<void> {
  await administrator.write('Name', 'Demonstration newcomer');
  await administrator.write('Email address', email);
  await administrator.choose(role);
  await administrator.page.getByLabel('Organisation').selectOption({ label: 'Home Office' });
  await administrator.press('Send the invitation');
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('inviting somebody %s', (_name, scripts) => {
  const email = `newcomer-${String(scripts)}@home-office.example`;

  it('leads from the form over the email to the home page of who was invited', async () => {
    const administrator = await world.visitor('administrator', scripts);
    await administrator.visit('/people/invite');
    await administrator.press('Send the invitation');
    expect(await administrator.problems()).toEqual([
      'Enter their name',
      'Enter an email address, like name@department.gov.uk',
      'Choose a role',
      'Choose an organisation',
    ]);
    await invite(administrator, email, 'Submitter');
    expect(await administrator.heading()).toBe('Invitation sent');
    expect(await administrator.text()).toContain('11 May 2026 at 10am');
    const newcomer = await world.stranger(scripts);
    await newcomer.visit(await linkTo(email));
    expect(await newcomer.text()).toContain(email);
    await newcomer.write('Password', 'short');
    await newcomer.press('Save the password and sign in');
    expect(await newcomer.problems()).toEqual(['Enter a password of at least 12 characters']);
    await newcomer.write('Password', PASSWORD);
    await newcomer.press('Save the password and sign in');
    expect(newcomer.path()).toBe('/');
    await newcomer.follow('Demonstration newcomer');
    expect(await newcomer.text()).toMatch(/Home Office\s+Submitter/);
  });
});

describe('an invitation', () => {
  const email = 'again@home-office.example';

  it('comes back to its form where the role is out of its place, and is replaced by a later one', async () => {
    const administrator = await world.visitor('administrator');
    await administrator.visit('/people');
    await administrator.press('Invite somebody');
    await invite(administrator, email, 'GDS Assurance reviewer');
    expect(await administrator.problems()).toEqual([
      'A GDS Assurance reviewer belongs to the organisation “government-digital-service”',
    ]);
    expect(await administrator.page.getByLabel('Email address').inputValue()).toBe(email);
    await administrator.choose('Submitter');
    await administrator.press('Send the invitation');
    await administrator.follow('See Demonstration newcomer');
    expect(await administrator.text()).toContain('the link works until 11 May 2026 at 10am');
    const earlier = await linkTo(email);
    world.clock.advance(1_000);
    await administrator.press('Invite again');
    expect(await administrator.text()).toContain('A link sent earlier no longer works');
    expect(await linkTo(email)).not.toBe(earlier);
    const newcomer = await world.stranger();
    await newcomer.visit(earlier, 404);
    expect(await newcomer.heading()).toBe('This link does not work');
  });

  it('works once, and afterwards says the same as a link that never was', async () => {
    const link = await linkTo(email);
    const newcomer = await world.stranger();
    await newcomer.visit(link);
    await newcomer.write('Password', PASSWORD);
    await newcomer.press('Save the password and sign in');
    const late = await world.stranger();
    await late.visit(link, 404);
    const used = await late.text();
    await late.visit('/invitations/sci_never-there', 404);
    expect(await late.text()).toBe(used);
    await late.follow('sign in');
    await late.write('Email address', email);
    await late.write('Password', PASSWORD);
    await late.press('Sign in');
    expect(late.path()).toBe('/');
  });
});

describe('the link of an invitation', () => {
  it('is told to no other page, is not written into its own, and says who is signed in besides', async () => {
    const administrator = await world.visitor('administrator');
    await administrator.visit('/people/invite');
    await invite(administrator, 'another@home-office.example', 'Submitter');
    const link = await linkTo('another@home-office.example');
    const asked: string[] = [];
    administrator.page.on('request', (request) => asked.push(request.headers()['referer'] ?? ''));
    const answered = administrator.page.waitForResponse((response) => response.url().endsWith(link));
    await administrator.visit(link);
    expect((await answered).headers()['referrer-policy']).toBe('no-referrer');
    expect((await answered).headers()['cache-control']).toBe('no-store');
    expect(await administrator.text()).toContain('You are signed in as Demonstration administrator');
    expect(await administrator.page.content()).not.toContain('sci_');
    await administrator.follow('Help');
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.join()).not.toContain('sci_');
  });
});

describe('somebody who has a password already', () => {
  it('is not invited, and is found from the form', async () => {
    const administrator = await world.visitor('administrator');
    await administrator.visit('/people/invite');
    await invite(administrator, 'again@home-office.example', 'Auditor');
    expect(await administrator.problems()).toEqual([
      'The person with this email address can sign in already. Give them the role instead',
    ]);
    await administrator.follow('Find the person with this email address');
    expect(await administrator.page.locator('main tbody tr').count()).toBe(1);
  });
});

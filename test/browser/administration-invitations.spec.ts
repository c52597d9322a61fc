import type { IncomingMessage } from 'node:http';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';
import type { Visitor } from './world/visitor.js';

// From an administrator's form to a home page: invited, emailed, a password chosen, signed in with the role.

const PASSWORD = 'three words of no kin';

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
});
afterAll(() => world.close());

/** The code of the latest invitation to an address. */
async function codeFor(email: string): Promise<string> {
  const [row] = await world.database.query<{ token: string }>({
    text: `select parameters ->> 'token' as token from email
      where template = 'invitation' and recipient_address = $1 and status = 'queued' order by created_at desc, id limit 1`,
    values: [email],
  });
  expect(row?.token).toMatch(/^sci_[A-Za-z\d]{43}$/);
  return row!.token;
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
    if (scripts) await newcomer.open(`/invitations#${await codeFor(email)}`);
    else {
      await newcomer.visit(`/invitations#${await codeFor(email)}`);
      await newcomer.write('Code from your email', ` ${await codeFor(email)} `);
      await newcomer.press('Continue');
      // Who goes back is asked for the code again.
      await newcomer.page.goBack();
      await newcomer.press('Continue');
      expect(await newcomer.problems()).toEqual(['Enter the code from your email']);
      await newcomer.write('Code from your email', await codeFor(email));
      await newcomer.press('Continue');
    }
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

it.each(['/invitations', '/password-reset'])(
  'the link past the menu of %s leads to its main part, and is no code',
  async (path) => {
    const visitor = await world.stranger();
    await visitor.visit(path);
    const sent: string[] = [];
    visitor.page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
    await visitor.page.keyboard.press('Tab');
    await visitor.page.keyboard.press('Enter');
    await visitor.page.waitForURL(`${world.api.url}${path}#main-content`);
    await visitor.page.getByLabel('Code from your email').focus();
    expect(await visitor.page.getByLabel('Code from your email').inputValue()).toBe('');
    expect(await visitor.problems()).toEqual([]);
    expect(sent).toEqual([]);
  },
);

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
    const earlier = await codeFor(email);
    world.clock.advance(1_000);
    await administrator.press('Invite again');
    expect(await administrator.text()).toContain('A link sent earlier no longer works');
    expect(await codeFor(email)).not.toBe(earlier);
    const newcomer = await world.stranger();
    await newcomer.open(`/invitations#${earlier}`, 404);
    expect(await newcomer.heading()).toBe('This code does not work');
  });

  it('works once, and afterwards says the same as a link that never was', async () => {
    const link = `/invitations#${await codeFor(email)}`;
    const newcomer = await world.stranger();
    await newcomer.open(link);
    await newcomer.write('Password', PASSWORD);
    await newcomer.press('Save the password and sign in');
    const late = await world.stranger();
    await late.open(link, 404);
    const used = await late.text();
    await late.visit('/invitations');
    await late.open('/invitations#sci_never-there', 404);
    expect(await late.text()).toBe(used);
    // Nor is a code taken out of the path of a link, where emails once had it.
    await late.visit(`/invitations/${await codeFor(email)}`, 404);
    expect(await late.text()).toBe(used);
    await late.follow('sign in');
    await late.write('Email address', email);
    await late.write('Password', PASSWORD);
    await late.press('Sign in');
    expect(late.path()).toBe('/');
  });
});

describe('the code of an invitation', () => {
  it.each([
    ['opened with scripts', true],
    ['pasted without', false],
  ])('is in no address and no history, nor told to any page: %s', async (how, scripts) => {
    const asked: (string | undefined)[] = [];
    const listen = ({ url, headers }: IncomingMessage): number => asked.push(url, headers.referer);
    const server = world.api.app.getHttpServer();
    const administrator = await world.visitor('administrator', scripts);
    await administrator.visit('/people/invite');
    const email = `${how.replaceAll(' ', '-')}@home-office.example`;
    await invite(administrator, email, 'Submitter');
    const code = await codeFor(email);
    server.on('request', listen);
    try {
      if (scripts) await administrator.open(`/invitations#${code}`);
      else {
        await administrator.visit('/invitations');
        await administrator.write('Code from your email', code);
        await administrator.press('Continue');
      }
      expect(administrator.page.url()).toBe(`${world.api.url}/invitations`);
      expect(await administrator.text()).toContain('You are signed in as Demonstration administrator');
      // Loading it again asks the same again, and changes nothing.
      await administrator.page.reload();
      expect(await administrator.text()).toContain(email);
      await administrator.write('Password', 'short');
      await administrator.press('Save the password and sign in');
      expect(await administrator.problems()).toEqual(['Enter a password of at least 12 characters']);
      await administrator.follow('Help');
      if (scripts) {
        const remembered = await administrator.page.evaluate<string>(
          `[document.referrer, ...navigation.entries().map(({ url }) => url)].join()`,
        );
        expect(remembered).toContain('/invitations');
        expect(remembered).not.toContain('sci_');
      }
    } finally {
      server.off('request', listen);
    }
    expect(asked).toContain('/invitations');
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
    await administrator.press('Find the person with this email address');
    expect(administrator.page.url()).not.toMatch(/again|@|%40/);
    expect(await administrator.page.locator('main tbody tr').count()).toBe(1);
  });
});

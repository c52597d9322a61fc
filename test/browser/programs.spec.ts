import { MACHINE_TOKEN_PATTERN } from '#identity';
import { CaseDriver } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';
import { whatIsKept } from './world/what-is-kept.js';

// Tokens for programs, from the account page to their end, and clients from the administrator's form to theirs.

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld({ MACHINE_ISSUERS: 'https://issuer.example' });
});
afterAll(() => world.close());

async function statusOf(token: string): Promise<number> {
  return (await world.http.send({ token }, 'GET', '/cases')).status;
}

async function tokensMade(): Promise<number> {
  const [row] = await world.database.query<{ count: number }>({
    text: 'select count(*)::int as count from machine_token',
    values: [],
  });
  return row?.count ?? 0;
}

describe.each([
  ['with scripts', true, 'submitter'],
  ['without scripts', false, 'lead'],
] as const)('a token %s', (_name, scripts, part) => {
  it('is made, shown once, used, and revoked', async () => {
    const before = await tokensMade();
    const visitor = await world.visitor(part, scripts);
    await visitor.visit('/account');
    await visitor.follow('Your tokens');
    expect(await visitor.text()).toContain('You have made none.');
    await visitor.press('Make a token');
    await visitor.write('How many days it works', '400');
    await visitor.press('Make the token');
    expect(await visitor.problems()).toEqual([
      'Enter what the token is for',
      'Choose what the program may do',
      'Enter a whole number from 1 to 365',
    ]);
    await visitor.write('What it is for', 'Monthly figures');
    await visitor.choose('Read cases and everything in them');
    await visitor.write('How many days it works', '30');
    await visitor.press('Make the token');
    expect(await visitor.heading()).toBe('Token made');
    const [token = ''] = new RegExp(MACHINE_TOKEN_PATTERN).exec(await visitor.text()) ?? [];
    expect(await statusOf(token)).toBe(200);
    expect(visitor.page.url()).not.toContain('scm_');

    if (scripts) expect(JSON.stringify(await whatIsKept(visitor))).not.toContain(token.slice(4));
    await visitor.press('I have copied it');
    expect(await tokensMade()).toBe(before + 1);
    expect(await visitor.page.content()).not.toContain('scm_');
    expect(await visitor.text()).toMatch(/Monthly figures\s+Read cases and everything in them/);
    expect(await visitor.text()).toContain('3 June 2026 at 10am');
    await visitor.follow('Revoke Monthly figures');
    await visitor.press('Revoke the token');
    expect(await visitor.text()).toContain('It no longer works.');
    expect(await visitor.text()).toMatch(/Revoked\s+on 4 May 2026 at 10am by Demonstration/);
    expect(await statusOf(token)).toBe(401);
  });
});

describe('the browser', () => {
  it('keeps nothing but the secrets of its session and its forms', async () => {
    const { reference } = await new CaseDriver(world).draft();
    const visitor = await world.visitor('submitter');
    for (const path of [
      `/cases/${reference}`,
      `/cases/${reference}/comments`,
      '/cases',
      '/account/tokens/new',
    ])
      await visitor.visit(path);
    await visitor.write('What it is for', 'Kept nowhere');
    await visitor.choose('Read cases and everything in them');
    await visitor.press('Make the token');
    expect(await visitor.heading()).toBe('Token made');
    const { cookies, storage, stores } = await whatIsKept(visitor);
    expect(
      Object.keys(cookies)
        .map((name) => name.replace('__Host-', ''))
        .sort(),
    ).toEqual(['form', 'session']);
    for (const value of Object.values(cookies)) expect(value).toMatch(/^[\w.~%-]{20,100}$/);
    expect(storage).toEqual([]);
    expect(stores).toEqual([]);
  });
});

describe('a form sent twice', () => {
  it('makes one token', async () => {
    const before = await tokensMade();
    const visitor = await world.visitor('reviewer', false);
    await visitor.visit('/account/tokens/new');
    await visitor.write('What it is for', 'Once');
    await visitor.choose('Read cases and everything in them');
    const hidden = async (name: string) => visitor.page.locator(`main input[name="${name}"]`).inputValue();
    const form = {
      _csrf: await hidden('_csrf'),
      _once: await hidden('_once'),
      name: 'Once',
      scopes: 'cases:read',
      days: '30',
    };
    await visitor.press('Make the token');
    const answer = await visitor.page.request.post(`${visitor.url}/account/tokens/new`, {
      form,
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(303);
    expect(answer.headers()['set-cookie'] ?? '').not.toContain('scm_');
    await visitor.visit(answer.headers()['location'] ?? '');
    expect(await visitor.heading()).toBe('This token cannot be shown again');
    expect(await visitor.page.content()).not.toContain('scm_');
    expect(await tokensMade()).toBe(before + 1);
  });
});

describe('an administrator', () => {
  it('registers a client, sees it and everybody’s tokens, and ends each', async () => {
    const owner = await world.visitor('decider');
    await owner.visit('/account/tokens/new');
    await owner.write('What it is for', 'Figures of the decider');
    await owner.choose('Read cases and everything in them');
    await owner.press('Make the token');
    const [token = ''] = new RegExp(MACHINE_TOKEN_PATTERN).exec(await owner.text()) ?? [];

    const visitor = await world.visitor('administrator');
    await visitor.visit('/people');
    await visitor.follow('Programs');
    expect(await visitor.page.content()).not.toContain('scm_');
    await visitor.press('Register a client');
    await visitor.press('Register the client');
    expect(await visitor.problems()).toEqual([
      'Enter a name for the client',
      'Enter what its tokens have as “sub”',
      'Choose what the client may do',
      'Choose a role',
      'Choose an organisation',
      'Enter an email address, like name@department.gov.uk',
    ]);
    await visitor.write('Name', 'Finance system');
    await visitor.write('Subject', 'finance');
    await visitor.choose('Read cases and everything in them');
    await visitor.choose('Submitter');
    await visitor.page.getByLabel('Organisation', { exact: true }).selectOption({ label: 'Home Office' });
    await visitor.write('Email address of who looks after it', world.people.lead.email);
    await visitor.press('Register the client');
    expect(await visitor.problems()).toEqual([
      'This email address belongs to a person, and no client may act as a person',
    ]);
    await visitor.write('Email address of who looks after it', 'finance@home-office.example');
    await visitor.press('Register the client');
    expect(await visitor.text()).toContain('The client was registered');
    expect(await visitor.text()).toContain('finance at https://issuer.example');

    await visitor.follow('Finance system');
    expect(await visitor.text()).toContain('Nobody does: it is the account of a program');
    expect(await visitor.text()).not.toContain('Invite again');
    await visitor.visit('/machine-access');
    await visitor.follow('Revoke Finance system');
    await visitor.press('Revoke the client');
    expect(await visitor.text()).toContain('The client was revoked');

    expect(await statusOf(token)).toBe(200);
    await visitor.follow('Revoke Figures of the decider of Demonstration decider');
    await visitor.press('Revoke the token');
    expect(await visitor.text()).toContain('The token was revoked');
    expect(await statusOf(token)).toBe(401);
  });

  it('is the only one who comes here', async () => {
    for (const part of ['submitter', 'auditor'] as const) {
      const visitor = await world.visitor(part, false);
      for (const path of ['/machine-access', '/machine-access/clients/register'])
        await visitor.visit(path, 403);
    }
  });
});

describe('the history of a case', () => {
  it('says what a program did', async () => {
    const { submitter } = world.people;
    const made = await world.http.expect<{ token: string }>(201, submitter, 'POST', '/me/tokens', {
      body: { name: 'Starts requests', scopes: ['cases:write'] },
    });
    const body = { organisationId: world.organisations.department.id, title: 'From a program' };
    const { reference } = (
      await world.http.expect<{ reference: string }>(201, made.body, 'POST', '/cases', { body })
    ).body;
    const visitor = await world.visitor('submitter', false);
    await visitor.visit(`/cases/${reference}/history`);
    expect(await visitor.text()).toContain(
      'by Demonstration submitter, submitter, through a program of theirs',
    );
  });
});

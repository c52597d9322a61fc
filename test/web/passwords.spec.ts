import { IdentityService, MachineTokenService, PasswordService, PeopleService } from '#identity';
import { Chance, MailSender, SmtpTransport } from '#notifications';
import { AppLogger } from '#platform';
import { startMailServer, type MailServer } from '../faults/mail-server.js';
import { PageClient } from './page-client.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

// Changing one's password, and choosing another where it was forgotten, by forms and emails as people have them.

const PASSWORD = 'the first of my passwords';
const NEXT = 'seven blue doors at night';
const MINUTE = 60_000;

let world: PagesWorld;
let mail: MailServer;
let people = 0;
const logged: string[] = [];
beforeAll(async () => {
  world = await startPagesWorld();
  mail = await startMailServer();
});
afterAll(async () => {
  await mail.close();
  await world.close();
});

interface Account {
  readonly id: string;
  readonly email: string;
}

/** Somebody with a password. */
async function account(password: string | null = PASSWORD): Promise<Account> {
  people += 1;
  const email = `account-${String(people)}@home-office.example`;
  const service = world.api.app.get(PeopleService, { strict: false });
  const { id } = await service.createPerson({ email, name: 'Demonstration Ludwika', password });
  await service.giveRole(null, id, 'submitter', world.organisations.department.id);
  return { id, email };
}

async function signsIn({ email }: Account, password: string): Promise<boolean> {
  const { status } = await world.http.send(null, 'POST', '/sessions', {
    body: { email, password },
    idempotencyKey: null,
  });
  return status === 201;
}

async function isSignedIn(client: PageClient): Promise<boolean> {
  return (await client.get('/account')).status === 200;
}

class NoChance extends Chance {
  override next(): number {
    return 0;
  }
}

/** Sends what waits over SMTP, as a worker does. @returns subject and text of each email to an address */
async function letters(email: string): Promise<readonly { subject: string; text: string }[]> {
  const transport = new SmtpTransport(mail.url, 'Spend <no-reply@spend.example>', {
    connection: 20_000,
    greeting: 20_000,
    answer: 20_000,
  });
  const logger = new AppLogger({ level: 'trace', destination: { write: (line) => logged.push(line) } });
  const sender = new MailSender(world.database, world.clock, world.config, transport, new NoChance(), logger);
  const waiting = await world.owner.query<{ id: string }>({
    text: `select id from email where status = 'queued' order by created_at, id`,
    values: [],
  });
  for (const { id } of waiting) await sender.attempt(id);
  return mail.received
    .filter(({ to }) => to !== undefined && JSON.stringify(to).includes(email))
    .map(({ subject = '', text = '' }) => ({ subject, text }));
}

/** Asks for a link and takes the code out of the email, which has it twice and nothing of it in an address. */
async function codeFor({ email }: Account): Promise<string> {
  const stranger = await PageClient.of(world);
  const { status, headers } = await stranger.post('/forgotten-password', { email: email.toUpperCase() });
  expect([status, headers.get('location')]).toEqual([303, '/forgotten-password/sent']);
  // Emails of one moment go in no order of their own.
  const text =
    (await letters(email)).findLast(({ subject }) => subject === 'Choose another password')?.text ?? '';
  const [, code = ''] = /^http:\/\/localhost\/password-reset#(scr_[A-Za-z\d]{43})$/m.exec(text) ?? [];
  expect(code).not.toBe('');
  expect(text).toContain(`copy it:\n${code}\n`);
  return code;
}

async function changesOf({ id }: Account): Promise<readonly string[]> {
  const { accountChanges } = await world.http.read<{ accountChanges: { what: string }[] }>(
    world.people.administrator,
    `/people/${id}`,
  );
  return accountChanges.map(({ what }) => what);
}

/** Everything the database holds of emails and links. */
async function everything(): Promise<string> {
  const rows = await world.owner.query<{ text: string }>({
    text: `select e::text as text from email e union all select p::text from password_reset p`,
    values: [],
  });
  return rows.map(({ text }) => text).join('\n');
}

/** Makes a token for a program, signed in by password. */
async function program({ email }: Account, password: string, name: string): Promise<string> {
  const { body } = await world.http.send(null, 'POST', '/sessions', {
    body: { email, password },
    idempotencyKey: null,
  });
  const { token } = body as { token: string };
  const asked = { body: { name, scopes: ['cases:read'], days: 30 } };
  const made = await world.http.expect(201, { token }, 'POST', '/me/tokens', asked);
  return String(made.body['token']);
}

/** The latest email that says the password is another. */
async function toldOfPassword({ email }: Account): Promise<string> {
  const told = (await letters(email)).filter(({ subject }) => subject === 'Your password was changed');
  return told.at(-1)?.text ?? '';
}

async function works(token: string): Promise<boolean> {
  return (await world.http.send({ token }, 'GET', '/cases')).status === 200;
}

describe('changing one’s password', () => {
  async function change(client: PageClient, presentPassword: string, password: string, more = {}) {
    return client.post('/account/password', { presentPassword, password, ...more });
  }

  it('asks for the present one, ends every other session, and tells by email', async () => {
    const person = await account();
    const [here, elsewhere] = [await PageClient.of(world, person.id), await PageClient.of(world, person.id)];
    const program = await world.http.send(null, 'POST', '/sessions', {
      body: { email: person.email, password: PASSWORD },
      idempotencyKey: null,
    });
    const cookie = JSON.stringify([...here.cookies]);
    expect((await here.get('/account')).html).toContain('href="/account/password"');
    const wrong = await change(here, 'not my password at all', NEXT);
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('Your present password is not right');
    expect(await signsIn(person, PASSWORD)).toBe(true);
    const done = await change(here, PASSWORD, NEXT);
    expect([done.status, done.headers.get('location')]).toEqual([303, '/account/password?done=changed']);
    expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, false]);
    // What the browser is known by is another as well.
    expect(JSON.stringify([...here.cookies])).not.toBe(cookie);
    const { token } = program.body as { token: string };
    expect((await world.http.send({ token }, 'GET', '/sessions/current')).status).toBe(401);
    expect([await signsIn(person, PASSWORD), await signsIn(person, NEXT)]).toEqual([false, true]);
    expect(await letters(person.email)).toEqual([
      {
        subject: 'Your password was changed',
        text: expect.stringContaining('by somebody signed in as you') as string,
      },
    ]);
    expect(await changesOf(person)).toEqual(['password-changed']);
  });

  it('says which tokens of programs go on working, and ends them where that is asked for', async () => {
    const person = await account();
    const client = await PageClient.of(world, person.id);
    expect((await client.get('/account/password')).html).not.toContain('endTokens');
    const [first, second] = [
      await program(person, PASSWORD, 'Nightly figures'),
      await program(person, PASSWORD, 'Cases <read> by a script'),
    ];
    const { html } = await client.get('/account/password');
    expect(html).toContain('<li class="app-break">Nightly figures</li>');
    expect(html).toContain('Cases &lt;read&gt; by a script');
    expect(html).not.toMatch(/name="endTokens"[^>]* checked/);
    const wrong = await change(client, 'not my password at all', NEXT, { endTokens: 'yes' });
    expect(wrong.html).toMatch(/name="endTokens"[^>]* checked/);
    await change(client, PASSWORD, NEXT);
    expect([await works(first), await works(second)]).toEqual([true, true]);
    expect(await toldOfPassword(person)).toContain(
      'go on working. End what you do not know, on the page of your tokens:\n- Cases <read> by a script\n- Nightly figures',
    );
    const ended = await change(client, NEXT, PASSWORD, { endTokens: 'yes' });
    expect(ended.headers.get('location')).toBe('/account/password?done=changed-with-tokens');
    expect([await works(first), await works(second)]).toEqual([false, false]);
    expect(await toldOfPassword(person)).toMatch(
      /The tokens you made for programs have ended[^:]*:\n- Cases <read> by a script\n- Nightly figures/,
    );
    expect((await client.get('/account/tokens')).html).toContain('by Demonstration Ludwika');
  });

  it('holds up who guesses the present one, as where somebody signs in', async () => {
    const person = await account();
    const client = await PageClient.of(world, person.id);
    for (let tries = 0; tries < 10; tries += 1) {
      await change(client, 'not my password at all', NEXT);
      world.clock.advance(2 * MINUTE);
    }
    expect((await change(client, PASSWORD, NEXT)).status).toBe(400);
    expect(await signsIn(person, PASSWORD)).toBe(false);
    world.clock.advance(30 * MINUTE);
    expect(await signsIn(person, PASSWORD)).toBe(true);
  });

  it.each([
    ['too short', 'eleven char', 'Enter a password of at least 12 characters'],
    ['too long', 'x'.repeat(201), 'Shorten the password to at most 200 characters'],
    ['one of the most common', '1qaz2wsx3edc', 'lists of passwords that are tried first'],
    ['one of those in other letters', 'QWERTY123456', 'lists of passwords that are tried first'],
    ['the name of the service', 'SpendControl2026!', 'not made of your name'],
    ['their own name', 'ludwika-1989', 'not made of your name'],
    ['their organisation', 'Home-Office-1', 'not made of your name'],
    ['the one they have', PASSWORD, 'Choose a password other than the one you have'],
  ])('takes none that is %s', async (_what, password, words) => {
    const person = await account();
    const { status, html } = await change(await PageClient.of(world, person.id), PASSWORD, password);
    expect(status).toBe(400);
    expect(html).toContain(words);
    expect(html).not.toContain(`value="${password}"`);
    expect(await signsIn(person, PASSWORD)).toBe(true);
    expect(await changesOf(person)).toEqual([]);
  });

  it('takes 64 letters and more, words apart, and signs of every kind, and compares all of them', async () => {
    for (const password of ['ab cd '.repeat(11), 'ż'.repeat(100) + '☃ 🚢', '  leading and trailing  ']) {
      const person = await account();
      const { status } = await change(await PageClient.of(world, person.id), PASSWORD, password);
      expect(status).toBe(303);
      expect(await signsIn(person, password)).toBe(true);
      expect(await signsIn(person, password.slice(0, -1))).toBe(false);
      expect(await signsIn(person, password.toUpperCase())).toBe(false);
    }
  });

  it('is not for who has none', async () => {
    const client = await PageClient.of(world, (await account(null)).id);
    expect((await client.get('/account')).html).not.toContain('/account/password');
    expect((await client.get('/account/password')).status).toBe(404);
    expect((await change(client, PASSWORD, NEXT)).status).toBe(404);
  });

  it('keeps no password in a page where the session has ended meanwhile', async () => {
    const client = await PageClient.of(world, (await account()).id);
    const token = await client.token();
    client.cookies.clear();
    const { html } = await client.post('/account/password', {
      presentPassword: PASSWORD,
      password: NEXT,
      _csrf: token,
    });
    for (const password of [PASSWORD, NEXT]) expect(html).not.toContain(password);
  });
});

describe('a forgotten password', () => {
  it('is replaced by a link from an email, which ends every session and is told of', async () => {
    const person = await account();
    const client = await PageClient.of(world, person.id);
    const code = await codeFor(person);
    const stranger = await PageClient.of(world);
    // Pasted with what stands around it.
    const page = await stranger.post('/password-reset', { code: ` ${code}\r\n` });
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.html).toContain(person.email);
    expect((await stranger.post('/password-reset', { code, password: '1qaz2wsx3edc' })).status).toBe(400);
    expect(await isSignedIn(client)).toBe(true);
    const done = await stranger.post('/password-reset', { code, password: NEXT });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/forgotten-password/chosen']);
    expect(await isSignedIn(client)).toBe(false);
    expect(await isSignedIn(stranger)).toBe(false);
    expect([await signsIn(person, PASSWORD), await signsIn(person, NEXT)]).toEqual([false, true]);
    expect((await letters(person.email)).map(({ subject }) => subject)).toEqual([
      'Choose another password',
      'Your password was changed',
    ]);
    expect(await changesOf(person)).toEqual(['password-reset']);
  });

  it('ends the tokens of programs as well, on record and told of, also one that is being made just then', async () => {
    const [person, other] = [await account(), await account()];
    const [token, others] = [
      await program(person, PASSWORD, 'Made by who knew the password'),
      await program(other, PASSWORD, 'Of somebody else'),
    ];
    const thief = await world.http.send(null, 'POST', '/sessions', {
      body: { email: person.email, password: PASSWORD },
      idempotencyKey: null,
    });
    const code = await codeFor(person);
    const { html } = await (await PageClient.of(world)).post('/password-reset', { code });
    expect(html).toContain('Tokens you made for programs end');
    // As they arrive: a token that is asked for while the password is set anew is ended with it, or not made.
    const { token: session } = thief.body as { token: string };
    const asked = { body: { name: 'Late', scopes: ['cases:read'], days: 30 } };
    const late = Array.from({ length: 6 }, async (_, number) => {
      await new Promise((resolve) => setTimeout(resolve, number * 15));
      return world.http.send({ token: session }, 'POST', '/me/tokens', asked);
    });
    const stranger = await PageClient.of(world);
    expect((await stranger.post('/password-reset', { code, password: NEXT })).status).toBe(303);
    for (const { status, body } of await Promise.all(late)) {
      expect([201, 401]).toContain(status);
      if (status === 201) expect(await works((body as { token: string }).token)).toBe(false);
    }
    expect([await works(token), await works(others)]).toEqual([false, true]);
    const rows = await world.owner.query<{ by: string | null; what: string }>({
      text: `select t.revoked_by as by, a.what from machine_token t join account_change a on a.id = t.revoked_with
        where t.person_id = $1 and a.at = t.revoked_at and t.name = 'Made by who knew the password'`,
      values: [person.id],
    });
    expect(rows).toEqual([{ by: null, what: 'password-reset' }]);
    expect(await toldOfPassword(person)).toMatch(/have ended.*\n(- Late\n)*- Made by who knew the password/);
    const client = await PageClient.of(world, person.id);
    expect((await client.get('/account/tokens')).html).toContain(
      'when the password was forgotten and chosen anew',
    );
  });

  it('makes no token for a program in a session that has ended meanwhile', async () => {
    const person = await account();
    const tokens = world.api.app.get(MachineTokenService, { strict: false });
    const identity = world.api.app.get(IdentityService, { strict: false });
    const holder = (await identity.personOf((await identity.issueToken(person.id)).token))!;
    const stranger = await PageClient.of(world);
    expect(
      (await stranger.post('/password-reset', { code: await codeFor(person), password: NEXT })).status,
    ).toBe(303);
    const details = { name: 'Late', scopes: ['cases:read'] as const };
    await expect(tokens.make(holder, details)).rejects.toMatchObject({ problem: { status: 401 } });
  });

  it('has a link that works once, also when it is used by several at the same moment, as does every other', async () => {
    const person = await account();
    const codes = [await codeFor(person)];
    world.clock.advance(5 * MINUTE);
    codes.push(await codeFor(person));
    const service = world.api.app.get(PasswordService, { strict: false });
    const tries = await Promise.allSettled(
      [0, 1, 0, 1].map((index, number) => service.reset(codes[index]!, `${NEXT} ${String(number)}`)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const code of codes) {
      const { status, html } = await (await PageClient.of(world)).post('/password-reset', { code });
      expect([status, html.includes('This code does not work')]).toEqual([404, true]);
    }
    expect(await changesOf(person)).toEqual(['password-reset']);
  });

  it('has a link that works for half an hour, and not after the account is shut', async () => {
    const [person, leaver] = [await account(), await account()];
    const service = world.api.app.get(PasswordService, { strict: false });
    const token = await codeFor(person);
    const theirs = await codeFor(leaver);
    await world.http.expect(200, world.people.administrator, 'POST', `/people/${leaver.id}/deactivation`);
    expect(await service.ownerOfLink(theirs)).toBeNull();
    world.clock.advance(30 * MINUTE - 1);
    expect(await service.ownerOfLink(token)).toMatchObject({ personId: person.id });
    world.clock.advance(1);
    await expect(service.reset(token, NEXT)).rejects.toMatchObject({ problem: { status: 404 } });
    expect(await signsIn(person, PASSWORD)).toBe(true);
  });

  it('has a token that is in the row of its email until that is sent, and nowhere else, nor in the log', async () => {
    const person = await account();
    const token = await codeFor(person);
    expect(await everything()).not.toContain(token);
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.join('')).not.toContain(token.slice(4));
  });

  it('says and does the same whoever has the address: one answer, one statement, one row', async () => {
    const [known, without, gone] = [await account(), await account(null), await account()];
    await world.http.expect(200, world.people.administrator, 'POST', `/people/${gone.id}/deactivation`);
    await letters('');
    const count = async (table: string): Promise<number> => {
      const text = `select count(*)::int as count from ${table}`;
      return (await world.owner.query<{ count: number }>({ text, values: [] }))[0]!.count;
    };
    const stranger = await PageClient.of(world);
    const answers: unknown[] = [];
    for (const email of [known.email, without.email, gone.email, 'nobody@home-office.example']) {
      const [links, emails] = [await count('password_reset'), await count('email')];
      const { status, headers, html } = await stranger.post('/forgotten-password', { email });
      const written = (await count('password_reset')) - links;
      answers.push({ status, location: headers.get('location'), html, written });
      expect((await count('email')) - emails).toBe(email === known.email ? 1 : 0);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 303, written: 1 });
    // Asked for again at once, nobody is sent more.
    const emails = await count('email');
    await stranger.post('/forgotten-password', { email: known.email });
    expect(await count('email')).toBe(emails);
  });

  it('lifts what wrong passwords brought about', async () => {
    const person = await account();
    for (let tries = 0; tries < 10; tries += 1) {
      await signsIn(person, 'not the right password');
      world.clock.advance(2 * MINUTE);
    }
    expect(await signsIn(person, PASSWORD)).toBe(false);
    const stranger = await PageClient.of(world);
    expect(
      (await stranger.post('/password-reset', { code: await codeFor(person), password: NEXT })).status,
    ).toBe(303);
    expect(await signsIn(person, NEXT)).toBe(true);
  });
});

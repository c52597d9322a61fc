import { GuessLimits, PeopleService } from '#identity';
import { AppLogger } from '#platform';
import { runApi } from '../../apps/api/run-api.js';
import type { Person } from '../api/world/api-world.js';
import { startPagesWorld, type PagesWorld } from '../web/pages-world.js';
import { PageClient } from '../web/page-client.js';

// Who guesses passwords is held up, and learns nothing by it.

const PASSWORD = 'a long enough password';
const HOME = '192.0.2.10';
const ELSEWHERE = '203.0.113.20';
const MINUTE = 60_000;

let world: PagesWorld;
beforeAll(async () => {
  world = await startPagesWorld({ TRUSTED_PROXIES: 'loopback' });
});
afterAll(() => world.close());

let made = 0;
/** Somebody with a password. @param at where they signed in from before; nowhere unless given */
async function account(at?: string): Promise<Pick<Person, 'id' | 'email'>> {
  made += 1;
  const people = world.api.app.get(PeopleService, { strict: false });
  const email = `guessed-${String(made)}@people.example`;
  const { id } = await people.createPerson({
    email,
    name: `Demonstration guessed ${String(made)}`,
    password: PASSWORD,
  });
  if (at !== undefined) expect((await signIn(email, PASSWORD, at)).status).toBe(201);
  return { id, email };
}

async function signIn(email: string, password = 'the wrong password', from = ELSEWHERE, url = world.api.url) {
  return fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
    body: JSON.stringify({ email, password }),
  });
}

async function statusOf(...args: Parameters<typeof signIn>): Promise<number> {
  const answer = await signIn(...args);
  await answer.arrayBuffer();
  return answer.status;
}

/** So many wrong passwords, each after whatever wait the one before it brought. */
async function guess(email: string, times: number, from = ELSEWHERE): Promise<void> {
  for (let number = 0; number < times; number += 1) {
    world.clock.advance(3 * MINUTE);
    expect(await statusOf(email, 'the wrong password', from)).toBe(401);
  }
}

interface Kept {
  readonly kind: string;
  readonly tries: number;
  readonly waitUntil: Date | null;
  readonly lockedUntil: Date | null;
}

async function kept(personId: string): Promise<readonly Kept[]> {
  return world.owner.query({
    text: `select kind, tries, wait_until as "waitUntil", locked_until as "lockedUntil" from sign_in_tries
      where person_id = $1 order by kind`,
    values: [personId],
  });
}

async function emailsTo(personId: string): Promise<readonly { occasion: string; parameters: object }[]> {
  return world.owner.query({
    text: `select occasion, parameters from email where person_id = $1 and template = 'account-locked'`,
    values: [personId],
  });
}

describe('wrong passwords', () => {
  it('cost nothing four times, then waits that double, in which the right one is refused as well', async () => {
    const { id, email } = await account();
    world.clock.advance(61 * MINUTE);
    for (const wait of [0, 0, 0, 0, 5, 10, 20, 40, 80]) {
      expect(await statusOf(email)).toBe(401);
      const [row] = await kept(id);
      const waits = Math.max(0, (row?.waitUntil?.getTime() ?? 0) - world.clock.now().getTime()) / 1_000;
      expect(waits).toBe(wait);
      if (wait > 0) {
        world.clock.advance(wait * 1_000 - 1);
        expect(await statusOf(email, PASSWORD)).toBe(401);
        world.clock.advance(1);
      }
    }
    // What was refused in a wait did not count, and the right password ends it all.
    expect((await kept(id))[0]?.tries).toBe(9);
    expect(await statusOf(email, PASSWORD)).toBe(201);
    expect(await kept(id)).toEqual([]);
  });

  it('lock the account at the tenth for 15 minutes, in every process, and its owner is told once a day', async () => {
    const { id, email } = await account();
    await guess(email, 10);
    const [row] = await kept(id);
    expect(row?.lockedUntil?.getTime()).toBe(world.clock.now().getTime() + 15 * MINUTE);
    expect(await emailsTo(id)).toEqual([
      {
        occasion: `account-locked:${world.clock.now().toISOString().slice(0, 10)}:${id}`,
        parameters: { until: row?.lockedUntil?.toISOString(), place: 'unknown' },
      },
    ]);
    const other = await runApi(world.config, {
      clock: world.clock,
      logger: new AppLogger({ level: 'fatal' }),
    });
    expect(await statusOf(email, PASSWORD, ELSEWHERE, other.url)).toBe(401);
    await other.close();
    world.clock.advance(15 * MINUTE - 1);
    expect(await statusOf(email, PASSWORD)).toBe(401);
    world.clock.advance(1);
    // One more wrong one within the hour locks it again; the owner has been told today.
    await guess(email, 1);
    expect((await kept(id))[0]?.lockedUntil).not.toBeNull();
    expect(await emailsTo(id)).toHaveLength(1);
    world.clock.advance(61 * MINUTE);
    expect(await statusOf(email, PASSWORD)).toBe(201);
  });

  it('count only for an hour', async () => {
    const { id, email } = await account();
    await guess(email, 8);
    world.clock.advance(61 * MINUTE);
    await guess(email, 1);
    expect((await kept(id))[0]).toMatchObject({ tries: 1, lockedUntil: null });
  });

  it('let no more through when they come all at once', async () => {
    const { email } = await account();
    world.clock.advance(MINUTE);
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, number) => statusOf(email, number < 29 ? 'wrong guess' : PASSWORD)),
    );
    expect(answers).toContain(401);
    // Five of them were looked at; the rest came in the wait the fifth brought.
    const [row] = await world.owner.query<{ tries: number }>({
      text: `select max(tries) as tries from sign_in_tries where kind = 'account' and person_id =
        (select id from person where email = $1)`,
      values: [email],
    });
    expect(row?.tries ?? 5).toBeLessThanOrEqual(5);
  });
});

describe('strangers', () => {
  it('do not shut out who signs in from where they did before', async () => {
    const { id, email } = await account(HOME);
    await guess(email, 12);
    expect(await statusOf(email, PASSWORD, ELSEWHERE)).toBe(401);
    expect(await statusOf(email, PASSWORD, HOME)).toBe(201);
    // That the owner came by does not let the strangers go on.
    expect(await statusOf(email, PASSWORD, ELSEWHERE)).toBe(401);
    expect((await kept(id)).map(({ kind }) => kind)).toEqual(['account']);
  });

  it('are held up at a known address as anywhere, and the account is open elsewhere then', async () => {
    const { id, email } = await account(HOME);
    await guess(email, 10, HOME);
    expect(await statusOf(email, PASSWORD, HOME)).toBe(401);
    expect(await emailsTo(id)).toMatchObject([{ parameters: { place: 'known' } }]);
    expect(await statusOf(email, PASSWORD, '203.0.113.99')).toBe(201);
  });

  it('who try many accounts are held up by their address, wherever nobody is known', async () => {
    const from = '203.0.113.77';
    const { email } = await account();
    const known = await account(from);
    for (let number = 0; number < 60; number += 1) {
      world.clock.advance(6_000);
      expect(await statusOf(`many-${String(number)}@people.example`, 'wrong', from)).toBe(401);
    }
    expect(await statusOf(email, PASSWORD, from)).toBe(401);
    expect(await statusOf(email, PASSWORD, '203.0.113.78')).toBe(201);
    expect(await statusOf(known.email, PASSWORD, from)).toBe(201);
  });

  it('do not use up an address by signing in rightly', async () => {
    const from = '203.0.113.88';
    world.clock.advance(MINUTE);
    for (let number = 0; number < 8; number += 1) await account(from);
    const [row] = await world.owner.query<{ most: number }>({
      text: `select coalesce(max(tries), 0) as most from sign_in_tries where kind = 'address' and last_try_at = $1`,
      values: [world.clock.now()],
    });
    expect(row?.most).toBe(0);
  });
});

describe('what a try tells', () => {
  /** Who is tried, by what is the matter with them. */
  async function everybody() {
    const wrong = await account();
    const locked = await account();
    await guess(locked.email, 10);
    const gone = await account();
    const people = world.api.app.get(PeopleService, { strict: false });
    await people.deactivate(
      { personId: world.people.administrator.id, name: '', email: '', roles: [], rolesAt: world.clock.now() },
      gone.id,
    );
    const passwordless = world.people.nobody.email;
    return {
      wrong: wrong.email,
      locked: locked.email,
      gone: gone.email,
      passwordless,
      unknown: 'nobody-at-all@people.example',
    };
  }

  it('is the same, byte by byte, for who is unknown, locked, deactivated or has no password', async () => {
    const tried = await everybody();
    const answers = new Set<string>();
    for (const [what, email] of Object.entries(tried)) {
      const answer = await signIn(email, what === 'wrong' ? 'the wrong password' : PASSWORD);
      const headers = Object.fromEntries(answer.headers);
      delete headers['date'];
      const id = headers['x-correlation-id'] ?? '';
      delete headers['x-correlation-id'];
      const text = (await answer.text()).replaceAll(id, 'the id');
      answers.add(JSON.stringify({ status: answer.status, headers, text }));
    }
    expect([...answers]).toHaveLength(1);
    expect([...answers][0]).toContain('The email address or the password is not right.');
  });

  it('is the same on the page of signing in', async () => {
    const tried = await everybody();
    const pages = new Set<string>();
    for (const [what, email] of Object.entries(tried)) {
      const client = await PageClient.of(world);
      const { status, html } = await client.post(
        '/sign-in',
        { email, password: what === 'wrong' ? 'the wrong password' : PASSWORD },
        { 'x-forwarded-for': ELSEWHERE },
      );
      pages.add(
        `${String(status)} ${html.replaceAll(email, 'somebody').replaceAll(/(nonce|value|name)="[^"]*"|[\da-f]{8}-[\da-f-]{27}/g, '')}`,
      );
    }
    expect([...pages]).toHaveLength(1);
  });

  it('takes as long, whoever is tried: the quicker half of many tries of each, in turns', async () => {
    const tried = Object.entries(await everybody());
    const times = new Map<string, number[]>(tried.map(([what]) => [what, []]));
    for (let round = 0; round < 12; round += 1)
      for (const [what, email] of tried) {
        // Tries are spread over an hour each, so that nobody but who is locked comes to wait.
        if (what !== 'locked') await forget(email);
        const start = performance.now();
        await statusOf(email, 'the wrong password', `198.51.100.${String(round)}`);
        times.get(what)?.push(performance.now() - start);
      }
    // What else the machine does makes a try slower and never quicker, so the quicker half is compared.
    const typical = [...times].map(([what, all]) => {
      const quick = all.sort((one, other) => one - other).slice(0, all.length / 2);
      return [what, quick.reduce((sum, one) => sum + one, 0) / quick.length] as const;
    });
    const most = Math.max(...typical.map(([, time]) => time));
    const least = Math.min(...typical.map(([, time]) => time));
    // Without the work done for nobody, the quickest takes less than a tenth.
    expect({ typical, even: least / most > 0.7 }).toMatchObject({ even: true });
  });

  async function forget(email: string): Promise<void> {
    await world.owner.query({
      text: `delete from sign_in_tries where kind <> 'account' or person_id is null
        or person_id = (select id from person where email = $1)`,
      values: [email],
    });
  }
});

describe('an administrator', () => {
  it('sees that an account is locked, and lifts it; who did so stays on record', async () => {
    const { id, email } = await account();
    await guess(email, 10);
    const { administrator } = world.people;
    const until = new Date(world.clock.now().getTime() + 15 * MINUTE).toISOString();
    expect(await world.http.read(administrator, `/people/${id}`)).toMatchObject({
      lockedUntil: until,
      signInLocks: [{ what: 'locked', at: world.clock.now().toISOString(), until, by: null }],
    });
    world.clock.advance(1);
    await world.http.expect(403, world.people.auditor, 'DELETE', `/people/${id}/sign-in-lock`);
    await world.http.expect(204, administrator, 'DELETE', `/people/${id}/sign-in-lock`);
    await world.http.expect(204, administrator, 'DELETE', `/people/${id}/sign-in-lock`);
    expect(await world.http.read(administrator, `/people/${id}`)).toMatchObject({
      lockedUntil: null,
      signInLocks: [{ what: 'lifted', until: null, by: { id: administrator.id } }, { what: 'locked' }],
    });
    expect(await statusOf(email, PASSWORD)).toBe(201);
  });

  it('does so on the page of the person too, and not for themselves', async () => {
    const { id, email } = await account();
    await guess(email, 10);
    const client = await PageClient.of(world, world.people.administrator.id);
    expect((await client.get(`/people/${id}`)).html).toContain('Lift the lock');
    const { headers } = await client.post(`/people/${id}/sign-in-lock`, {});
    expect(headers.get('location')).toBe(`/people/${id}?done=lock-lifted`);
    const { html } = await client.get(`/people/${id}?done=lock-lifted`);
    expect(html).toContain('The lock was lifted');
    expect(html).not.toContain('Lift the lock<');
    expect(html).toMatch(/Lifted on .* by Demonstration administrator/);
    const guesses = world.api.app.get(GuessLimits, { strict: false });
    const own = {
      personId: world.people.administrator.id,
      name: '',
      email: '',
      roles: [],
      rolesAt: world.clock.now(),
    };
    await expect(guesses.lift(own, own.personId)).rejects.toThrow('You cannot lift a lock of your own');
  });
});

describe('what is kept of tries', () => {
  it('names no address of email or network', async () => {
    const typed = 'typed-by-mistake@people.example';
    await guess(typed, 1);
    const rows = await world.owner.query<{ text: string }>({
      text: `select t::text as text from sign_in_tries t union all select k::text from known_address k`,
      values: [],
    });
    expect(rows.length).toBeGreaterThan(2);
    for (const { text } of rows) {
      expect(text).not.toContain(typed);
      expect(text).not.toContain(ELSEWHERE);
      expect(text).not.toContain(HOME);
    }
  });
});

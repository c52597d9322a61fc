import { randomUUID } from 'node:crypto';
import { IdentityService, OwnSessionService, type ActingPerson } from '#identity';
import { AppLogger } from '#platform';
import { runApi, type RunningApi } from '../../apps/api/run-api.js';
import { HOUR, MINUTE, SessionWorld, sha256, START } from './session-world.js';

// People see what they are signed in with and end it; administrators end it for others, on record.

let world: SessionWorld;
let api: RunningApi;
let own: OwnSessionService;
let administrator: ActingPerson;
const lines: string[] = [];

beforeAll(async () => {
  world = await SessionWorld.start();
  administrator = await world.administrator();
  const logger = new AppLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } });
  api = await runApi(world.config(), { clock: world.clock, logger });
  own = api.app.get(OwnSessionService, { strict: false });
});
beforeEach(() => {
  world.clock.set(START);
});
afterAll(async () => {
  await api.close();
  await world.close();
});

/** Somebody who proved who they are just now. */
async function acting(name: string): Promise<ActingPerson> {
  const personId = await world.person(name);
  return { personId, name, email: '', roles: [], rolesAt: world.clock.now(), authenticatedAt: START };
}

async function browser(personId: string): Promise<{ readonly token: string; readonly id: string }> {
  const { token } = await world.sessions.begin(personId, null);
  const holder = await world.sessions.personOf(token);
  return { token, id: holder!.sessionId };
}

/** A token, as an email address and a password give one. */
async function program(personId: string): Promise<{ readonly token: string; readonly id: string }> {
  const identity = api.app.get(IdentityService, { strict: false });
  const { token } = await identity.issueToken(personId);
  return { token, id: (await identity.personOf(token))!.tokenId };
}

async function works({ token }: { readonly token: string }): Promise<boolean> {
  const identity = api.app.get(IdentityService, { strict: false });
  return ((await world.sessions.personOf(token)) ?? (await identity.personOf(token))) !== null;
}

async function changesOf(personId: string): Promise<unknown> {
  return (await world.people.person(personId)).accountChanges;
}

describe('one’s own sessions', () => {
  it('are seen: which is the one that asks, when each began, was used and ends, and how it began', async () => {
    const person = await acting('seeing');
    const first = await browser(person.personId);
    world.clock.advance(5 * MINUTE);
    await world.sessions.personOf(first.token);
    const second = await program(person.personId);
    expect(await own.list(person, first.id)).toEqual([
      {
        id: second.id,
        kind: 'token',
        provider: null,
        beganAt: world.clock.now(),
        lastUsedAt: null,
        expiresAt: new Date(world.clock.now().getTime() + 12 * HOUR),
        current: false,
      },
      {
        id: first.id,
        kind: 'browser',
        provider: null,
        beganAt: START,
        lastUsedAt: world.clock.now(),
        expiresAt: new Date(START.getTime() + 12 * HOUR),
        current: true,
      },
    ]);
  });

  it('are those that are live, and nobody else’s, whatever is asked of the database', async () => {
    const person = await acting('alone');
    const other = await acting('another');
    await browser(other.personId);
    const idle = await browser(person.personId);
    const ended = await browser(person.personId);
    await world.sessions.end(ended.token);
    world.clock.advance(31 * MINUTE);
    expect(await own.list(person, idle.id)).toEqual([]);
    for (const table of ['web_session', 'access_token'])
      expect(
        await world.database
          .as(person)
          .query({ text: `select from ${table} where person_id <> $1`, values: [person.personId] }),
      ).toEqual([]);
  });

  it('are ended one at a time, of browsers and of programs, and ending one twice is no error', async () => {
    const person = await acting('ending-one');
    const [one, two, three] = [
      await browser(person.personId),
      await browser(person.personId),
      await program(person.personId),
    ];
    await own.end(person, two.id);
    await own.end(person, two.id);
    await own.end(person, three.id);
    expect([await works(one), await works(two), await works(three)]).toEqual([true, false, false]);
  });

  it('are ended all but the one that asks', async () => {
    const person = await acting('ending-others');
    const other = await acting('left-alone');
    const [here, elsewhere, token] = [
      await browser(person.personId),
      await browser(person.personId),
      await program(person.personId),
    ];
    const theirs = await browser(other.personId);
    await own.endOthers(person, here.id);
    expect([await works(here), await works(elsewhere), await works(token)]).toEqual([true, false, false]);
    expect(await works(theirs)).toBe(true);
  });

  it('are not ended by who signed in a while ago, nor by who never said when', async () => {
    const person = await acting('stale');
    const [here, elsewhere] = [await browser(person.personId), await browser(person.personId)];
    world.clock.advance(15 * MINUTE + 1);
    for (const authenticatedAt of [START, null, undefined]) {
      const stale = { ...person, authenticatedAt };
      const refusal = { problem: { status: 403, type: '/problems/sign-in-again' } };
      await expect(own.end(stale, elsewhere.id)).rejects.toMatchObject(refusal);
      await expect(own.endOthers(stale, here.id)).rejects.toMatchObject(refusal);
    }
    expect(await works(elsewhere)).toBe(true);
  });

  it('of somebody else are not there', async () => {
    const [person, other] = [await acting('curious'), await acting('of-interest')];
    const theirs = await browser(other.personId);
    for (const id of [theirs.id, randomUUID()])
      await expect(own.end(person, id)).rejects.toMatchObject({ problem: { status: 404 } });
    expect(await works(theirs)).toBe(true);
  });
});

describe('an administrator', () => {
  it('signs somebody out everywhere, who can sign in again, and is on record with it', async () => {
    const [person, other] = [await acting('signed-out'), await acting('stays')];
    const sessions = [await browser(person.personId), await program(person.personId)];
    const theirs = await browser(other.personId);
    world.clock.advance(MINUTE);
    await own.endAllOf(administrator, person.personId);
    for (const session of sessions) expect(await works(session)).toBe(false);
    expect(await works(theirs)).toBe(true);
    expect(await works(await browser(person.personId))).toBe(true);
    expect(await changesOf(person.personId)).toEqual([
      {
        what: 'sessions-ended',
        at: '2026-05-04T09:01:00.000Z',
        everybody: false,
        by: { id: administrator.personId, name: 'administrator' },
      },
    ]);
    expect(await changesOf(other.personId)).toEqual([]);
    expect(lines.join('')).toContain('All sessions of a person were ended');
  });

  it('does not sign themselves out so, nor somebody there is not', async () => {
    await expect(own.endAllOf(administrator, administrator.personId)).rejects.toMatchObject({
      problem: { status: 409 },
    });
    await expect(own.endAllOf(administrator, randomUUID())).rejects.toMatchObject({
      problem: { status: 404 },
    });
  });

  it('signs everybody out but for where they ask from, and it is on record for each', async () => {
    const person = await acting('one-of-all');
    const [here, elsewhere] = [await browser(administrator.personId), await browser(administrator.personId)];
    const theirs = [await browser(person.personId), await program(person.personId)];
    await own.endEverybodys(administrator, here.id);
    for (const session of [...theirs, elsewhere]) expect(await works(session)).toBe(false);
    expect(await works(here)).toBe(true);
    expect(await changesOf(person.personId)).toMatchObject([{ what: 'sessions-ended', everybody: true }]);
    // Whoever came afterwards has nothing to do with it.
    world.clock.advance(MINUTE);
    expect(await changesOf((await acting('later')).personId)).toEqual([]);
  });
});

it('no token is in the list', async () => {
  const person = await acting('secret');
  const [one, two] = [await browser(person.personId), await program(person.personId)];
  const told = JSON.stringify(await own.list(person, one.id));
  for (const { token } of [one, two])
    for (const secret of [token, sha256(token).toString('hex'), sha256(token).toString('base64')])
      expect(told).not.toContain(secret);
});

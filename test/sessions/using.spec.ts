import type { ActingPerson } from '#identity';
import { until } from '../faults/mail-worker.js';
import { HOUR, MINUTE, POOL_SIZE, SECOND, SessionWorld, sha256, START } from './session-world.js';

let world: SessionWorld;
let organisationId: string;
let personId: string;
let administrator: ActingPerson;

beforeAll(async () => {
  world = await SessionWorld.start();
  organisationId = await world.organisation();
  personId = await world.person('submitter');
  await world.people.giveRole(null, personId, 'submitter', organisationId);
  administrator = await world.administrator();
});
beforeEach(() => {
  world.clock.set(START);
});
afterAll(() => world.close());

describe('a session', () => {
  it('says in one query who it is of, and when it ends', async () => {
    const { token } = await world.sessions.begin(personId, null);
    world.clock.advance(10 * MINUTE);
    const heard = world.listen();
    expect(await world.sessions.personOf(token)).toEqual({
      authenticatedAt: START,
      rolesAt: world.clock.now(),
      recognised: expect.anything() as ActingPerson['recognised'],
      sessionId: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      personId,
      name: 'submitter',
      email: 'submitter@tests.example',
      roles: [{ role: 'submitter', organisationId }],
      idleEndsAt: new Date('2026-05-04T09:40:00.000Z'),
      expiresAt: new Date('2026-05-04T21:00:00.000Z'),
      writingKey: expect.objectContaining({ length: 65 }) as Uint8Array,
    });
    expect(heard).toHaveLength(1);
  });

  it('ends when it is not used for half an hour, to the millisecond', async () => {
    const { token } = await world.sessions.begin(personId, null);
    world.clock.advance(30 * MINUTE - 1);
    expect(await world.sessions.personOf(token)).not.toBeNull();
    world.clock.advance(30 * MINUTE);
    expect(await world.sessions.personOf(token)).toBeNull();
    // It is not brought back by having been asked for.
    expect(await world.sessions.personOf(token)).toBeNull();
  });

  it('may be idle for as long as it is set up to be', async () => {
    const { token } = await world.sessions.begin(personId, null);
    world.clock.advance(5 * MINUTE);
    expect(await world.servedWith({ SESSION_IDLE_MINUTES: '5' }).personOf(token)).toBeNull();
    expect(await world.servedWith({ SESSION_IDLE_MINUTES: '6' }).personOf(token)).not.toBeNull();
  });

  it('ends however much it is used, at the end it was begun with', async () => {
    const short = world.servedWith({ SESSION_HOURS: '2' });
    const { token, expiresAt } = await short.begin(personId, null);
    expect(expiresAt).toEqual(new Date('2026-05-04T11:00:00.000Z'));
    for (let used = 0; used < 6; used += 1) {
      world.clock.set(new Date(START.getTime() + used * 20 * MINUTE));
      expect(await short.personOf(token)).not.toBeNull();
    }
    world.clock.set(new Date(expiresAt.getTime() - 1));
    expect(await short.personOf(token)).toMatchObject({ idleEndsAt: expiresAt, expiresAt });
    world.clock.set(expiresAt);
    expect(await short.personOf(token)).toBeNull();
  });

  it('is written to once a minute at most, and not at all by a use that comes too late', async () => {
    const { token } = await world.sessions.begin(personId, null);
    const before = await world.writes();
    world.clock.advance(MINUTE);
    expect(await world.sessions.personOf(token)).toMatchObject({
      idleEndsAt: new Date('2026-05-04T09:30:00.000Z'),
    });
    expect(await world.writes()).toBe(before);
    world.clock.advance(1);
    expect(await world.sessions.personOf(token)).toMatchObject({
      idleEndsAt: new Date('2026-05-04T09:31:00.001Z'),
    });
    expect(await world.writes()).toBe(before + 1);
    expect((await world.kept(token))?.lastSeenAt).toEqual(new Date('2026-05-04T09:01:00.001Z'));
    for (let used = 0; used < 5; used += 1) {
      world.clock.advance(12 * SECOND);
      await world.sessions.personOf(token);
    }
    expect(await world.writes()).toBe(before + 1);
    world.clock.advance(HOUR);
    expect(await world.sessions.personOf(token)).toBeNull();
    expect(await world.writes()).toBe(before + 1);
  });

  it('answers twenty at once, of whom one writes', async () => {
    const { token } = await world.sessions.begin(personId, null);
    const before = await world.writes();
    world.clock.advance(5 * MINUTE);
    let asked: Promise<readonly unknown[]> = Promise.resolve([]);
    // All who can have a connection have found a use to note before the first of them may note it.
    await world.fresh.database.transaction(async (transaction) => {
      await transaction.query({
        text: 'select from web_session where token_hash = $1 for update',
        values: [sha256(token)],
      });
      asked = Promise.all(Array.from({ length: 20 }, () => world.sessions.personOf(token)));
      await until(async () => (await world.waiting()) === POOL_SIZE);
    });
    const answers = await asked;
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ personId, idleEndsAt: new Date('2026-05-04T09:35:00.000Z') });
    expect((await world.kept(token))?.lastSeenAt).toEqual(world.clock.now());
    expect(await world.writes()).toBe(before + 1);
  });

  it('does not go back in time where the clock of another machine is ahead', async () => {
    const { token } = await world.sessions.begin(personId, null);
    world.clock.advance(5 * MINUTE);
    await world.sessions.personOf(token);
    const ahead = world.clock.now();
    world.clock.advance(-3 * MINUTE);
    expect(await world.sessions.personOf(token)).not.toBeNull();
    expect((await world.kept(token))?.lastSeenAt).toEqual(ahead);
  });

  it('carries only the roles valid at the moment', async () => {
    const holder = await world.person('auditor');
    const given = await world.people.giveRole(null, holder, 'auditor', organisationId);
    const { token } = await world.sessions.begin(holder, null);
    world.clock.advance(MINUTE);
    expect((await world.sessions.personOf(token))?.roles).toEqual([{ role: 'auditor', organisationId }]);
    await world.people.endRole(administrator, holder, given.id);
    expect((await world.sessions.personOf(token))?.roles).toEqual([]);
  });

  it.each([
    '',
    'nonsense',
    'a'.repeat(42),
    'a'.repeat(44),
    `${'a'.repeat(43)}\n`,
    `${'a'.repeat(42)}=`,
    `${'a'.repeat(42)}\u0000`,
    `sct_${'a'.repeat(43)}`,
  ])('is not to be had for %j, which is refused without asking the database', async (token) => {
    const heard = world.listen();
    expect(await world.sessions.personOf(token)).toBeNull();
    await world.sessions.end(token);
    expect(heard).toEqual([]);
  });

  it('is not to be had for a token nobody was given', async () => {
    expect(await world.sessions.personOf('a'.repeat(43))).toBeNull();
  });
});

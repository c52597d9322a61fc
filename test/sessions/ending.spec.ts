import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ActingPerson } from '#identity';
import { beginWebSession, deactivatePerson } from '#persistence';
import { HOUR, MINUTE, SessionWorld, sha256, START } from './session-world.js';
import { newWritingKeys } from '../../libs/identity/sessions/sealed-writing.js';

let world: SessionWorld;
let personId: string;
let administrator: ActingPerson;

beforeAll(async () => {
  world = await SessionWorld.start();
  personId = await world.person('submitter');
  administrator = await world.administrator();
});
beforeEach(() => {
  world.clock.set(START);
});
afterAll(() => world.close());

describe('ending', () => {
  it('ends one session at once, and ending it again changes nothing', async () => {
    const { token } = await world.sessions.begin(personId, null);
    const { token: other } = await world.sessions.begin(personId, null);
    await world.sessions.end(token);
    expect(await world.sessions.personOf(token)).toBeNull();
    expect(await world.sessions.personOf(other)).not.toBeNull();
    const ended = await world.kept(token);
    world.clock.advance(MINUTE);
    await world.sessions.end(token);
    await world.sessions.end('a'.repeat(43));
    expect(await world.kept(token)).toEqual(ended);
  });

  it('ends all sessions of a person, and nobody else’s', async () => {
    const holder = await world.person('two-browsers');
    const { token: mine } = await world.sessions.begin(personId, null);
    const tokens = [await world.sessions.begin(holder, null), await world.sessions.begin(holder, null)];
    await world.sessions.endAllOf(holder);
    for (const { token } of tokens) expect(await world.sessions.personOf(token)).toBeNull();
    expect(await world.sessions.personOf(mine)).not.toBeNull();
  });

  it('comes with being deactivated: every session ends with it, and is ended in its row', async () => {
    const leaver = await world.person('leaver-with-sessions');
    const { token } = await world.sessions.begin(leaver, null);
    const { token: earlier } = await world.sessions.begin(leaver, null);
    await world.sessions.end(earlier);
    const { token: mine } = await world.sessions.begin(personId, null);
    world.clock.advance(MINUTE);
    await world.people.deactivate(administrator, leaver);
    expect(await world.sessions.personOf(token)).toBeNull();
    expect((await world.kept(token))?.endedAt).toEqual(world.clock.now());
    expect((await world.kept(earlier))?.endedAt).toEqual(START);
    expect(await world.sessions.personOf(mine)).not.toBeNull();
  });

  it('reaches a session that was being begun when its person was deactivated', async () => {
    const leaver = await world.person('leaver-beginning');
    const { token } = await world.sessions.begin(personId, null);
    const tokenHash = sha256(token.split('').reverse().join(''));
    let deactivated: Promise<unknown> = Promise.resolve();
    await world.fresh.database.transaction(async (transaction) => {
      const session = {
        id: randomUUID(),
        personId: leaver,
        tokenHash,
        createdAt: START,
        expiresAt: new Date(START.getTime() + HOUR),
        authenticatedAt: START,
        external: null,
        writing: newWritingKeys(),
      };
      expect(await beginWebSession(transaction, session, null)).toBe(true);
      deactivated = deactivatePerson(world.database, leaver, START, administrator.personId);
      expect(await Promise.race([deactivated, pause(200, 'still waiting')])).toBe('still waiting');
    });
    await deactivated;
    const [row] = await world.fresh.database.query<{ endedAt: Date | null }>({
      text: 'select ended_at as "endedAt" from web_session where token_hash = $1',
      values: [tokenHash],
    });
    expect(row?.endedAt).toEqual(START);
  });

  it('is not needed for somebody deactivated by hand: their open session does not work', async () => {
    const leaver = await world.person('leaver-left-open');
    const { token } = await world.sessions.begin(leaver, null);
    await world.deactivateByHand(leaver);
    expect(await world.sessions.personOf(token)).toBeNull();
  });
});

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ActingPerson } from '#identity';
import { beginWebSession } from '#persistence';
import { ProblemError } from '#platform';
import { MINUTE, SessionWorld, sha256, START } from './session-world.js';
import { newWritingKeys } from '../../libs/identity/sessions/sealed-writing.js';

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

describe('beginning a session', () => {
  it('gives a token, when it ends at the latest, and who it is for', async () => {
    expect(await world.sessions.begin(personId, null)).toEqual({
      token: expect.stringMatching(/^[\w-]{43}$/) as string,
      expiresAt: new Date('2026-05-04T21:00:00.000Z'),
      person: {
        id: personId,
        name: 'submitter',
        email: 'submitter@tests.example',
        roles: [
          {
            role: 'submitter',
            organisation: { id: organisationId, key: 'home-office', name: 'Home Office' },
          },
        ],
      },
    });
  });

  it('keeps the SHA-256 of the token, and nothing the token could be read from', async () => {
    const { token } = await world.sessions.begin(personId, null);
    const row = await world.kept(token);
    expect(row?.hash).toBe(sha256(token).toString('hex'));
    const [all] = await world.fresh.database.query<{ text: string }>({
      text: 'select string_agg(to_jsonb(w)::text, $1) as text from web_session w',
      values: ['\n'],
    });
    const bytes = Buffer.from(token, 'base64url');
    for (const readable of [token, bytes.toString('hex'), Buffer.from(token).toString('hex')])
      expect(all?.text).not.toContain(readable);
  });

  it('cannot keep a token in place of its hash', async () => {
    const token = Buffer.from((await world.sessions.begin(personId, null)).token);
    const now = world.clock.now();
    const session = {
      id: randomUUID(),
      personId,
      tokenHash: token,
      createdAt: now,
      expiresAt: now,
      authenticatedAt: now,
      external: null,
      writing: newWritingKeys(),
    };
    await expect(beginWebSession(world.database, session, null)).rejects.toThrow(
      'web_session_token_hash_check',
    );
  });

  it('keeps it by another hash function from a day on, and ends what is kept by one that is given up', async () => {
    const old = await world.sessions.begin(personId, null);
    const changed = world.servedWith({ TOKEN_HASHES: 'sha3-256 sha256' });
    const begun = await changed.begin(personId, null);
    expect(await changed.personOf(old.token)).toMatchObject({ personId });
    expect(await changed.personOf(begun.token)).toMatchObject({ personId });
    const rows = await world.fresh.database.query<{ bytes: number; mark: number }>({
      text: `select octet_length(token_hash) as bytes, get_byte(token_hash, 0) as mark from web_session
        where octet_length(token_hash) <> 32`,
      values: [],
    });
    expect(rows).toEqual([{ bytes: 33, mark: 1 }]);
    // A process that does not take the new one yet, and then all that do not take the old one any more.
    expect(await world.sessions.personOf(begun.token)).toBeNull();
    const givenUp = world.servedWith({ TOKEN_HASHES: 'sha3-256' });
    expect(await givenUp.personOf(begun.token)).toMatchObject({ personId });
    expect(await givenUp.personOf(old.token)).toBeNull();
    const next = await changed.begin(personId, old.token);
    expect(await changed.personOf(old.token)).toBeNull();
    await changed.end(begun.token);
    expect(await changed.personOf(begun.token)).toBeNull();
    await changed.end(next.token);
  });

  it('ends the session it replaces in the same statement, and no other', async () => {
    const { token: other } = await world.sessions.begin(personId, null);
    const { token: earlier } = await world.sessions.begin(personId, null);
    const heard = world.listen();
    const { token } = await world.sessions.begin(personId, earlier);
    expect(heard.map(({ name }) => name)).toEqual(['begin_web_session', 'find_person_profile']);
    expect(token).not.toBe(earlier);
    expect(await world.sessions.personOf(earlier)).toBeNull();
    expect((await world.kept(earlier))?.endedAt).toEqual(START);
    expect(await world.sessions.personOf(token)).toMatchObject({ personId });
    expect(await world.sessions.personOf(other)).toMatchObject({ personId });
  });

  it('ends what it replaces also where that was somebody else’s on the same browser', async () => {
    const { token: theirs } = await world.sessions.begin(administrator.personId, null);
    await world.sessions.begin(personId, theirs);
    expect(await world.sessions.personOf(theirs)).toBeNull();
  });

  it.each([
    '',
    'nonsense',
    'a'.repeat(43),
    'a'.repeat(4_000),
    `${'a'.repeat(42)}\n`,
    `sct_${'a'.repeat(43)}`,
  ])('passes over %j, which is nothing to replace', async (replaces) => {
    const { token } = await world.sessions.begin(personId, replaces);
    expect(await world.sessions.personOf(token)).toMatchObject({ personId });
  });

  it('leaves the end of a session that had ended before as it was', async () => {
    const { token: earlier } = await world.sessions.begin(personId, null);
    await world.sessions.end(earlier);
    world.clock.advance(MINUTE);
    await world.sessions.begin(personId, earlier);
    expect((await world.kept(earlier))?.endedAt).toEqual(START);
  });

  it('is refused to somebody deactivated meanwhile, as a token is, and ends nothing then', async () => {
    const leaver = await world.person('leaver');
    await world.people.deactivate(administrator, leaver);
    const { token: earlier } = await world.sessions.begin(personId, null);
    const before = await world.count();
    const refusal = await world.sessions.begin(leaver, earlier).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ProblemError);
    expect(refusal).toMatchObject({
      problem: { status: 401, detail: 'The email address or the password is not right.' },
    });
    expect(await world.count()).toBe(before);
    expect(await world.sessions.personOf(earlier)).toMatchObject({ personId });
    await expect(world.sessions.begin(randomUUID(), null)).rejects.toBeInstanceOf(ProblemError);
  });

  it('waits for somebody who is being deactivated at the same moment, and is refused', async () => {
    const leaver = await world.person('leaver-meanwhile');
    let begun: Promise<unknown> = Promise.resolve();
    await world.fresh.database.transaction(async (transaction) => {
      await transaction.query({
        text: 'update person set deactivated_at = $2 where id = $1',
        values: [leaver, START],
      });
      begun = world.sessions.begin(leaver, null).catch((error: unknown) => error);
      expect(await Promise.race([begun, pause(200, 'still waiting')])).toBe('still waiting');
    });
    expect(await begun).toBeInstanceOf(ProblemError);
  });
});

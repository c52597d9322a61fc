import { setTimeout as pause } from 'node:timers/promises';
import { loadConfig } from '#platform';
import { runWorker } from '../../apps/worker/run-worker.js';
import { WORKER_PARTS } from '../../apps/worker/worker-parts.js';
import { loseQueues, until, workerEnvironment } from '../faults/mail-worker.js';
import { DAY, SessionWorld, sha256, START } from './session-world.js';

const REDIS_DATABASE = 9;
let world: SessionWorld;
let personId: string;

beforeEach(async () => {
  world = await SessionWorld.start();
  personId = await world.person('submitter');
});
afterEach(() => world.close());

describe('clearing away', () => {
  it('takes what ended, or could not be used any longer, more than a day ago, and nothing else', async () => {
    const { token: ended } = await world.sessions.begin(personId, null);
    const { token: expired, expiresAt } = await world.sessions.begin(personId, null);
    await world.sessions.end(ended);

    world.clock.set(new Date(START.getTime() + DAY));
    expect(await world.sessions.clearOld()).toBe(0);
    world.clock.advance(1);
    expect(await world.sessions.clearOld()).toBe(1);
    expect(await world.kept(ended)).toBeUndefined();

    world.clock.set(new Date(expiresAt.getTime() + DAY));
    const { token: live } = await world.sessions.begin(personId, null);
    expect(await world.sessions.clearOld()).toBe(0);
    world.clock.advance(1);
    expect(await world.sessions.clearOld()).toBe(1);
    expect(await world.kept(expired)).toBeUndefined();
    expect(await world.sessions.personOf(live)).not.toBeNull();
    expect(await world.count()).toBe(1);
  });

  it('goes on in bounded statements until all are gone, also when two do it at once', async () => {
    await world.fresh.database.query({
      text: `insert into web_session (id, person_id, token_hash, created_at, last_seen_at, expires_at)
        select gen_random_uuid(), $1, sha256(n::text::bytea), $2, $2, $2 from generate_series(1, 2500) n`,
      values: [personId, START],
    });
    const { token } = await world.sessions.begin(personId, null);
    world.clock.advance(DAY + 1);
    const heard = world.listen();
    const cleared = await Promise.all([world.sessions.clearOld(), world.sessions.clearOld()]);
    expect(cleared.reduce((sum, one) => sum + one, 0)).toBe(2_500);
    expect(heard.length).toBeGreaterThanOrEqual(4);
    expect(await world.kept(token)).toBeDefined();
    expect(await world.count()).toBe(1);
  });

  it('does not wait for a session that another worker is clearing away just now', async () => {
    const { token: taken } = await world.sessions.begin(personId, null);
    const { token: free } = await world.sessions.begin(personId, null);
    world.clock.advance(3 * DAY);
    await world.fresh.database.transaction(async (transaction) => {
      await transaction.query({
        text: 'select from web_session where token_hash = $1 for update',
        values: [sha256(taken)],
      });
      expect(
        await Promise.race([world.sessions.clearOld(), pause(5_000, 'still waiting', { ref: false })]),
      ).toBe(1);
      expect(await world.kept(free)).toBeUndefined();
    });
    expect(await world.sessions.clearOld()).toBe(1);
  });

  it('finds what it clears, and a session its token, without reading the others', async () => {
    await world.fresh.database.query({
      text: `insert into web_session (id, person_id, token_hash, created_at, last_seen_at, expires_at)
        select gen_random_uuid(), $1, sha256(n::text::bytea), $2::timestamptz, $2, $2::timestamptz + n * interval '1 minute'
        from generate_series(1, 5000) n`,
      values: [personId, START],
    });
    await world.fresh.owner.query({ text: 'analyze web_session', values: [] });
    const { token } = await world.sessions.begin(personId, null);
    const heard = world.listen();
    await world.sessions.personOf(token);
    await world.sessions.clearOld();
    const plans = [];
    for (const { text, values } of [...heard]) {
      const rows = await world.fresh.database.query<Record<string, string>>({
        text: `explain ${text}`,
        values,
      });
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
    }
    expect(plans).toEqual([
      expect.stringContaining('web_session_token_hash_key'),
      expect.stringContaining('hot_web_session_over'),
      expect.stringContaining('sign_in_journey'),
    ]);
    for (const plan of plans) expect(plan).not.toContain('Seq Scan on web_session');
  });

  it('is done by the worker', async () => {
    const { token: ended } = await world.sessions.begin(personId, null);
    await world.sessions.end(ended);
    world.clock.advance(DAY + 1);
    const { token: live } = await world.sessions.begin(personId, null);
    const config = loadConfig({
      ...workerEnvironment(world.fresh.url, 'smtp://127.0.0.1:9', REDIS_DATABASE),
      LOG_LEVEL: 'silent',
    });
    await loseQueues(config);
    const worker = await runWorker(config, { ...WORKER_PARTS, clock: world.clock });
    try {
      await until(async () => (await world.kept(ended)) === undefined);
      expect(await world.kept(live)).toBeDefined();
    } finally {
      await worker.stop();
    }
  });
});

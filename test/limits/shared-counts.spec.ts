import { AppLogger } from '#platform';
import { runApi, type RunningApi } from '../../apps/api/run-api.js';
import { startWorld, type World } from '../api/world/api-world.js';

// Limits hold for all processes together: through Redis where REDIS_URL is set, through PostgreSQL otherwise.

const LIMIT = 60;
const CURRENT = '/api/v1/sessions/current';
const lines: string[] = [];
let world: World;
let other: RunningApi;

async function start(environment: Record<string, string> = {}): Promise<void> {
  lines.length = 0;
  const redis = process.env['REDIS_URL'];
  world = await startWorld({
    RATE_LIMIT_PERSON: String(LIMIT),
    ...(redis === undefined ? {} : { REDIS_URL: redis }),
    ...environment,
  });
  const destination = { write: (line: string) => void lines.push(line) };
  other = await runApi(world.config, {
    clock: world.clock,
    logger: new AppLogger({ level: 'warn', destination }),
  });
}

afterEach(async () => {
  await other.close();
  await world.close();
});

async function ask(url: string): Promise<number> {
  const answer = await fetch(url + CURRENT, {
    headers: { authorization: `Bearer ${world.people.submitter.token}` },
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** Asks in turns, a little slower than processes take to tell one another. */
async function letThrough(count: number, urls: readonly string[]): Promise<number> {
  let through = 0;
  for (let number = 0; number < count; number += 1) {
    if ((await ask(urls[number % urls.length]!)) !== 429) through += 1;
    await new Promise((resume) => setTimeout(resume, 2));
  }
  return through;
}

describe('a limit', () => {
  it('holds for two processes together, give or take a twentieth each', async () => {
    await start();
    const through = await letThrough(LIMIT * 2, [world.api.url, other.url]);
    expect(through).toBeGreaterThanOrEqual(LIMIT);
    expect(through).toBeLessThanOrEqual(LIMIT * 1.25);
    expect(await ask(world.api.url)).toBe(429);
    expect(await ask(other.url)).toBe(429);
  });

  it('asks the store once for a twentieth of the limit, and no request waits for it', async () => {
    await start({ REDIS_URL: '' });
    await letThrough(LIMIT - 1, [world.api.url]);
    const [row] = await world.owner.query<{ points: number }>({
      text: `select points
        from rate_limit where key like 'limit-person:%'`,
      values: [],
    });
    // 59 requests: 19 times three were told.
    expect(row?.points).toBe(57);
  });
});

describe('a store that is not there', () => {
  it('is said once in the log, and each process goes on by its own count', async () => {
    await start({ REDIS_URL: '' });
    await world.owner.query({ text: 'alter table rate_limit rename to away', values: [] });
    expect(await letThrough(LIMIT + 10, [other.url])).toBe(LIMIT);
    expect(await letThrough(LIMIT + 10, [world.api.url])).toBe(LIMIT);
    expect(lines.filter((line) => line.includes('each goes on by its own count'))).toHaveLength(1);
  });

  it('does not keep anybody waiting where it is a Redis nobody answers at', async () => {
    await start({ REDIS_URL: 'redis://127.0.0.1:1' });
    const before = performance.now();
    expect(await letThrough(LIMIT + 10, [other.url])).toBe(LIMIT);
    expect(performance.now() - before).toBeLessThan(20_000);
    expect(lines.filter((line) => line.includes('each goes on by its own count'))).toHaveLength(1);
  });
});

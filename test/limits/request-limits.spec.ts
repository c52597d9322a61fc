import { AppLogger, type Config } from '#platform';
import { runApi } from '../../apps/api/run-api.js';
import { startPagesWorld, type PagesWorld } from '../web/pages-world.js';
import { PageClient } from '../web/page-client.js';

// How much one person, and one address, may ask of the API and the pages.

let world: PagesWorld;
beforeAll(async () => {
  world = await startPagesWorld({
    RATE_LIMIT_PERSON: '40',
    RATE_LIMIT_ADDRESS: '20',
    RATE_LIMIT_COSTLY: '5',
    RATE_LIMIT_LINKS: '4',
    TRUSTED_PROXIES: 'loopback',
  });
});
afterAll(() => world.close());

interface Asked {
  readonly token?: string;
  readonly from?: string;
  readonly method?: string;
}

async function ask(
  path: string,
  { token, from = '192.0.2.1', method = 'GET' }: Asked = {},
  url = world.api.url,
) {
  return fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      'x-forwarded-for': from,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  });
}

/** How many of so many requests are let through. */
async function letThrough(
  count: number,
  path: string,
  asked: Asked = {},
  url = world.api.url,
): Promise<number> {
  let through = 0;
  for (let number = 0; number < count; number += 1) {
    const answer = await ask(path, asked, url);
    await answer.arrayBuffer();
    if (answer.status !== 429) through += 1;
  }
  return through;
}

const CURRENT = '/api/v1/sessions/current';

describe('a person', () => {
  it('is refused beyond the limit, told when to come back, and nobody else is', async () => {
    const { token } = world.people.submitter;
    expect(await letThrough(45, CURRENT, { token })).toBe(40);
    const answer = await ask(CURRENT, { token });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const wait = Number(answer.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await answer.json()).toMatchObject({
      type: '/problems/too-many-requests',
      status: 429,
      detail: `There were too many requests. Wait ${wait === 1 ? 'a second' : `${String(wait)} seconds`}, then try again.`,
    });
    // From elsewhere it is the same person; somebody else at the same address is not.
    expect(await letThrough(1, CURRENT, { token, from: '192.0.2.99' })).toBe(0);
    expect(await letThrough(1, CURRENT, { token: world.people.reviewer.token })).toBe(1);
  });

  it('may take out less, and search texts less, than look at cases', async () => {
    const { token } = world.people.auditor;
    expect(await letThrough(4, '/api/v1/cases?text=hosting', { token })).toBe(4);
    expect(await letThrough(3, '/api/v1/decision-log/export', { token })).toBe(1);
    expect(await letThrough(1, '/api/v1/cases?text=hosting', { token })).toBe(0);
    expect(await letThrough(1, '/api/v1/cases?state=draft', { token })).toBe(1);
  });

  it('is shown a page that says so', async () => {
    const client = await PageClient.of(world, world.people.lead.id);
    let status = 200;
    let asked = 0;
    while (status === 200 && asked < 60) {
      ({ status } = await client.get('/help'));
      asked += 1;
    }
    const { html, headers } = await client.get('/help');
    expect([status, asked]).toEqual([429, 41]);
    expect(html).toContain('Too many tries');
    expect(html).toMatch(/Wait \d+ seconds/);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('an address', () => {
  it('is refused beyond the limit where nobody is signed in, and people there go on', async () => {
    const from = '198.51.100.7';
    expect(await letThrough(25, '/api/v1/cases', { from })).toBe(20);
    expect(await letThrough(1, '/nowhere-at-all', { from })).toBe(1);
    expect(await letThrough(1, '/api/v1/cases', { from: '198.51.100.8' })).toBe(1);
    expect(await letThrough(10, CURRENT, { from, token: world.people.decider.token })).toBe(10);
  });

  it('is not given more by tokens that are nobody’s, and whoever was recognised there goes on', async () => {
    const from = '198.51.100.9';
    const { token } = world.people.stranger;
    expect(await letThrough(2, CURRENT, { from, token })).toBe(2);
    let refused = 0;
    for (let number = 0; number < 30; number += 1) {
      const answer = await ask(CURRENT, { from, token: `sct_${String(number).padStart(43, 'x')}` });
      if (answer.status === 429) refused += 1;
    }
    expect(refused).toBeGreaterThanOrEqual(8);
    expect(await letThrough(2, CURRENT, { from, token })).toBe(2);
    // Neither is signing in, which nobody asks about the token of, made free by sending any.
    expect(await letThrough(30, '/api/v1/sessions', { from: '198.51.100.10', token, method: 'POST' })).toBe(
      20,
    );
  });

  it('of IPv6 is its whole network', async () => {
    let through = 0;
    for (let number = 0; number < 25; number += 1)
      through += await letThrough(1, '/api/v1/cases', { from: `2001:db8:1:2::${number.toString(16)}` });
    expect(through).toBe(20);
    expect(await letThrough(1, '/api/v1/cases', { from: '2001:db8:1:3::1' })).toBe(1);
  });

  it('may try few codes of emails, and files cost nothing', async () => {
    const from = '198.51.100.11';
    expect(await letThrough(3, '/invitations', { from, method: 'POST' })).toBe(3);
    expect(await letThrough(5, '/password-reset', { from, method: 'POST' })).toBe(1);
    expect(await letThrough(40, '/assets/app.css', { from })).toBe(40);
  });
});

describe('X-Forwarded-For', () => {
  it('is believed of the proxies that are named alone', async () => {
    const other = Object.assign(Object.create(Object.getPrototypeOf(world.config) as object), world.config, {
      trustedProxies: '203.0.113.9',
    }) as Config;
    const api = await runApi(other, { clock: world.clock, logger: new AppLogger({ level: 'fatal' }) });
    try {
      let through = 0;
      for (let number = 0; number < 25; number += 1)
        through += await letThrough(1, '/api/v1/cases', { from: `192.0.2.${String(number)}` }, api.url);
      expect(through).toBe(20);
    } finally {
      await api.close();
    }
  });

  it('is read from its end, so that what a caller puts in front of it counts for nothing', async () => {
    let through = 0;
    for (let number = 0; number < 25; number += 1)
      through += await letThrough(1, '/api/v1/cases', { from: `192.0.2.${String(number)}, 198.51.100.50` });
    expect(through).toBe(20);
  });
});

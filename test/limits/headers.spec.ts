import type { RouteOptions } from 'fastify';
import { connect } from 'node:net';
import { PeopleService } from '#identity';
import { AppLogger, type Config } from '#platform';
import { createApi } from '../../apps/api/run-api.js';
import { createWeb } from '../../apps/web/run-web.js';
import { cookiesFor } from '../../apps/web/server/cookies.js';
import { startPagesWorld, type PagesWorld } from '../web/pages-world.js';
import { PageClient } from '../web/page-client.js';

// Every route of the API and the pages, however it is answered, carries the security headers.

interface Route {
  readonly method: string;
  readonly url: string;
}

const logger = new AppLogger({ level: 'silent' });
let world: PagesWorld;
let ofApi: readonly Route[];
let ofWeb: readonly Route[];

async function routesOf(
  make: (config: Config, parts: object) => ReturnType<typeof createApi>,
): Promise<readonly Route[]> {
  const app = await make(world.config, { logger, clock: world.clock });
  const routes: Route[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }: RouteOptions) => {
      for (const one of [method].flat()) routes.push({ method: one, url });
    });
  await app.init();
  await app.close();
  return routes;
}

beforeAll(async () => {
  world = await startPagesWorld();
  ofApi = await routesOf(createApi);
  ofWeb = await routesOf(createWeb);
});
afterAll(() => world.close());

/** What every answer of a deployment has, whatever it is. */
const ALWAYS: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /default-src 'none'.*frame-ancestors 'none'/,
  'cross-origin-embedder-policy': /^require-corp$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /^accelerometer=\(\), camera=\(\).*usb=\(\)$/,
  'referrer-policy': /^(no-referrer|same-origin)$/,
  'strict-transport-security': /^max-age=63072000; includeSubDomains$/,
  'x-content-type-options': /^nosniff$/,
  'x-correlation-id': /^[\w-]{8,64}$/,
  'x-frame-options': /^DENY$/,
};

/** What is nobody's, and may be kept by whatever is on the way: files, and the description of the API. */
const PUBLIC = /^\/assets\/|\/openapi\.json$/;

/** What is wrong with the headers of an answer, each with the header. */
function faultsOf(headers: Headers, isPublic = false): readonly string[] {
  const faults = Object.entries(ALWAYS)
    .filter(([name, value]) => !value.test(headers.get(name) ?? ''))
    .map(([name]) => `${name}: ${headers.get(name) ?? 'none'}`);
  const caching = headers.get('cache-control') ?? 'none';
  const cached = isPublic
    ? /immutable|^public, max-age=300$/
    : /no-store|private, no-cache|^private|max-age=0/;
  if (!cached.test(caching)) faults.push(`cache-control: ${caching}`);
  for (const name of headers.keys())
    if (/^(access-control-|server$|x-powered-by$)/.test(name)) faults.push(name);
  return faults;
}

/** An address of a route; parameters that are ids are ids of nothing. */
function addressOf(url: string): string {
  return url
    .replaceAll(/:(id|\w+Id)\b/g, '00000000-0000-4000-8000-000000000000')
    .replaceAll(/:\w+/g, '1')
    .replace('*', 'app.css');
}

interface Sent {
  readonly person?: 'administrator' | 'nobody';
  readonly body?: string;
  readonly cookie?: string;
}

async function send({ method, url }: Route, { person, body, cookie }: Sent = {}): Promise<Response> {
  return fetch(world.api.url + addressOf(url), {
    method,
    redirect: 'manual',
    headers: {
      ...(person === undefined ? {} : { authorization: `Bearer ${world.people[person].token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie === undefined ? {} : { cookie }),
    },
    ...(body === undefined ? {} : { body }),
  });
}

/** Every route, answered: faults by method, address and status; and which statuses there were. */
async function faultsOfAll(routes: readonly Route[], sent: (route: Route) => Sent) {
  const faults: Record<string, readonly string[]> = {};
  const statuses = new Set<number>();
  for (const route of routes) {
    const answer = await send(route, sent(route));
    await answer.arrayBuffer();
    statuses.add(answer.status);
    const found = faultsOf(answer.headers, PUBLIC.test(route.url) && answer.status === 200);
    if (found.length > 0) faults[`${route.method} ${route.url} ${String(answer.status)}`] = found;
  }
  return { faults, statuses };
}

function signsOut({ method, url }: Route): number {
  return method === 'DELETE' && url.endsWith('/sessions/current') ? 1 : 0;
}

function bodyFor({ method }: Route, body: string): Sent {
  return method === 'GET' || method === 'HEAD' || method === 'DELETE' ? {} : { body };
}

describe('the security headers are on every answer', () => {
  it('of the API: 200, 400, 401, 403, 404 and what else it says', async () => {
    expect(ofApi.length).toBeGreaterThan(100);
    // Signing out comes last: it ends the token the others are asked with.
    const inOrder = [...ofApi].sort((one, other) => signsOut(one) - signsOut(other));
    const asAdministrator = await faultsOfAll(inOrder, (route) => ({
      person: 'administrator',
      ...bodyFor(route, '{}'),
    }));
    const asNobody = await faultsOfAll(ofApi, () => ({}));
    const broken = await faultsOfAll(inOrder, (route) => ({
      person: 'nobody',
      ...bodyFor(route, '{"broken": '),
    }));
    expect({ ...asAdministrator.faults, ...asNobody.faults, ...broken.faults }).toEqual({});
    for (const status of [200, 400, 403, 404])
      expect([...asAdministrator.statuses, ...broken.statuses]).toContain(status);
    expect(asNobody.statuses).toContain(401);
  });

  it('of the pages and their files: 200, 303, 403, 404', async () => {
    expect(ofWeb.length).toBeGreaterThan(80);
    const { name, value } = await world.signIn(world.people.administrator.id);
    const signedIn = await faultsOfAll(ofWeb, () => ({ cookie: `${name}=${value}` }));
    const nobody = await faultsOfAll(ofWeb, () => ({}));
    expect({ ...signedIn.faults, ...nobody.faults }).toEqual({});
    for (const status of [200, 303, 403, 404])
      expect([...signedIn.statuses, ...nobody.statuses]).toContain(status);
  });

  it('of what goes wrong in the service: 500, and 503', async () => {
    await world.owner.query({ text: 'alter table person rename to away', values: [] });
    try {
      const all = [...ofApi, ...ofWeb];
      const { name, value } = await world.signIn(world.people.administrator.id).catch(() => ({
        name: cookiesFor(world.config).session,
        value: 'x'.repeat(43),
      }));
      const { faults, statuses } = await faultsOfAll(all, (route) => ({
        person: 'administrator',
        cookie: `${name}=${value}`,
        ...bodyFor(route, '{}'),
      }));
      expect(faults).toEqual({});
      expect(statuses).toContain(500);
    } finally {
      await world.owner.query({ text: 'alter table away rename to person', values: [] });
    }
  });

  it.each(['/nowhere', '/api/v1/nowhere', '/assets/nowhere.css', '/%', '/api/v1/cases/%ZZ', '/.env'])(
    'of an address that is none: %s',
    async (url) => {
      const answer = await send({ method: 'GET', url });
      expect([400, 404]).toContain(answer.status);
      expect(faultsOf(answer.headers)).toEqual([]);
    },
  );

  it('of what is not HTTP', async () => {
    const { port, hostname } = new URL(world.api.url);
    const text = await new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = connect(Number(port), hostname, () => socket.write('THIS IS NOT HTTP\r\n\r\n'));
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('end', () => {
        resolve(received);
      });
      socket.on('error', reject);
    });
    const headers = new Headers(
      [...text.split('\r\n\r\n', 1)[0]!.matchAll(/^([\w-]+): (.*)$/gm)].map(([, name, value]) => [
        name!,
        value!.trim(),
      ]),
    );
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(faultsOf(headers)).toEqual([]);
  });

  it('of a folder, which is not listed', async () => {
    for (const url of ['/assets', '/assets/', '/assets/fonts/']) {
      const answer = await send({ method: 'GET', url });
      expect({ url, status: answer.status }).toEqual({ url, status: 404 });
      expect(faultsOf(answer.headers)).toEqual([]);
    }
  });

  it.each([
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 30'],
    ['a length, and in chunks', 'Content-Length: 2\r\nTransfer-Encoding: chunked'],
    ['chunks that are not last', 'Transfer-Encoding: chunked, identity'],
    ['a length that is none', 'Content-Length: +2'],
  ])('of a request whose end can be read in two ways, which is refused: %s', async (_what, header) => {
    const { port, hostname } = new URL(world.api.url);
    const text = await new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = connect(Number(port), hostname, () =>
        socket.write(
          `POST /api/v1/sessions HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n${header}\r\n\r\n{}GET /help HTTP/1.1\r\nHost: here\r\n\r\n`,
        ),
      );
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('end', () => {
        resolve(received);
      });
      socket.on('error', reject);
    });
    // One refusal, and the connection is closed: what follows is not taken for a request.
    expect(text.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 400']);
  });

  it('of too many requests: 429', async () => {
    const few = await startPagesWorld({ RATE_LIMIT_ADDRESS: '10' });
    try {
      for (const path of ['/api/v1/cases', '/help']) {
        let answer = await fetch(few.api.url + path);
        for (let number = 0; number < 12; number += 1) answer = await fetch(few.api.url + path);
        expect({ path, status: answer.status }).toEqual({ path, status: 429 });
        expect(faultsOf(answer.headers)).toEqual([]);
      }
    } finally {
      await few.close();
    }
  });
});

describe('other methods', () => {
  it.each(['TRACE', 'OPTIONS', 'PATCH', 'PUT', 'DELETE'])(
    '%s is refused with what can be used',
    async (method) => {
      // A browser's own functions refuse to send TRACE, and so does fetch.
      const { port, hostname } = new URL(world.api.url);
      for (const [path, allow] of [
        ['/api/v1/cases', 'GET, HEAD, POST'],
        ['/sign-in', 'GET, HEAD, POST'],
        ['/help', 'GET, HEAD'],
      ] as const) {
        const text = await new Promise<string>((resolve, reject) => {
          let received = '';
          const socket = connect(Number(port), hostname, () =>
            socket.write(`${method} ${path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n`),
          );
          socket.on('data', (chunk) => (received += chunk.toString()));
          socket.on('end', () => {
            resolve(received);
          });
          socket.on('error', reject);
        });
        expect(text).toMatch(/^HTTP\/1\.1 405 Method Not Allowed\r\n/);
        expect(/^allow: (.*)$/im.exec(text)?.[1]?.trim()).toBe(allow);
      }
    },
  );

  it('are no way for other sites: a preflight gets no permission', async () => {
    for (const path of ['/api/v1/cases', '/api/v1/sessions', '/sign-in', '/nowhere']) {
      const answer = await fetch(world.api.url + path, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://elsewhere.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization, content-type',
        },
      });
      expect([403, 404, 405]).toContain(answer.status);
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    const plain = await fetch(`${world.api.url}/health/live`, {
      headers: { origin: 'https://elsewhere.example' },
    });
    expect([...plain.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('cookies', () => {
  const PASSWORD = 'a long enough password';

  async function linesOfSigningIn(at: PagesWorld): Promise<readonly string[]> {
    const people = at.api.app.get(PeopleService, { strict: false });
    await people.createPerson({
      email: 'cookies@people.example',
      name: 'Demonstration cookies',
      password: PASSWORD,
    });
    const client = await PageClient.of(at);
    const page = await client.get('/sign-in');
    const { headers, status } = await client.post('/sign-in', {
      email: 'cookies@people.example',
      password: PASSWORD,
    });
    expect(status).toBe(303);
    return [...page.headers.getSetCookie(), ...headers.getSetCookie()];
  }

  it('of a deployment are for this host alone, for TLS alone, and not for scripts', async () => {
    const lines = await linesOfSigningIn(world);
    const names = lines.map((line) => line.split('=', 1)[0]);
    expect(new Set(names)).toEqual(new Set(['__Host-form', '__Host-session']));
    for (const line of lines) {
      expect(line).toMatch(/; Path=\//);
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; Secure/);
      expect(line).toMatch(/; SameSite=(Lax|Strict)/);
      expect(line).not.toMatch(/; Domain=/i);
    }
  });

  it('of one’s own machine, which has no TLS, are the same but for that', async () => {
    const local = await startPagesWorld({ APP_MODE: 'local' });
    try {
      const lines = await linesOfSigningIn(local);
      expect(new Set(lines.map((line) => line.split('=', 1)[0]))).toEqual(new Set(['form', 'session']));
      for (const line of lines) {
        expect(line).toMatch(/; HttpOnly/);
        expect(line).toMatch(/; SameSite=(Lax|Strict)/);
        expect(line).not.toMatch(/; Secure/);
      }
      const { headers } = await (await PageClient.of(local)).get('/help');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(faultsOf(headers).map((fault) => fault.split(':')[0])).toEqual(['strict-transport-security']);
    } finally {
      await local.close();
    }
  });
});

describe('a session', () => {
  it('has other rights from the next page on when a role is given or ends', async () => {
    const people = world.api.app.get(PeopleService, { strict: false });
    const somebody = await world.addPerson('Demonstration changing');
    const client = await PageClient.of(world, somebody.id);
    expect((await client.get('/people')).status).toBe(403);
    const role = await people.giveRole(null, somebody.id, 'administrator', world.organisations.assurance.id);
    expect((await client.get('/people')).status).toBe(200);
    world.clock.advance(1);
    await people.endRole(
      { personId: world.people.administrator.id, name: '', email: '', roles: [], rolesAt: world.clock.now() },
      somebody.id,
      role.id,
    );
    expect((await client.get('/people')).status).toBe(403);
  });

  it('is another after signing in, and the one before it is of no use', async () => {
    const people = world.api.app.get(PeopleService, { strict: false });
    const password = 'a long enough password';
    const { id } = await people.createPerson({
      email: 'rotates@people.example',
      name: 'Demonstration rotates',
      password,
    });
    const client = await PageClient.of(world, id);
    const { session } = cookiesFor(world.config);
    const before = client.cookies.get(session) ?? '';
    await client.post('/sign-in', { email: 'rotates@people.example', password });
    const after = client.cookies.get(session) ?? '';
    expect(after).not.toBe(before);
    client.cookies.set(session, before);
    expect((await client.get('/')).status).toBe(303);
  });

  it('takes along what the browser kept, when somebody signs out', async () => {
    const client = await PageClient.of(world, world.people.submitter.id);
    const { status, headers } = await client.post('/sign-out', {});
    expect(status).toBe(303);
    expect(headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect((await client.get('/')).status).toBe(303);
  });
});

describe('security.txt', () => {
  it('tells where faults are to be reported, where the operator says so', async () => {
    const told = await startPagesWorld({ SECURITY_CONTACT: 'mailto:security@spend.example' });
    try {
      const answer = await fetch(`${told.api.url}/.well-known/security.txt`);
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(await answer.text()).toBe(
        [
          'Contact: mailto:security@spend.example',
          'Expires: 2026-10-31T00:00:00.000Z',
          'Preferred-Languages: en',
          'Canonical: http://localhost/.well-known/security.txt',
          '',
        ].join('\n'),
      );
    } finally {
      await told.close();
    }
    expect((await fetch(`${world.api.url}/.well-known/security.txt`)).status).toBe(404);
  });
});

import type { RouteOptions } from 'fastify';
import { ACCESS_LOG_FAILED, ACCESS_LOG_RECOVERED } from '#audit';
import { AppLogger } from '#platform';
import type { ReadingRule, RouteSettings } from '#edge';
import { createApi, runApi, type RunningApi } from '../../apps/api/run-api.js';
import { keptFiles, plantFile, type KeptFiles } from '../attachments/kept.js';
import { startWorld, type Person, type World } from './world/api-world.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';
import { HttpClient, type Json } from './world/http-client.js';

let kept: KeptFiles;
let world: World;
let driver: CaseDriver;
/** A case of another department. */
let foreign: string;
beforeAll(async () => {
  kept = await keptFiles();
  world = await startWorld(kept.environment);
  driver = new CaseDriver(world);
  const { body } = await world.http.expect(201, world.people.stranger, 'POST', '/cases', {
    body: { title: 'Another request', organisationId: world.organisations.otherDepartment.id },
  });
  foreign = String(body['reference']);
});
afterAll(async () => {
  await world.close();
  await kept.remove();
});

interface RecordOfAccess extends Json {
  readonly part: string;
  readonly outcome: string;
}

/** Every route that reads, with what it declares. */
async function readingRoutes(): Promise<ReadonlyMap<string, ReadingRule | undefined>> {
  const app = await createApi(world.config, { logger: new AppLogger({ level: 'fatal' }) });
  const routes = new Map<string, ReadingRule | undefined>();
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url, config }: RouteOptions) => {
      if ([method].flat().includes('GET')) routes.set(url, (config as RouteSettings | undefined)?.reading);
    });
  await app.init();
  await app.close();
  return routes;
}

async function recordedRoutes(of: string): Promise<readonly string[]> {
  return [...(await readingRoutes())].flatMap(([url, rule]) =>
    rule !== undefined && 'what' in rule && url.startsWith(of) ? [url.replace('/api/v1', '')] : [],
  );
}

/** The routes of a case with what stands in its path. */
async function pathsOf(driven: DrivenCase, commentId: string): Promise<readonly string[]> {
  const attachmentId = await plantFile(world, kept, driven.reference);
  return (await recordedRoutes('/api/v1/cases/:reference')).map((url) =>
    url
      .replace(':reference', driven.reference)
      .replace('legacy-exceptions/:id', `legacy-exceptions/${driven.exceptionId}`)
      .replace('comments/:id', `comments/${commentId}`)
      .replace('attachments/:id', `attachments/${attachmentId}`)
      .replace(':otherReference', foreign)
      .replace(':number/difference', '1/difference?from=1')
      .replace(':number', '1')
      .replace(':sequence', '1')
      .replace(/as-it-stood.*/, (part) => `${part}?at=${world.clock.now().toISOString()}`)
      .replace(':point', '3'),
  );
}

async function comment(driven: DrivenCase): Promise<string> {
  const made = await driver.act(driven, 'submitter', 'POST', 'comments', {
    body: 'A word.',
    point: null,
    audience: 'shared',
  });
  return String(made.body['commentId']);
}

async function records(query: string): Promise<readonly RecordOfAccess[]> {
  // What nobody waits for is written a moment after the answer.
  await new Promise((resume) => setTimeout(resume, 200));
  const found = await world.http.read<{ items: RecordOfAccess[] }>(
    world.people.auditor,
    `/access-records?limit=100&${query}`,
  );
  return found.items;
}

/** Keeps records from being written while something is done. */
async function withoutTable<Result>(work: () => Promise<Result>): Promise<Result> {
  await rename('access_record', 'access_record_away');
  try {
    return await work();
  } finally {
    await rename('access_record_away', 'access_record');
  }
}

async function rename(from: string, to: string): Promise<void> {
  await world.owner.query({ text: `alter table ${from} rename to ${to}`, values: [] });
}

describe('the routes', () => {
  it('each say whether who reads is recorded, and if not, here by name', async () => {
    const routes = await readingRoutes();
    expect([...routes].filter(([, rule]) => rule === undefined).map(([url]) => url)).toEqual([]);
    const notRecorded = [...routes].filter(([, rule]) => rule !== undefined && 'notRecorded' in rule);
    expect(notRecorded.map(([url]) => url).sort()).toEqual([
      '/',
      '/api/v1/decision-history',
      '/api/v1/decision-log',
      '/api/v1/decision-log/checkpoint',
      '/api/v1/decision-log/checkpoints',
      '/api/v1/decision-log/consistency',
      '/api/v1/exports/:id',
      '/api/v1/guidance',
      '/api/v1/machine-access/clients',
      '/api/v1/machine-access/tokens',
      '/api/v1/me/email-preference',
      '/api/v1/me/tokens',
      '/api/v1/openapi.json',
      '/api/v1/organisations',
      '/api/v1/organisations/:id',
      '/api/v1/organisations/:id/changes',
      '/api/v1/organisations/:id/earned-autonomy',
      '/api/v1/people',
      '/api/v1/people/:id',
      '/api/v1/reference-data',
      '/api/v1/reference-data/:kind/:version',
      '/api/v1/reference-data/code-of-practice',
      '/api/v1/reference-data/common-components',
      '/api/v1/reference-data/legacy-risk-framework',
      '/api/v1/reference-data/lifecycle',
      '/api/v1/reference-data/regimes',
      '/api/v1/reference-data/working-days',
      '/api/v1/reviewers',
      '/api/v1/sessions',
      '/api/v1/sessions/current',
      '/api/v1/threshold-check',
      '/api/v1/webhooks',
      '/api/v1/webhooks/:id',
      '/api/v1/webhooks/:id/deliveries',
      '/health/live',
      '/health/ready',
    ]);
  });
});

describe('who looks at a case', () => {
  it('is recorded, whatever part of it they look at', async () => {
    const driven = await driver.driveTo('approved-with-conditions');
    const paths = await pathsOf(driven, await comment(driven));
    const reader = await world.addPerson('Reader', [['reviewer', world.organisations.assurance.id]]);
    for (const path of paths) await world.http.expect(200, reader, 'GET', path);
    const found = await records(`reference=${driven.reference}&personId=${reader.id}`);
    const parts = paths.map((path) => path.split('?')[0]!.split('/').slice(3).join('/') || 'case');
    expect(parts.length).toBeGreaterThan(20);
    expect(found.map(({ part }) => part).sort()).toEqual([...parts].sort());
    for (const record of found)
      expect(record).toMatchObject({
        what: 'view',
        outcome: 'given',
        reference: driven.reference,
        person: { id: reader.id, name: 'Reader' },
        occurredAt: world.clock.now().toISOString(),
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
    expect(found.find(({ part }) => part === 'versions/1/difference')).toMatchObject({
      criteria: { from: '1' },
    });
  });

  it('is recorded also when they have it already, or ask for the headers alone', async () => {
    const { reference } = await driver.draft();
    const reader = await world.addPerson('Reader', [['auditor', world.organisations.assurance.id]]);
    const first = await world.http.send(reader, 'GET', `/cases/${reference}`);
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    await world.http.expect(304, reader, 'GET', `/cases/${reference}`, { headers });
    const head = await fetch(`${world.http.url}/api/v1/cases/${reference}`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${reader.token}` },
    });
    expect(head.status).toBe(200);
    expect(await records(`reference=${reference}&personId=${reader.id}`)).toHaveLength(3);
  });

  it('is recorded when they are not shown it, with what they asked for', async () => {
    const { reference } = await driver.draft();
    const { stranger } = world.people;
    await world.http.expect(404, stranger, 'GET', `/cases/${reference.toLowerCase()}/events?limit=7`);
    expect(await records(`reference=${reference}`)).toMatchObject([
      { part: 'events', outcome: 'refused', person: { id: stranger.id }, criteria: { limit: '7' } },
    ]);
    const auditor = await world.addPerson('Reader', [['auditor', world.organisations.assurance.id]]);
    await world.http.expect(404, auditor, 'GET', `/cases/${reference}/versions/9`);
    await world.http.expect(404, auditor, 'GET', '/cases/a%00%f0%9f%98%80b');
    expect(await records(`personId=${auditor.id}`)).toMatchObject([
      { part: 'case', outcome: 'refused', reference: null, criteria: { reference: 'a\ufffd😀b' } },
      { part: 'versions/9', outcome: 'refused', reference },
    ]);
  });

  it('is not told, as it was asked for, to a program that does not see the case', async () => {
    const { auditor, submitter } = world.people;
    const made = await world.http.expect(201, submitter, 'POST', '/cases', {
      body: {
        title: 'A marked request',
        organisationId: world.organisations.department.id,
        protectiveMarking: 'OFFICIAL-SENSITIVE',
      },
    });
    const reference = String(made.body['reference']);
    const asker = await world.addPerson('Asker', [['submitter', world.organisations.otherDepartment.id]]);
    await world.http.expect(404, asker, 'GET', `/cases/${reference}`);
    expect(await records(`personId=${asker.id}`)).toMatchObject([{ reference, criteria: { reference } }]);
    const told = async (scopes: readonly string[], of = asker) => {
      const body = { name: 'A program', scopes };
      const token = (await world.http.expect(201, auditor, 'POST', '/me/tokens', { body })).body['token'];
      const asked = `/access-records?personId=${of.id}`;
      return world.http.read<{ items: readonly Json[] }>({ token: String(token) }, asked);
    };
    expect((await told(['access-records:read'])).items).toMatchObject([
      { part: 'case', outcome: 'refused', reference: null, criteria: null },
    ]);
    expect((await told(['access-records:read', 'marked-cases:read'])).items).toMatchObject([{ reference }]);
    // Nor by looking for it, by its reference or its words, nor by how many were found.
    const finder = await world.addPerson('Finder', [['auditor', world.organisations.assurance.id]]);
    await world.http.read(finder, `/access-records?reference=${reference}`);
    await world.http.read(finder, `/cases?text=marked&limit=5`);
    expect(await records(`personId=${finder.id}`)).toHaveLength(2);
    const looked = async (scopes: readonly string[]) =>
      (await told(scopes, finder)).items.toSorted((one, other) =>
        String(one['part']) < String(other['part']) ? -1 : 1,
      );
    expect(await looked(['access-records:read'])).toMatchObject([
      { part: 'access-records', reference: null, criteria: null, resultCount: null },
      { part: 'cases', criteria: null, resultCount: null },
    ]);
    expect(await looked(['access-records:read', 'marked-cases:read'])).toMatchObject([
      { part: 'access-records', what: 'view', reference, criteria: { reference }, resultCount: 1 },
      { part: 'cases', criteria: { text: 'marked' }, resultCount: expect.any(Number) as number },
    ]);
  });

  it('is not recorded when nobody asks, or nothing that can be understood', async () => {
    const { reference } = await driver.draft();
    await world.http.send(null, 'GET', `/cases/${reference}`);
    await world.http.expect(400, world.people.auditor, 'GET', `/cases/${reference}/events?limit=x`);
    expect(await records(`reference=${reference}`)).toEqual([]);
  });
});

describe('who searches', () => {
  it('is recorded with what for, and how much they were given', async () => {
    await driver.draft();
    const reader = await world.addPerson('Reader', [['submitter', world.organisations.department.id]]);
    const page = await world.http.read<{ items: Json[] }>(reader, '/cases?state=draft&limit=2');
    await world.http.read(reader, '/cases/count?text=passport');
    await world.http.read(reader, '/decisions?from=2020-01-01');
    const body = { name: 'Mine', criteria: {} };
    const saved = await world.http.expect(201, reader, 'POST', '/saved-searches', { body });
    await world.http.read(reader, `/saved-searches/${String(saved.body['id'])}/cases`);
    const found = await records(`personId=${reader.id}`);
    expect(found.every(({ what, reference }) => what === 'search' && reference === null)).toBe(true);
    expect(found.map(({ part, criteria, resultCount }) => ({ part, criteria, resultCount }))).toEqual(
      expect.arrayContaining([
        { part: 'cases', criteria: { state: 'draft', limit: '2' }, resultCount: page.items.length },
        { part: 'cases/count', criteria: { text: 'passport' }, resultCount: 0 },
        { part: 'decisions', criteria: { from: '2020-01-01' }, resultCount: expect.any(Number) },
        {
          part: `saved-searches/${String(saved.body['id'])}/cases`,
          criteria: null,
          resultCount: expect.any(Number),
        },
      ]),
    );
    expect(found).toHaveLength(4);
  });

  it('in the decision history is recorded with how much they were given', async () => {
    const reader = await world.addPerson('Reader', [['reviewer', world.organisations.assurance.id]]);
    const page = await world.http.read<{ items: Json[] }>(reader, '/decision-history/events?limit=2');
    expect(page.items).toHaveLength(2);
    await world.http.read(reader, '/decision-history/spending-control-exceptions?quarter=2019-Q2');
    expect(await records(`personId=${reader.id}`)).toMatchObject([
      { what: 'search', part: 'decision-history/spending-control-exceptions', resultCount: 0 },
      { what: 'search', part: 'decision-history/events', resultCount: 2, reference: null },
    ]);
  });

  it('in the decision history for one case has looked at that case, also to take it out', async () => {
    const { reference } = await driver.draft();
    const reader = await world.addPerson('Reader', [['reviewer', world.organisations.assurance.id]]);
    const before = await records(`personId=${reader.id}&reference=${reference}`);
    expect(before).toEqual([]);
    const page = await world.http.read<{ items: Json[] }>(
      reader,
      `/decision-history/events?case=${reference}`,
    );
    const exported = await world.http.send(
      reader,
      'GET',
      `/decision-history/events/export?case=${reference}`,
    );
    expect(exported.status).toBe(200);
    expect(await records(`personId=${reader.id}&reference=${reference}`)).toMatchObject([
      { what: 'export', part: 'decision-history/events/export', reference },
      { what: 'view', part: 'decision-history/events', reference, resultCount: page.items.length },
    ]);
  });

  it('in the record of access is recorded as well', async () => {
    const auditor = await world.addPerson('Reader', [['auditor', world.organisations.assurance.id]]);
    await world.http.read(auditor, `/access-records?personId=${auditor.id}`);
    expect(await records(`personId=${auditor.id}`)).toMatchObject([
      { part: 'access-records', criteria: { personId: auditor.id }, resultCount: 0 },
    ]);
  });
});

describe('the list of access', () => {
  it('goes on by cursor, latest first, between two days', async () => {
    const { reference } = await driver.draft();
    const reader = await world.addPerson('Reader', [['auditor', world.organisations.assurance.id]]);
    const days: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      if (index % 2 === 0) world.clock.advance(24 * 60 * 60 * 1000);
      days.push(world.clock.now().toISOString());
      await world.http.read(reader, `/cases/${reference}`);
    }
    const seen: unknown[] = [];
    let path: string | null = `/access-records?reference=${reference}&limit=2`;
    while (path !== null) {
      await new Promise((resume) => setTimeout(resume, 200));
      const page: { items: Json[]; next: string | null } = await world.http.read(world.people.auditor, path);
      seen.push(...page.items.map(({ occurredAt }) => occurredAt));
      path = page.next === null ? null : `/access-records?reference=${reference}&limit=2&after=${page.next}`;
    }
    expect(seen).toEqual([...days].reverse());
    const day = days[2]!.slice(0, 10);
    expect(await records(`reference=${reference}&from=${day}&to=${day}`)).toHaveLength(2);
  });

  it('is not of days in the wrong order', async () => {
    const query = `personId=${world.people.auditor.id}&from=2026-02-02&to=2026-02-01`;
    const refused = await world.http.send(world.people.auditor, 'GET', `/access-records?${query}`);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/from' }] });
  });

  it('is for auditors alone', async () => {
    for (const part of ['submitter', 'reviewer', 'decider', 'administrator', 'nobody'] as const)
      await world.http.expect(
        403,
        world.people[part],
        'GET',
        `/access-records?personId=${world.people.lead.id}`,
      );
    expect(await records(`personId=${world.people.nobody.id}`)).toMatchObject([
      { part: 'access-records', outcome: 'refused' },
    ]);
  });

  it.each([
    ['', '/reference'],
    ['?reference=abc', '/reference'],
    ['?personId=abc', '/personId'],
    ['?reference=DT-3HDJ-MFXJ&after=x', '/after'],
  ])('says what is wrong with %s', async (query, pointer) => {
    const reply = await world.http.send(world.people.auditor, 'GET', `/access-records${query}`);
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ errors: [{ pointer }] });
  });

  it('knows of no case that is not there', async () => {
    const reply = await world.http.send(
      world.people.auditor,
      'GET',
      '/access-records?reference=DT-3HDJ-MFXJ',
    );
    expect(reply.status).toBe(404);
  });
});

describe('when the record cannot be written', () => {
  let api: RunningApi;
  let lines: Json[];
  let reader: Person;

  beforeEach(async () => {
    lines = [];
    const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Json) };
    const logger = new AppLogger({ level: 'info', destination });
    api = await runApi(world.config, { clock: world.clock, logger });
    reader = await world.addPerson('Reader', [['reviewer', world.organisations.assurance.id]]);
  });
  afterEach(() => api.close());

  /** Answers of a second process of the service, whose log is read. */
  async function statuses(paths: readonly string[]): Promise<readonly number[]> {
    const http = new HttpClient(api.url);
    const replies = [];
    for (const path of paths) replies.push(await http.send(reader, 'GET', path));
    return replies.map(({ status }) => status);
  }

  function events(): readonly unknown[] {
    return lines.flatMap(({ event }) => (event === undefined ? [] : [event]));
  }

  async function until(isSo: () => boolean): Promise<void> {
    for (let attempt = 0; !isSo() && attempt < 200; attempt += 1)
      await new Promise((resume) => setTimeout(resume, 200));
    expect(isSo()).toBe(true);
  }

  it('an ordinary case is shown all the same, and every record is written later', async () => {
    const driven = await driver.driveTo('approved-with-conditions');
    const paths = await pathsOf(driven, await comment(driven));
    const readiness = await withoutTable(async () => {
      expect(await statuses(paths)).toEqual(paths.map(() => 200));
      expect(await statuses(['/cases', '/decisions'])).toEqual([200, 200]);
      await until(() => events().includes(ACCESS_LOG_FAILED));
      return new HttpClient(api.url).send(null, 'GET', '//health/ready');
    });
    expect(readiness).toMatchObject({
      status: 200,
      body: { ready: true, checks: { database: 'ok', 'access-log': 'failed' } },
    });
    await until(() => events().includes(ACCESS_LOG_RECOVERED));
    expect(await records(`reference=${driven.reference}&personId=${reader.id}`)).toHaveLength(paths.length);
    expect(await new HttpClient(api.url).send(null, 'GET', '//health/ready')).toMatchObject({
      body: { checks: { 'access-log': 'ok' } },
    });
  });

  it('no part of a restricted case is shown, and what to do is said', async () => {
    const driven = await driver.draft();
    await driver.act(driven, 'submitter', 'PATCH', 'details', { protectiveMarking: 'OFFICIAL-SENSITIVE' }, 1);
    for (const step of ['sign-off', 'submit'] as const) await driver.step(driven, step);
    const commentId = await comment(driven);
    const paths = await pathsOf(driven, commentId);
    expect(await statuses(paths)).toEqual(paths.map(() => 200));
    const etag = `"${driven.revision}"`;
    const refused = await withoutTable(async () => {
      expect(await statuses(paths)).toEqual(paths.map(() => 503));
      const http = new HttpClient(api.url);
      const headers = { 'if-none-match': etag };
      await http.expect(503, reader, 'GET', `/cases/${driven.reference}`, { headers });
      return http.send(reader, 'GET', `/cases/${driven.reference}`);
    });
    expect(refused.headers.get('etag')).toBeNull();
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(refused.body).toEqual({
      type: '/problems/unavailable',
      title: 'The service cannot answer just now',
      status: 503,
      detail: expect.stringContaining('try again'),
      instance: `/api/v1/cases/${driven.reference}`,
      correlationId: refused.headers.get('x-correlation-id'),
    });
    expect(events()).toContain(ACCESS_LOG_FAILED);
    // What was not shown is not recorded as if it had been.
    expect(await records(`reference=${driven.reference}&personId=${reader.id}`)).toHaveLength(paths.length);
    expect(await statuses([`/cases/${driven.reference}`])).toEqual([200]);
    expect(await records(`reference=${driven.reference}&personId=${reader.id}`)).toHaveLength(
      paths.length + 1,
    );
  });

  it('nothing of a case leaves through the decision history', async () => {
    const { reference } = await driver.draft();
    const paths = ['events', 'events/export'].map((part) => `/decision-history/${part}?case=${reference}`);
    await withoutTable(async () => {
      // More exports than may run at once: those that were not given do not count.
      for (let again = 0; again < 3; again += 1) expect(await statuses(paths)).toEqual([503, 503]);
    });
    expect(await statuses(paths)).toEqual([200, 200]);
  });

  it('a restricted case waits until its record is committed', async () => {
    const driven = await driver.draft();
    await driver.act(driven, 'submitter', 'PATCH', 'details', { protectiveMarking: 'OFFICIAL-SENSITIVE' }, 1);
    let isAnswered = false;
    let answer: Promise<readonly number[]> | undefined;
    await world.owner.transaction(async (transaction) => {
      await transaction.query({ text: 'lock table access_record in exclusive mode', values: [] });
      answer = statuses([`/cases/${driven.reference}`]).then((found) => {
        isAnswered = true;
        return found;
      });
      await new Promise((resume) => setTimeout(resume, 300));
      expect(isAnswered).toBe(false);
    });
    expect(await answer).toEqual([200]);
    expect(await records(`reference=${driven.reference}&personId=${reader.id}`)).toHaveLength(1);
  });

  it('nothing is left unwritten when the service is stopped', async () => {
    const { reference } = await driver.draft();
    // Slow, so that most are still in memory when it stops.
    await world.owner.query({
      text: `create function take_time() returns trigger language plpgsql as
          $$ begin perform pg_sleep(0.3); return null; end $$;
        create trigger slow before insert on access_record for each statement execute function take_time()`,
      values: [],
    });
    const stopping = await runApi(world.config, {
      clock: world.clock,
      logger: new AppLogger({ level: 'fatal' }),
    });
    const http = new HttpClient(stopping.url);
    await Promise.all(Array.from({ length: 40 }, () => http.read(reader, `/cases/${reference}`)));
    await stopping.close();
    await world.owner.query({ text: 'drop trigger slow on access_record', values: [] });
    const count = await world.database.query({
      text: 'select 1 from access_record where person_id = $1',
      values: [reader.id],
    });
    expect(count).toHaveLength(40);
  });
});

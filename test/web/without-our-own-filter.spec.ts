/* eslint-disable no-restricted-syntax -- what is taken out must be gone before anything else is imported */
import { jest } from '@jest/globals';
import type { RouteOptions } from 'fastify';
import type { CaseOperations as Operations } from '../api/world/case-operations.js';
import type { KeptFiles } from '../attachments/kept.js';
import type { DrivenCase } from '../api/world/case-driver.js';
import type { PageClient as Client } from './page-client.js';
import type { PagesWorld } from './pages-world.js';

// A build of the service in which its own rule about who sees which case is taken out of every query: whoever asks, the
// program believes that they see everything. What then still keeps cases apart is the database alone.
jest.unstable_mockModule('../../libs/domain/lifecycle/sight.js', () => ({
  sightOf: () => ({ everything: true, organisationIds: [] }),
  seesInternal: () => true,
  seesBetween: () => true,
  wholeLogRefusal: () => null,
}));

const { keptFiles } = await import('../attachments/kept.js');
const { startPagesWorld } = await import('./pages-world.js');
const { PageClient } = await import('./page-client.js');
const { CaseDriver } = await import('../api/world/case-driver.js');
const { CaseOperations } = await import('../api/world/case-operations.js');
const { Description } = await import('../api/world/description.js');
const { createWeb } = await import('../../apps/web/run-web.js');
const { AppLogger } = await import('../../libs/platform/logging/app-logger.js');

/** Words that are nowhere but in the department's case. */
const TITLE = 'Move the licensing service to public cloud';
const INTERNAL = 'Between ourselves: walrus.';

let world: PagesWorld;
let kept: KeptFiles;
let driven: DrivenCase;
let operations: Operations;
let description: InstanceType<typeof Description>;
beforeAll(async () => {
  kept = await keptFiles();
  world = await startPagesWorld(kept.environment);
  const driver = new CaseDriver(world);
  driven = await driver.driveTo('approved-with-conditions');
  const said = await driver.act(driven, 'reviewer', 'POST', 'comments', {
    audience: 'internal',
    body: INTERNAL,
  });
  description = new Description((await world.http.send(null, 'GET', '/openapi.json')).body);
  operations = new CaseOperations(world, description, driven, String(said.body['commentId']));
});
afterAll(async () => {
  await world.close();
  await kept.remove();
});

/** Every row of the case, wherever it is. */
async function rowsOfCase(): Promise<unknown> {
  const tables = [
    'point_evidence',
    'legacy_exception',
    'comment',
    'condition',
    'condition_evidence',
    'case_event',
    'submission_version',
    'assessment',
    'exception_ruling',
    'case_return',
    'recommendation',
    'decision',
    'rating_review',
    'external_decision',
    'case_relation',
    'email',
  ];
  const parts = tables.map(
    (table) =>
      `'${table}', (select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) from ${table} t where t.case_id = c.id)`,
  );
  return world.owner.query({
    text: `select to_jsonb(c) || jsonb_build_object(${parts.join(', ')}) as rows from spend_case c where reference = $1`,
    values: [driven.reference],
  });
}

async function pages(): Promise<readonly { readonly method: string; readonly url: string }[]> {
  const app = await createWeb(world.config, { logger: new AppLogger({ level: 'fatal' }) });
  const found: { method: string; url: string }[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }: RouteOptions) => {
      for (const one of [method].flat())
        if (one !== 'HEAD' && !url.startsWith('/assets/')) found.push({ method: one, url });
    });
  await app.init();
  await app.close();
  return found;
}

function addressOf(url: string): string {
  return url
    .replace(':reference', driven.reference)
    .replace(/conditions\/:\w+/, `conditions/${driven.conditions[0]?.id ?? ''}`)
    .replace(/legacy-exceptions\/:\w+/, `legacy-exceptions/${driven.exceptionId}`)
    .replace(/people\/:\w+/, `people/${world.people.submitter.id}`)
    .replace(/organisations\/:\w+/, `organisations/${world.organisations.department.id}`)
    .replaceAll(/:\w+/g, '1');
}

/** Operations that are for roles the stranger has not, whatever the case. */
const FOR_ROLES = /^(Disposal\.|LikenessOfCase\.pair$)/;

describe('without the service’s own filter', () => {
  it('the build is one: whoever speaks for a department would be shown every case', async () => {
    const { sightOf } = await import('../../libs/domain/index.js');
    expect(sightOf([])).toEqual({ everything: true, organisationIds: [] });
  });

  it('no operation of the API on another organisation’s case answers, and none changes it', async () => {
    const before = await rowsOfCase();
    const faults: string[] = [];
    for (const operation of operations.all) {
      const { status, text } = await operations.ask('stranger', operation);
      if (status !== 404 && !(FOR_ROLES.test(operation.id) && status === 403))
        faults.push(`${operation.id}: ${String(status)} ${text.slice(0, 200)}`);
      if (text.includes(TITLE)) faults.push(`${operation.id} tells the title`);
    }
    expect(faults).toEqual([]);
    expect(operations.all.length).toBeGreaterThan(45);
    expect(await rowsOfCase()).toEqual(before);
  });

  it('no list, question or figure of the API tells of it', async () => {
    const faults: string[] = [];
    for (const operation of description.operations) {
      if (operation.method !== 'GET' || operation.path.includes('{reference}')) continue;
      const address = operation.path
        .replace('/api/v1', '')
        .replace('{question}', 'decisions')
        .replaceAll(/\{\w+\}/g, world.organisations.department.id);
      for (const query of ['', `?text=licensing`, `?organisation=${world.organisations.department.id}`]) {
        const { text } = await world.http.send(world.people.stranger, 'GET', address + query);
        if (text.includes(TITLE) || text.includes(driven.reference)) faults.push(address + query);
      }
    }
    expect(faults).toEqual([]);
    expect(await world.http.read(world.people.stranger, '/cases')).toEqual({ items: [], next: null });
    expect(await world.http.read(world.people.stranger, '/decisions')).toEqual({ items: [], next: null });
  });

  it('no page tells of it, and no form changes it', async () => {
    const before = await rowsOfCase();
    const client: Client = await PageClient.of(world, world.people.stranger.id);
    const faults: string[] = [];
    for (const { method, url } of await pages()) {
      // One's own sessions are not what is tried here, and are needed still.
      if (url === '/sign-out' || url.startsWith('/account/sessions')) continue;
      const { status, html } =
        method === 'GET'
          ? await client.get(addressOf(url))
          : await client.post(addressOf(url), {
              revision: String(driven.revision),
              reason: 'So.',
              version: '1',
            });
      if (html.includes(TITLE)) faults.push(`${method} ${url} tells the title`);
      if (url.startsWith('/cases/:reference') && status < 400)
        faults.push(`${method} ${url}: ${String(status)}`);
    }
    expect(faults).toEqual([]);
    expect(await rowsOfCase()).toEqual(before);
  });

  it('what GDS Assurance says among itself still stays from the department whose case it is', async () => {
    const path = `/cases/${driven.reference}`;
    for (const part of ['', '/comments', '/events']) {
      const { status, text } = await world.http.send(world.people.submitter, 'GET', path + part);
      expect(status).toBe(200);
      expect(text).not.toContain('walrus');
    }
    const { text } = await world.http.send(world.people.auditor, 'GET', `${path}/comments`);
    expect(text).toContain('walrus');
  });

  it('and without the database’s policies as well, they would be shown it: so this build does what it says', async () => {
    await world.owner.query({ text: 'alter table spend_case disable row level security', values: [] });
    const { status, text } = await world.http.send(
      world.people.stranger,
      'GET',
      `/cases/${driven.reference}`,
    );
    expect(status).toBe(200);
    expect(text).toContain(TITLE);
  });
});

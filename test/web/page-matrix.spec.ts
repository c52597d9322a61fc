import { randomUUID } from 'node:crypto';
import type { HeldRole } from '#domain';
import type { DeclaredRoute } from '#edge';
import { declaredRoutes } from '../../apps/local/documents/declared-routes.js';
import { WebModule } from '../../apps/web/web.module.js';
import { CAST, PARTS, type Part } from '../api/world/api-world.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { fingerprintOf } from '../api/world/database-state.js';
import { answerTo, type Answered } from '../api/world/who-may.js';
import { PageClient } from './page-client.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

// Every page and form × everybody, out of what the pages themselves declare: who is refused by the rule or may not see
// the case is refused just so, and nothing comes of it.

let world: PagesWorld;
let driven: DrivenCase;
let pages: readonly DeclaredRoute[];
beforeAll(async () => {
  world = await startPagesWorld();
  driven = await new CaseDriver(world).driveTo('approved-with-conditions');
  pages = await declaredRoutes(WebModule.forConfig(world.config));
});
afterAll(() => world.close());

function pathOf(url: string): string {
  return url
    .replace(':reference', driven.reference)
    .replaceAll(/:(id|\w+Id)\b/g, randomUUID())
    .replaceAll(/:\w+/g, '1');
}

/** Pages of a case that take a form, and those that lead to one: no auditor has any business there. */
function isThereToAct({ method, path: url }: DeclaredRoute): boolean {
  if (method !== 'GET' || !/^\/(cases|advice)\/:reference\//.test(url)) return false;
  if (/\/(comments|external-decisions|spend|triage)$/.test(url)) return false;
  return (
    /\/(tasks|legacy-exceptions\/edit|decide|supersede)$/.test(url) ||
    pages.some((other) => other.method === 'POST' && other.path === url)
  );
}

function expectedOf(page: DeclaredRoute, part: Part): Answered {
  const { path: url, rule } = page;
  if (part === 'auditor' && isThereToAct(page)) return 403;
  const held = CAST[part];
  const roles: readonly HeldRole[] =
    held === null ? [] : [{ role: held[0], organisationId: world.organisations[held[1]].id }];
  const ofCase = url.startsWith('/cases/:reference')
    ? { organisationId: world.organisations.department.id, actions: [] }
    : null;
  return rule === undefined ? 403 : answerTo(rule, roles, ofCase);
}

it('every page and form declares its rule', () => {
  expect(pages.filter(({ rule }) => rule === undefined)).toEqual([]);
  expect(pages.length).toBeGreaterThan(120);
});

it('whoever a rule or the sight of cases keeps out is kept out of every page and form, and changes nothing', async () => {
  const faults: string[] = [];
  const tried: string[] = [];
  const clients = await Promise.all(
    PARTS.map(async (part) => [part, await PageClient.of(world, world.people[part].id)] as const),
  );
  const tokens = new Map(
    await Promise.all(clients.map(async ([part, client]) => [part, await client.token()] as const)),
  );
  const before = await fingerprintOf(world.database);
  await Promise.all(
    clients.map(async ([part, client]) => {
      for (const page of pages) {
        const expected = expectedOf(page, part);
        if (expected === 'let in') continue;
        const path = pathOf(page.path);
        const { status } =
          page.method === 'GET'
            ? await client.get(path)
            : await client.post(path, { _csrf: tokens.get(part) ?? '', reason: 'So.' });
        tried.push(path);
        if (status !== expected)
          faults.push(`${page.method} ${page.path} for ${part}: ${status}, not ${expected}`);
      }
    }),
  );
  expect(faults).toEqual([]);
  expect(tried.length).toBeGreaterThan(350);
  const after = await fingerprintOf(world.database);
  expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([]);
});

it('an auditor who types the address of a page that only does something is told why not, and a reviewer sees the page', async () => {
  const [auditor, reviewer] = await Promise.all([
    PageClient.of(world, world.people.auditor.id),
    PageClient.of(world, world.people.reviewer.id),
  ]);
  for (const page of ['return', 'assess/1', 'recommend', 'decide']) {
    const { status, html } = await auditor.get(`/cases/${driven.reference}/${page}`);
    expect([page, status]).toEqual([page, 403]);
    expect(html).toContain('An auditor reads cases and changes nothing');
    expect((await reviewer.get(`/cases/${driven.reference}/${page}`)).status).toBe(200);
  }
  // What is there to be read as well is read.
  for (const page of ['comments', 'external-decisions', 'spend', 'triage', 'assess'])
    expect([page, (await auditor.get(`/cases/${driven.reference}/${page}`)).status]).toEqual([page, 200]);
});

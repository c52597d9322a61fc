import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { PageClient } from './page-client.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

/**
 * What is an auditor's own and no part of a case: their session, with what they were writing when it ended, their settings,
 * the searches they keep.
 */
const THEIR_OWN = ['/sign-out', '/unsent-writing', '/account', '/cases/searches'];
/** Pages of the same kind that are looked at: of every case, event, question and filter some are enough. */
const OF_A_KIND = 3;
const ENOUGH = 150;

// Several pages, each checked in full.

let world: PagesWorld;
let driven: DrivenCase;
beforeAll(async () => {
  world = await startPagesWorld();
  driven = await new CaseDriver(world).driveTo('approved-with-conditions');
});
afterAll(() => world.close());

/** The kind of page an address is of: what stands for a case, a person or a number is left out. */
function kindOf(href: string): string {
  const { pathname, searchParams } = new URL(href, 'http://pages.example');
  const path = pathname.replaceAll(/DT-[\w-]+|[\da-f]{8}-[\da-f-]{27}|\d+/g, '*');
  return `${path}?${[...new Set(searchParams.keys())].sort().join('&')}`;
}

function linksOf(html: string): readonly string[] {
  return [...html.matchAll(/<a[^>]* href="(\/[^"#]*)/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => !/^\/(assets|api)\//.test(href));
}

function formsOf(html: string): readonly string[] {
  return [...html.matchAll(/<form[^>]*>/g)]
    .map(([form]) => form)
    .filter((form) => /method="post"/i.test(form))
    .map((form) => /action="([^"]*)"/.exec(form)?.[1] ?? form);
}

it('no page an auditor can come to by links has a form that changes anything but what is their own', async () => {
  const auditor = await PageClient.of(world, world.people.auditor.id);
  const waiting = ['/', `/cases/${driven.reference}`, `/cases/${driven.reference}/as-it-stood`];
  const known = new Set(waiting);
  const kinds = new Map<string, number>();
  const forms = new Set<string>();
  let visited = 0;
  for (let href = waiting.shift(); href !== undefined && visited < ENOUGH; href = waiting.shift()) {
    visited += 1;
    const { status, headers, html } = await auditor.get(href);
    const isOurs = /^\/(decisions|dashboard|access-records|log)\b/.test(href);
    expect({ href, fails: status >= (isOurs ? 400 : 500) }).toEqual({ href, fails: false });
    if (headers.get('content-type')?.startsWith('text/html') !== true) continue;
    for (const action of formsOf(html))
      if (!THEIR_OWN.some((own) => action === own || action.startsWith(`${own}/`)))
        forms.add(`${href}: ${action}`);
    for (const link of linksOf(html)) {
      const count = kinds.get(kindOf(link)) ?? 0;
      if (known.has(link) || count >= OF_A_KIND) continue;
      known.add(link);
      kinds.set(kindOf(link), count + 1);
      waiting.push(link);
    }
  }
  expect([...forms]).toEqual([]);
  // It did come to the pages that matter.
  const seen = [...known].map(kindOf);
  for (const kind of [
    '/decisions?',
    '/decisions/events?',
    '/decisions/events/export?format',
    '/decisions/exports?',
    '/dashboard?',
    '/access-records?',
    '/log?',
    '/cases/*/as-it-stood?at',
    '/cases/*/events/*/proof?',
  ])
    expect(seen).toContain(kind);
});

it.each([
  ['POST', ''],
  ['POST', '/:reference/approve'],
  ['POST', '/:reference/withdraw'],
  ['POST', '/:reference/comments'],
  ['PUT', '/:reference/points/5'],
  ['PUT', '/:reference/assessments/5'],
])('%s /cases%s of theirs is refused', async (method, path) => {
  const address = `/cases${path.replace(':reference', driven.reference)}`;
  const bodies: Readonly<Record<string, object>> = {
    '': { organisationId: world.organisations.department.id, title: 'A request' },
    '/:reference/approve': { version: 1, reason: 'Because.', approvedPence: 100 },
    '/:reference/withdraw': { reason: 'Because.' },
    '/:reference/comments': { body: 'A comment.', audience: 'shared' },
    '/:reference/points/5': { selfAssessment: 'met', narrative: 'It is.', links: [] },
    '/:reference/assessments/5': { version: 1, verdict: 'met' },
  };
  const { status } = await world.http.send(world.people.auditor, method, address, {
    body: bodies[path],
    ifMatch: driven.revision,
  });
  expect(status).toBe(403);
});

it('an auditor who also speaks for an organisation is refused the whole log, by the API and by the page', async () => {
  const { assurance, department } = world.organisations;
  const both = await world.addPerson('Demonstration auditor of two sides', [
    ['auditor', assurance.id],
    ['submitter', department.id],
  ]);
  const why = 'what GDS Assurance says among itself about the cases of an organisation you submit';
  const refused = await world.http.send(both, 'GET', '/decision-log/export');
  expect([refused.status, refused.body['detail']]).toEqual([403, expect.stringContaining(why)]);
  const pages = await PageClient.of(world, both.id);
  const answer = await pages.get('/log/export');
  expect(answer.status).toBe(403);
  expect(answer.html).toContain(why);
  const page = (await pages.get('/log')).html;
  expect(page).toContain(why);
  expect(page).not.toContain('/log/export');
});

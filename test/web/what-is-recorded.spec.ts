import { randomUUID } from 'node:crypto';
import { caseCursorOf } from '#edge';
import { FINISHED_DETAILS } from '../api/world/case-content.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { until } from '../faults/mail-worker.js';
import { PageClient, type AnsweredPage } from './page-client.js';
import { addressOf, routesOfPages } from './page-routes.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

const TITLE = String(FINISHED_DETAILS['title']);
const SAID = 'What only who may read the case may know.';

let world: PagesWorld;
let formsOfCases: readonly string[];
beforeAll(async () => {
  world = await startPagesWorld();
  const driver = new CaseDriver(world);
  for (const state of ['draft', 'draft', 'in-review', 'recommended'] as const) await driver.driveTo(state);
  formsOfCases = (await routesOfPages(world.config))
    .filter(({ method, url }) => method === 'POST' && url.includes(':reference'))
    .map(({ url }) => url);
});
afterAll(() => world.close());

/** How many cases the record says that a page gave, once it is written. */
async function recordedOf(part: 'lead' | 'reviewer', path: string): Promise<number | null> {
  const client = await PageClient.of(world, world.people[part].id);
  const requestId = randomUUID();
  const { status } = await client.get(path, { 'x-correlation-id': requestId });
  expect(status).toBe(200);
  const records = () =>
    world.database.query<{ count: number | null }>({
      text: 'select result_count as count from access_record where request_id = $1',
      values: [requestId],
    });
  await until(async () => (await records()).length > 0);
  const [record] = await records();
  return record?.count ?? null;
}

/** Address of the page after the second of the cases. */
async function secondPage(): Promise<string> {
  const [second] = await world.database.query<{ createdAt: Date; id: string }>({
    text: `select created_at as "createdAt", id from spend_case
      order by created_at desc, id desc offset 1 limit 1`,
    values: [],
  });
  const position = { dueAt: null, createdAt: second!.createdAt.toISOString(), id: second!.id };
  return `/cases?sort=created&after=${String(caseCursorOf(position, 'created'))}`;
}

describe('what is recorded of a list', () => {
  it('is how many cases there are, not how many the page shows', async () => {
    expect(await recordedOf('lead', await secondPage())).toBe(4);
  });

  it('is, of the page everybody starts at, what is shown there last', async () => {
    expect(await recordedOf('lead', '/')).toBe(4);
    expect(await recordedOf('reviewer', '/')).toBe(1);
  });
});

/** A case that is shown only once that is recorded, with a comment on it. */
async function restrictedCase(): Promise<DrivenCase> {
  const driver = new CaseDriver(world);
  const driven = await driver.draft();
  await driver.act(driven, 'submitter', 'PATCH', 'details', { protectiveMarking: 'OFFICIAL-SENSITIVE' }, 1);
  const comment = { body: SAID, point: null, audience: 'shared' };
  await driver.act(driven, 'submitter', 'POST', 'comments', comment);
  return driven;
}

async function takeToReview(driven: DrivenCase): Promise<void> {
  const driver = new CaseDriver(world);
  for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
    await driver.step(driven, step);
}

const FORMS: readonly Readonly<Record<string, string>>[] = [
  // As from the page of a conflict, and as of who was overtaken.
  { _changeAgain: 'yes' },
  { revision: '99', version: '1', reason: 'So.' },
];

/** The answers somebody gets to every form of a case that show something of it, by the id of the request. */
async function formsAnsweredWithPages(
  part: 'submitter' | 'reviewer',
  driven: DrivenCase,
): Promise<ReadonlyMap<string, AnsweredPage & { readonly url: string }>> {
  const client = await PageClient.of(world, world.people[part].id);
  const _csrf = await client.token();
  const answers = new Map<string, AnsweredPage & { readonly url: string }>();
  for (const url of formsOfCases)
    for (const form of FORMS) {
      const requestId = randomUUID();
      const path = addressOf(url, world, driven);
      const answer = await client.post(path, { _csrf, ...form }, { 'x-correlation-id': requestId });
      if (answer.html.includes(TITLE) || answer.html.includes(SAID))
        answers.set(requestId, { ...answer, url });
    }
  return answers;
}

describe('what is recorded of forms', () => {
  it('is, where one is answered with a page of the case, that the case was shown', async () => {
    const driven = await restrictedCase();
    const answers = new Map(await formsAnsweredWithPages('submitter', driven));
    await takeToReview(driven);
    for (const [id, answer] of await formsAnsweredWithPages('reviewer', driven)) answers.set(id, answer);
    const statuses = new Set([...answers.values()].map(({ status }) => status));
    expect([...statuses].sort()).toEqual([200, 400, 403, 409]);
    expect(new Set([...answers.values()].map(({ url }) => url)).size).toBeGreaterThan(25);
    const rows = await world.database.query<{ id: string; outcome: string; reference: string }>({
      text: `select a.request_id as id, a.outcome, c.reference
        from access_record a join spend_case c on c.id = a.case_id where a.request_id = any($1)`,
      values: [[...answers.keys()]],
    });
    const recorded = new Map(rows.map(({ id, ...row }) => [id, row]));
    for (const [id, { url, status }] of answers)
      expect({ url, status, ...recorded.get(id) }).toEqual({
        url,
        status,
        outcome: 'given',
        reference: driven.reference,
      });
  });

  it('is waited for where the case is restricted', async () => {
    const { reference } = await restrictedCase();
    const client = await PageClient.of(world, world.people.submitter.id);
    const empty = { _csrf: await client.token(), body: '' };
    expect((await client.post(`/cases/${reference}/comments`, empty)).html).toContain(SAID);
    const rename = (from: string, to: string) =>
      world.owner.query({ text: `alter table ${from} rename to ${to}`, values: [] });
    await rename('access_record', 'access_record_away');
    try {
      const { status, html } = await client.post(`/cases/${reference}/comments`, empty);
      expect(status).toBe(503);
      expect(html).not.toContain(SAID);
    } finally {
      await rename('access_record_away', 'access_record');
    }
  });

  it('is nothing where who only reads cases sends one: they are told so, and shown nothing', async () => {
    const driven = await restrictedCase();
    const auditor = await PageClient.of(world, world.people.auditor.id);
    const _csrf = await auditor.token();
    for (const url of formsOfCases) {
      const { status, html } = await auditor.post(addressOf(url, world, driven), { _csrf });
      // What this case has not got, such as a condition, has no address.
      expect({ url, refused: [403, 404].includes(status), shows: html.includes(TITLE) }).toEqual({
        url,
        refused: true,
        shows: false,
      });
    }
    const own = await auditor.post(`/cases/${driven.reference}/comments`, { _csrf });
    expect(own.html).toContain('An auditor reads cases and changes nothing.');
  });
});

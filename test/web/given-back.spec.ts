import { randomUUID } from 'node:crypto';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { fingerprintOf } from '../api/world/database-state.js';
import { addWhoHoldsTogether } from '../api/world/held-together.js';
import { PageClient } from './page-client.js';
import { routesOfPages } from './page-routes.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';

// Every form there is, sent as the page sends it that asks somebody back to what they were doing when they were signed
// out: “Nothing has been sent or saved yet”.

const BACK = { _changeAgain: 'yes' };
const PLAN = 'key,organisation,title\r\nB-1,home-office,Planned once\r\n';
/** What many a form would be content with. */
const FILLED = {
  ...BACK,
  name: 'Demonstration name',
  email: 'demonstration@given-back.example',
  title: 'A title',
  text: 'Words',
  body: 'Words',
  comment: 'Words',
  reason: 'Because.',
  explanation: 'Because.',
  'call-in-reason': 'Because.',
  'close-reason': 'Because.',
  version: '1',
  content: PLAN,
};

let world: PagesWorld;
let cases: readonly DrivenCase[];
let all: PageClient;
let submitter: PageClient;
let searchId: string;
beforeAll(async () => {
  world = await startPagesWorld();
  const driver = new CaseDriver(world);
  cases = [await driver.draft(), await driver.driveTo('in-review'), await driver.driveTo('recommended')];
  const { department, assurance } = world.organisations;
  const { id } = await addWhoHoldsTogether(world, 'Demonstration everything', [
    ['submitter', department.id],
    ['assurance-lead', department.id],
    ['reviewer', assurance.id],
    ['decider', assurance.id],
    ['administrator', assurance.id],
  ]);
  all = await PageClient.of(world, id);
  submitter = await PageClient.of(world, world.people.submitter.id);
  await all.post('/cases/searches', { name: 'Kept', state: 'draft' });
  const [row] = await world.owner.query<{ id: string }>({ text: 'select id from saved_search', values: [] });
  searchId = row?.id ?? '';
});
afterAll(() => world.close());

function pathOf(url: string, { reference, exceptionId }: DrivenCase): string {
  const known: Readonly<Record<string, string>> = {
    ':reference': reference,
    ':otherReference': cases.find((one) => one.reference !== reference)?.reference ?? '',
    ':outcome': 'approved',
    ':what': 'confirm',
    ':page': 'money',
    ':point': '2',
    ':number': '1',
    ':kind': 'delegation-rules',
  };
  return url
    .replace('legacy-exceptions/:id', `legacy-exceptions/${exceptionId}`)
    .replace('people/:id', `people/${world.people.submitter.id}`)
    .replace('organisations/:id', `organisations/${world.organisations.department.id}`)
    .replace('searches/:id', `searches/${searchId}`)
    .replaceAll(/:\w+/g, (name) => known[name] ?? randomUUID());
}

/** Tables that changed, but for the use of sessions. */
async function changedBy(act: () => Promise<unknown>): Promise<readonly string[]> {
  const before = await fingerprintOf(world.database);
  await act();
  const after = await fingerprintOf(world.database);
  return Object.keys(after).filter((table) => after[table] !== before[table] && table !== 'web_session');
}

it('whoever goes back to a form that was never sent has not sent it by that, whichever it is', async () => {
  const forms = (await routesOfPages(world.config)).filter(({ method }) => method === 'POST');
  expect(forms.length).toBeGreaterThan(80);
  const token = await all.token();
  const own = await submitter.token();
  const faults: string[] = [];
  const told: string[] = [];
  const changed = await changedBy(async () => {
    for (const { url } of forms)
      for (const driven of url.includes(':reference') ? cases : cases.slice(0, 1)) {
        const fields = { ...FILLED, revision: String(driven.revision) };
        const path = pathOf(url, driven);
        const { status, html, headers } = await all.post(path, { ...fields, _csrf: token });
        // Only to where the form is, where it is none that could be shown again.
        const location = headers.get('location') ?? '';
        const goesOn =
          status === 303 && !['/people', `/people/${world.people.submitter.id}`].includes(location);
        if (status >= 500 || goesOn) faults.push(`${path}: ${status} ${location}`);
        if (html.includes('Nothing has been done yet')) told.push(url);
        await submitter.post(path, { ...fields, _csrf: own });
      }
  });
  expect(faults).toEqual([]);
  expect(changed).toEqual([]);
  // Where there is no form to give back.
  expect([...new Set(told)].sort()).toEqual([
    '/account/sessions/:id/end',
    '/account/sessions/others/end',
    '/cases/next',
    '/cases/searches/:id/follow',
    '/cases/searches/:id/remove',
    '/cases/searches/:id/unfollow',
    '/people/:id/invitation',
    '/people/:id/sign-in-lock',
    '/sign-in/choose',
    '/sign-in/with',
    '/sign-in/with/:provider',
    '/sign-out',
  ]);
  expect((await submitter.get('/account')).status).toBe(200);
});

it('what has no form to give back leads to where it is done, and is done there', async () => {
  const links = async (path: string) =>
    /<a class="govuk-link" href="([^"]*)">Go back to the page/.exec((await all.post(path, BACK)).html)?.[1];
  const person = `/people/${world.people.submitter.id}`;
  expect(await links(`${person}/sign-in-lock`)).toBe(person);
  expect(await links(`/cases/searches/${searchId}/remove`)).toBe('/cases/searches');
  expect(await links('/account/sessions/others/end')).toBe('/account/sessions');
  expect(await links('/cases/next')).toBe('/cases');
  expect(await links('/sign-out')).toBe('/');
  const follow = () => all.post(`/cases/searches/${searchId}/follow`, {});
  expect(await changedBy(follow)).toContain('saved_search_subscription');
});

it('a file of planned spend is looked through again, and taken in only when that is asked for', async () => {
  const confirm = (fields: Readonly<Record<string, string>>) =>
    submitter.post('/pipeline/import/confirm', { ...fields, content: PLAN });
  let html = '';
  expect(await changedBy(async () => ({ html } = await confirm(BACK)))).toEqual([]);
  expect(html).toContain('Nothing was changed yet');
  expect(html).toContain('Planned once');
  expect(await changedBy(() => confirm({}))).toContain('spend_case');
});

import { PeopleService } from '#identity';
import { CaseDriver, decisionBody } from '../api/world/case-driver.js';
import { START } from '../api/world/api-world.js';
import { importFile } from '../api/world/import-file.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';
import type { Visitor } from './world/visitor.js';

const PASSWORD = 'a long enough password';
const PAGES = [
  '',
  '/points',
  '/points/5',
  '/legacy-exceptions',
  '/comments',
  '/versions',
  '/history',
  '/emails',
  '/print',
];

let world: BrowserWorld;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startBrowserWorld();
  driver = new CaseDriver(world);
});
afterAll(() => world.close());

/** A page as its reader is sent it, without a look at it. */
async function sourceOf(visitor: Visitor, path: string): Promise<string> {
  const answer = await visitor.page.request.get(visitor.url + path);
  expect(answer.status()).toBe(200);
  return answer.text();
}

/** A case in review with an assessment that the department is not to see yet. */
async function assessedCase(): Promise<string> {
  const driven = await driver.driveTo('in-review');
  const verdict = { version: 1, verdict: 'not-met', explanation: 'Nothing is in the cloud.' };
  await driver.act(driven, 'reviewer', 'PUT', 'assessments/5', verdict, 0);
  return driven.reference;
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a case in review, %s,', (_name, scripts) => {
  it('shows its reviewer how it stands, what they can do, and why not the rest', async () => {
    const reference = await assessedCase();
    const reviewer = await world.visitor('reviewer', scripts);
    await reviewer.visit(`/cases/${reference}`);
    expect(await reviewer.heading()).toContain('Move the licensing service to public cloud');
    const seen = await reviewer.text();
    expect(seen).toContain('Demonstration reviewer, reviewer');
    expect(seen).toContain('Decide by the end of 1 June 2026');
    expect(seen).toContain('£1,500,000');
    const assess = reviewer.page.getByRole('button', { name: 'Assess the points' });
    expect(await assess.getAttribute('href')).toBe(`/cases/${reference}/assess`);
    await reviewer.page.getByText('What you cannot do now, and why').click();
    const reasons = await reviewer.page.locator('.app-reasons').innerText();
    expect(reasons).toContain('Recommend a decision');
    expect(reasons).toContain('Only a GDS Assurance decider can approve');
    await reviewer.follow('Points');
    expect(await reviewer.text()).toContain('Nothing is in the cloud.');
  });

  it('shows its department where it is, and nothing of what the reviewer thinks', async () => {
    const reference = await assessedCase();
    const submitter = await world.visitor('submitter', scripts);
    await submitter.visit(`/cases/${reference}`);
    expect(await submitter.page.getByRole('link', { name: 'Withdraw the request' }).count()).toBe(1);
    expect(await submitter.page.getByRole('button', { name: 'Assess the points' }).count()).toBe(0);
    await submitter.follow('Legacy exceptions');
    for (const page of PAGES) {
      const source = await sourceOf(submitter, `/cases/${reference}${page}`);
      expect(source).not.toContain('Nothing is in the cloud.');
    }
  });

  it('shows auditors everything, and nothing that could change anything', async () => {
    const reference = await assessedCase();
    const auditor = await world.visitor('auditor', scripts);
    for (const page of ['', '/points/5', '/print']) {
      await auditor.visit(`/cases/${reference}${page}`);
      expect(await auditor.page.locator('main form, main [role=button]').count()).toBe(0);
      expect(await auditor.text()).not.toContain('What you can do');
    }
    expect(await auditor.text()).toContain('Nothing is in the cloud.');
    for (const page of PAGES) {
      const source = await sourceOf(auditor, `/cases/${reference}${page}`);
      const main = source.slice(source.indexOf('<main'), source.indexOf('</main>'));
      expect(main).toContain(reference);
      expect(main).not.toMatch(/method="post"/);
    }
  });
});

describe('a decided case', () => {
  it('shows what was decided and why, the decision it supersedes, and conditions that are overdue', async () => {
    const driven = await driver.driveTo('approved');
    const supersedes = driven.decisionId;
    const body = {
      ...decisionBody(driven, 'approved-with-conditions'),
      outcome: 'approved-with-conditions',
      supersedes,
      reason: 'A condition was forgotten.',
    };
    await driver.act(driven, 'decider', 'POST', 'supersede', body);
    world.clock.set(new Date('2026-06-05T09:00:00.000Z'));
    const submitter = await world.visitor('submitter');
    await submitter.visit(`/cases/${driven.reference}`);
    const seen = await submitter.text();
    expect(seen).toContain('A condition was forgotten.');
    expect(seen).toContain('£50,000 of £1,500,000 requested');
    expect(seen).toContain('Demonstration decider, GDS Assurance decider');
    expect(seen).toContain('Overdue');
    expect(seen).toContain('1 earlier decision, superseded');
    world.clock.set(START);
    const reviewer = await world.visitor('reviewer');
    await reviewer.visit(`/cases/${driven.reference}/legacy-exceptions`);
    const exceptions = await reviewer.text();
    expect(exceptions).toContain('26.67 of 30');
    expect(exceptions).toContain('Red-rated');
    expect(exceptions).toContain('It is the only way.');
  });
});

describe('a case that was decided elsewhere', () => {
  it('says where it comes from, who decided as its source has it, and what of it is overdue', async () => {
    const file = importFile([
      {
        reference: 'A-1',
        outcome: 'approved-with-conditions',
        conditions: 'Cost it | 2019-12-31 | B. Owner | b.owner@home-office.example',
        flags: 'direct-award',
        'protective-marking': 'OFFICIAL-SENSITIVE',
      },
    ]);
    const { body } = await world.http.expect<{
      readonly imported: readonly { readonly reference: string }[];
    }>(200, world.people.administrator, 'POST', '/decision-imports?source=old-system', {
      raw: file,
      headers: { 'content-type': 'text/csv' },
    });
    const reference = body.imported[0]!.reference;
    const auditor = await world.visitor('auditor');
    await auditor.visit(`/cases/${reference}`);
    const seen = await auditor.text();
    for (const words of ['Imported', 'old-system, A-1', 'OFFICIAL-SENSITIVE', 'Direct award', 'Overdue'])
      expect(seen).toContain(words);
    expect(seen).toContain('Head of Controls, as the system it was imported from has it');
    for (const page of [...PAGES, '/versions/1']) await sourceOf(auditor, `/cases/${reference}${page}`);
    await auditor.visit(`/cases/${reference}/history`);
    expect(await auditor.text()).toContain('From old-system, A-1');
  });
});

describe('a case that is not one’s own', () => {
  it('is answered as one that does not exist, whichever of its pages is asked for', async () => {
    const { reference } = await driver.driveTo('submitted');
    const stranger = await world.visitor('stranger');
    for (const page of [...PAGES, '/versions/1', '/versions/1/changes?from=1', '/changes']) {
      const answer = await stranger.page.request.get(`${stranger.url}/cases/${reference}${page}`);
      expect(answer.status()).toBe(404);
      expect(await answer.text()).not.toContain('licensing service');
    }
    await stranger.visit(`/cases/${reference}`, 404);
    expect(await stranger.heading()).toBe('Page not found');
    expect(await stranger.page.content()).not.toContain('licensing service');
  });

  it('and nothing is there for numbers that nothing has', async () => {
    const { reference } = await driver.driveTo('submitted');
    const reviewer = await world.visitor('reviewer');
    for (const page of ['points/14', 'points/x', 'versions/2', 'versions/0', 'versions/1/changes'])
      expect((await reviewer.page.request.get(`${reviewer.url}/cases/${reference}/${page}`)).status()).toBe(
        404,
      );
    await reviewer.visit('/cases/nonsense', 404);
  });
});

describe('the page an email leads to', () => {
  it('is where somebody comes to once they have signed in', async () => {
    const { reference } = await driver.driveTo('submitted');
    const people = world.api.app.get(PeopleService, { strict: false });
    const email = 'reader@people.example';
    const reader = await people.createPerson({ email, name: 'Demonstration reader', password: PASSWORD });
    await people.giveRole(null, reader.id, 'auditor', world.organisations.assurance.id);
    const visitor = await world.stranger();
    await visitor.visit(`/cases/${reference}`);
    expect(visitor.path()).toBe('/sign-in');
    await visitor.write('Email address', email);
    await visitor.write('Password', PASSWORD);
    await visitor.press('Sign in');
    expect(visitor.path()).toBe(`/cases/${reference}`);
    expect(await visitor.heading()).toContain('Move the licensing service to public cloud');
  });
});

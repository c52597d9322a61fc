import { CaseDriver } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';
import type { Visitor } from './world/visitor.js';

let world: BrowserWorld;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startBrowserWorld();
  driver = new CaseDriver(world);
});
afterAll(() => world.close());

const INTERNAL = 'Between us: is this one purchase in two parts?';

async function visitorsOf(reference: string, scripts: boolean): Promise<readonly [Visitor, Visitor]> {
  const visitors = [
    await world.visitor('reviewer', scripts),
    await world.visitor('submitter', scripts),
  ] as const;
  for (const visitor of visitors) await visitor.visit(`/cases/${reference}/comments`);
  return visitors;
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('comments, %s,', (_name, scripts) => {
  it('are asked and answered, and lose no word when something is missing', async () => {
    const { reference } = await driver.driveTo('in-review');
    const [reviewer, submitter] = await visitorsOf(reference, scripts);
    await reviewer.write('Comment', 'Which regions\ndo you mean?');
    await reviewer.press('Add comment');
    expect(await reviewer.problems()).toEqual(['Choose who can read the comment']);
    expect(await reviewer.page.getByLabel('Comment', { exact: true }).inputValue()).toBe(
      'Which regions\ndo you mean?',
    );
    await reviewer.choose('Shared with the department', 'Who can read it?');
    await reviewer.page.getByLabel('Point it is about (optional)').selectOption('5');
    await reviewer.press('Add comment');
    expect(await reviewer.problems()).toEqual([]);

    await submitter.visit(`/cases/${reference}/comments?point=5`);
    expect(await submitter.heading()).toBe('Comments on point 5');
    await submitter.follow(/^Answer/);
    await submitter.press('Send answer');
    expect(await submitter.problems()).toEqual(['Write a comment']);
    await submitter.write('Your answer', 'Two regins in this country.');
    await submitter.press('Send answer');
    expect(await submitter.text()).toContain('Two regins in this country.');
  });

  it('can be changed by who wrote them, resolved and opened again', async () => {
    const driven = await driver.driveTo('in-review');
    const { reference } = driven;
    const asked = { audience: 'shared', body: 'Which regions?', point: 5 };
    const { body } = await driver.act(driven, 'reviewer', 'POST', 'comments', asked);
    const answer = { audience: 'shared', body: 'Two regins in this country.', parentId: body['commentId'] };
    await driver.act(driven, 'submitter', 'POST', 'comments', answer);
    const submitter = await world.visitor('submitter', scripts);
    await submitter.visit(`/cases/${reference}/comments`);
    await submitter.follow(/^Edit/);
    await submitter.write('Comment', 'Two regions in this country.');
    await submitter.press('Save comment');
    const answered = await submitter.text();
    expect(answered.indexOf('Which regions')).toBeLessThan(answered.indexOf('Two regions in this country.'));
    expect(answered).toContain('What this comment said before');

    await submitter.press(/^Resolve/);
    expect(await submitter.text()).toContain('Resolved by Demonstration submitter');
    await submitter.press(/^Open again/);
    expect(await submitter.text()).not.toContain('Resolved by');
    await submitter.visit(`/cases/${reference}/points/5`);
    expect(await submitter.text()).toContain('Two regions in this country.');
  });
});

describe('a comment', () => {
  it('that is internal is never seen by the department, wherever it looks', async () => {
    const { reference } = await driver.driveTo('in-review');
    const [reviewer, submitter] = await visitorsOf(reference, true);
    await reviewer.write('Comment', INTERNAL);
    await reviewer.choose('Internal to GDS Assurance', 'Who can read it?');
    await reviewer.page.getByLabel('Point it is about (optional)').selectOption('11');
    await reviewer.press('Add comment');
    const href = await reviewer.page.getByRole('link', { name: /^Answer/ }).getAttribute('href');
    const auditor = await world.visitor('auditor');
    for (const page of ['comments', 'points/11', 'history']) {
      const sourceFor = async ({ page: { request }, url }: Visitor): Promise<string> =>
        (await request.get(`${url}/cases/${reference}/${page}`)).text();
      expect(await sourceFor(submitter)).not.toContain('Between us');
      expect(await sourceFor(auditor)).toContain('Between us');
    }
    await submitter.visit(href!, 404);
    await submitter.visit(`/cases/${reference}/comments`);
    expect(await submitter.page.getByRole('group', { name: 'Who can read it?' }).count()).toBe(0);
  });

  it('changed in another window meanwhile is shown beside what was written', async () => {
    const { reference } = await driver.driveTo('in-review');
    const [reviewer] = await visitorsOf(reference, true);
    await reviewer.write('Comment', 'First words.');
    await reviewer.choose('Shared with the department', 'Who can read it?');
    await reviewer.press('Add comment');
    const href = await reviewer.page.getByRole('link', { name: /^Edit/ }).getAttribute('href');
    const other = await world.visitor('reviewer');
    await other.visit(href!);
    await reviewer.visit(href!);
    await other.write('Comment', 'Second words.');
    await other.press('Save comment');
    await reviewer.write('Comment', 'Third words.');
    await reviewer.press('Save comment');
    expect(await reviewer.heading()).toContain('Somebody else changed this while you were writing');
    const told = await reviewer.text();
    expect(told).toContain('Second words.');
    expect(told).toContain('Third words.');
    await reviewer.press('Save what I wrote instead');
    expect(await reviewer.text()).toContain('Third words.');
  });

  it('is not an auditor’s to write: they are shown no form, and their own request is refused', async () => {
    const driven = await driver.driveTo('in-review');
    const { body } = await driver.act(driven, 'reviewer', 'POST', 'comments', {
      audience: 'shared',
      body: 'For everybody.',
    });
    const auditor = await world.visitor('auditor');
    await auditor.visit(`/cases/${driven.reference}/comments`);
    expect(await auditor.text()).toContain('For everybody.');
    expect(await auditor.page.locator('main form').count()).toBe(0);
    await auditor.visit(`/cases/${driven.reference}/comments/${String(body['commentId'])}/answer`, 403);
    expect(await auditor.text()).toContain('An auditor reads cases and changes nothing');
  });
});

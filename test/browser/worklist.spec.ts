import { CaseDriver } from '../api/world/case-driver.js';
import { FINISHED_DETAILS } from '../api/world/case-content.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

const DRAFTS = 27;

/** Time a journey may take where the machine is busy, in milliseconds. */
const JOURNEY_MS = 90_000;

let world: BrowserWorld;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startBrowserWorld();
  driver = new CaseDriver(world);
  const { http, people, organisations } = world;
  for (let number = 1; number <= DRAFTS; number += 1)
    await http.expect(201, people.stranger, 'POST', '/cases', {
      body: {
        organisationId: organisations.otherDepartment.id,
        ...FINISHED_DETAILS,
        title: `Court hosting ${String(number)}`,
        requestedPence: number * 100_000,
      },
    });
  await driver.driveTo('in-review');
});
afterAll(() => world.close());

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('the list of cases, %s', (_name, scripts) => {
  it('is narrowed, paged with its filters kept, and widened again tag by tag', async () => {
    const auditor = await world.visitor('auditor', scripts);
    await auditor.visit('/cases');
    expect(await auditor.page.getByRole('heading', { name: '28 cases' }).count()).toBe(1);
    expect(await auditor.page.getByRole('button', { name: 'Give me the next case' }).count()).toBe(0);
    // The list is in the order of a column whose head says so.
    const started = auditor.page.getByRole('columnheader', { name: /^Started/ });
    expect(await started.getAttribute('aria-sort')).toBe('descending');
    await auditor.follow(/^Started: show the oldest first/);
    expect(await started.getAttribute('aria-sort')).toBe('ascending');
    await auditor.follow('Next page');
    expect(await started.getAttribute('aria-sort')).toBe('ascending');
    await auditor.follow(/^Due next: show those due first/);
    expect(await started.getAttribute('aria-sort')).toBe('none');
    await auditor.follow(/^Started: show the newest first/);
    await auditor.write('Title contains', 'court');
    await auditor.choose('Draft');
    await auditor.write('Least', '15,000');
    await auditor.press('Apply filters');
    expect(await auditor.page.getByRole('heading', { name: '13 cases' }).count()).toBe(1);
    await auditor.follow(/£15,000$/);
    expect(await auditor.page.getByRole('heading', { name: '27 cases' }).count()).toBe(1);
    expect(await auditor.page.locator('tbody tr').count()).toBe(25);
    await auditor.follow('Next page');
    expect(await auditor.page.locator('tbody tr').count()).toBe(2);
    expect(await auditor.page.getByLabel('Title contains').inputValue()).toBe('court');
    await auditor.follow('Back to the first page');
    expect(await auditor.page.locator('tbody tr').count()).toBe(25);
    await auditor.write('Least', '5000');
    await auditor.write('Most', 'much');
    await auditor.write('Title contains', 'ab');
    await auditor.press('Apply filters');
    expect(await auditor.problems()).toEqual([
      'Write at least 3 characters of a title, on one line',
      'Most amount must be an amount in pounds, like 1,250,000 or 1250000.50',
    ]);
    await auditor.visit('/cases?state=nowhere&after=x&sort=size&reviewer=1', 400);
    await auditor.visit('/cases?amountFrom=20&amountTo=10', 400);
    expect(await auditor.problems()).toEqual(['The least amount must not be more than the most']);
    await auditor.visit('/cases?after=bm90aGluZw', 400);
    expect(await auditor.problems()).toEqual(['Start again from the first page']);
  });

  it(
    'says who has a case, and what is overdue in words; a search of it is saved, followed, run and removed',
    async () => {
      const before = world.clock.now();
      world.clock.set(new Date('2026-07-01T09:00:00.000Z'));
      try {
        const reviewer = await world.visitor('reviewer', scripts);
        await reviewer.visit('/cases?reviewer=me&overdue=yes');
        const row = reviewer.page.locator('tbody tr');
        expect(await row.count()).toBe(1);
        expect(await row.innerText()).toContain('Overdue: to decide by the end of 1 June 2026');
        expect(await row.innerText()).toContain('Demonstration reviewer');
        await reviewer.follow('Save this search');
        expect(await reviewer.text()).toContain('A target is missed');
        await reviewer.press('Save search');
        expect(await reviewer.problems()).toEqual(['Enter a name for the search']);
        await reviewer.write('Name of the search', 'Mine and late');
        await reviewer.press('Save search');
        expect(await reviewer.heading()).toBe('Saved searches');
        await reviewer.press('Email me about new cases of Mine and late');
        expect(await reviewer.text()).toContain('You get an email when a new case matches.');
        await reviewer.press('Stop emails of Mine and late');
        await reviewer.follow('See 1 case of Mine and late');
        expect(await row.count()).toBe(1);
        expect(new URL(reviewer.page.url()).search).toBe('?reviewer=me&overdue=yes');
        await reviewer.follow('Saved searches');
        await reviewer.press('Remove Mine and late');
        expect(await reviewer.text()).toContain('You have saved no search yet');
      } finally {
        world.clock.set(before);
      }
    },
    JOURNEY_MS,
  );
});

describe('a department', () => {
  it(
    'sees its own cases alone',
    async () => {
      const submitter = await world.visitor('submitter');
      await submitter.visit('/cases');
      expect(await submitter.page.locator('tbody tr').count()).toBe(1);
      expect(await submitter.page.getByLabel('Reviewer').count()).toBe(0);
      await submitter.visit(`/cases?organisation=${world.organisations.otherDepartment.id}`);
      expect(await submitter.text()).toContain('No case matches');
    },
    JOURNEY_MS,
  );
});

describe('the next case', () => {
  it(
    'is given to who asks, until none waits',
    async () => {
      const { reference } = await driver.driveTo('submitted');
      const reviewer = await world.visitor('reviewer');
      await reviewer.visit('/cases');
      await reviewer.press('Give me the next case');
      expect(await reviewer.text()).toContain(reference);
      await reviewer.visit('/cases');
      await reviewer.press('Give me the next case');
      expect(await reviewer.heading()).toBe('No case waits for you');
    },
    JOURNEY_MS,
  );
});

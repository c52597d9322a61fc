import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

let world: BrowserWorld;
let recommended: DrivenCase;
let returned: DrivenCase;
let inReview: DrivenCase;
beforeAll(async () => {
  world = await startBrowserWorld();
  const driver = new CaseDriver(world);
  recommended = await driver.driveTo('recommended');
  returned = await driver.driveTo('returned');
  inReview = await driver.driveTo('in-review');
  await driver.driveTo('approved-with-conditions');
  await driver.driveTo('signed-off');
  // The condition is due on 4 June.
  world.clock.set(new Date('2026-06-10T09:00:00.000Z'));
});
afterAll(() => world.close());

describe('the home page', () => {
  it('shows a department what needs it, and every request with who has it', async () => {
    const visitor = await world.visitor('lead', false);
    await visitor.visit('/');
    const regions = visitor.page.getByRole('region');
    expect(await regions.filter({ hasText: 'Returned to you with questions' }).count()).toBeGreaterThan(0);
    const conditions = visitor.page.getByRole('region', { name: 'Conditions that wait for evidence' });
    expect(await conditions.innerText()).toMatch(/Publish the accessibility statement.*4 June 2026 Overdue/s);
    const all = await visitor.page
      .getByRole('region', { name: 'All requests, last changed first' })
      .innerText();
    expect(all).toContain('The department; reviewer Demonstration reviewer');
    expect(all).toContain('GDS Assurance, to decide');
    expect(await visitor.text()).toContain('Signed off and not submitted yet');
    expect(await visitor.text()).not.toContain('Give me the next case');
  });

  it('shows a department nothing of another’s', async () => {
    const visitor = await world.visitor('stranger');
    await visitor.visit('/');
    expect(await visitor.text()).toContain('There are no requests yet.');
    expect(await visitor.text()).not.toContain('Move the licensing service');
  });

  it('shows reviewers their cases and deciders what waits for them', async () => {
    const reviewer = await world.visitor('reviewer');
    await reviewer.visit('/');
    const mine = reviewer.page.getByRole('region', { name: 'Your cases, soonest due first' });
    expect(await mine.innerText()).toContain(inReview.reference);
    expect(await mine.innerText()).toContain('Overdue: to decide by the end of 1 June 2026');
    expect(await mine.innerText()).not.toContain(recommended.reference);
    const away = reviewer.page.getByRole('region', { name: 'Your cases that wait for somebody else' });
    expect(await away.innerText()).toContain(returned.reference);
    expect(await reviewer.page.getByRole('button', { name: 'Give me the next case' }).count()).toBe(1);
    expect(await reviewer.text()).not.toContain('Start a request');
    const decider = await world.visitor('decider');
    await decider.visit('/');
    const waiting = decider.page.getByRole('region', { name: 'Waiting for a decision, soonest due first' });
    expect(await waiting.innerText()).toContain(recommended.reference);
    expect(await waiting.innerText()).not.toContain(returned.reference);
    expect(await decider.page.getByRole('button', { name: 'Give me the next case' }).count()).toBe(0);
  });

  it('leads auditors and administrators to what is theirs', async () => {
    const auditor = await world.visitor('auditor');
    await auditor.visit('/');
    expect(await auditor.page.locator('main').getByRole('link').allInnerTexts()).toEqual([
      'Every case',
      'What was decided, by whom, when and why',
      'Dashboard',
      'Approvals about to run out',
      'Who looked at what',
      'Proof that the log was not altered',
    ]);
    expect(await auditor.page.locator('main').getByRole('button').count()).toBe(0);
    const administrator = await world.visitor('administrator');
    await administrator.visit('/');
    expect(await administrator.text()).toContain('People and their roles');
    expect(await administrator.text()).not.toContain('Every case');
  });

  it('shows somebody with several roles each part, and who has none whom to ask', async () => {
    const both = await world.addPerson('Demonstration of two roles', [
      ['submitter', world.organisations.department.id],
      ['auditor', world.organisations.assurance.id],
    ]);
    const visitor = await world.visitorFor(both.id);
    await visitor.visit('/');
    expect(await visitor.page.locator('h2').allInnerTexts()).toEqual(
      expect.arrayContaining(['Requests of Home Office', 'Audit']),
    );
    const nobody = await world.visitor('nobody');
    await nobody.visit('/');
    expect(await nobody.text()).toContain('ask an administrator of this service for a role');
    expect(await nobody.text()).toContain('assurance@gds.example');
  });

  it('leaves one record of who looked, and none of the drafts it looked through', async () => {
    const lead = await world.visitor('lead');
    const count = async () => {
      const [row] = await world.owner.query<{ readonly views: number; readonly searches: number }>({
        text: `select count(*) filter (where what = 'view')::int as views,
          count(*) filter (where what = 'search')::int as searches from access_record where person_id = $1`,
        values: [world.people.lead.id],
      });
      return row!;
    };
    await lead.visit('/');
    await new Promise((resume) => setTimeout(resume, 1_000));
    const before = await count();
    await lead.visit('/');
    await new Promise((resume) => setTimeout(resume, 1_000));
    expect(await count()).toEqual({ views: before.views, searches: before.searches + 1 });
  });
});

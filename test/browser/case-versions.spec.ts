import { CaseDriver } from '../api/world/case-driver.js';
import { metEvidence } from '../api/world/case-content.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

let world: BrowserWorld;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startBrowserWorld();
  driver = new CaseDriver(world);
});
afterAll(() => world.close());

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('versions, %s,', (_name, scripts) => {
  it('are kept, read in full, and compared word by word', async () => {
    const driven = await driver.driveTo('returned');
    const { reference } = driven;
    const evidence = { ...metEvidence(5), narrative: 'How point 5 is met in two regions.' };
    await driver.act(driven, 'submitter', 'PUT', 'points/5', evidence, 1);
    const submitter = await world.visitor('submitter', scripts);
    await submitter.visit(`/cases/${reference}`);
    expect(await submitter.text()).toContain('Which regions?');
    await submitter.follow('What has changed since it was returned');
    expect(await submitter.heading()).toBe('What has changed since version 1');
    expect(await submitter.text()).toMatch(/Which regions\?\s+Answered by what point 5 says now\./);
    await driver.act(driven, 'lead', 'POST', 'resubmit', { reason: 'The regions are named.' });

    const reviewer = await world.visitor('reviewer', scripts);
    await reviewer.visit(`/cases/${reference}/versions`);
    await reviewer.press('Compare');
    expect(await reviewer.heading()).toBe('What changed from version 1 to version 2');
    const added = await reviewer.page.locator('dd ins').allInnerTexts();
    expect(added.map((text) => text.replaceAll(/\s+/g, ' ').trim())).toEqual([
      'added: in two regions (end of what was added)',
    ]);
    expect(await reviewer.page.locator('dd del').count()).toBe(0);
    await reviewer.follow('Point 5: Use cloud first');
    const point = await reviewer.text();
    expect(point).toContain('What changed from version 1 to version 2');
    expect(point).toContain('Which regions?');
    await reviewer.visit(`/cases/${reference}/versions`);
    await reviewer.follow('Version 1');
    const first = await reviewer.text();
    expect(first).toContain('How point 5 is met.');
    expect(first).not.toContain('two regions');
    await reviewer.visit(`/cases/${reference}/versions?from=1&to=1`);
    expect(await reviewer.text()).toContain('Choose two versions that are not the same');
  });

  it('of a case whose every kind of answer changed are told in plain words', async () => {
    const driven = await driver.driveTo('returned');
    const { reference } = driven;
    // A question that is answered in words alone stands there with its answer.
    const lead = await world.visitor('lead', scripts);
    await lead.visit(`/cases/${reference}/changes`);
    expect(await lead.text()).toMatch(/Which regions\?\s+Not answered yet\./);
    const words = { audience: 'shared', body: 'London and Cardiff.', point: 5 };
    await driver.act(driven, 'submitter', 'POST', 'comments', words);
    await lead.visit(`/cases/${reference}/changes`);
    expect(await lead.text()).toMatch(/Which regions\?\s+London and Cardiff\.\s+Answered in words, /);
    await driver.act(
      driven,
      'submitter',
      'PATCH',
      'details',
      {
        phase: 'beta',
        requestedPence: 160_000_000,
        spendEndsOn: '2029-03-31',
        flags: { breach: true },
        currentSuppliers: ['Another Ltd'],
      },
      1,
    );
    await lead.visit(`/cases/${reference}/changes`);
    const told = await lead.text();
    for (const words of [
      'Live',
      'Beta',
      '£1,500,000',
      '£1,600,000',
      '31 March 2029',
      'Breach',
      'Another Ltd',
    ])
      expect(told).toContain(words);
  });
});

describe('what happened to a case', () => {
  it('is a timeline in plain words, whole over its pages, for each reader what they may see', async () => {
    const driven = await driver.driveTo('approved-with-conditions');
    const { reference } = driven;
    const decider = await world.visitor('decider');
    await decider.visit(`/cases/${reference}/history`);
    const latest = await decider.text();
    expect(latest).toContain('£50,000 approved of £1,500,000 requested');
    expect(latest).toContain('Reason: The case is made.');
    expect(latest).toContain('From “Recommended” to “Approved with conditions”');
    const numbers: string[] = [];
    for (;;) {
      const page = await decider.page.content();
      numbers.push(...Array.from(page.matchAll(/id="(event-\d+)"/g), ([, id = '']) => id));
      if ((await decider.page.getByRole('link', { name: 'Earlier events' }).count()) === 0) break;
      await decider.follow(/Earlier events/);
    }
    const count = numbers.length;
    expect(count).toBeGreaterThan(30);
    expect(numbers).toEqual(Array.from({ length: count }, (_, index) => `event-${count - index}`));
    await decider.follow(/Later events/);
    expect(await decider.page.locator(`#event-${count}, #event-${count - 20}`).count()).toBeGreaterThan(0);

    const submitter = await world.visitor('submitter');
    await submitter.visit(`/cases/${reference}/history`);
    const seen = await submitter.text();
    expect(seen).toContain('Case created');
    expect(seen).not.toContain('Point assessed');
    expect(seen).not.toContain('Decision recommended');
  });
});

describe('the emails of a case', () => {
  it('are listed with whom they are to and what becomes of them', async () => {
    const { reference } = await driver.driveTo('submitted');
    const auditor = await world.visitor('auditor');
    await auditor.visit(`/cases/${reference}/emails`);
    const all = await auditor.text();
    expect(all).toContain('the GDS Assurance inbox');
    expect(all).toContain('Waiting to be sent');
    expect(all).toContain('It is sent as soon as its turn comes.');
    await world.owner.query({
      text: `update email set status = 'technical-failure', attempts = 5, last_error = 'The address does not answer.',
        settled_at = now() where template = 'submitted' and recipient_role = 'submitter'`,
      values: [],
    });
    const submitter = await world.visitor('submitter');
    await submitter.visit(`/cases/${reference}/emails`);
    const own = await submitter.text();
    expect(own).not.toContain('inbox');
    expect(own).toContain('The last attempt failed: The address does not answer.');
    expect(own).toContain('It was given up after 5 attempts, and is not tried again.');
  });
});

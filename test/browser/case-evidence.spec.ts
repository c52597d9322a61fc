import { CaseDriver } from '../api/world/case-driver.js';
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
])('a department, %s,', (_name, scripts) => {
  it('gives evidence for a condition, and more when it was sent back, with what was said beside it', async () => {
    const driven = await driver.driveTo('approved-with-conditions');
    const condition = driven.conditions[0]!;
    const visitor = await world.visitor('submitter', scripts);
    await visitor.visit(`/cases/${driven.reference}`);
    await visitor.follow('Give evidence (condition 1)');
    await visitor.write('Address of link 1', 'nowhere');
    await visitor.press('Give this evidence');
    expect(await visitor.problems()).toEqual([
      'Say how the condition is met',
      'Say what link 1 leads to',
      'Give the whole address of link 1, beginning with https://',
    ]);
    await visitor.write('How is the condition met?', 'It is on\nour website.');
    await visitor.press('Add more links');
    expect(await visitor.page.getByLabel('How is the condition met?').inputValue()).toBe(
      'It is on\nour website.',
    );
    await visitor.write('What link 1 leads to', 'The statement');
    await visitor.write('Address of link 1', 'https://home-office.example/accessibility');
    await visitor.press('Give this evidence');
    expect(await visitor.heading()).toBe('Evidence given');
    await visitor.visit(`/cases/${driven.reference}/conditions/${condition.id}/evidence`);
    expect(await visitor.text()).toContain('Your evidence is with GDS Assurance');

    const sentBack = { reason: 'The page cannot be reached.' };
    const path = `conditions/${condition.id}/send-back`;
    await driver.act(driven, 'reviewer', 'POST', path, sentBack, condition.revision + 1);
    // It comes before what was never answered, and says so.
    await driver.driveTo('approved-with-conditions');
    await visitor.visit('/');
    const waiting = visitor.page.getByRole('table', { name: 'Conditions that wait for evidence' });
    expect(await waiting.getByText('Evidence sent back').count()).toBeGreaterThan(0);
    expect(await waiting.getByRole('row').nth(1).textContent()).toContain('Evidence sent back');
    await visitor.visit(`/cases/${driven.reference}/conditions/${condition.id}/evidence`);
    const said = await visitor.text();
    expect(said).toContain('Why your evidence was sent back\n\nThe page cannot be reached.');
    expect(said.indexOf('It is on\nour website.')).toBeLessThan(
      said.lastIndexOf('The page cannot be reached.'),
    );
    await visitor.write('How is the condition met?', 'It can be reached now.');
    await visitor.press('Give this evidence');
    await visitor.follow('Go to the case');
    const shown = await visitor.text();
    expect(shown).toContain('Evidence submitted');
    expect(shown).toContain('It can be reached now.');
    expect(shown).toContain('The statement');
  });

  it('is told when a condition moved on while it was writing, and loses no word', async () => {
    const driven = await driver.driveTo('approved-with-conditions');
    const { id, revision } = driven.conditions[0]!;
    const visitor = await world.visitor('lead', scripts);
    await visitor.visit(`/cases/${driven.reference}/conditions/${id}/evidence`);
    await visitor.write('How is the condition met?', 'As I see it.');
    await driver.giveEvidence(driven);
    const sentBack = { reason: 'Not yet.' };
    await driver.act(driven, 'reviewer', 'POST', `conditions/${id}/send-back`, sentBack, revision + 1);
    await visitor.press('Give this evidence');
    expect(await visitor.heading()).toContain('Somebody else changed this while you were writing');
    expect(await visitor.text()).toContain('It is published.');
    await visitor.press('Save what I wrote instead');
    expect(await visitor.heading()).toContain('Evidence given');
  });
});

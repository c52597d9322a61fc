import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';
import type { Visitor } from './world/visitor.js';

let world: BrowserWorld;
let driver: CaseDriver;
let driven: DrivenCase;
beforeAll(async () => {
  world = await startBrowserWorld();
  driver = new CaseDriver(world);
  driven = await driver.draft();
});
afterAll(() => world.close());

/** Id of the field the keyboard is in. */
function focused({ page }: Visitor): Promise<string | null> {
  return page.locator(':focus').getAttribute('id');
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('who fills in a request, %s,', (_name, scripts) => {
  it('goes on in the row they asked for', async () => {
    const visitor = await world.visitor('submitter', scripts);
    await visitor.visit(`/cases/${driven.reference}/details/money/edit`);
    await visitor.press('Add another year');
    expect(await focused(visitor)).toBe('year-2');
    // An empty row there already is told of, and not gone to unseen.
    await visitor.press('Add another year');
    expect(await visitor.problems()).toHaveLength(1);
    await visitor.visit(`/cases/${driven.reference}/points/3/edit`);
    await visitor.write('Title', 'A page');
    await visitor.write('Web address', 'https://www.gov.uk/a-page');
    await visitor.press('Add another link');
    expect(await focused(visitor)).toBe('linkTitle-1');
  });

  it('is told on the page of the money what amounts contradict, and may leave some for later', async () => {
    const { reference } = await driver.draft();
    const visitor = await world.visitor('submitter', scripts);
    await visitor.visit(`/cases/${reference}/details/money/edit`);
    await visitor.write('How much do you ask approval for?', '2,000,000');
    await visitor.write('What is the whole-life cost?', '1,000,000');
    await visitor.press('Save and go back to the tasks');
    expect(await visitor.problems()).toEqual([
      'Make the whole-life cost no less than the amount requested',
      'Make the amounts by financial year add up to the £2,000,000 requested',
    ]);
    expect(await visitor.page.getByLabel('What is the whole-life cost?').inputValue()).toBe('1,000,000');
    await visitor.write('What is the whole-life cost?', '');
    for (const box of await visitor.page.locator('[name^="year-"], [name^="amount-"]').all())
      await box.fill('');
    await visitor.press('Save and go back to the tasks');
    expect(visitor.path()).toBe(`/cases/${reference}/tasks`);
  });

  it('is told who withdrew it meanwhile, keeps the words, and is offered nothing that cannot work', async () => {
    const withdrawn = await driver.draft();
    const visitor = await world.visitor('submitter', scripts);
    const path = `/cases/${withdrawn.reference}/points/3/edit`;
    await visitor.visit(path);
    await visitor.write('Your evidence', 'Words nobody should lose.\nOn two lines.');
    await driver.act(withdrawn, 'lead', 'POST', 'withdraw', { reason: 'No longer needed.' });
    await visitor.press('Save and continue');
    expect(await visitor.heading()).toContain('The request was moved on while you were writing');
    const told = await visitor.text();
    expect(told).toContain('Demonstration lead withdrew the request on 4 May 2026 at 10am');
    expect(told).toContain('Words nobody should lose.\nOn two lines.');
    expect(await visitor.page.locator('main').getByRole('button').count()).toBe(0);
    await visitor.visit(path);
    expect(visitor.path()).toBe(`/cases/${withdrawn.reference}`);
    expect(await visitor.page.getByRole('region', { name: 'Important' }).innerText()).toContain(
      'Demonstration lead withdrew the request on 4 May 2026 at 10am',
    );
  });
});

it('who decides goes on in the condition that was added, and in the place of one that was taken away', async () => {
  const { reference } = await driver.driveTo('recommended');
  const decider = await world.visitor('decider', false);
  await decider.visit(`/cases/${reference}/decide/approved-with-conditions`);
  await decider.press('Add another condition');
  expect(await focused(decider)).toBe('condition-2-text');
  await decider.press('Remove condition 1');
  expect(await focused(decider)).toBe('condition-1-text');
});

it('who was writing while the service could not answer finds the words again by going back', async () => {
  const visitor = await world.visitor('submitter');
  await visitor.visit(`/cases/${driven.reference}/points/4/edit`);
  await visitor.write('Your evidence', 'Written before it failed.');
  await world.owner.query({ text: 'alter table case_event rename to away', values: [] });
  try {
    await Promise.all([
      visitor.page.waitForEvent('load'),
      visitor.page.getByRole('button', { name: 'Save and continue' }).click(),
    ]);
  } finally {
    await world.owner.query({ text: 'alter table away rename to case_event', values: [] });
  }
  await visitor.page.goBack();
  expect(await visitor.page.getByLabel('Your evidence').inputValue()).toBe('Written before it failed.');
});

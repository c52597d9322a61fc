import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';
import type { Visitor } from './world/visitor.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
}, 60_000);
afterAll(() => world.close());

const HEADER =
  'key,organisation,title,category,spend-starts-on,current-suppliers,contract-ends-on,amount-2026-27';
const GOOD = Array.from({ length: 30 }, (_, index) => {
  const month = String((index % 9) + 4).padStart(2, '0');
  // The ninth has the supplier of the first, spelt otherwise, and goes on when its contract has ended.
  const [supplier, ends] =
    index === 8
      ? ['SUPPLIER 0 LIMITED', '2028-01-31']
      : [`Supplier ${String(index)} Ltd`, `2027-01-${index === 0 ? '30' : '31'}`];
  return `P-${String(index)},home-office,Planned thing ${String(index)},digital-service,2026-${month}-15,${supplier},${ends},${String(index)}00000`;
});

async function choose(visitor: Visitor, rows: readonly string[]): Promise<void> {
  const buffer = Buffer.from([HEADER, ...rows].join('\r\n'));
  await visitor.page
    .getByLabel('Choose a CSV file')
    .setInputFiles({ name: 'plans.csv', mimeType: 'text/csv', buffer });
  await visitor.press('Check the file');
}

it('a department takes in a file, told first what is wrong with it line by line, without scripts', async () => {
  const visitor = await world.visitor('submitter', false);
  await visitor.visit('/');
  await visitor.follow('Pipeline', visitor.page.getByRole('navigation', { name: 'Menu' }));
  await visitor.press('Import a file');
  await visitor.press('Check the file');
  expect(await visitor.problems()).toEqual(['Choose a file to import']);
  expect(await visitor.text()).toContain('At most 921 KB.');
  const answered = visitor.page.waitForResponse('**/pipeline/import');
  await choose(visitor, ['x'.repeat(1_000_000)]);
  expect((await answered).status()).toBe(413);
  expect(await visitor.problems()).toEqual([
    'The file must be at most 921 KB: cut it into several files, or send it whole to the API',
  ]);

  await choose(
    visitor,
    GOOD.map((row, index) => (index === 3 ? row.replace('2026-07-15', '15 July 2026') : row)),
  );
  expect(await visitor.problems()).toEqual([
    'Nothing was imported. Put right what is listed, and send the file again.',
  ]);
  const rows = visitor.page.getByRole('region', { name: 'Table: to put right' }).locator('tbody tr');
  expect(await rows.count()).toBe(1);
  expect(await rows.first().innerText()).toMatch(/^5\s+P-3\s+spend-starts-on\s+Write a date/);

  await choose(visitor, GOOD);
  expect(await visitor.text()).toContain('Nothing was changed yet');
  expect(await world.database.count('spend_case')).toBe(0);
  await visitor.press('Import the file');
  expect(await visitor.text()).toContain('30 entries added, 0 changed');
  expect(await world.database.count('spend_case', `state = 'planned'`)).toBe(30);

  await visitor.visit('/');
  await visitor.follow('15 entries of the pipeline to engage now');
  expect(await visitor.page.locator('#show').inputValue()).toBe('engage-now');
  await visitor.visit('/pipeline/import');
  await choose(visitor, GOOD);
  expect(await visitor.text()).toContain('The file says what is here already');
});

it('a pipeline is looked through by quarter, narrowed and taken out, and an entry becomes a request', async () => {
  const visitor = await world.visitor('submitter');
  await visitor.visit('/pipeline');
  expect(await visitor.page.locator('figure svg[role]').count()).toBe(1);
  const table = visitor.page.getByRole('region', { name: 'Table: by the quarter spending starts in' });
  expect(await table.getByRole('row', { name: /^July to September 2026/ }).innerText()).toContain(
    '£11,700,000',
  );
  expect(await visitor.text()).toContain('Contracts ending');
  expect(await visitor.page.content()).toMatch(
    /May be continued by <a[^>]*>Planned thing 8<[/]a> \(DT-[\w-]+\)/,
  );
  await visitor.follow('Next page');
  expect(await visitor.page.locator('#entries ~ div tbody tr').count()).toBe(5);
  await visitor.page.getByLabel('Show', { exact: true }).selectOption('Engage now');
  await visitor.press('Show these');
  expect(await visitor.page.getByText('Engage now', { exact: true }).count()).toBeGreaterThan(10);
  const coming = visitor.page.waitForEvent('download');
  await visitor.page.getByRole('link', { name: 'Export these entries as CSV' }).click();
  expect((await coming).suggestedFilename()).toMatch(/^pipeline-[\da-f-]{36}\.csv$/);

  await visitor.follow('Show everything');
  await visitor.press('Add an entry');
  await visitor.press('Add it to the pipeline');
  expect(await visitor.problems()).toEqual(['Enter a title']);
  await visitor.write('What should it be called?', 'New casework system');
  await visitor.write('How much do you expect to ask for? (optional)', '1,500,000');
  expect(await visitor.page.getByLabel('OFFICIAL', { exact: true }).isChecked()).toBe(true);
  await visitor.choose('OFFICIAL-SENSITIVE');
  await visitor.press('Add it to the pipeline');
  const entry = await visitor.text();
  expect(entry).toContain('The department, to begin the request in time');
  expect(entry).toContain('OFFICIAL-SENSITIVE');
  expect(entry).toContain('Not known: say when spending is to start.');
  await visitor.follow('Change the key');
  await visitor.write('What does your organisation call it in its own plans?', 'DT-3333-3333');
  await visitor.press('Save the key');
  expect(await visitor.problems()).toEqual([
    'This reads as a reference of a case here: give the key your organisation uses',
  ]);
  await visitor.write('What does your organisation call it in its own plans?', 'NEW-1');
  await visitor.press('Save the key');
  expect(await visitor.text()).toContain('NEW-1');
  await visitor.follow('Change the request');
  await visitor.follow('Begin the request');
  await visitor.press('Begin the request');
  expect(await visitor.heading()).toContain('New casework system');
  expect(await visitor.text()).toContain('Check your answers');
});

it('GDS Assurance sees all of it by organisation, and plans nothing', async () => {
  const visitor = await world.visitor('reviewer');
  await visitor.visit('/pipeline');
  expect(await visitor.page.getByRole('button', { name: 'Add an entry' }).count()).toBe(0);
  await visitor.page
    .getByLabel('Organisation, with those that belong to it')
    .selectOption('Ministry of Justice');
  await visitor.press('Show these');
  expect(await visitor.text()).toContain('Nothing is planned yet here');
  await visitor.visit('/cases');
  expect(await visitor.text()).not.toContain('Planned thing');
});

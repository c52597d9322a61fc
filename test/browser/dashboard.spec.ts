import { startAuditedWorld, type AuditedWorld } from './world/audited-world.js';
import type { Visitor } from './world/visitor.js';

// Several pages, each checked in full.

let world: AuditedWorld;
beforeAll(async () => {
  world = await startAuditedWorld();
}, 60_000);
afterAll(() => world.close());

/** The numbers of a table, row by row, and where they lead. */
async function table(visitor: Visitor, title: string) {
  const rows = visitor.page.locator('section', { has: visitor.page.getByRole('heading', { name: title }) });
  const found: Record<string, readonly string[]> = {};
  for (const row of await rows.locator('tbody tr').all()) {
    const cells = await row.locator('td').all();
    found[(await row.locator('th').textContent()) ?? ''] = await Promise.all(
      cells.map(async (cell) => ((await cell.textContent()) ?? '').split(':')[0] ?? ''),
    );
  }
  return found;
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('the dashboard %s', (_name, scripts) => {
  it('shows figures as charts and tables, narrowed by filters, each leading to what is behind it', async () => {
    const visitor = await world.visitor('decider', scripts);
    await visitor.visit('/');
    await visitor.follow('Dashboard', visitor.page.getByRole('navigation', { name: 'Menu' }));
    expect(await visitor.page.locator('figure svg[role]').count()).toBe(6);
    expect(await table(visitor, 'Cases by status')).toEqual({
      Draft: ['1'],
      'Returned for information': ['1'],
      Approved: ['1'],
      'Approved with conditions': ['1'],
    });
    expect(await table(visitor, 'Requested against approved')).toEqual({
      'All organisations': ['2', '£3,000,000', '£100,000', '3%'],
      'Home Office': ['2', '£3,000,000', '£100,000', '3%'],
    });
    expect((await table(visitor, 'Time to decision'))['May 2026']?.slice(0, 2)).toEqual(['2', '2']);
    expect((await table(visitor, 'Points met, by organisation'))['Home Office']?.[0]).toBe('2 of 2');
    // One of a decision, and what two approved requests promised in their legacy exceptions.
    expect((await table(visitor, 'Conditions'))['Home Office']).toEqual(['0', '3', '0', '0', '0']);

    // What is wrong is said, and nothing is lost.
    await visitor.page.locator('summary', { hasText: 'Filter' }).first().click();
    await visitor.choose('Digital service', 'Category');
    await visitor.write('Least requested', 'a lot');
    await visitor.press('Apply filters');
    expect(await visitor.problems()).toEqual([
      'Least requested must be an amount in pounds, like 1,250,000 or 1250000.50',
    ]);
    expect(await visitor.page.getByLabel('Digital service').isChecked()).toBe(true);

    await visitor.write('Least requested', '1,000,000');
    await visitor.page.locator('summary', { hasText: 'Status, target and reviewer' }).click();
    await visitor.choose('Approved with conditions', 'Status now');
    await visitor.press('Apply filters');
    expect(await table(visitor, 'Cases by status')).toEqual({ 'Approved with conditions': ['1'] });
    expect((await table(visitor, 'Requested against approved'))['All organisations']?.[0]).toBe('1');
    const behind = visitor.page.getByRole('link', { name: '1 case', exact: true });
    expect(await behind.getAttribute('href')).toBe(
      '/cases?category=digital-service&amountFrom=1%2C000%2C000&state=approved-with-conditions',
    );

    // The condition that is counted is the one in the list behind the number, under the same filters.
    await visitor.page.locator('summary', { hasText: 'Conditions as a table' }).click();
    await visitor.follow(/^2.?: Home Office, Open, not yet due/);
    expect(await visitor.heading()).toBe('Conditions');
    expect(await visitor.page.locator('.moj-filter__tag').allTextContents()).toEqual(
      expect.arrayContaining(['Remove this filter Digital service', 'Remove this filter Yes']),
    );
    expect(await visitor.text()).toContain('Publish the accessibility statement');
    await visitor.page.goBack();

    // Who goes by keyboard need not pass every link of the heat map.
    const skip = visitor.page.getByRole('link', { name: 'Skip past points met, by organisation' });
    await skip.focus();
    await visitor.page.keyboard.press('Enter');
    expect(await visitor.page.locator(':focus').getAttribute('id')).toBe('after-points');

    await visitor.follow(/Remove this filter Category/);
    expect(new URL(visitor.page.url()).search).toBe(
      '?amountFrom=1%2C000%2C000&state=approved-with-conditions',
    );

    await visitor.visit('/dashboard?state=withdrawn');
    expect(await visitor.text()).toContain('There is nothing to show');
  });
});

it('the dashboard counts nothing the reader does not see, and is for those who see everything', async () => {
  const visitor = await world.visitor('administrator', false);
  await visitor.visit('/dashboard', 403);
});

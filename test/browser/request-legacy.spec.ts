import { IMPACT_CODES, LIKELIHOOD_CODES } from '#domain';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
});
afterAll(() => world.close());

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a legacy system, %s,', (_name, scripts) => {
  it('is explained, scored as the guidance’s example, changed and taken out', async () => {
    const { body } = await world.http.expect<{ readonly reference: string }>(
      201,
      world.people.submitter,
      'POST',
      '/cases',
      { body: { organisationId: world.organisations.department.id, title: 'An old system' } },
    );
    const visitor = await world.visitor('submitter', scripts);
    // What only matters for one answer waits for it where scripts run, and is never lost.
    await visitor.visit(`/cases/${body.reference}/points/5/edit`);
    const [why, gap] = ['If it is not applicable, why not?', 'How will the gap be closed?'].map((label) =>
      visitor.page.getByLabel(label),
    );
    expect([await why?.isVisible(), await gap?.isVisible()]).toEqual([!scripts, !scripts]);
    await visitor.choose('Not applicable', 'How far do you meet this point?');
    await visitor.write('If it is not applicable, why not?', 'It is not ours.');
    await visitor.choose('Not met', 'How far do you meet this point?');
    expect([await why?.isVisible(), await gap?.isVisible()]).toEqual([!scripts, true]);
    await visitor.press('Save and go back to the tasks');
    await visitor.visit(`/cases/${body.reference}/points/5/edit`);
    expect(await why?.inputValue()).toBe('It is not ours.');

    await visitor.visit(`/cases/${body.reference}/legacy-exceptions/edit`);
    await visitor.onwards(visitor.page.getByRole('button', { name: 'Add a legacy system' }));
    await visitor.choose('5. Use cloud first');
    await visitor.choose('9. Integrate and adapt technology');
    await visitor.writeDate('By when will it be put right?', '2028-13-31');
    await visitor.press('Save');
    expect(await visitor.problems()).toEqual([
      'Enter the name of the system',
      'The date by which it is put right must be a real date, like 27 3 2026',
    ]);
    expect(await visitor.page.getByLabel('5. Use cloud first').isChecked()).toBe(true);
    await visitor.write('Name of the system', 'Licence mainframe');
    await visitor.writeDate('By when will it be put right?', '2028-03-31');
    await visitor.choose('No', 'Is the plan funded?');
    await visitor.press('Save');
    expect(await visitor.text()).toContain('Not scored yet');
    expect(await visitor.text()).toContain('13 of 13 criteria still need a score');

    await visitor.follow('Change Licence mainframe');
    const scores = [5, 5, 5, 5, 6, 6, 6, 5, 5, 2, 5, 5, 4];
    for (const [index, code] of [...LIKELIHOOD_CODES, ...IMPACT_CODES].entries())
      await visitor.page.locator(`#${code}`).selectOption(String(scores[index]));
    await visitor.press('Save');
    const said = await visitor.text();
    expect(said).toContain('26.67 out of 30');
    expect(said).toContain('It is red-rated');
    expect(said).toContain('5. Use cloud first\n9. Integrate and adapt technology');
    expect(said).toContain('31 March 2028');

    await visitor.follow('Remove Licence mainframe');
    await visitor.press('Remove it');
    expect(await visitor.text()).not.toContain('Licence mainframe');
  }, 60_000);
});

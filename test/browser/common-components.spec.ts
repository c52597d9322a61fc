import { CaseDriver } from '../api/world/case-driver.js';
import { FINISHED_DETAILS } from '../api/world/case-content.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

// A department says which common components of government it uses; a reviewer reads it beside the point; an auditor
// sees the take-up.

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
])('common components %s', (_name, scripts) => {
  it('are asked for on point 8, read by the reviewer, and counted for the auditor', async () => {
    const driven = await driver.draft();
    const details = {
      flags: { ...(FINISHED_DETAILS['flags'] as object), publicFacing: true, usesOneLogin: true },
    };
    await driver.act(driven, 'submitter', 'PATCH', 'details', details, 1);
    const path = `/cases/${driven.reference}`;

    const submitter = await world.visitor('submitter', scripts);
    await submitter.visit(`${path}/check-answers`);
    expect(await submitter.text()).toContain('4 answers are missing or do not fit yet');
    await submitter.follow('Say whether GOV.UK One Login is used');
    expect(new URL(submitter.page.url()).hash).toBe('#use-0');
    await submitter.choose('Used already', 'GOV.UK One Login');
    await submitter.choose('Will be used', 'GOV.UK Notify');
    await submitter.choose('Not used', 'GOV.UK Pay');
    await submitter.choose('Not used', 'GOV.UK Forms');
    await submitter.write('Why is GOV.UK Forms not used?', 'x'.repeat(5_001));
    await submitter.press('Save and continue');
    expect(await submitter.problems()).toHaveLength(1);
    await submitter.page.locator('.govuk-error-summary a').click();
    if (scripts) expect(await submitter.page.locator('#why-3:focus').count()).toBe(1);
    else expect(new URL(submitter.page.url()).hash).toBe('#why-3');
    await submitter.write('Why is GOV.UK Forms not used?', 'The form needs a map.');
    await submitter.press('Save and continue');
    expect(await submitter.text()).toContain('1 answer is missing or does not fit yet');
    await submitter.follow('Say why GOV.UK Pay is not used');
    expect(new URL(submitter.page.url()).hash).toBe('#why-2');
    expect(await submitter.page.getByLabel('Why is GOV.UK Forms not used?').inputValue()).toBe(
      'The form needs a map.',
    );
    await submitter.write('Why is GOV.UK Pay not used?', 'Nobody pays for anything.');
    await submitter.press('Save and continue');
    expect(await submitter.text()).toContain('GOV.UK Pay: Not used. Nobody pays for anything.');

    const { revision } = await world.http.read<{ revision: number }>(world.people.submitter, path);
    driven.revision = revision;
    for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
      await driver.step(driven, step);
    const reviewer = await world.visitor('reviewer', scripts);
    await reviewer.visit(`${path}/assess/8`);
    const beside = await reviewer.text();
    expect(beside).toContain('Common components of government');
    expect(beside).toContain('Nobody pays for anything.');
    await reviewer.visit(`${path}/points/8`);
    expect(await reviewer.text()).toContain('The form needs a map.');

    const auditor = await world.visitor('auditor', scripts);
    await auditor.visit('/dashboard');
    await auditor.follow('Take-up of common components');
    const count = scripts ? 1 : 2;
    expect(await auditor.text()).toContain(`${count} of ${count} request${count === 1 ? '' : 's'}`);
    const table = auditor.page.getByRole('table', { name: /^Take-up by component/ });
    const row = table.getByRole('row', { name: /^GOV\.UK Pay/ });
    const cells = await row.getByRole('cell').allInnerTexts();
    expect(cells.map((cell) => cell.replaceAll(/\s+/g, ' '))).toEqual([
      `${count} asked about GOV.UK Pay`,
      '0',
      '0',
      `${count} do not use GOV.UK Pay`,
      count === 1 ? '£1,500,000' : '£3,000,000',
    ]);
    expect(await auditor.text()).toContain('The form needs a map.');
    await auditor.choose('GOV.UK Forms');
    await auditor.writeDate('First day', '2026-13-40');
    await auditor.press('Apply these filters');
    expect(await auditor.problems()).toHaveLength(1);
    await auditor.writeDate('First day', '');
    await auditor.press('Apply these filters');
    expect(await auditor.text()).toMatch(/Common component\s+Remove this filter\s+GOV\.UK Forms/);
    expect(await auditor.page.getByRole('row', { name: /^GOV\.UK Pay/ }).count()).toBe(0);
    await auditor.visit('/decisions/components/take-up');
    await auditor.follow(/do not use GOV\.UK Pay/);
    const rows = await auditor.text();
    expect(rows).toContain(driven.reference);
    expect(rows).toContain('Nobody pays for anything.');
    await auditor.follow('see the take-up of each component');
    expect(await auditor.text()).toMatch(/Common component\s+Remove this filter\s+GOV\.UK Pay/);
    await auditor.visit('/reference-data/common-components/1');
    expect(await auditor.text()).toContain('the spending is on a public-facing service');
  }, 90_000);
});

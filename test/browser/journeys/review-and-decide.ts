import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { ALL_POINTS } from '../../api/world/case-content.js';
import type { BrowserWorld } from '../world/browser-world.js';

/** A reviewer takes the next case, assesses its 13 points and recommends. @returns the reference of the case */
export async function reviewAndRecommend(world: BrowserWorld, scripts: boolean): Promise<string> {
  const reviewer = await world.visitor('reviewer', scripts);
  await reviewer.visit('/');
  await reviewer.press('Give me the next case');
  expect(await reviewer.heading()).toBe('You have a new case');
  await reviewer.follow('Start the review');
  await reviewer.press('Start the review');
  const reference = reviewer.path().split('/')[2] ?? '';
  await reviewer.follow('1. Define user needs');
  for (const point of ALL_POINTS) {
    await reviewer.choose(point === 2 ? 'Partially met' : 'Met');
    if (point === 2) await reviewer.write('Explanation', 'Three faults are left.');
    await reviewer.press(point === 13 ? 'Save and finish' : 'Save and go to the next point');
  }
  expect(await reviewer.text()).toContain('13 of 13 assessed');
  await reviewer.visit(`/cases/${reference}/recommend`);
  await reviewer.choose('Approved with conditions');
  await reviewer.write('Reason', 'Sound, once the three faults are mended.');
  await reviewer.press('Make the recommendation');
  expect(await reviewer.heading()).toContain('Recommendation made');
  return reference;
}

/** A decider approves it with one condition. */
export async function decideWithCondition(
  world: BrowserWorld,
  reference: string,
  scripts: boolean,
): Promise<void> {
  const decider = await world.visitor('decider', scripts);
  await decider.visit(`/cases/${reference}/decide`);
  await decider.choose('Approve with conditions');
  await decider.press('Continue');
  await decider.write('Approved amount', '1,400,000');
  await decider.write('Reason for the decision', 'The case is made.');
  await decider.write('What must be done?', 'Mend the other three faults');
  await decider.write('Name of its owner', 'Demonstration owner');
  await decider.write('Email address of its owner', 'owner@home-office.example');
  await decider.writeDate('When must condition 1 be met?', '2026-09-30');
  await decider.page.getByLabel('Which point does it make good?').first().selectOption('2');
  await decider.press('Check the decision');
  await decider.press('Make the decision');
  expect(await decider.heading()).toContain('Decision made');
}

/** The department shows that the condition is met, and the reviewer confirms it. */
export async function meetCondition(world: BrowserWorld, reference: string, scripts: boolean): Promise<void> {
  const submitter = await world.visitor('submitter', scripts);
  await submitter.visit(`/cases/${reference}`);
  expect(await submitter.text()).toContain('£1,400,000');
  await submitter.follow('Give evidence for condition 1');
  await submitter.write('How is the condition met?', 'All 14 faults are mended.');
  await submitter.press('Give this evidence');
  expect(await submitter.heading()).toBe('Evidence given');

  const reviewer = await world.visitor('reviewer', scripts);
  await reviewer.visit(`/cases/${reference}`);
  await reviewer.follow('Confirm that condition 1 is met');
  expect(await reviewer.text()).toContain('All 14 faults are mended.');
  await reviewer.press('Confirm that it is met');
  expect(await reviewer.heading()).toContain('Condition confirmed as met');
}

/** An auditor finds the decision, sees the case as it was before it, and takes the answer out. */
export async function findAndTakeOut(
  world: BrowserWorld,
  reference: string,
  scripts: boolean,
): Promise<void> {
  const auditor = await world.visitor('auditor', scripts);
  await auditor.visit('/');
  await auditor.follow('Decisions', auditor.page.getByRole('navigation', { name: 'Menu' }));
  expect(await auditor.text()).toContain(reference);
  const [taken] = await Promise.all([
    auditor.page.waitForEvent('download'),
    auditor.page.getByRole('link', { name: 'Download as CSV for programs' }).click(),
  ]);
  const rows = parse<Record<string, string>>(readFileSync(await taken.path(), 'utf8'), { columns: true });
  expect(rows.map((row) => row['reference'])).toEqual([reference]);
  await auditor.follow(/^The case as it stood before/);
  expect(await auditor.text()).toContain('Recommended');
  await auditor.visit(`/cases/${reference}`);
  const shown = await auditor.text();
  expect(shown).toContain('All 14 faults are mended.');
  expect(shown).toContain('Met');
}

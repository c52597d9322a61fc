import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

/** Time a journey may take where the machine is busy, in milliseconds. */
const JOURNEY_MS = 90_000;

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
});
afterAll(() => world.close());

function caseOf(reference: string) {
  return world.http.expect<{
    state: string;
    revision: number;
    conditions: { id: string; status: string; text: string; dueOn: string; ownerEmail: string }[];
    decision: { approvedPence: number; overrides: { point: number; reason: string }[] } | null;
  }>(200, world.people.decider, 'GET', `/cases/${reference}`);
}

/** A recommended case of which point 5 is not met, and nothing makes it good. */
async function withPointNotMet(): Promise<DrivenCase> {
  const driver = new CaseDriver(world);
  const driven = await driver.driveTo('in-review');
  const { version, exceptionId } = driven;
  await driver.assess(driven);
  const notMet = { version, verdict: 'not-met', explanation: 'No public cloud was compared.' };
  const { body } = await world.http.expect<{ point: number; sequence: number }[]>(
    200,
    world.people.reviewer,
    'GET',
    `/cases/${driven.reference}/assessments`,
  );
  const looked = body.find(({ point }) => point === 5)?.sequence;
  await driver.act(driven, 'reviewer', 'PUT', 'assessments/5', notMet, looked);
  const refused = { version, ruling: 'refused', reason: 'It can be moved today.' };
  const ruled = driven.revision - 1;
  await driver.act(driven, 'reviewer', 'PUT', `legacy-exceptions/${exceptionId}/ruling`, refused, ruled);
  const recommended = { version, outcome: 'approved-with-conditions', reason: 'Sound but for point 5.' };
  await driver.act(driven, 'reviewer', 'POST', 'recommend', recommended);
  return driven;
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a decision with conditions, %s', (_name, scripts) => {
  it(
    'is worded, checked, changed and made final, and tells everything that is wrong',
    async () => {
      const { reference } = await withPointNotMet();
      const decider = await world.visitor('decider', scripts);
      await decider.visit(`/cases/${reference}/decide`);
      expect(await decider.text()).toContain('Mandatory point 5 not met');
      await decider.press('Continue');
      expect(await decider.problems()).toEqual(['Choose what you decide']);
      await decider.choose('Approve with conditions');
      await decider.press('Continue');
      await decider.press('Check the decision');
      expect(await decider.problems()).toEqual([
        'Enter the approved amount',
        'Give the reason for the decision',
        'Write what condition 1 asks',
        'Enter the name of the owner of condition 1',
        'Enter the email address of the owner of condition 1, like name@department.gov.uk',
        'Enter the due date of condition 1',
        expect.stringContaining('Mandatory point 5 not met'),
      ]);
      await decider.write('Approved amount', '1,600,000');
      await decider.write('Reason for the decision', 'The case is made.');
      await decider.write('What must be done?', 'Publish the code');
      await decider.write('Name of its owner', 'Demonstration owner');
      await decider.write('Email address of its owner', 'owner@home-office.example');
      await decider.writeDate('When must condition 1 be met?', '2026-02-30');
      await decider.press('Add another condition');
      const second = decider.page.getByRole('group', { name: 'Condition 2' });
      await second.getByLabel('What must be done?').fill('Compare public clouds');
      await second.getByLabel('Name of its owner').fill('Demonstration owner');
      await second.getByLabel('Email address of its owner').fill('owner@home-office.example');
      await decider.writeDate('When must condition 2 be met?', '2026-09-01');
      await decider.press('Check the decision');
      expect(await decider.problems()).toEqual([
        'The approved amount must not be more than the £1,500,000 requested',
        'Due date of condition 1 must be a real date, like 27 3 2026',
        expect.stringContaining('Mandatory point 5 not met'),
      ]);
      await decider.writeDate('When must condition 1 be met?', '2026-08-01');
      await decider.press('Check the decision');
      expect(await decider.problems()).toEqual([
        'The approved amount must not be more than the £1,500,000 requested',
        expect.stringContaining('Mandatory point 5 not met'),
      ]);
      await decider.write('Approved amount', '1,000,000.50');
      await decider.page.getByLabel('Which point does it make good?').nth(1).selectOption('5');
      await decider.press('Check the decision');
      expect(await decider.heading()).toBe('Check the decision before you make it');
      expect(await decider.text()).toContain('£1,000,000.50');
      await decider.press('Change it');
      expect(await second.getByLabel('What must be done?').inputValue()).toBe('Compare public clouds');
      await decider.press('Check the decision');
      expect((await caseOf(reference)).body.decision).toBeNull();
      await decider.press('Make the decision');
      expect(await decider.heading()).toContain('Decision made');
      const { body } = await caseOf(reference);
      expect(body.state).toBe('approved-with-conditions');
      expect(body.decision?.approvedPence).toBe(100_000_050);
      expect(body.conditions.map(({ text, dueOn }) => [text, dueOn])).toEqual([
        ['Publish the code', '2026-08-01'],
        ['Compare public clouds', '2026-09-01'],
      ]);
    },
    JOURNEY_MS,
  );
});

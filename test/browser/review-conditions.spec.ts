import { CaseDriver } from '../api/world/case-driver.js';
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
    conditions: { id: string; kind: string; status: string }[];
    decision: { approvedPence: number; overrides: { point: number; reason: string }[] } | null;
  }>(200, world.people.decider, 'GET', `/cases/${reference}`);
}

/** Of what the decider imposed; what the department promised stands beside it. */
async function statusesOf(reference: string): Promise<readonly string[]> {
  const { conditions } = (await caseOf(reference)).body;
  return conditions.filter(({ kind }) => kind === 'condition').map(({ status }) => status);
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('conditions of a decision, %s', (_name, scripts) => {
  it(
    'are confirmed, sent back and waived, and lapse with the decision that is replaced',
    async () => {
      const driver = new CaseDriver(world);
      const driven = await driver.driveTo('approved-with-conditions');
      const { reference } = driven;
      const id = driven.conditions[0]?.id ?? '';
      const reviewer = await world.visitor('reviewer', scripts);
      const decider = await world.visitor('decider', scripts);
      const statuses = () => statusesOf(reference);

      await reviewer.visit(`/cases/${reference}/conditions/${id}/confirm`);
      expect(await reviewer.text()).toContain('There is no evidence to judge');
      await driver.giveEvidence(driven);
      await reviewer.visit(`/cases/${reference}/conditions/${id}/confirm`);
      expect(await reviewer.text()).toContain('It is published.');
      await reviewer.follow('Send the evidence back instead');
      await reviewer.press('Send the evidence back');
      expect(await reviewer.problems()).toEqual(['Give a reason, which the department reads']);
      await reviewer.write('What does the evidence not show?', 'That it is complete.');
      await reviewer.press('Send the evidence back');
      expect(await reviewer.heading()).toContain('Evidence sent back');
      expect(await statuses()).toEqual(['open']);
      driven.conditions[0]!.revision += 1;
      await driver.giveEvidence(driven);
      await reviewer.visit(`/cases/${reference}/conditions/${id}/confirm`);
      expect(await reviewer.text()).toContain('Why evidence was sent back before\n\nThat it is complete.');
      await reviewer.press('Confirm that it is met');
      expect(await reviewer.heading()).toContain('Condition confirmed as met');
      expect(await statuses()).toEqual(['met']);
      await reviewer.visit(`/cases/${reference}/conditions/${id}/waive`);
      expect(await reviewer.text()).toContain('Only a GDS Assurance decider can waive a condition');

      const other = await driver.driveTo('approved-with-conditions');
      const waived = `/cases/${other.reference}/conditions/${other.conditions[0]?.id ?? ''}/waive`;
      await decider.visit(waived);
      await decider.write('Why does it no longer have to be met?', 'There was one before.');
      await decider.press('Waive the condition');
      expect(await statusesOf(other.reference)).toEqual(['waived']);

      await decider.visit(`/cases/${reference}/supersede`);
      await decider.choose('Approve');
      await decider.press('Continue');
      expect(await decider.page.getByLabel('Approved amount').inputValue()).toBe('50,000');
      await decider.write('Approved amount', '60,000');
      await decider.write('Why does a new decision take the place of the old one?', 'All is in place now.');
      await decider.press('Check the decision');
      await decider.press('Make the decision');
      expect(await decider.heading()).toContain('Decision made');
      const { body } = await caseOf(reference);
      expect([body.state, body.decision?.approvedPence]).toEqual(['approved', 6_000_000]);
    },
    JOURNEY_MS,
  );
});

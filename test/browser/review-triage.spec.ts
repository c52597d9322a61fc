import { CaseDriver } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

/** Time a journey may take where the machine is busy, in milliseconds. */
const JOURNEY_MS = 90_000;

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
  await world.addPerson('Demonstration colleague', [['reviewer', world.organisations.assurance.id]]);
});
afterAll(() => world.close());

function caseOf(reference: string) {
  return world.http.expect<{
    state: string;
    rating: string;
    ratingConfirmed: boolean;
    reviewDepth: string;
    nextDueAt: string;
    reviewer: { name: string } | null;
  }>(200, world.people.reviewer, 'GET', `/cases/${reference}`);
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a submission, %s', (_name, scripts) => {
  it(
    'is rated, given to a reviewer, handed over and given more time',
    async () => {
      const driver = new CaseDriver(world);
      const { reference } = await driver.driveTo('submitted');
      const reviewer = await world.visitor('reviewer', scripts);
      await reviewer.visit(`/cases/${reference}/triage`);
      expect(await reviewer.text()).toContain('Low, not confirmed yet');
      await reviewer.choose('Medium', 'Rating');
      await reviewer.press('Save the rating');
      expect(await reviewer.problems()).toEqual([
        'Give a reason for rating it Medium: the answers make it Low',
      ]);
      await reviewer.write('Reason for the rating', 'More depends on it than the answers say.');
      await reviewer.press('Save the rating');
      expect(await reviewer.text()).toContain('Medium, by an override of a reviewer');
      await reviewer.choose('Light: the summary and the mandatory points', 'Depth');
      await reviewer.press('Save the depth');

      const other = await driver.driveTo('submitted');
      await reviewer.visit(`/cases/${reference}`);
      await reviewer.follow('Relate it to another case');
      await reviewer.choose('This case asks for the same as the other');
      await reviewer.write('Reference of the other case', 'DT');
      await reviewer.write('Why do you relate them?', 'One title, one supplier.');
      await reviewer.press('Relate the cases');
      expect(await reviewer.problems()).toEqual(['Give the reference of a case that exists']);
      await reviewer.write('Reference of the other case', other.reference);
      await reviewer.press('Relate the cases');
      expect(await reviewer.text()).toContain('This case asks for the same as the other');
      await reviewer.follow(`Take back the mark on ${other.reference}`);
      await reviewer.write('Why is it taken back?', 'They are two purchases.');
      await reviewer.press('Take the mark back');
      expect(await reviewer.text()).not.toContain('Related cases');

      await reviewer.visit(`/cases/${reference}/extend-clock`);
      await reviewer.press('Give more time');
      expect(await reviewer.problems()).toEqual([
        'Choose the target that needs more time',
        'Enter how many days more, as a whole number',
        'Say why more time is needed',
      ]);
      await reviewer.choose('To decide');
      await reviewer.write('How many days more?', 'ten');
      await reviewer.write('Why is more time needed?', 'A minister is asked.');
      await reviewer.press('Give more time');
      expect(await reviewer.problems()).toEqual(['Days must be a whole number, like 3']);
      await reviewer.write('How many days more?', '10');
      await reviewer.press('Give more time');
      expect(await reviewer.text()).toContain('38 days, 10 of them added');

      await reviewer.visit(`/cases/${reference}/external-decisions`);
      await reviewer.choose('A minister');
      await reviewer.choose('Noted');
      await reviewer.writeDate('When?', '2026-06-01');
      await reviewer.write('Title of the document', 'Letter');
      await reviewer.write('Address of the document', 'letter');
      await reviewer.press('Record the decision');
      expect(await reviewer.problems()).toEqual([
        'The date of the decision must be today or earlier',
        'Enter the address of the document, beginning with https://',
      ]);
      await reviewer.write('Address of the document', 'https://gds.example/letter');
      await reviewer.press('Record the decision');
      expect(await reviewer.problems()).toEqual(['The date of the decision must be today or earlier']);
      await reviewer.writeDate('When?', '2026-05-01');
      await reviewer.press('Record the decision');
      expect(await reviewer.text()).toContain('A minister, 1 May 2026');

      await reviewer.visit(`/cases/${reference}/acknowledge`);
      await reviewer.choose('Demonstration colleague');
      await reviewer.press('Acknowledge the case');
      expect(await reviewer.heading()).toContain('Case acknowledged');
      await reviewer.visit(`/cases/${reference}/assign`);
      expect(await reviewer.text()).toContain(
        'Only the reviewer who has this case, or a GDS Assurance decider, can do that',
      );
      const decider = await world.visitor('decider', scripts);
      await decider.visit(`/cases/${reference}/assign`);
      await decider.choose('Demonstration reviewer');
      await decider.press('Save');
      expect(await decider.problems()).toEqual(['Say why it changes hands']);
      await decider.write('Reason', 'The colleague is away.');
      await decider.press('Save');
      expect(await decider.heading()).toContain('Case handed over');
      await reviewer.visit(`/cases/${reference}/assign`);
      await reviewer.choose('Nobody: it waits in the queue again');
      await reviewer.write('Reason', 'I know the supplier.');
      await reviewer.press('Save');
      expect((await caseOf(reference)).body.reviewer).toBeNull();
      await decider.visit(`/cases/${reference}/assign`);
      await decider.choose('Demonstration colleague');
      await decider.press('Save');
      const { body } = await caseOf(reference);
      expect(body).toMatchObject({
        state: 'acknowledged',
        rating: 'medium',
        ratingConfirmed: true,
        reviewDepth: 'light',
        reviewer: { name: 'Demonstration colleague' },
      });
    },
    JOURNEY_MS,
  );
});

describe('somebody who may not', () => {
  it('is told why, or that there is no such page for them', async () => {
    const { reference } = await new CaseDriver(world).driveTo('in-review');
    const own = await world.addPerson('Demonstration reviewer of the department', [
      ['reviewer', world.organisations.assurance.id],
      ['submitter', world.organisations.department.id],
    ]);
    const visitor = await world.visitorFor(own.id);
    await visitor.visit(`/cases/${reference}/assess`, 403);
    expect(await visitor.text()).toContain('You speak for the organisation this case belongs to');
    const auditor = await world.visitor('auditor');
    await auditor.visit(`/cases/${reference}/assess/1`, 403);
    expect(await auditor.text()).toContain('An auditor reads cases and changes nothing');
    await auditor.visit(`/cases/${reference}/assess`);
    expect(await auditor.text()).not.toContain('You cannot');
    expect(await auditor.page.locator('main form').count()).toBe(0);
    expect(await auditor.page.locator('main a[href*="/assess/"]').count()).toBe(0);
    await auditor.visit(`/cases/${reference}/triage`);
    expect(await auditor.page.locator('main form').count()).toBe(0);
    const submitter = await world.visitor('submitter');
    await submitter.visit(`/cases/${reference}/assess`, 403);
  });
});

describe('earned autonomy', () => {
  it('is recorded by a decider and read by the others of GDS Assurance', async () => {
    const address = `/organisations/${world.organisations.otherDepartment.id}/earned-autonomy`;
    const decider = await world.visitor('decider', false);
    await decider.visit(address);
    await decider.press('Record it');
    expect(await decider.problems()).toEqual([
      'Enter the title of the document that says so',
      'Enter the address of the document, beginning with https://',
      'Give the reason',
    ]);
    await decider.choose('Low');
    await decider.write('Title of the document that says so', 'Letter');
    await decider.write('Address of the document', 'https://gds.example/letter');
    await decider.write('Reason', 'Tried and found sound.');
    await decider.press('Record it');
    expect(await decider.text()).toContain('Low, from 4 May 2026');
    const auditor = await world.visitor('auditor');
    await auditor.visit(address);
    expect(await auditor.text()).toContain('Tried and found sound.');
    expect(await auditor.page.locator('main form').count()).toBe(0);
  });
});

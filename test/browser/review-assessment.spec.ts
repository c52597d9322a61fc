import { CaseDriver } from '../api/world/case-driver.js';
import { ALL_POINTS } from '../api/world/case-content.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

/** Time a journey may take where the machine is busy, in milliseconds. */
const JOURNEY_MS = 90_000;

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
});
afterAll(() => world.close());

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('from a submission to a recommendation, %s', (_name, scripts) => {
  it(
    'goes step by step, and the recommender never decides',
    async () => {
      const { reference } = await new CaseDriver(world).driveTo('submitted');
      const { assurance } = world.organisations;
      const both = await world.addPerson('Demonstration reviewer and decider', [
        ['reviewer', assurance.id],
        ['decider', assurance.id],
      ]);
      const reviewer = await world.visitorFor(both.id, scripts);
      await reviewer.visit('/cases');
      await reviewer.press('Give me the next case');
      expect(await reviewer.heading()).toBe('You have a new case');
      await reviewer.follow('Start the review');
      await reviewer.press('Start the review');
      expect(await reviewer.heading()).toBe('Assess the points');
      expect(await reviewer.text()).toContain('0 of 13 assessed');

      await reviewer.follow('5. Use cloud first');
      await reviewer.press('Save and go to the next point');
      expect(await reviewer.problems()).toEqual(['Choose how far the point is met']);
      await reviewer.choose('Not met');
      await reviewer.press('Save and go to the next point');
      expect(await reviewer.problems()).toEqual(['Explain the verdict: only “met” needs no explanation']);
      await reviewer.write('Explanation', 'No public cloud was compared.');
      await reviewer.press('Save and go back');
      expect(await reviewer.text()).toContain('1 of 13 assessed');
      const version = 1;
      for (const point of ALL_POINTS.filter((one) => one !== 5))
        await world.http.expect(200, both, 'PUT', `/cases/${reference}/assessments/${String(point)}`, {
          body: { version, verdict: 'met' },
          ifMatch: 0,
        });
      await reviewer.visit(`/cases/${reference}/recommend`);
      expect(await reviewer.text()).toContain('Accept or refuse the legacy exception for Licence mainframe');
      await reviewer.visit(`/cases/${reference}/assess/5`);
      await reviewer.press('Save the ruling');
      expect(await reviewer.problems()).toEqual([
        'Choose whether you accept or refuse the legacy exception',
        'Give a reason for the ruling, in at most 5,000 characters',
      ]);
      await reviewer.choose('Refuse', 'Ruling on Licence mainframe');
      await reviewer.write('Reason for the ruling on Licence mainframe', 'It can be moved today.');
      await reviewer.press('Save the ruling');
      expect(await reviewer.text()).toContain('It can be moved today.');

      await reviewer.visit(`/cases/${reference}/recommend`);
      await reviewer.press('Make the recommendation');
      expect(await reviewer.problems()).toEqual([
        'Choose what you recommend',
        'Give the reason for your recommendation',
      ]);
      await reviewer.choose('Approved with conditions');
      await reviewer.write('Reason', 'Sound but for point 5.');
      await reviewer.press('Make the recommendation');
      expect(await reviewer.heading()).toContain('Recommendation made');

      await reviewer.visit(`/cases/${reference}/decide`);
      expect(await reviewer.text()).toContain('You made the recommendation, so somebody else must decide');
      await reviewer.visit(`/cases/${reference}/decide/approved`);
      expect(await reviewer.text()).toContain('You made the recommendation, so somebody else must decide');
      expect(await reviewer.page.getByRole('textbox').count()).toBe(0);
    },
    JOURNEY_MS,
  );
});

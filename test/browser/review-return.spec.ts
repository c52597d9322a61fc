import { CaseDriver } from '../api/world/case-driver.js';
import { metEvidence } from '../api/world/case-content.js';
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
])('returning for information, %s', (_name, scripts) => {
  it(
    'asks about points, and shows what changed once the department has answered',
    async () => {
      const driver = new CaseDriver(world);
      const driven = await driver.driveTo('in-review');
      const { reference } = driven;
      await driver.assess(driven);
      const reviewer = await world.visitor('reviewer', scripts);
      await reviewer.visit(`/cases/${reference}/return`);
      await reviewer.press('Return the case');
      expect(await reviewer.problems()).toEqual([
        'Tick at least one point to ask about',
        'Say why you return the case',
      ]);
      await reviewer.choose('3. Be open and use open source');
      await reviewer.choose('11. Define your purchasing strategy');
      await reviewer.write('What do you want to know of point 3?', 'Where is the code?');
      await reviewer.write('Why do you return the case?', 'Two points are unclear.');
      await reviewer.press('Return the case');
      expect(await reviewer.problems()).toEqual(['Write what you want to know of point 11']);
      await reviewer.write('What do you want to know of point 11?', 'When can the contract be left?');
      await reviewer.press('Return the case');
      expect(await reviewer.heading()).toContain('Case returned for information');
      const returns = await world.http.expect<{ points: unknown }[]>(
        200,
        world.people.submitter,
        'GET',
        `/cases/${reference}/returns`,
      );
      expect(returns.body[0]?.points).toEqual([
        { point: 3, question: 'Where is the code?' },
        { point: 11, question: 'When can the contract be left?' },
      ]);
      await reviewer.visit(`/cases/${reference}/assess/3`);
      expect(await reviewer.text()).toContain('You cannot assess this point now');

      const evidence = { ...metEvidence(3), narrative: 'The code is at code.example.' };
      await driver.act(driven, 'submitter', 'PUT', 'points/3', evidence, 1);
      const { body } = await world.http.expect<{ revision: number }>(
        200,
        world.people.lead,
        'GET',
        `/cases/${reference}`,
      );
      driven.revision = body.revision;
      await driver.act(driven, 'lead', 'POST', 'resubmit', { reason: 'Answered.' });
      await reviewer.visit(`/cases/${reference}/assess`);
      expect(await reviewer.text()).toContain('12 of 13 assessed');
      expect(await reviewer.text()).toContain('Still stands from version 1');
      await reviewer.follow('3. Be open and use open source');
      expect(await reviewer.text()).toContain('What changed since version 1');
      expect(await reviewer.page.locator('del').last().innerText()).toContain('met');
      expect(await reviewer.text()).toContain('Answered.');
      expect(await reviewer.text()).toContain('The code is at code.example.');
      await reviewer.page.getByText('Comment within GDS Assurance', { exact: true }).click();
      await reviewer.press('Add the comment');
      expect(await reviewer.problems()).toEqual(['Write your comment, in at most 10,000 characters']);
      await reviewer.write('Your comment', 'Now it is clear.');
      await reviewer.press('Add the comment');
      expect(await reviewer.text()).toContain('Now it is clear.');
      await reviewer.visit(`/cases/${reference}/assess/1`);
      expect(await reviewer.text()).toContain('Assessed on version 1. Nothing it rests on has changed');
    },
    JOURNEY_MS,
  );
});

describe('two reviewers at one point', () => {
  it('lose nothing: who is overtaken sees both verdicts and chooses', async () => {
    const driven = await new CaseDriver(world).driveTo('in-review');
    const address = `/cases/${driven.reference}/assess/2`;
    const second = await world.addPerson('Demonstration second reviewer', [
      ['reviewer', world.organisations.assurance.id],
    ]);
    const one = await world.visitor('reviewer');
    const other = await world.visitorFor(second.id);
    await one.visit(address);
    await other.visit(address);
    await other.choose('Not met');
    await other.write('Explanation', 'There is no statement.');
    await other.press('Save and go back');
    await one.choose('Partially met');
    await one.write('Explanation', 'The statement is half written.');
    await one.press('Save and go back');
    expect(await one.heading()).toContain('Somebody else changed this while you were writing');
    const text = await one.text();
    expect(text).toContain('Demonstration second reviewer saved a change');
    for (const words of [
      'There is no statement.',
      'The statement is half written.',
      'Not met',
      'Partially met',
    ])
      expect(text).toContain(words);
    await one.press('Save what I wrote instead');
    await one.visit(address);
    expect(await one.page.getByLabel('Explanation').inputValue()).toBe('The statement is half written.');
  });

  it(
    'keep what they wrote when the case went on without them',
    async () => {
      const driver = new CaseDriver(world);
      const driven = await driver.driveTo('in-review');
      const one = await world.visitor('reviewer', false);
      await one.visit(`/cases/${driven.reference}/return`);
      await one.choose('5. Use cloud first');
      await one.write('What do you want to know of point 5?', 'Which regions are used?');
      await one.write('Why do you return the case?', 'Point 5 is unclear to me.');
      const { version } = driven;
      await driver.act(driven, 'reviewer', 'PUT', 'assessments/1', { version, verdict: 'met' }, 0);
      await one.press('Return the case');
      expect(await one.problems()).toEqual([
        expect.stringMatching(
          /^Demonstration reviewer changed the case on 4 May 2026 at 10am \(point assessed\)/,
        ),
      ]);
      expect(await one.page.getByLabel('Why do you return the case?').inputValue()).toBe(
        'Point 5 is unclear to me.',
      );
      await driver.act(driven, 'submitter', 'POST', 'withdraw', { reason: 'No longer needed.' });
      await one.press('Return the case');
      const text = await one.text();
      expect(text).toContain('The case is “Withdrawn”');
      expect(text).toContain('Which regions are used?');
    },
    JOURNEY_MS,
  );
});

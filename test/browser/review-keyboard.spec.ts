import { CaseDriver } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';
import type { Visitor } from './world/visitor.js';

/** Time a journey may take where the machine is busy, in milliseconds. */
const JOURNEY_MS = 90_000;

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
});
afterAll(() => world.close());

/** What has the focus, as somebody would be told. */
async function focused(visitor: Visitor): Promise<string> {
  const name = await visitor.page.evaluate<string>(
    '((element) => (element.labels?.[0] ?? element).innerText ?? "")(document.activeElement)',
  );
  return name.trim();
}

/** Presses Tab until something has the focus; fails where it is never reached. */
async function tabTo(visitor: Visitor, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await visitor.page.keyboard.press('Tab');
    if ((await focused(visitor)) === name) return;
  }
  throw new Error(`“${name}” is not reached by Tab`);
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('somebody who uses the keyboard alone, %s', (_name, scripts) => {
  it(
    'assesses 13 points',
    async () => {
      const { reference } = await new CaseDriver(world).driveTo('in-review');
      const visitor = await world.visitor('reviewer', scripts);
      const { keyboard } = visitor.page;
      await visitor.visit(`/cases/${reference}/assess`);
      expect(await visitor.text()).toContain('0 of 13 assessed');
      await tabTo(visitor, '1. Define user needs');
      await arrive(visitor, 'Enter');
      for (let number = 1; number <= 13; number += 1) {
        expect(visitor.path()).toBe(`/cases/${reference}/assess/${String(number)}`);
        // The next point begins at its heading, from which one link leads past the evidence to the form.
        expect(await focused(visitor)).toContain(`Point ${String(number)} of 13`);
        await keyboard.press('Tab');
        expect(await focused(visitor)).toBe('Skip to your assessment');
        await keyboard.press('Enter');
        await tabTo(visitor, 'Met');
        await keyboard.press('Space');
        if (number === 4) {
          await keyboard.press('ArrowDown');
          expect(await focused(visitor)).toBe('Partially met');
          await keyboard.press('Tab');
          await keyboard.type('One standard is missing.');
        } else await keyboard.press('Tab');
        expect(await focused(visitor)).toBe('Explanation');
        await keyboard.press('Tab');
        expect(await focused(visitor)).toBe(
          number === 13 ? 'Save and finish' : 'Save and go to the next point',
        );
        await arrive(visitor, 'Enter');
      }
      expect(visitor.path()).toBe(`/cases/${reference}/assess`);
      expect(await visitor.text()).toContain('13 of 13 assessed');
      const said = await world.http.expect<{ point: number; verdict: string; explanation: string | null }[]>(
        200,
        world.people.reviewer,
        'GET',
        `/cases/${reference}/assessments`,
      );
      const verdicts = said.body.map(({ point, verdict }) => [point, verdict]);
      expect(verdicts).toEqual(
        Array.from({ length: 13 }, (_, index) => [index + 1, index === 3 ? 'partially-met' : 'met']),
      );
      expect(said.body[3]?.explanation).toBe('One standard is missing.');
    },
    JOURNEY_MS,
  );
});

/** Presses a key that leads to another page, which is looked at as every page is. */
async function arrive(visitor: Visitor, key: string): Promise<void> {
  const arrived = visitor.page.waitForEvent('load');
  await visitor.page.keyboard.press(key);
  await arrived;
}

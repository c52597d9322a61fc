import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { casesByStateChart } from '../../apps/web/charts/cases-by-state-chart.js';
import { conditionsChart } from '../../apps/web/charts/conditions-chart.js';
import { CONDITIONS, MONEY, STATES, TIMES, VERDICT_FIGURES } from '../../apps/web/charts/figures.fixture.js';
import { requestedAgainstApprovedChart } from '../../apps/web/charts/requested-against-approved-chart.js';
import { timeToDecisionChart } from '../../apps/web/charts/time-to-decision-chart.js';
import { verdictHeatMap } from '../../apps/web/charts/verdict-heat-map.js';
import { sharedChromium } from './world/chromium.js';

// Charts as a browser shows them, on a page whose security policy allows no script and no style of its own.

const ADDRESS = 'http://charts.example/';
const POLICY = "default-src 'none'; style-src 'self'; script-src 'none'";
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** What a chart looks like on a page. */
interface Seen {
  /** Widths in pixels: of the chart, and of what it is in. */
  readonly own: number;
  readonly around: number;
  readonly words: number;
  /** Words beyond the edges of the chart, and pairs of words that touch each other. */
  readonly outside: readonly string[];
  readonly touching: readonly (readonly string[])[];
}

/** Runs in the page. */
const LOOK = `[...document.querySelectorAll('svg')].map((svg) => {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  // Letters do not fill the height of their line; pixels are whole.
  const inner = ({ left, right, top, bottom }) =>
    ({ left: left + 1, right: right - 1, top: top + 3, bottom: bottom - 3 });
  return {
    own: frame.width,
    around: svg.parentElement.clientWidth,
    words: texts.length,
    outside: texts.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1
      || box.top < frame.top - 1 || box.bottom > frame.bottom + 1).map(([words]) => words),
    touching: texts.flatMap(([words, box], place) => texts.slice(place + 1)
      .filter(([, other]) => meet(inner(box), inner(other))).map(([other]) => [words, other])),
  };
})`;

let browser: Browser;
beforeAll(async () => {
  browser = await sharedChromium();
});

async function charts(linked: boolean): Promise<readonly string[]> {
  const href = (): string | null => (linked ? '/cases' : null);
  const drawn = await Promise.all([
    casesByStateChart(STATES, href),
    timeToDecisionChart(TIMES, href),
    verdictHeatMap(VERDICT_FIGURES, href),
    requestedAgainstApprovedChart(MONEY, href),
    conditionsChart(CONDITIONS, href),
  ]);
  return drawn.map((svg) => svg!);
}

/** Opens a page with all charts on it. */
async function opened(linked: boolean, width: number): Promise<{ page: Page; refused: readonly string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: false });
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => refused.push(message.text()));
  page.on('pageerror', (error) => refused.push(error.message));
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Charts</title>
    <link rel="icon" href="data:,"></head><body><main><h1>Charts</h1>${(await charts(linked)).join('')}</main></body></html>`;
  await page.route(ADDRESS, (route) =>
    route.fulfill({
      body,
      headers: { 'content-type': 'text/html', 'content-security-policy': `${POLICY}; img-src data:` },
    }),
  );
  await page.goto(ADDRESS);
  return { page, refused };
}

describe.each([
  ['with links', true],
  ['without', false],
] as const)('charts %s', (_, linked) => {
  it('are refused nothing and break no rule of accessibility', async () => {
    const { page, refused } = await opened(linked, 1_020);
    // What is evaluated runs beside the page, where its policy does not hold.
    await page.evaluate(axeSource);
    const found = await page.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(STANDARDS)} })`);
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(found.passes.length).toBeGreaterThan(5);
    expect(refused).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('are as wide as the page, whatever that is, with every word within them and none over another', async () => {
    for (const width of [1_020, 400]) {
      const { page } = await opened(linked, width);
      const seen = await page.evaluate<readonly Seen[]>(LOOK);
      expect(seen).toHaveLength(5);
      for (const { own, around, words, outside, touching } of seen) {
        expect(own).toBeCloseTo(around, 0);
        expect(words).toBeGreaterThan(20);
        expect({ outside, touching }).toEqual({ outside: [], touching: [] });
      }
      await page.context().close();
    }
  }, 60_000);
});

describe('a link of a chart', () => {
  it('is reached by keyboard, says what it is about, and is followed', async () => {
    const { page } = await opened(true, 1_020);
    await page.route(`${ADDRESS}cases`, (route) =>
      route.fulfill({ body: 'The list', contentType: 'text/plain' }),
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const label = await page.evaluate(`document.activeElement.getAttribute('aria-label')`);
    expect(label).toBe('Assured by the department: 74 cases');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${ADDRESS}cases`);
    await page.context().close();
  }, 60_000);

  it('is as large as all that is shown of it', async () => {
    const { page } = await opened(true, 1_020);
    const boxes = await page.evaluate<readonly (readonly [width: number, height: number])[]>(
      `[...document.querySelectorAll('svg a')].map((link) => link.getBoundingClientRect())
        .map(({ width, height }) => [width, height])`,
    );
    expect(boxes.length).toBeGreaterThan(200);
    // WCAG 2.2, 2.5.8: 24 by 24 pixels.
    expect(boxes.filter(([width, height]) => width < 24 || height < 24)).toEqual([]);
    await page.context().close();
  }, 60_000);
});

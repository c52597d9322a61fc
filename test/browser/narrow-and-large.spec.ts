import type { Part } from '../api/world/api-world.js';
import { CaseDriver } from '../api/world/case-driver.js';
import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

/** Time looking at many pages may take where the machine is busy, in milliseconds. */
const LOOKING_MS = 120_000;
/** Width of a small phone, which is also what 400 % zoom leaves of 1,280 pixels. */
const NARROW = 320;
const WIDE = 1280;
/** Width of a sheet of A4 stood upright, at 96 pixels an inch. */
const A4 = 794;

let world: BrowserWorld;
/** Reference of a case in review. */
let reviewed: string;
let main: readonly (readonly [Part, readonly string[]])[];
beforeAll(async () => {
  world = await startBrowserWorld();
  const driver = new CaseDriver(world);
  const draft = await driver.driveTo('draft');
  const review = await driver.driveTo('in-review');
  const recommended = await driver.driveTo('recommended');
  const decided = await driver.driveTo('approved-with-conditions');
  // Amounts of this size stand in one sentence: approved of requested.
  const large = await driver.driveTo('approved');
  const { version, decisionId: supersedes } = large;
  const body = { version, supersedes, outcome: 'approved', reason: 'All of it.', approvedPence: 149_000_000 };
  await driver.act(large, 'decider', 'POST', 'supersede', body);
  reviewed = review.reference;
  const of = ({ reference }: { reference: string }, ...pages: readonly string[]) =>
    pages.map((page) => `/cases/${reference}${page}`);
  main = [
    [
      'submitter',
      [
        '/',
        '/requests/new',
        '/pipeline',
        ...of(draft, '/tasks', '/details/money/edit', '/points/5/edit', '/check-answers'),
        ...of(draft, '/legacy-exceptions/new'),
        ...of(decided, '', '/points', '/versions', '/history', '/emails', '/comments'),
        ...of(large, '', '/print'),
        ...of(decided, `/conditions/${decided.conditions[0]?.id ?? ''}/evidence`),
      ],
    ],
    ['reviewer', ['/cases', ...of(review, '/assess', '/assess/5', '/return', '/triage')]],
    ['decider', of(recommended, '/decide', '/decide/approved-with-conditions')],
    ['auditor', ['/decisions', '/dashboard', '/access-records', '/log', ...of(decided, '/as-it-stood')]],
    ['administrator', ['/people', '/people/invite', '/invitations', '/organisations', '/reference-data']],
  ];
}, LOOKING_MS);
afterAll(() => world.close());

/** Where something is wider than there is room for: the page, or a list, which then hides its last columns. */
const WIDE_PARTS = `[document.documentElement, ...document.querySelectorAll('.app-list')]
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => (one.getAttribute('aria-label') ?? one.localName) + ' needs ' + one.scrollWidth)`;

/** What is wider than the window of a width in pixels of style sheets, or than a sheet of A4; `text` in per cent. */
async function widths(width: number, text: number, onPaper = false): Promise<readonly string[]> {
  const tooWide: string[] = [];
  for (const [part, paths] of main) {
    const { page, url } = await world.visitor(part);
    await page.setViewportSize({ width, height: 900 });
    for (const path of paths) {
      const answer = await page.goto(url + path);
      expect({ path, status: answer?.status() }).toEqual({ path, status: 200 });
      const found = await page.evaluate<string[]>(
        `document.documentElement.style.fontSize = '${text}%', ${WIDE_PARTS}`,
      );
      tooWide.push(...found.map((one) => `${path}: ${one}`));
      if (!onPaper) continue;
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: A4, height: 900 });
      tooWide.push(...(await page.evaluate<string[]>(WIDE_PARTS)).map((one) => `${path} on paper: ${one}`));
      await page.emulateMedia({ media: null });
      await page.setViewportSize({ width, height: 900 });
    }
    await page.context().close();
  }
  return tooWide;
}

it(
  'the main pages, and every list of theirs, fit on a screen of 320 pixels and on a sheet of paper',
  async () => {
    expect(await widths(NARROW, 100, true)).toEqual([]);
  },
  LOOKING_MS,
);

it(
  'a list is not covered by its filters on a screen of 320 pixels, and they open when they are asked for',
  async () => {
    for (const [part, path, within, field] of [
      ['submitter', '/cases', 'tbody', 'Title contains'],
      ['administrator', '/people', 'tbody', 'Name or email address'],
    ] as const) {
      const { page, url } = await world.visitor(part);
      await page.setViewportSize({ width: NARROW, height: 900 });
      await page.goto(url + path);
      expect(await page.getByLabel(field).isVisible()).toBe(false);
      await page.getByText('Filters', { exact: true }).click();
      expect(await page.getByLabel(field).isVisible()).toBe(true);
      // A click waits until nothing lies over what is clicked.
      await page.locator(within).getByRole('link').first().click();
      await page.waitForURL((address) => address.pathname !== path);
      await page.context().close();
    }
  },
  LOOKING_MS,
);

it(
  'a point that is assessed is on paper with what it rests on, and without the fields',
  async () => {
    const { page, url } = await world.visitor('reviewer');
    await page.goto(`${url}/cases/${reviewed}/assess/1`);
    await page.emulateMedia({ media: 'print' });
    const seen = await page.locator('main').innerText();
    for (const words of [
      'What the department says',
      'Self-assessment',
      'Comments on this point',
      'Not assessed yet',
    ])
      expect(seen).toContain(words);
    for (const field of ['textarea', 'input[type=radio]', 'button'])
      expect(await page.locator(`main ${field}:visible`).count()).toBe(0);
    await page.context().close();
  },
  LOOKING_MS,
);

it(
  'the main pages hold text of twice the size',
  async () => {
    expect(await widths(WIDE, 200)).toEqual([]);
  },
  LOOKING_MS,
);

it(
  'whatever the keyboard reaches shows that it has the focus',
  async () => {
    const unseen: string[] = [];
    for (const [part, paths] of main) {
      const { page, url } = await world.visitor(part);
      for (const path of paths.slice(0, 6)) {
        await page.goto(url + path);
        for (let presses = 0; presses < 30; presses += 1) {
          await page.keyboard.press('Tab');
          const hidden = await page.evaluate<string | null>(`(() => {
            const element = document.activeElement;
            if (element === null || element === document.body) return null;
            const seen = (one) => {
              const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
              return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
            };
            const shown = [element, element.nextElementSibling].filter((one) => one !== null);
            const before = element.nextElementSibling === null ? null : getComputedStyle(element.nextElementSibling, '::before');
            if (shown.some(seen) || (before !== null && before.boxShadow !== 'none')) return null;
            return element.outerHTML.slice(0, 120);
          })()`);
          if (hidden !== null) unseen.push(`${path}: ${hidden}`);
        }
      }
      await page.context().close();
    }
    expect([...new Set(unseen)]).toEqual([]);
  },
  LOOKING_MS,
);

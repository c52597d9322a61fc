import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { markWhatIsNew, REPEATED, TO_BE_MEASURED } from './look-once.js';

/** WCAG 2.2 level AA, and what axe recommends beyond it. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe reports although nothing is wrong: its rule, and the elements on which it does not hold.
 *
 * GOV.UK Frontend says of a radio button that reveals more questions whether they are shown, by `aria-expanded`. ARIA does
 * not know that of radio buttons yet; screen readers that do read it out, and the others pass it over. GOV.UK exempts
 * it from its own checks: github.com/alphagov/govuk-frontend/issues/979.
 */
const EXEMPT: Readonly<Record<string, RegExp>> = {
  'aria-allowed-attr':
    /^<input class="govuk-radios__input" [^>]* aria-controls="conditional-[^>]* aria-expanded="/,
};

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const MARKS = fileURLToPath(new URL('./marks-in-page.js', import.meta.url));

/**
 * Has every page of a browser window begin with axe. It is put in from outside the page, so that its security policy
 * does not stand in the way.
 */
export async function putAxeInto(context: BrowserContext): Promise<void> {
  await context.addInitScript({ path: AXE });
  await context.addInitScript({ path: MARKS });
}

/** Pages nothing was found on, as hashes: what is built the same way need not be looked at again. */
const looked = new Set<string>();

/**
 * How a page is built: its elements with their attributes, and where there are words. What the words and numbers are,
 * and how many rows like each other follow on one another, makes no difference to any of the rules.
 */
function structureOf(html: string): string {
  return html
    .replaceAll(/<template\b.*?<\/template>/gs, '')
    .replaceAll(/(?<=<(script|style)\b[^>]*>)[^<]*/g, '')
    .replaceAll(/(?<=>)[^<>]*[^<>\s][^<>]*(?=<)/g, 'x')
    .replaceAll(/(?<= (?:value|href|action|nonce|content|src)=")[^"]+/g, 'x')
    .replaceAll(/(?<= (?:id|for|name|aria-describedby|aria-labelledby|aria-controls)=")[^"]+/g, (names) =>
      names.replaceAll(/\b[\da-f]{8}-[\da-f-]{27}\b|DT-\w{4}-\w{4}|\d+/g, '0'),
    )
    .replaceAll(/>\s+</g, '><')
    .replaceAll(/(<(tr|li)\b.*?<\/\2>)\1+/gs, '$1');
}

/**
 * Runs axe on the page as it is now.
 * @param scripts whether the page runs scripts: axe needs them, so where it does not a copy of the page is looked at,
 * in a browser that runs axe and nothing of the page's own
 * @returns a sentence for each thing it finds; none is what is asked
 */
export async function faultsOfAccess(page: Page, scripts: boolean): Promise<readonly string[]> {
  const { width = 0 } = page.viewportSize() ?? {};
  const structure = structureOf(await page.content());
  const same = createHash('sha256').update(`${width} ${scripts} ${structure}`).digest('base64');
  if (looked.has(same)) return [];
  const found = await findings(scripts ? page : await (await copyistOf(page))(page));
  if (found.length === 0) looked.add(same);
  return found;
}

type Copyist = (page: Page) => Promise<Page>;
/** One for each browser: to open another window for every page would take longer than looking at it. */
const copyists = new WeakMap<Browser, Promise<Copyist>>();

function copyistOf(page: Page): Promise<Copyist> {
  const browser = page.context().browser()!;
  const copyist = copyists.get(browser) ?? newCopyist(browser);
  copyists.set(browser, copyist);
  return copyist;
}

async function newCopyist(browser: Browser): Promise<Copyist> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 1000 } });
  await putAxeInto(context);
  const copy = await context.newPage();
  let html = '';
  // Asked of the browser itself: where the driver answers for a page, nothing is kept of what one needs after another.
  const session = await context.newCDPSession(copy);
  session.on('Fetch.requestPaused', ({ requestId, resourceType }) => {
    const answered =
      resourceType === 'Document'
        ? session.send('Fetch.fulfillRequest', {
            requestId,
            responseCode: 200,
            responseHeaders: [{ name: 'content-type', value: 'text/html; charset=utf-8' }],
            body: Buffer.from(html).toString('base64'),
          })
        : session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    // What was given up in the meantime needs no answer.
    answered.catch(() => undefined);
  });
  await session.send('Fetch.enable', {
    patterns: [{ resourceType: 'Document' }, { resourceType: 'Script' }],
  });
  return async (page) => {
    html = await page.content();
    await copy.goto(page.url());
    return copy;
  };
}

async function findings(page: Page): Promise<readonly string[]> {
  const lookedAt = await markWhatIsNew(page);
  const found = await page.evaluate(
    async ({ rules, toBeMeasured, repeated }) => {
      const { axe: looker } = globalThis as unknown as { axe: typeof axe };
      // Both compare colours: of words with what is behind them, and of a link with the words around it.
      const compareColours = { 'color-contrast': '', 'link-in-text-block': 'a' };
      looker.configure({
        rules: Object.entries(compareColours).map(([id, tag]) => ({
          id,
          selector: `${tag}[${toBeMeasured}]`,
        })),
      });
      const { violations } = await looker.run(
        { exclude: [`[${repeated}]`] },
        { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'], preload: false },
      );
      return violations;
    },
    { rules: RULES, toBeMeasured: TO_BE_MEASURED, repeated: REPEATED },
  );
  await lookedAt(found.length > 0);
  return found
    .map(({ nodes, ...one }) => ({
      ...one,
      nodes: nodes.filter(({ html }) => EXEMPT[one.id]?.test(html) !== true),
    }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes.map(({ html, failureSummary = '' }) => `  ${html.slice(0, 300)}\n  ${failureSummary}`).join('\n')}`,
    );
}

import type { Page } from 'playwright-core';
import { faultsOfAccess, putAxeInto } from './world/accessibility.js';
import { sharedChromium } from './world/chromium.js';

/** What the looking at pages itself finds, so that finding nothing on a page of the service says something. */
describe('Looking at a page', () => {
  let page: Page;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const context = await (await sharedChromium()).newContext({ viewport: { width: 811, height: 900 } });
    await putAxeInto(context);
    page = await context.newPage();
    await page.goto('about:blank');
    close = () => context.close();
  });
  afterAll(() => close());

  const rowsOf = (...cells: readonly string[]) =>
    `<table><caption>Rows</caption>${cells.map((cell) => `<tr><td>${cell}</td></tr>`).join('')}</table>`;

  async function faultsOf(inMain: string): Promise<readonly string[]> {
    await page.setContent(
      `<!doctype html><html lang="en"><head><title>Looking</title><style>.faint { color: #bbb } .plain { color: #333; text-decoration: none }</style></head>
       <body><main><h1>Looking</h1>${inMain}</main></body></html>`,
    );
    return (await faultsOfAccess(page, true)).map((fault) => fault.slice(0, fault.indexOf(':')));
  }

  it('finds nothing where nothing is wrong', async () => {
    expect(await faultsOf('<p>Words</p>')).toEqual([]);
  });

  it('finds words that are too faint, on every page they are on', async () => {
    expect(await faultsOf('<p class="faint">Words</p>')).toEqual(['color-contrast']);
    expect(await faultsOf('<p>Other</p><p class="faint">Words</p>')).toEqual(['color-contrast']);
    expect(await faultsOf('<p style="color: #ccc">Words</p>')).toEqual(['color-contrast']);
  });

  it('finds faint words around which others have been measured', async () => {
    expect(await faultsOf('<div><p>Words</p></div>')).toEqual([]);
    expect(await faultsOf('<div style="background: #333"><p>Words</p></div>')).toEqual(['color-contrast']);
  });

  it('finds a link that colour alone tells from the words around it, though one by itself looks the same', async () => {
    const link = '<a class="plain" href="#there">there</a>';
    expect(await faultsOf(`<p>${link}</p>`)).toEqual([]);
    expect(await faultsOf(`<p>Words and ${link}</p>`)).toEqual(['link-in-text-block']);
  });

  it('finds what is wrong in a row unlike those before it', async () => {
    expect(await faultsOf(rowsOf('one', 'two', 'three', 'four'))).toEqual([]);
    expect(await faultsOf(rowsOf('one', 'two', 'three', '<img src="data:,">'))).toEqual(['image-alt']);
    expect(await faultsOf(rowsOf('one', 'two', 'three', '<b class="faint">four</b>'))).toEqual([
      'color-contrast',
    ]);
  });

  it('leaves the page as it was', async () => {
    await faultsOf(rowsOf('<i>one</i>', '<i>two</i>', '<i>three</i>'));
    expect(await page.content()).not.toMatch(/data-to-be-measured|data-repeated/);
  });
});

import type { BrowserContext, Locator, Page } from 'playwright-core';
import { faultsOfAccess, putAxeInto } from './accessibility.js';

/**
 * Somebody at a browser. Every page they come to is checked: it answers as expected, axe finds nothing, nothing is
 * reported against its security policy, and there is one first-level heading.
 */
export class Visitor {
  /** What the browser complained of: scripts that failed, styles that were refused. */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    readonly url: string,
    private readonly scripts: boolean,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('response', (answer) => {
      if (answer.status() >= 500 && answer.request().isNavigationRequest())
        this.complaints.push(`${answer.url()} was answered ${answer.status()}`);
    });
  }

  /** @param scripts whether the browser runs the scripts of pages */
  static async in(context: BrowserContext, url: string, scripts: boolean): Promise<Visitor> {
    if (scripts) await putAxeInto(context);
    return new Visitor(await context.newPage(), url, scripts);
  }

  /** Goes to an address of the service. @param status what it must answer with, 200 unless given */
  async visit(path: string, status = 200): Promise<void> {
    const answer = await this.page.goto(this.url + path);
    if (answer?.status() !== status)
      throw new Error(`${path} was answered ${String(answer?.status())}: ${await this.text()}`);
    await this.check();
  }

  /** Opens the link of an email that has its code behind a #: with scripts the code is sent at once, to where it leads. */
  async open(link: string, status = 200): Promise<void> {
    const [page] = link.split('#', 1);
    const answer = this.page.waitForResponse(
      (one) => one.url() === `${this.url}${page}` && one.request().method() === 'POST',
    );
    await this.page.goto(this.url + link, { waitUntil: 'commit' });
    if ((await answer).status() !== status)
      throw new Error(`The code was answered ${String((await answer).status())}`);
    await (await answer).finished();
    await this.page.waitForLoadState('load');
    await this.check();
  }

  /** Presses a button by its words and waits for the next page. */
  async press(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    await this.onwards(within.getByRole('button', { name, exact: typeof name === 'string' }));
  }

  /**
   * Goes back to a page that answered a form. The browser has kept nothing, and asks before it sends the form again; it is
   * told to.
   */
  async goBackAndSendAgain(): Promise<void> {
    const refused = await this.page.goBack().then(
      () => '',
      (error: unknown) => String(error),
    );
    if (!refused.includes('ERR_CACHE_MISS'))
      throw new Error(`The browser did not ask before it went back to ${this.page.url()}: ${refused}`);
    await this.page.waitForURL(/^chrome-error:/);
    await this.page.reload();
  }

  /** Follows a link by its words. */
  async follow(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    await this.onwards(within.getByRole('link', { name, exact: typeof name === 'string' }));
  }

  /** Activates something that leads to another page. */
  async onwards(target: Locator): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), target.click()]);
    await this.check();
  }

  /** Writes into a field by its label. */
  async write(label: string | RegExp, text: string): Promise<void> {
    await this.page.getByLabel(label, { exact: typeof label === 'string' }).fill(text);
  }

  /** Chooses a radio button or ticks a box by its label, within a question where given. */
  async choose(label: string, question?: string | RegExp): Promise<void> {
    const within = question === undefined ? this.page : this.page.getByRole('group', { name: question });
    await within.getByLabel(label, { exact: true }).check();
  }

  /** Fills the three boxes of a date. @param question the legend of its group */
  async writeDate(question: string | RegExp, date: string): Promise<void> {
    const [year = '', month = '', day = ''] = date.split('-');
    const group = this.page.getByRole('group', { name: question });
    await group.getByLabel('Day', { exact: true }).fill(day);
    await group.getByLabel('Month', { exact: true }).fill(month);
    await group.getByLabel('Year', { exact: true }).fill(year);
  }

  /** The first-level heading. */
  async heading(): Promise<string> {
    return (await this.page.locator('h1').innerText()).replaceAll(/\s+/g, ' ').trim();
  }

  /** All that can be read in the main part of the page. */
  async text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  /** Path of the page, without its query. */
  path(): string {
    return new URL(this.page.url()).pathname;
  }

  /** Words of the error summary, entry by entry; none where there is none. */
  async problems(): Promise<readonly string[]> {
    return this.page.locator('.govuk-error-summary__list li').allInnerTexts();
  }

  /** Checks the page that is there, where something else than a press or a link led to it. */
  async checked(): Promise<void> {
    await this.check();
  }

  private async check(): Promise<void> {
    const headings = await this.page.locator('h1').count();
    const found = [
      ...(headings === 1 ? [] : [`There are ${headings} first-level headings`]),
      ...this.complaints,
      ...(await faultsOfAccess(this.page, this.scripts)),
    ];
    if (found.length > 0) throw new Error(`On ${this.page.url()}:\n${found.join('\n')}`);
  }
}

import type { PagesWorld } from './pages-world.js';

/** A page as it was answered. */
export interface AnsweredPage {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

/** Asks for pages and sends forms as a browser does, with cookies, and without running anything. */
export class PageClient {
  readonly cookies = new Map<string, string>();

  private constructor(private readonly url: string) {}

  /** @param personId of who is signed in; nobody unless given */
  static async of(world: PagesWorld, personId?: string): Promise<PageClient> {
    const client = new PageClient(world.api.url);
    if (personId !== undefined) {
      const { name, value } = await world.signIn(personId);
      client.cookies.set(name, value);
    }
    return client;
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<AnsweredPage> {
    return this.send(path, { method: 'GET', headers });
  }

  /** Sends fields as a form. The token of forms is put in unless the fields have one. */
  async post(
    path: string,
    fields: Readonly<Record<string, string>> | URLSearchParams,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<AnsweredPage> {
    const body = new URLSearchParams(fields);
    if (!body.has('_csrf')) body.set('_csrf', await this.token());
    return this.send(path, {
      method: 'POST',
      body: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  }

  /** The token forms of this browser carry. */
  async token(): Promise<string> {
    for (const path of ['/help', '/sign-in']) {
      const token = tokenIn((await this.get(path)).html);
      if (token !== null) return token;
    }
    throw new Error('No page has a form');
  }

  private async send(path: string, init: RequestInit): Promise<AnsweredPage> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(this.url + path, {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as Record<string, string>), cookie },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: answer.status, headers: answer.headers, html: await answer.text() };
  }
}

/** The token of the first form of a page; `null` where it has none. */
export function tokenIn(html: string): string | null {
  return /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? null;
}

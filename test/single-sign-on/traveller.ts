import { PageClient, type AnsweredPage } from '../web/page-client.js';
import type { SignInWorld } from './sign-in-world.js';

/** Where a page sends its browser on to. */
function destinationOf(html: string): string {
  const [, url = ''] = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(html) ?? [];
  return url.replaceAll('&amp;', '&');
}

/** The hidden fields of a page of the provider: it signs somebody else out before it signs anybody in. */
function hiddenIn(html: string): Record<string, string> {
  const inputs = html.match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  return Object.fromEntries(
    inputs.map((input): [string, string] => [
      /name="([^"]*)"/.exec(input)?.[1] ?? '',
      /value="([^"]*)"/.exec(input)?.[1] ?? '',
    ]),
  );
}

/** Somebody who goes to the provider and comes back, with what a browser keeps of both, and without running anything. */
export class Traveller {
  private readonly atProvider = new Map<string, string>();

  private constructor(
    private readonly world: SignInWorld,
    readonly client: PageClient,
  ) {}

  /** @param personId of who is signed in; nobody unless given */
  static async of(world: SignInWorld, personId?: string): Promise<Traveller> {
    return new Traveller(world, await PageClient.of(world, personId));
  }

  /** Presses the button of a provider. @returns the address of the provider */
  async depart(provider: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
    const { status, html } = await this.client.post(`/sign-in/with/${provider}`, {
      then: '/account',
      ...fields,
    });
    if (status !== 200) throw new Error(`Going to the provider was answered ${String(status)}: ${html}`);
    return destinationOf(html);
  }

  /** Signs in at the provider under a name. @returns path and query of this service it sends back to */
  async signInThere(address: string, login: string): Promise<string> {
    let url = address;
    for (let step = 0; step < 12; step += 1) {
      const answer = await this.ask(url);
      const location = answer.headers.get('location');
      if (location !== null) {
        const next = new URL(location, url);
        if (next.origin === this.world.config.publicUrl) return next.pathname + next.search;
        url = next.href;
        continue;
      }
      const html = await answer.text();
      const [, action] = /<form[^>]* action="([^"]+)"/.exec(html) ?? [];
      if (action === undefined) throw new Error(`The provider answered ${String(answer.status)}: ${html}`);
      const form = new URLSearchParams({ ...hiddenIn(html), login, password: 'any' });
      const sent = await this.ask(new URL(action, url).href, form);
      url = new URL(sent.headers.get('location') ?? '', url).href;
    }
    throw new Error('The provider sends in circles');
  }

  /** Goes to the provider, signs in there and comes back. */
  async signIn(
    provider: string,
    login: string,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<AnsweredPage> {
    return this.client.get(await this.signInThere(await this.depart(provider, fields), login));
  }

  /** Whether somebody is signed in here. */
  async isSignedIn(): Promise<boolean> {
    return (await this.client.get('/account')).status === 200;
  }

  private async ask(url: string, body?: URLSearchParams): Promise<Response> {
    const cookie = [...this.atProvider].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.atProvider.delete(name);
      else this.atProvider.set(name, value);
    }
    return answer;
  }
}

/** The first-level heading of a page. */
export function headingOf({ html }: AnsweredPage): string {
  return (/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '').trim();
}

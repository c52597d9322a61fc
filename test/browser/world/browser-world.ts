import type { BrowserContext } from 'playwright-core';
import type { Part } from '../../api/world/api-world.js';
import { startPagesWorld, type PagesWorld } from '../../web/pages-world.js';
import { sharedChromium } from './chromium.js';
import { Visitor } from './visitor.js';

/** A world whose people have browsers. */
export interface BrowserWorld extends PagesWorld {
  /** Somebody of the cast, signed in, in a browser of their own. @param scripts whether it runs JavaScript */
  visitor(part: Part, scripts?: boolean): Promise<Visitor>;
  /** Anybody else, signed in. */
  visitorFor(personId: string, scripts?: boolean): Promise<Visitor>;
  /** A browser nobody is signed in at. */
  stranger(scripts?: boolean): Promise<Visitor>;
}

/** Longest anything in a browser may take, in milliseconds. */
const PATIENCE_MS = 10_000;

/** Starts it; `environment` changes settings. */
export async function startBrowserWorld(environment: Record<string, string> = {}): Promise<BrowserWorld> {
  const world = await startPagesWorld(environment);
  const browser = await sharedChromium();
  const contexts: BrowserContext[] = [];
  const stranger = async (scripts = true): Promise<Visitor> => {
    const context = await browser.newContext({
      javaScriptEnabled: scripts,
      viewport: { width: 1200, height: 1000 },
    });
    contexts.push(context);
    context.setDefaultTimeout(PATIENCE_MS);
    return Visitor.in(context, world.api.url, scripts);
  };
  const visitorFor = async (personId: string, scripts = true): Promise<Visitor> => {
    const visitor = await stranger(scripts);
    const cookie = await world.signIn(personId);
    const { hostname: domain } = new URL(world.api.url);
    const secure = cookie.name.startsWith('__Host-');
    await visitor.page
      .context()
      .addCookies([{ ...cookie, domain, path: '/', secure, httpOnly: true, sameSite: 'Lax' }]);
    return visitor;
  };
  return {
    ...world,
    stranger,
    visitorFor,
    visitor: (part, scripts) => visitorFor(world.people[part].id, scripts),
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await world.close();
    },
  };
}

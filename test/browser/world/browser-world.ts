import type { Browser } from 'playwright-core';
import { SessionService } from '#identity';
import { AppLogger } from '#platform';
import { serveBoth } from '../../../apps/local/service/one-address.js';
import { cookiesFor } from '../../../apps/web/server/cookies.js';
import { mountWeb } from '../../../apps/web/run-web.js';
import { startWorld, type Part, type World } from '../../api/world/api-world.js';
import { startChromium } from './chromium.js';
import { Visitor } from './visitor.js';

/** A world whose people have browsers: API and pages at one address, as `npm start` serves them. */
export interface BrowserWorld extends World {
  readonly browser: Browser;
  /** Somebody of the cast, signed in, in a browser of their own. @param scripts whether it runs JavaScript */
  visitor(part: Part, scripts?: boolean): Promise<Visitor>;
  /** Anybody else, signed in. */
  visitorFor(personId: string, scripts?: boolean): Promise<Visitor>;
  /** A browser nobody is signed in at. */
  stranger(scripts?: boolean): Promise<Visitor>;
}

/** Starts it; `environment` changes settings. */
export async function startBrowserWorld(environment: Record<string, string> = {}): Promise<BrowserWorld> {
  const world = await startWorld(environment);
  const web = await mountWeb(world.config, {
    clock: world.clock,
    logger: new AppLogger({ level: 'fatal' }),
  });
  serveBoth(world.api.app.getHttpServer(), web.answer);
  const browser = await startChromium();
  const sessions = world.api.app.get(SessionService, { strict: false });
  const stranger = async (scripts = true): Promise<Visitor> => {
    const context = await browser.newContext({
      javaScriptEnabled: scripts,
      viewport: { width: 1200, height: 1000 },
    });
    context.setDefaultTimeout(10_000);
    return Visitor.in(context, world.api.url, scripts);
  };
  const visitorFor = async (personId: string, scripts = true): Promise<Visitor> => {
    const { token } = await sessions.begin(personId, null);
    const visitor = await stranger(scripts);
    const { session, options } = cookiesFor(world.config);
    const { hostname: domain } = new URL(world.api.url);
    const { secure = false } = options;
    await visitor.page
      .context()
      .addCookies([
        {
          name: session,
          value: token,
          domain,
          path: '/',
          secure: secure === true,
          httpOnly: true,
          sameSite: 'Lax',
        },
      ]);
    return visitor;
  };
  return {
    ...world,
    browser,
    stranger,
    visitorFor,
    visitor: (part, scripts) => visitorFor(world.people[part].id, scripts),
    close: async () => {
      await browser.close();
      await web.close();
      await world.close();
    },
  };
}

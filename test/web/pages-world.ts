import { SessionService } from '#identity';
import { AppLogger, Config } from '#platform';
import { serveBoth } from '../../apps/local/service/one-address.js';
import { mountWeb } from '../../apps/web/run-web.js';
import { cookiesFor } from '../../apps/web/server/cookies.js';
import { startWorld, type World } from '../api/world/api-world.js';

/** A world with pages: they and the API answer at one address, as `npm start` serves them. */
export interface PagesWorld extends World {
  /** Signs somebody in. @returns name and value of the cookie they then have */
  signIn(personId: string): Promise<{ readonly name: string; readonly value: string }>;
}

/**
 * Starts it; `environment` changes settings.
 * @param wayToDatabase another address for the pages to reach the same database by
 */
export async function startPagesWorld(
  environment: Record<string, string> = {},
  wayToDatabase: (url: string) => Promise<string> = (url) => Promise.resolve(url),
): Promise<PagesWorld> {
  const world = await startWorld(environment);
  const logger = new AppLogger({ level: 'fatal' });
  const databaseUrl = await wayToDatabase(world.config.databaseUrl);
  const config = Object.assign(new Config(), world.config, { databaseUrl });
  const web = await mountWeb(config, { clock: world.clock, logger });
  serveBoth(world.api.app.getHttpServer(), web.answer);
  const sessions = world.api.app.get(SessionService, { strict: false });
  return {
    ...world,
    signIn: async (personId) => {
      const { token } = await sessions.begin(personId, null);
      return { name: cookiesFor(world.config).session, value: token };
    },
    close: async () => {
      await web.close();
      await world.close();
    },
  };
}

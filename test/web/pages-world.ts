import { SessionService } from '#identity';
import { AppLogger } from '#platform';
import { serveBoth } from '../../apps/local/service/one-address.js';
import { mountWeb } from '../../apps/web/run-web.js';
import { cookiesFor } from '../../apps/web/server/cookies.js';
import { startWorld, type World } from '../api/world/api-world.js';

/** A world with pages: they and the API answer at one address, as `npm start` serves them. */
export interface PagesWorld extends World {
  /** Signs somebody in. @returns name and value of the cookie they then have */
  signIn(personId: string): Promise<{ readonly name: string; readonly value: string }>;
}

/** Starts it; `environment` changes settings. */
export async function startPagesWorld(environment: Record<string, string> = {}): Promise<PagesWorld> {
  const world = await startWorld(environment);
  const logger = new AppLogger({ level: 'fatal' });
  const web = await mountWeb(world.config, { clock: world.clock, logger });
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

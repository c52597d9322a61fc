import type { RouteOptions } from 'fastify';
import type { ReadingRule, RouteSettings } from '#edge';
import { AppLogger, type Config } from '#platform';
import { createWeb } from '../../apps/web/run-web.js';
import type { World } from '../api/world/api-world.js';
import type { DrivenCase } from '../api/world/case-driver.js';

/** A way to ask for a page or send a form. */
export interface Route {
  readonly method: string;
  readonly url: string;
  readonly reading: ReadingRule | undefined;
}

/** Every route of the pages, out of the router itself. */
export async function routesOfPages(config: Config): Promise<readonly Route[]> {
  const app = await createWeb(config, { logger: new AppLogger({ level: 'fatal' }) });
  const found: Route[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url, config: settings }: RouteOptions) => {
      if (url.startsWith('/assets/')) return;
      const { reading } = (settings ?? {}) as RouteSettings;
      for (const one of [method].flat()) found.push({ method: one, url, reading });
    });
  await app.init();
  await app.close();
  return found;
}

/** An address of a route with something that is there in its path. */
export function addressOf(
  url: string,
  { people, organisations }: Pick<World, 'people' | 'organisations'>,
  driven: DrivenCase,
): string {
  return url
    .replace(':reference', driven.reference)
    .replace(/conditions\/:\w+/, `conditions/${driven.conditions[0]?.id ?? ''}`)
    .replace(/legacy-exceptions\/:\w+/, `legacy-exceptions/${driven.exceptionId}`)
    .replace(/people\/:\w+/, `people/${people.submitter.id}`)
    .replace(/organisations\/:\w+/, `organisations/${organisations.department.id}`)
    .replaceAll(/:\w+/g, '1');
}

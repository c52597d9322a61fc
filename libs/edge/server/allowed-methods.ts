import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { methodNotAllowed } from '#platform';

/** A route as an expression of its addresses, and its method. */
interface KnownRoute {
  readonly method: string;
  readonly address: RegExp;
}

/**
 * Tells who uses a method an address does not take which it takes: 405 with `Allow`, and 404 only where there is nothing
 * at the address at all. So a preflight of another site's (OPTIONS) is refused as well, with no permission in the answer.
 * Call it before the routes are registered.
 */
export function refuseOtherMethods(app: NestFastifyApplication): void {
  const routes: KnownRoute[] = [];
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, address: addressesOf(url) });
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!request.is404) {
      done();
      return;
    }
    const [path = ''] = request.url.split('?', 1);
    const allowed = new Set(routes.filter(({ address }) => address.test(path)).map(({ method }) => method));
    if (allowed.size === 0 || allowed.has(request.method)) done();
    else done(methodNotAllowed([...allowed].sort()));
  });
}

/** An expression that matches the addresses of a route, as `/people/:id/roles`. */
function addressesOf(url: string): RegExp {
  const parts = url
    .replace(/\/$/, '')
    .split('/')
    .map((part) => {
      if (part === '*') return '.*';
      return part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    });
  return new RegExp(`^${parts.join('/')}/?$`);
}

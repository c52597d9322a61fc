import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { badRequest } from '#platform';

/** Refuses a request that names two hosts, as RFC 9112 (section 3.2) asks: something on its way may have taken the other one. */
export function demandOneHost(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      const names = request.raw.rawHeaders.filter((_header, index) => index % 2 === 0);
      const hosts = names.filter((name) => name.toLowerCase() === 'host').length;
      done(hosts > 1 ? badRequest('The request has more than one Host header. Send one.') : undefined);
    });
}

import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Longest what is under way is waited for when the server is told to stop, in milliseconds; less than deployments wait. */
const STOP_LIMIT_MS = 20_000;

/**
 * Makes the server stop in good time: connections are closed as soon as the answer under way on them has left, rather
 * than kept for another request, and whatever is left after a while, such as a request that never arrives in full, is cut
 * off.
 */
export function stopInGoodTime(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  let stopping = false;
  fastify.addHook('preClose', (done) => {
    stopping = true;
    setTimeout(() => {
      fastify.server.closeAllConnections();
    }, STOP_LIMIT_MS).unref();
    done();
  });
  fastify.addHook('onResponse', (_request, _reply, done) => {
    // Only once the answer is out is the connection an idle one.
    if (stopping)
      setImmediate(() => {
        fastify.server.closeIdleConnections();
      });
    done();
  });
}

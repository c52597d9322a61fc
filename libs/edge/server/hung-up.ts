import type { FastifyRequest } from 'fastify';

/** Whether whoever sent a request left before all of it had arrived: nothing here is at fault then. */
export function hasHungUp({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete;
}

import type { FastifyRequest } from 'fastify';

/** Pages whose address is a secret in itself. */
const SECRET = /^\/+invitations\//i;

/** The path of a request as the log may have it: without its query, which may name people, and without a secret. */
export function loggedPath({ url }: Pick<FastifyRequest, 'url'>): string {
  const [path = ''] = url.split('?', 1);
  return SECRET.test(path) ? '/invitations/[token]' : path;
}

import type { FastifyRequest } from 'fastify';
import { parseCaseReference } from '#domain';
import { isUuid } from '../fields/fields.js';

/** What may stand in a path without being text of somebody's own. */
const NUMBER = /^\d{1,9}$/;

/**
 * The path of a request as the log may have it: the route's own words, and of what the caller put between them only ids,
 * references and numbers. Its query, which may name people, is left out, and so is an address that is none, in which
 * anything may have been typed.
 */
export function loggedPath({
  routeOptions,
  params,
}: Pick<FastifyRequest, 'routeOptions' | 'params'>): string {
  const { url } = routeOptions;
  if (url === undefined) return '[no such address]';
  const values = (params ?? {}) as Readonly<Record<string, string | undefined>>;
  return url
    .replaceAll(/:(\w+)/g, (_, name: string) => {
      const value = values[name] ?? '';
      const tells = isUuid(value) || NUMBER.test(value) || parseCaseReference(value) !== null;
      return tells ? value : `[${name}]`;
    })
    .replace(/\*$/, '[file]');
}

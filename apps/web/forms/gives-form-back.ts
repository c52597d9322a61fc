import type { FastifyRequest } from 'fastify';
import { withRouteSettings } from '#edge';
import { needsNoToken } from '../server/foreign-form.js';
import { show, type ShownPage } from '../server/page.js';
import { fieldsOf } from './posted-form.js';
import { CHANGE_AGAIN } from './take-form.js';

interface Settings {
  readonly givesFormBack?: boolean;
  readonly doneFrom?: string;
}

/**
 * Declares that a form whose address has no page of its own is given back where it asks for that, as `takeForm` does,
 * and not carried out. Forms that are sent to the address of their own page need not say so.
 */
export function GivesFormBack(): MethodDecorator {
  return withRouteSettings({ givesFormBack: true } satisfies Settings);
}

/** Declares where something that has no form to give back is done; the nearest page above its address unless given. */
export function DoneFrom(path: string): MethodDecorator {
  return withRouteSettings({ doneFrom: path } satisfies Settings);
}

/**
 * What answers a form that asks to be given back, and not to be carried out, where there is none to give: a page that
 * says that nothing was done, and leads to where it can be done. `null` where the handler itself gives the form back.
 */
export function nothingDone(request: FastifyRequest): ShownPage | null {
  const { method, url, body, routeOptions, server } = request;
  // What a machine sends is no form of ours.
  if (method !== 'POST' || needsNoToken(request) || fieldsOf(body)[CHANGE_AGAIN] === undefined) return null;
  const { givesFormBack = false, doneFrom } = routeOptions.config as Settings;
  const isThere = (address: string) => server.hasRoute({ method: 'GET', url: address });
  if (givesFormBack || isThere(routeOptions.url ?? '')) return null;
  const pattern = (routeOptions.url ?? '').split('/');
  const above = pattern.map((_part, at) => at).findLast((at) => isThere(pattern.slice(0, at).join('/')));
  const [path = ''] = url.split('?');
  const href =
    doneFrom ??
    path
      .split('/')
      .slice(0, above ?? 0)
      .join('/');
  return show('forms/nothing-done', { href: href === '' ? '/' : href });
}

import type { FastifyRequest } from 'fastify';
import { withRouteSettings } from '#edge';

/** Declares that a page asks this by itself: it is no use of the session, which ends when it would have ended. */
export function RenewsNothing(): MethodDecorator {
  return withRouteSettings({ renewsNothing: true });
}

/** Whether a request is a use of the session it comes with. */
export function isUse({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>): boolean {
  return (routeOptions.config as { readonly renewsNothing?: boolean }).renewsNothing !== true;
}

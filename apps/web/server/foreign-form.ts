import type { FastifyRequest } from 'fastify';
import { notPermitted, ProblemError } from '#platform';

/** A form sent from another site, or from a page that has been open since before the person signed in or out. */
export class ForeignFormError extends ProblemError {
  constructor() {
    super(
      notPermitted(
        'The page you sent this from is too old, or was not one of ours. Go back, copy what you wrote, load the page again, and send it again.',
      ).problem,
    );
  }
}

/** Addresses other machines send forms to, without a browser: each verifies what it is sent by its signature. */
const FROM_MACHINES = ['/sign-in/:provider/back-channel-logout'];

/** Whether a form needs no token: it is of no page, and comes with nobody's cookies. */
export function needsNoToken({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>): boolean {
  return FROM_MACHINES.includes(routeOptions.url ?? '');
}

/** Whether the browser vouches that a request came from a page of this service. Programs can say anything; they have nobody's cookies. */
export function isFromOwnPage(request: Pick<FastifyRequest, 'headers'>): boolean {
  return request.headers['sec-fetch-site'] === 'same-origin';
}

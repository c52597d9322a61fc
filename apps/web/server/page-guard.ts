import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { AUDITORS_CHANGE_NOTHING, onlyReadsCases } from '#domain';
import { isUuid } from '#edge';
import { declaredRules, refuseUnlessAuthorised, SessionService, type SessionHolder } from '#identity';
import { AppLogger, Config, notFound, notPermitted } from '#platform';
import { fieldsOf } from '../forms/posted-form.js';
import { cookiesFor, type CookieSettings } from './cookies.js';
import { isFormOf, markIn, OtherPersonsFormError } from './form-token.js';
import { isThereToAct } from './pages-to-act.js';
import { isUse } from './renews-nothing.js';
import type { RequestInSession } from './session-of-request.js';

/** Parts of addresses that are ids of something here. */
const ID_PARAMETER = /^(id|\w+Id)$/;

/** An id that cannot be one names nothing. @throws ProblemError 404 */
function refuseImpossibleIds(parameters: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(parameters))
    if (ID_PARAMETER.test(name) && !isUuid(value)) throw notFound();
}

/**
 * A form shown to one person is sent for no other; but the page for signing in, which only carries one, says itself who
 * is signed in.
 * @throws OtherPersonsFormError
 */
function refuseFormsOfOthers({ method, url, body }: FastifyRequest, personId: string | null): void {
  if (method !== 'POST' || personId === null || url.startsWith('/sign-in')) return;
  if (!isFormOf(markIn(fieldsOf(body)['_csrf']), personId)) throw new OtherPersonsFormError();
}

/**
 * Who only ever reads cases is told so whatever a form says, rather than shown the form again with a case's texts; and
 * is not shown a page that could only do what they never can.
 * @throws ProblemError 403
 */
function refuseReaders(
  { method, routeOptions: { url = '' }, server }: FastifyRequest,
  session: SessionHolder | null,
): void {
  const actsOnCase =
    method === 'POST'
      ? url.startsWith('/cases/:reference')
      : isThereToAct(url, server.hasRoute({ method: 'POST', url }));
  if (actsOnCase && session !== null && onlyReadsCases(session.roles))
    throw notPermitted(`${AUDITORS_CHANGE_NOTHING}.`);
}

/** Stands before every page: lets in whom `@Access` says, and nobody where it says nothing. */
@Injectable()
export class PageGuard implements CanActivate {
  private readonly cookies: CookieSettings;

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
    private readonly logger: AppLogger,
    config: Config,
  ) {
    this.cookies = cookiesFor(config);
  }

  /** @throws ProblemError 401 when nobody is signed in, 403 when the person holds none of the roles asked for */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rules = declaredRules(this.reflector, context, this.logger);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const session = await this.recognise(request);
    refuseUnlessAuthorised({ ...rules, asker: session });
    refuseFormsOfOthers(request, session?.personId ?? null);
    refuseReaders(request, session);
    refuseImpossibleIds(request.params as Readonly<Record<string, string>>);
    return true;
  }

  /** Remembers who the request is from; pages that anyone may see show it too. */
  private async recognise(request: FastifyRequest) {
    const token = request.cookies[this.cookies.session];
    const session = token === undefined ? null : await this.sessions.personOf(token, isUse(request));
    if (session !== null) {
      const seen = request as RequestInSession;
      seen.session = session;
      seen.person = session;
    }
    return session;
  }
}

import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasHungUp, judge, loggedPath } from '#edge';
import { AppLogger, Config, type Problem } from '#platform';
import { PageViews } from '../views/page-views.js';
import { formToKeep, resumeModel, type KeptForm } from '../sign-in/kept-form.js';
import { UnsentWriting } from '../sign-in/session-end/unsent-writing.js';
import { SignInPage } from '../sign-in/sign-in-page.js';
import { cookiesFor, type CookieSettings } from './cookies.js';
import { filtersPage } from './filter-problems.js';
import { ForeignFormError, isFromOwnPage } from './foreign-form.js';
import { isFormOf, OtherPersonsFormError } from './form-token.js';
import { show, type ShownPage } from './page.js';
import { sessionOf } from './session-of-request.js';
import { fileChosenIn } from './uploads.js';

const RETRY_AFTER_SECONDS = '30';
const SIGN_IN_AGAIN = '/problems/sign-in-again';

/** The page that tells of a problem. @param reference what somebody who calls for help can quote */
export function problemPage(problem: Problem, reference: string): ShownPage {
  const templates: Readonly<Record<number, string>> = {
    400: 'errors/not-understood',
    403: 'errors/not-permitted',
    404: 'errors/not-found',
    405: 'errors/not-found',
    409: 'errors/not-now',
    412: 'errors/changed-meanwhile',
    422: 'errors/not-understood',
    429: 'errors/too-often',
    503: 'errors/unavailable',
  };
  const template =
    templates[problem.status] ?? (problem.status < 500 ? 'errors/not-understood' : 'errors/fault');
  return show(template, { problem, reference }, problem.status);
}

/** Whether a form is one for people who are not signed in. */
function isForNobody({ url }: FastifyRequest): boolean {
  return /^\/(sign-in|forgotten-password|password-reset|invitations)\b/.test(url);
}

/** Shows nothing of what was written to anybody it may not be of. */
function hidden(kept: KeptForm, request: FastifyRequest): { readonly written?: readonly never[] } {
  const session = sessionOf(request);
  return session !== null && isFormOf(kept.of, session.personId) ? {} : { written: [] };
}

/** The one place where errors become pages. Who is not signed in is sent to sign in, and comes back afterwards. */
@Catch()
export class PageFilter implements ExceptionFilter {
  private readonly cookies: CookieSettings;

  constructor(
    private readonly logger: AppLogger,
    private readonly views: PageViews,
    private readonly signIn: SignInPage,
    private readonly unsent: UnsentWriting,
    config: Config,
  ) {
    this.cookies = cookiesFor(config);
  }

  catch(error: unknown, host: ArgumentsHost): void | Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { problem, headers, fault } = judge(error);
    if (fault && !hasHungUp(request))
      this.logger.error(
        { error, correlationId: request.id, method: request.method, path: loggedPath(request) },
        'A page could not be shown',
      );
    // Too late to say anything: the answer, or its first part, has left.
    if (reply.sent || reply.raw.headersSent) return;
    if (error instanceof ForeignFormError && isFromOwnPage(request)) {
      const old = formToKeep(request, fileChosenIn(request));
      // Who is not signed in any more is asked for that at once, rather than to send it again and be asked then.
      if (old !== null && !this.isSignedIn(request) && !isForNobody(request)) {
        this.send(request, reply, this.signIn.show({ kept: old, then: '/' }, 401));
        return;
      }
      // A page of ours from before somebody signed in or out: what they wrote can be sent again, knowingly.
      if (old !== null) {
        this.send(
          request,
          reply,
          show(
            'sign-in/resume',
            { forms: [{ ...resumeModel(old), ...hidden(old, request) }], kept: old, old: true },
            403,
          ),
        );
        return;
      }
    }
    if (error instanceof OtherPersonsFormError) {
      this.send(request, reply, show('sign-in/others', {}, 403));
      return;
    }
    const kept = problem.status === 401 ? formToKeep(request, fileChosenIn(request)) : null;
    if (kept !== null) return this.askToSignIn(request, reply, kept);
    if (problem.type === SIGN_IN_AGAIN) {
      const showing = {
        kept: formToKeep(request, fileChosenIn(request)),
        then: '/',
        again: sessionOf(request),
      };
      this.send(request, reply, this.signIn.show(showing, 403));
      return;
    }
    if (problem.status === 401) {
      // An address of signing in is nowhere to come back to, and may have the code of an identity provider in it.
      const isElsewhere = request.method === 'GET' && !request.url.startsWith('/sign-in');
      const then = isElsewhere ? request.url : '/';
      void reply
        .status(303)
        .header('location', `/sign-in?then=${encodeURIComponent(then)}`)
        .send('');
      return;
    }
    void reply.headers(headers);
    if (problem.status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS);
    const unsent = problem.status === 503 ? formToKeep(request, fileChosenIn(request)) : null;
    const page = filtersPage(problem, request) ?? problemPage(problem, request.id);
    this.send(
      request,
      reply,
      unsent === null ? page : { ...page, model: { ...page.model, ...resumeModel(unsent) } },
    );
  }

  /** Whether a browser says that somebody is: this is asked before anybody is looked up. */
  private isSignedIn({ cookies }: FastifyRequest): boolean {
    return cookies[this.cookies.session] !== undefined;
  }

  /** What was sent goes with them, sealed, so that the page shows it to nobody meanwhile. */
  private async askToSignIn(request: FastifyRequest, reply: FastifyReply, sent: KeptForm): Promise<void> {
    let kept = sent;
    try {
      kept = await this.unsent.sealed(sent, request.cookies[this.cookies.session]);
    } catch (error) {
      // Better in sight of whoever wrote it than lost.
      this.logger.warn({ error, correlationId: request.id }, 'What was sent could not be sealed');
    }
    this.send(request, reply, this.signIn.show({ kept, then: '/' }, 401));
  }

  private send(request: FastifyRequest, reply: FastifyReply, page: ShownPage): void {
    void reply
      .status(page.status)
      .type('text/html; charset=utf-8')
      .send(this.views.render(request, reply, page));
  }
}

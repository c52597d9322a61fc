import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, of, type Observable } from 'rxjs';
import { witnessOf } from '#edge';
import { nothingDone } from '../forms/gives-form-back.js';
import { PageViews } from '../views/page-views.js';
import type { PageAnswer } from './page.js';

/** Makes the answer of what a handler gives: a page, or the way to another. */
@Injectable()
export class PageInterceptor implements NestInterceptor<PageAnswer | undefined> {
  constructor(private readonly views: PageViews) {}

  // Who asks for a form back where there is none to give is told that nothing was done: no handler runs for them.
  intercept(
    context: ExecutionContext,
    next: CallHandler<PageAnswer | undefined>,
  ): Observable<string | undefined> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const nothing = nothingDone(request);
    return (nothing === null ? next.handle() : of(nothing)).pipe(
      map((answer) => {
        // A handler that sends for itself, such as a file, gives nothing.
        if (answer === undefined) return undefined;
        if (answer.kind === 'going') {
          void reply.status(303).header('location', answer.path);
          return '';
        }
        void reply.status(answer.status).type('text/html; charset=utf-8');
        const html = this.views.render(request, reply, answer);
        witnessOf(request).isShown = true;
        return html;
      }),
    );
  }
}

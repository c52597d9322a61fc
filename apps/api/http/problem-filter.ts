import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasHungUp, judge, loggedPath } from '#edge';
import { AppLogger, type Problem } from '#platform';

/** Media type of RFC 9457. */
export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

const RETRY_AFTER_SECONDS = 5;

/** The body of an answer that says what went wrong. */
export function problemBody(problem: Problem, correlationId: string, path?: string): string {
  return JSON.stringify({ ...problem, ...(path === undefined ? {} : { instance: path }), correlationId });
}

/** The path of a request without its query, which may name people. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}

/** Answers with a problem. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): void {
  void reply.headers(headers);
  const body = describe(request, reply, problem);
  reply.serializer((text: unknown) => text as string).send(body);
}

/** Headers that speak of the answer given up. */
const OF_THE_ANSWER = ['etag', 'link', 'location', 'content-length'] as const;

/**
 * Makes an answer that is about to leave into a problem, in a hook that may still change it.
 * @returns the body to send instead
 */
export function answerInstead(request: FastifyRequest, reply: FastifyReply, problem: Problem): string {
  for (const name of OF_THE_ANSWER) reply.removeHeader(name);
  return describe(request, reply, problem);
}

/** Sets status and headers of a problem, and gives its body. */
function describe(request: FastifyRequest, reply: FastifyReply, problem: Problem): string {
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="spend control"');
  if (problem.status === 503) reply.header('retry-after', String(RETRY_AFTER_SECONDS));
  reply.code(problem.status).header('content-type', PROBLEM_JSON).header('cache-control', 'no-store');
  return problemBody(problem, request.id, pathOf(request.url));
}

/**
 * The one place where errors become answers. What the service is at fault for is logged in full and told as a
 * sentence and a correlation id.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: AppLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { problem, headers, fault } = judge(error);
    if (fault && !hasHungUp(request))
      this.logger.error(
        { error, correlationId: request.id, method: request.method, path: loggedPath(request) },
        'A request could not be answered',
      );
    // Too late to say anything: the answer, or its first part, has left.
    if (reply.sent || reply.raw.headersSent) return;
    sendProblem(request, reply, problem, headers);
  }
}

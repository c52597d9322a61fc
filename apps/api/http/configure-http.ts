import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { DynamicModule, Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CORRELATION_HEADER, correlationIdOf, judge } from '#edge';
import { AppLogger, problemOf, type Config } from '#platform';
import { buildOpenApi } from '../openapi/build-openapi.js';
import { IMPORT_LIMIT_BYTES, IMPORT_PATH } from '../imports/import-route.js';
import { OpenApiDocument } from '../openapi/openapi.controller.js';
import { acceptCsv } from './csv-body.js';
import { acceptFiles } from './file-body.js';
import { acceptOnlyJson } from './json-body.js';
import { pathOf, PROBLEM_JSON, problemBody, sendProblem } from './problem-filter.js';
import { securityHeaders } from './security-headers.js';

/** Longest a request may take to arrive, in milliseconds. */
const ARRIVAL_LIMIT_MS = 30_000;
/** Longest a handler may take to begin its answer, in milliseconds. */
const ANSWER_LIMIT_MS = 60_000;
/** Longest one part of a path may be, in characters. */
const LONGEST_PATH_PART = 200;

/** Fastify, set up as the edge of the API needs it. */
export function createHttpAdapter(config: Config): FastifyAdapter {
  const headers = securityHeaders(config);
  return new FastifyAdapter({
    bodyLimit: config.bodyLimitBytes,
    trustProxy: config.trustProxy,
    requestIdHeader: false,
    genReqId: (request: IncomingMessage) => correlationIdOf(request.headers[CORRELATION_HEADER]),
    requestTimeout: ARRIVAL_LIMIT_MS,
    handlerTimeout: ANSWER_LIMIT_MS,
    routerOptions: { maxParamLength: LONGEST_PATH_PART },
    // An address the router cannot read reaches no hook and no filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers({ ...headers, [CORRELATION_HEADER]: request.id });
      sendProblem(request, reply, judge(error).problem);
    },
    clientErrorHandler: refuseBrokenRequest,
  });
}

/** Answers what is not even HTTP, before there is a request to speak of. */
function refuseBrokenRequest(error: { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? problemOf('headers-too-large', 'The headers are larger than this service accepts.')
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? problemOf('request-timeout', 'The request took too long to arrive. Send it again.')
        : problemOf('bad-request', 'This is not a request HTTP/1.1 can be read from.');
  const id = correlationIdOf(undefined);
  const body = problemBody(problem, id);
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\nConnection: close\r\n` +
      `Content-Type: ${PROBLEM_JSON}\r\n${CORRELATION_HEADER}: ${id}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/**
 * Sets up what every request meets: headers of the answer, JSON only, one log line a request. Guard, filter and
 * validation come with `EdgeModule`. Call it before `init` or `listen`.
 */
export function configureHttp(app: NestFastifyApplication, config: Config): void {
  const fastify = app.getHttpAdapter().getInstance();
  const logger = app.get(AppLogger);
  const headers = securityHeaders(config);
  acceptOnlyJson(fastify);
  acceptFiles(fastify, config.attachmentLimitBytes);
  acceptCsv(fastify, `/${IMPORT_PATH}`, IMPORT_LIMIT_BYTES);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers).header(CORRELATION_HEADER, request.id);
    done();
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    // A handler that knows better, because it sets an ETag, says so itself.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    logRequest(logger, request, reply);
    done();
  });
  app.get(OpenApiDocument).set(() => buildOpenApi(app));
  app.enableShutdownHooks();
}

function logRequest(logger: AppLogger, request: FastifyRequest, reply: FastifyReply): void {
  const { person } = request as { person?: { personId: string } };
  logger.info(
    {
      correlationId: request.id,
      method: request.method,
      path: pathOf(request.url),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      ...(person === undefined ? {} : { personId: person.personId }),
    },
    'Request answered',
  );
}

/**
 * Makes the API from its root module, with everything of this folder in place; `listen` is left to the caller.
 *
 * @param root must import `PlatformModule` and `EdgeModule`
 */
export async function createHttpApplication(
  root: Type | DynamicModule,
  config: Config,
): Promise<NestFastifyApplication> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest takes plain options
  const app = await NestFactory.create<NestFastifyApplication>(root, createHttpAdapter(config), {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(AppLogger));
  configureHttp(app, config);
  return app;
}

import type { IncomingMessage } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { DynamicModule, Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  admitOnlyNamed,
  CORRELATION_HEADER,
  correlationIdOf,
  demandOneHost,
  judge,
  limitAddresses,
  loggedPath,
  refuseBrokenRequest,
  refuseOtherMethods,
  serverLimits,
  stopInGoodTime,
} from '#edge';
import type { ActingPerson } from '#identity';
import { AppLogger, type Config } from '#platform';
import { buildOpenApi } from '../openapi/build-openapi.js';
import { IMPORT_LIMIT_BYTES, IMPORT_PATH } from '../imports/import-route.js';
import { OpenApiDocument } from '../openapi/openapi.controller.js';
import { PIPELINE_IMPORT_LIMIT_BYTES, PIPELINE_IMPORT_PATH } from '../pipeline/pipeline-route.js';
import { acceptCsv } from './csv-body.js';
import { acceptFiles } from './file-body.js';
import { acceptOnlyJson } from './json-body.js';
import { PROBLEM_JSON, problemBody, sendProblem } from './problem-filter.js';
import { securityHeaders } from './security-headers.js';

/** Fastify, set up as the edge of the API needs it. */
export function createHttpAdapter(config: Config): FastifyAdapter {
  const headers = securityHeaders(config);
  const { maxParamLength, ...limits } = serverLimits(config);
  return new FastifyAdapter({
    ...limits,
    requestIdHeader: false,
    genReqId: (request: IncomingMessage) => correlationIdOf(request.headers[CORRELATION_HEADER]),
    routerOptions: { maxParamLength },
    // An address the router cannot read reaches no hook and no filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers({ ...headers, [CORRELATION_HEADER]: request.id });
      sendProblem(request, reply, judge(error).problem);
    },
    clientErrorHandler: refuseBrokenRequest((problem) => {
      const id = correlationIdOf(undefined);
      return {
        headers: {
          ...headers,
          'content-type': PROBLEM_JSON,
          'cache-control': 'no-store',
          [CORRELATION_HEADER]: id,
        },
        body: problemBody(problem, id),
      };
    }),
  });
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
  acceptCsv(fastify, {
    [`/${IMPORT_PATH}`]: IMPORT_LIMIT_BYTES,
    [`/${PIPELINE_IMPORT_PATH}`]: PIPELINE_IMPORT_LIMIT_BYTES,
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers).header(CORRELATION_HEADER, request.id);
    done();
  });
  admitOnlyNamed(app.getHttpServer(), config);
  demandOneHost(app);
  stopInGoodTime(app);
  refuseOtherMethods(app);
  limitAddresses(app, { credentialOf: (request) => request.headers.authorization });
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
  const { person } = request as { person?: ActingPerson };
  logger.info(
    {
      correlationId: request.id,
      method: request.method,
      path: loggedPath(request),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      ...(person === undefined ? {} : { personId: person.personId }),
      ...(person?.machine === undefined ? {} : { via: person.machine.kind, machineId: person.machine.id }),
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
  const app = await NestFactory.create<NestFastifyApplication>(root, createHttpAdapter(config), {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(AppLogger));
  configureHttp(app, config);
  return app;
}

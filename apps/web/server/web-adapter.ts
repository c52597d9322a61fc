import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import csrfProtection from '@fastify/csrf-protection';
import formBody from '@fastify/formbody';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SHORT_LIVED_DIGEST } from '#domain';
import {
  admitOnlyNamed,
  CORRELATION_HEADER,
  correlationIdOf,
  demandOneHost,
  limitAddresses,
  loggedPath,
  refuseBrokenRequest,
  refuseOtherMethods,
  serverLimits,
  shapeFaultOf,
  stopInGoodTime,
} from '#edge';
import { AppLogger, badRequest, type Config } from '#platform';
import { fieldsOf } from '../forms/posted-form.js';
import { PAGES_OF_CODES } from '../sign-in/codes/code-of-email.js';
import { ASSETS, serveAssets } from './assets.js';
import { cookiesFor } from './cookies.js';
import { ForeignFormError, needsNoToken } from './foreign-form.js';
import { bareToken } from './form-token.js';
import { pageHeaders, setPageHeaders } from './page-headers.js';
import { takeUploads } from './uploads.js';
import { sessionOf } from './session-of-request.js';

const UNREADABLE_ADDRESS = barePage(
  'Page not found',
  'This is not the address of a page. <a href="/">Go to your home page</a>.',
);

/** A page without a template, for where none can be reached. */
function barePage(title: string, sentence: string): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${sentence}</p></main></body></html>`;
}

/** Fastify, set up as the pages need it. */
export function createWebAdapter(config: Config): FastifyAdapter {
  const { maxParamLength, ...limits } = serverLimits(config);
  return new FastifyAdapter({
    ...limits,
    requestIdHeader: false,
    genReqId: (request: IncomingMessage) => correlationIdOf(request.headers[CORRELATION_HEADER]),
    routerOptions: { maxParamLength, ignoreTrailingSlash: true },
    // An address the router cannot read reaches no hook, no guard and no template.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      setPageHeaders(request, reply, config);
      void reply
        .status(400)
        .header('cache-control', 'no-store')
        .header(CORRELATION_HEADER, request.id)
        .type('text/html; charset=utf-8')
        .send(UNREADABLE_ADDRESS);
    },
    clientErrorHandler: refuseBrokenRequest(({ title, detail }) => ({
      headers: {
        ...pageHeaders(config, ''),
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        [CORRELATION_HEADER]: correlationIdOf(undefined),
      },
      body: barePage(title, detail),
    })),
  });
}

function refuseForeignForm(): never {
  throw new ForeignFormError();
}

/**
 * Sets up what every page meets: cookies, forms, headers, files, one log line a request. Call it before `init` or
 * `listen`.
 */
export async function configureWeb(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const cookies = cookiesFor(config);
  await app.register(cookie);
  await app.register(formBody, { bodyLimit: config.bodyLimitBytes });
  await takeUploads(app, config);
  fastify.addHook('preValidation', (request, _reply, done) => {
    const fault = shapeFaultOf(request.body);
    done(fault === null ? undefined : badRequest(fault));
  });
  await app.register(csrfProtection, {
    cookieKey: cookies.csrf,
    csrfOpts: { algorithm: SHORT_LIVED_DIGEST },
    cookieOpts: { ...cookies.options, sameSite: 'strict' },
    getToken: (request) => {
      const { _csrf: token } = fieldsOf(request.body);
      return typeof token === 'string' ? bareToken(token) : undefined;
    },
  });
  await serveAssets(app);
  fastify.addHook('onRequest', (request, reply, done) => {
    setPageHeaders(request, reply, config);
    void reply.header(CORRELATION_HEADER, request.id);
    done();
  });
  admitOnlyNamed(app.getHttpServer(), config);
  demandOneHost(app);
  stopInGoodTime(app);
  refuseOtherMethods(app);
  limitAddresses(app, {
    credentialOf: (request) => request.cookies[cookies.session],
    free: ASSETS,
    takesCodes: PAGES_OF_CODES,
  });
  fastify.addHook('preValidation', (request, reply, done) => {
    if (request.method === 'GET' || request.method === 'HEAD' || needsNoToken(request)) done();
    else if (request.headers['sec-fetch-site'] === 'cross-site') refuseForeignForm();
    else fastify.csrfProtection(request, checked(reply), done);
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  const logger = app.get(AppLogger);
  fastify.addHook('onResponse', (request, reply, done) => {
    logRequest(logger, request, reply);
    done();
  });
  app.enableShutdownHooks();
}

/** The guard of forms answers for itself; what it would answer becomes a page of ours instead. */
function checked(reply: FastifyReply): FastifyReply {
  return new Proxy(reply, {
    get: (target, name) =>
      name === 'send' ? refuseForeignForm : (Reflect.get(target, name, target) as unknown),
  });
}

function logRequest(logger: AppLogger, request: FastifyRequest, reply: FastifyReply): void {
  const { url = '' } = request.routeOptions;
  if (url.startsWith(ASSETS)) return;
  const session = sessionOf(request);
  logger.info(
    {
      correlationId: request.id,
      method: request.method,
      path: loggedPath(request),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      ...(session === null ? {} : { personId: session.personId }),
    },
    'Page answered',
  );
}

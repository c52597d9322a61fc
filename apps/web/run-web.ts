import 'reflect-metadata';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordAccess } from '#edge';
import { AppLogger, type Config, type Problem } from '#platform';
import { problemPage } from './server/page-filter.js';
import { configureWeb, createWebAdapter } from './server/web-adapter.js';
import { PageViews } from './views/page-views.js';
import { WebModule, type WebParts } from './web.module.js';

/** Pages that answer. */
export interface RunningWeb {
  readonly app: NestFastifyApplication;
  /** Where they answer, without a slash at the end. */
  readonly url: string;
  /** Takes no more requests, finishes what is in hand, and closes every connection. */
  close(): Promise<void>;
}

/** Makes the pages without letting them listen yet. */
export async function createWeb(config: Config, parts: WebParts = {}): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    WebModule.forConfig(config, parts),
    createWebAdapter(config),
    { bodyParser: false, bufferLogs: true, abortOnError: false },
  );
  app.useLogger(app.get(AppLogger));
  await configureWeb(app, config);
  const views = app.get(PageViews);
  recordAccess(app, {
    root: '/',
    refuse: (request: FastifyRequest, reply: FastifyReply, problem: Problem) => {
      const page = problemPage(problem, request.id);
      void reply
        .status(page.status)
        .header('retry-after', '30')
        .header('content-type', 'text/html; charset=utf-8')
        .removeHeader('content-disposition')
        .removeHeader('content-length');
      return views.render(request, reply, page);
    },
  });
  return app;
}

/** Starts the pages in this process, at an address of their own. */
export async function runWeb(config: Config, parts: WebParts = {}): Promise<RunningWeb> {
  const app = await createWeb(config, parts);
  try {
    await app.listen(config.httpPort, config.httpHost);
  } catch (error) {
    await app.close();
    throw error;
  }
  const url = await app.getUrl();
  app.get(AppLogger).info({ url }, 'Pages started');
  return { app, url, close: () => app.close() };
}

/** Pages that answer what another server hands to them. */
export interface MountedWeb {
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  close(): Promise<void>;
}

/** Makes the pages ready to be given requests by a server that has an address already. */
export async function mountWeb(config: Config, parts: WebParts = {}): Promise<MountedWeb> {
  const app = await createWeb(config, parts);
  await app.init();
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.ready();
  return {
    answer: (request, response) => {
      fastify.routing(request, response);
    },
    close: () => app.close(),
  };
}

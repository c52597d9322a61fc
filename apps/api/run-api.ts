import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { recordAccess } from '#edge';
import { AppLogger, type Config } from '#platform';
import { AppModule, type ApiParts } from './app.module.js';
import { describeApi } from './cases/describe-api.js';
import { answerInstead } from './http/problem-filter.js';
import { createHttpApplication } from './http/configure-http.js';
import { OpenApiDocument } from './openapi/openapi.controller.js';

/** An API that answers. */
export interface RunningApi {
  readonly app: NestFastifyApplication;
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  /** Takes no more requests, finishes what is in hand, and closes every connection. */
  close(): Promise<void>;
}

/** The address the API was to listen at is taken, or not to be had. */
export class AddressError extends Error {
  constructor(host: string, port: number, cause: unknown) {
    super(
      `The API cannot listen on ${host}, port ${port}: the port is taken or may not be used. Set HTTP_PORT to another.`,
      { cause },
    );
    this.name = 'AddressError';
  }
}

/** Makes the API without letting it listen yet. */
export async function createApi(config: Config, parts: ApiParts = {}): Promise<NestFastifyApplication> {
  const app = await createHttpApplication(AppModule.forConfig(config, parts), config);
  recordAccess(app, { root: '/api/v1/', refuse: answerInstead });
  app.get(OpenApiDocument).set(() => describeApi(app));
  return app;
}

/**
 * Starts the API in this process.
 *
 * @param parts clock and logger, for tests
 * @throws AddressError when the port is taken
 */
export async function runApi(config: Config, parts: ApiParts = {}): Promise<RunningApi> {
  const app = await createApi(config, parts);
  try {
    await app.listen(config.httpPort, config.httpHost);
  } catch (error) {
    await app.close();
    const code = (error as { code?: string }).code;
    if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL')
      throw new AddressError(config.httpHost, config.httpPort, error);
    throw error;
  }
  const url = await app.getUrl();
  app.get(AppLogger).info({ url }, 'API started');
  return { app, url, close: () => app.close() };
}

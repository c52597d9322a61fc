import type { TestDatabase } from '../../setup/test-database.js';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '#persistence';
import { AppLogger, loadConfig, ManualClock, PlatformModule, type Config } from '#platform';
import { createHttpApplication } from '../../../apps/api/http/configure-http.js';
import { EdgeModule } from '../../../apps/api/http/edge.module.js';
import { freshDatabase, type FreshDatabase } from '../../setup/fresh-database.js';

/** The edge on a real database and a real port, with controllers of a test's own. */
export interface EdgeApp {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly clock: ManualClock;
  readonly database: TestDatabase;
  readonly config: Config;
  /** Everything logged so far. */
  readonly log: () => string;
  close(): Promise<void>;
}

@Module({})
class OneDatabase {
  static of(database: TestDatabase): DynamicModule {
    const provided = { provide: Database, useValue: database };
    return { module: OneDatabase, global: true, providers: [provided], exports: [Database] };
  }
}

@Module({})
class Root {}

/** Starts it; `environment` changes settings. */
export async function startEdge(
  controllers: Type[] = [],
  environment: Record<string, string> = {},
): Promise<EdgeApp> {
  const fresh: FreshDatabase = await freshDatabase(5);
  const config = loadConfig({
    DATABASE_URL: fresh.url,
    PUBLIC_URL: 'http://localhost',
    MAIL_TRANSPORT: 'file',
    MAIL_DIRECTORY: '/nowhere',
    MAIL_FROM: 'no-reply@spend.example',
    ASSURANCE_INBOX: 'assurance@gds.example',
    BODY_LIMIT_BYTES: '20000',
    ...environment,
  });
  const clock = new ManualClock(new Date('2026-05-04T09:00:00Z'));
  const lines: string[] = [];
  const logger = new AppLogger({
    level: 'info',
    destination: { write: (line: string) => void lines.push(line) },
  });
  const app = await createHttpApplication(
    {
      module: Root,
      imports: [PlatformModule.forConfig(config, clock, logger), OneDatabase.of(fresh.database), EdgeModule],
      controllers,
    },
    config,
  );
  await app.listen(0, '127.0.0.1');
  return {
    app,
    url: await app.getUrl(),
    clock,
    database: fresh.database,
    config,
    log: () => lines.join(''),
    close: async () => {
      await app.close();
      await fresh.close();
    },
  };
}

/** An answer, read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  readonly text: string;
}

/** Sends a request and reads the answer as JSON where it is some. */
export async function send(
  url: string,
  init: RequestInit & { json?: unknown; token?: string } = {},
): Promise<Answer> {
  const { json, token, ...rest } = init;
  const headers = new Headers(rest.headers);
  if (json !== undefined) headers.set('content-type', 'application/json');
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  const response = await fetch(url, {
    ...rest,
    headers,
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
    text,
  };
}

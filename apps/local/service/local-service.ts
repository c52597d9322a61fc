import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ID_DIGEST } from '#domain';
import { loadConfig, type Config } from '#platform';
import type { Database } from '#persistence';
import { runApi } from '../../api/run-api.js';
import { mountWeb } from '../../web/run-web.js';
import { WORKER_PARTS } from '../../worker/worker-parts.js';
import { runWorker } from '../../worker/run-worker.js';
import { LOCAL_ORIGIN, localLogKey } from './local-log-key.js';
import { openLocalDatabase } from './local-database.js';
import { serveBoth } from './one-address.js';

/** Everything running in one process on one machine. */
export interface LocalService {
  readonly config: Config;
  /** Address it answers at. */
  readonly url: string;
  stop(): Promise<void>;
}

/** What one machine needs where the environment does not say otherwise. */
function settingsFor(
  folder: string,
  databaseUrl: string,
  logKey: string,
  environment: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const port = environment['HTTP_PORT'] ?? '3000';
  return {
    HTTP_HOST: '127.0.0.1',
    PUBLIC_URL: `http://localhost:${port}`,
    MAIL_TRANSPORT: 'file',
    MAIL_DIRECTORY: join(folder, 'mail'),
    ATTACHMENT_STORAGE: 'folder',
    ATTACHMENT_DIRECTORY: join(folder, 'attachments'),
    MAIL_FROM: 'spend-control@demonstration.example',
    ASSURANCE_INBOX: 'assurance-inbox@government-digital-service.demonstration.example',
    FRAMEWORKS_ADDRESS: 'frameworks@crown-commercial-service.demonstration.example',
    LOG_LEVEL: 'warn',
    LOG_SIGNING_KEY: logKey,
    LOG_ORIGIN: LOCAL_ORIGIN,
    // On one's own machine one key for both will do.
    WEBHOOK_KEY: createHash(ID_DIGEST).update(logKey).digest('hex'),
    WEBHOOK_PRIVATE_ADDRESSES: 'allowed',
    LOG_PUBLISH: pathToFileURL(join(folder, 'checkpoints')).href,
    ...environment,
    HTTP_PORT: port,
    APP_MODE: 'local',
    DATABASE_URL: databaseUrl,
  };
}

/**
 * Starts PostgreSQL, the API, the pages and the worker in this process.
 * @param folder where the data, the attached files and the emails are kept
 * @param fill fills a database that is new
 * @param tell told what somebody who starts it should know
 */
export async function startLocalService(
  folder: string,
  environment: NodeJS.ProcessEnv,
  fill: (database: Database, config: Config) => Promise<void>,
  tell: (line: string) => void = () => undefined,
): Promise<LocalService> {
  await mkdir(folder, { recursive: true });
  // Wrong settings are told before anything is started.
  const logKey = await localLogKey(folder);
  const draft = loadConfig(
    settingsFor(folder, 'postgresql://postgres@127.0.0.1:5432/unused', logKey, environment),
  );
  const database = await openLocalDatabase(folder, (fresh) => fill(fresh, draft), tell);
  try {
    const config = loadConfig(settingsFor(folder, database.url, logKey, environment));
    const web = await mountWeb(config);
    const api = await runApi(config);
    serveBoth(api.app.getHttpServer(), web.answer);
    const worker = await runWorker(config, WORKER_PARTS);
    return {
      config,
      url: api.url,
      stop: async () => {
        await api.close();
        await web.close();
        await worker.stop();
        // Connections closed a moment ago are still known to PostgreSQL, which would complain of them as it stops.
        await new Promise((resume) => setTimeout(resume, 250));
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

// The API in a process of its own, with or without the record of access. Started by `access-log.mjs`.
import 'reflect-metadata';
import { recordAccess } from '../../dist/libs/edge/access/record-access.js';
import { answerInstead } from '../../dist/apps/api/http/problem-filter.js';
import { AppModule } from '../../dist/apps/api/app.module.js';
import { createHttpApplication } from '../../dist/apps/api/http/configure-http.js';
import { AppLogger } from '../../dist/libs/platform/logging/app-logger.js';
import { loadConfig } from '../../dist/libs/platform/config/load-config.js';

const [databaseUrl, recording] = process.argv.slice(2);
const config = loadConfig({
  DATABASE_URL: databaseUrl,
  DATABASE_POOL_SIZE: '8',
  PUBLIC_URL: 'http://localhost',
  MAIL_TRANSPORT: 'file',
  MAIL_DIRECTORY: '/nowhere',
  MAIL_FROM: 'no-reply@bench.example',
  ASSURANCE_INBOX: 'assurance@bench.example',
  RATE_LIMIT_PERSON: '1000000',
  RATE_LIMIT_COSTLY: '1000000',
});
const logger = new AppLogger({ level: 'error' });
const app = await createHttpApplication(AppModule.forConfig(config, { logger }), config);
if (recording === 'on') recordAccess(app, { root: '/api/v1/', refuse: answerInstead });
await app.listen(0, '127.0.0.1');
process.on('message', () => {
  void app.close().then(() => process.disconnect());
});
process.send(await app.getUrl());

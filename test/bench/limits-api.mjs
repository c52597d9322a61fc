// The API in a process of its own, with or without limits of requests. Started by `limits.mjs`.
import 'reflect-metadata';
import { runApi } from '../../dist/apps/api/run-api.js';
import { RequestLimits } from '../../dist/libs/edge/limits/request-limits.js';
import { AppLogger } from '../../dist/libs/platform/logging/app-logger.js';
import { loadConfig } from '../../dist/libs/platform/config/load-config.js';

const [databaseUrl, limiting] = process.argv.slice(2);
const config = loadConfig({
  DATABASE_URL: databaseUrl,
  DATABASE_POOL_SIZE: '8',
  HTTP_HOST: '127.0.0.1',
  HTTP_PORT: '0',
  PUBLIC_URL: 'http://localhost',
  MAIL_TRANSPORT: 'file',
  MAIL_DIRECTORY: '/nowhere',
  MAIL_FROM: 'no-reply@bench.example',
  ASSURANCE_INBOX: 'assurance@bench.example',
  RATE_LIMIT_PERSON: '1000000',
});
if (limiting === 'off') {
  RequestLimits.prototype.take = () => Promise.resolve();
  RequestLimits.prototype.refuseBeyond = () => Promise.resolve();
}
const { app, url, close } = await runApi(config, { logger: new AppLogger({ level: 'error' }) });
// The store is told as often as under the limit that comes with the service, which this bench is far beyond.
app.get(RequestLimits, { strict: false }).limits.person.toldEvery = 30;
process.on('message', () => {
  void close().then(() => process.disconnect());
});
process.send(url);

import { hasDemonstrationAccounts } from '#persistence';
import { AppLogger, loadConfig, type Config } from '#platform';
import { makeDemonstrationPeople } from '../../apps/local/demonstration/accounts.js';
import { demonstrate } from '../../apps/local/demonstration/demonstrate.js';
import { createApi } from '../../apps/api/run-api.js';
import { createWeb } from '../../apps/web/run-web.js';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';

const NOW = new Date('2026-06-01T09:00:00.000Z');
const QUIET = { logger: new AppLogger({ level: 'silent' }) };

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase(4);
});
afterEach(() => fresh.close());

function configFor(appMode: 'local' | 'server'): Config {
  return loadConfig({
    DATABASE_URL: fresh.url,
    APP_MODE: appMode,
    PUBLIC_URL: 'http://localhost',
    MAIL_TRANSPORT: 'file',
    MAIL_DIRECTORY: '/nowhere',
    MAIL_FROM: 'service@tests.example',
    ASSURANCE_INBOX: 'inbox@tests.example',
  });
}

it('are never made outside local mode', async () => {
  const server = configFor('server');
  const refusal = 'APP_MODE must be “local” to load demonstration data';
  await expect(makeDemonstrationPeople(fresh.database, server)).rejects.toThrow(refusal);
  await expect(demonstrate(fresh.database, server, NOW, () => undefined)).rejects.toThrow(refusal);
  expect(await hasDemonstrationAccounts(fresh.database)).toBe(false);
});

it('keep the service from starting outside local mode', async () => {
  await makeDemonstrationPeople(fresh.database, configFor('local'));
  for (const create of [createApi, createWeb]) {
    const local = await create(configFor('local'), QUIET);
    await local.init();
    await local.close();
    const server = await create(configFor('server'), QUIET);
    await expect(server.init()).rejects.toThrow('must not name a database with demonstration accounts');
    await server.close();
  }
});

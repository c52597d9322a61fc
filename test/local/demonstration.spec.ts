import { reviewerLoads } from '#persistence';
import { loadConfig } from '#platform';
import { demonstrate } from '../../apps/local/demonstration/demonstrate.js';
import { freshDatabase } from '../setup/fresh-database.js';

it('the demonstration leaves every reviewer room for the next case', async () => {
  const { database, url, close } = await freshDatabase(10);
  const config = loadConfig({
    DATABASE_URL: url,
    PUBLIC_URL: 'http://localhost',
    APP_MODE: 'local',
    MAIL_TRANSPORT: 'file',
    MAIL_DIRECTORY: '/nowhere',
    MAIL_FROM: 'service@tests.example',
    ASSURANCE_INBOX: 'inbox@tests.example',
  });
  const now = new Date('2026-06-01T09:00:00.000Z');
  await demonstrate(database, config, now, () => undefined);
  const loads = await reviewerLoads(database, now);
  const limit = config.reviewerWorkloadLimit;
  expect(loads.length).toBeGreaterThan(1);
  expect(loads.filter(({ points }) => points >= limit)).toEqual([]);
  await close();
}, 60_000);

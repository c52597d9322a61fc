import { ASSURING_ORGANISATION_KEY } from '#domain';
import { PeopleService } from '#identity';
import { ConfigError, loadConfig, ManualClock, type Config } from '#platform';
import { addFirstAdministrator } from '../../apps/local/first-time/first-administrator.js';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';

const NOW = new Date('2026-05-04T09:00:00.000Z');

let fresh: FreshDatabase;
let organisations: ReadonlyMap<string, string>;
beforeAll(async () => {
  fresh = await freshDatabase();
  const { id } = await new PeopleService(fresh.database, new ManualClock(NOW)).createOrganisation({
    key: ASSURING_ORGANISATION_KEY,
    name: 'Government Digital Service',
    acronym: 'GDS',
    parentId: null,
  });
  organisations = new Map([[ASSURING_ORGANISATION_KEY, id]]);
});
afterAll(() => fresh.close());

function withPassword(password: string): Config {
  return loadConfig({
    APP_MODE: 'server',
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
    PUBLIC_URL: 'https://spend.example',
    MAIL_TRANSPORT: 'file',
    MAIL_DIRECTORY: '/nowhere',
    MAIL_FROM: 'no-reply@spend.example',
    ASSURANCE_INBOX: 'assurance@gds.example',
    PASSWORD_SIGN_IN: 'on',
    BOOTSTRAP_ADMIN_EMAIL: 'administrator@gds.example',
    BOOTSTRAP_ADMIN_PASSWORD: password,
  });
}

it('the first administrator is not made with one of the most common passwords, and is with another', async () => {
  const made = (password: string): Promise<boolean> =>
    addFirstAdministrator(fresh.database, withPassword(password), organisations, NOW);
  await expect(made('1qaz2wsx3edc')).rejects.toThrow(ConfigError);
  expect(await made('seven blue doors at night')).toBe(true);
  expect(await made('another one of my doors')).toBe(false);
});

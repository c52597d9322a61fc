import { ASSURING_ORGANISATION_KEY } from '#domain';
import { INVITATION_PREFIX, InvitationService, looksLikeToken, PeopleService } from '#identity';
import { AppLogger, loadConfig, ManualClock, ProblemError, type Config } from '#platform';
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

const DAY = 24 * 3_600_000;
const EMAIL = 'administrator@gds.example';

function config(passwordSignIn: 'on' | 'off', email = EMAIL): Config {
  return loadConfig({
    APP_MODE: 'server',
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
    PUBLIC_URL: 'https://spend.example',
    MAIL_TRANSPORT: 'file',
    MAIL_DIRECTORY: '/nowhere',
    MAIL_FROM: 'no-reply@spend.example',
    ASSURANCE_INBOX: 'assurance@gds.example',
    PASSWORD_SIGN_IN: passwordSignIn,
    BOOTSTRAP_ADMIN_EMAIL: email,
  });
}

/** What the job does when it runs so many days later. */
const run = (days: number, passwordSignIn: 'on' | 'off' = 'on', email = EMAIL): Promise<boolean> =>
  addFirstAdministrator(
    fresh.database,
    config(passwordSignIn, email),
    organisations,
    new Date(NOW.getTime() + days * DAY),
  );

/** The tokens in the emails that wait to be sent to them, the earliest first. */
async function tokensSent(): Promise<readonly string[]> {
  const rows = await fresh.database.asService().query<{ token: string }>({
    text: `select parameters ->> 'token' as token from email
           where recipient_address = $1 and template = 'invitation' and status = 'queued' order by created_at`,
    values: [EMAIL],
  });
  return rows.map(({ token }) => token);
}

it('the first administrator has no password of the configuration: they are sent a random link that ends and works once', async () => {
  expect(await run(0, 'off')).toBe(true);
  expect(await tokensSent()).toEqual([]);
  const invitations = (days: number): InvitationService =>
    new InvitationService(
      fresh.database,
      new ManualClock(new Date(NOW.getTime() + days * DAY)),
      config('on'),
      new AppLogger({ level: 'fatal' }),
    );
  expect(await run(0)).toBe(false);
  const [first = '', ...more] = await tokensSent();
  expect(more).toEqual([]);
  expect(looksLikeToken(first, INVITATION_PREFIX)).toBe(true);
  // Another run sends no second one while it works, and one anew once it has run out.
  expect(await run(6)).toBe(false);
  expect(await tokensSent()).toEqual([first]);
  expect(await invitations(8).read(first)).toBeNull();
  await run(8);
  const [second = ''] = await tokensSent();
  expect(second).not.toBe(first);
  // What they were sent cannot become their password.
  await expect(invitations(8).accept(second, second)).rejects.toMatchObject({
    problem: { errors: [{ pointer: '/password' }] },
  });
  await expect(invitations(8).accept(second, 'seven blue doors at night')).resolves.toBeDefined();
  await expect(invitations(8).accept(second, 'another one of my doors')).rejects.toThrow(ProblemError);
  await run(20);
  expect(await tokensSent()).toEqual([second]);
  // Nobody else becomes one by the configuration afterwards.
  expect(await run(20, 'on', 'other@gds.example')).toBe(false);
});

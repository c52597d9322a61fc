import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allowSignIn } from '#persistence';
import { prepareDatabase } from '../../apps/local/prepare-database.js';
import { startLocalPostgres, type LocalPostgres } from '../../apps/local/postgres/embedded-postgres.js';
import { TestDatabase } from '../setup/test-database.js';
import { issueCertificates, PROJECT, serviceOf, type Deployment } from './certificates.js';

// A real PostgreSQL with the settings, and the very files, that docker-compose.yml gives the one it starts.

const QUICK = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

let deployment: Deployment;
let stranger: Deployment;
let server: LocalPostgres;
let port: string;

/** The settings of docker-compose.yml, with the paths things have here. */
function settings(): readonly string[] {
  return serviceOf('postgres')
    .command.slice(1)
    .map((word) => deployment.here('postgres', word.replace(/^-c/, '')))
    .map((setting) => setting.replace('/etc/postgresql', deployment.folder));
}

beforeAll(async () => {
  [deployment, stranger] = await Promise.all([issueCertificates(), issueCertificates()]);
  for (const file of ['pg_hba.conf', 'pg_ident.conf'])
    await copyFile(join(PROJECT, 'deploy', 'postgres', file), join(deployment.folder, file));
  const at = { directory: join(deployment.folder, 'db'), port: 0, persistent: true };
  // As the image sets it up, and as one from before there were certificates has it: with passwords.
  const before = await startLocalPostgres({ ...at, settings: QUICK });
  await before.createDatabase('spend');
  const first = new TestDatabase({ url: before.url('postgres'), poolSize: 1 }, 'owner');
  for (const text of [
    `create role spend superuser login password 'of before'`,
    `create role service login password 'of before'`,
    'alter database spend owner to spend',
  ])
    await first.query({ text, values: [] });
  await first.close();
  await before.stop();
  server = await startLocalPostgres({ ...at, settings: [...QUICK, ...settings()] });
  ({ port } = new URL(server.url('spend')));
});
afterAll(async () => {
  await server.stop();
  await Promise.all([deployment.remove(), stranger.remove()]);
});

/** An address of docker-compose.yml, as a part has it here. */
function addressOf(part: string, variable = 'DATABASE_URL'): string {
  const address = serviceOf(part).environment[variable] ?? '';
  return deployment.here(part, address).replace('@postgres:5432', `@localhost:${port}`);
}

interface Connected {
  readonly user: string;
  readonly version: string;
  readonly dn: string;
}

async function connectTo(url: string): Promise<Connected | undefined> {
  const database = new TestDatabase({ url, poolSize: 1 }, 'owner');
  try {
    const [row] = await database.query<Connected>({
      text: `select current_user::text as user, version, client_dn as dn
             from pg_stat_ssl where pid = pg_backend_pid()`,
      values: [],
    });
    return row;
  } finally {
    await database.close();
  }
}

it('brings the database up to date as its owner by a certificate, and leaves nobody a password', async () => {
  const owner = addressOf('migrate', 'MIGRATION_DATABASE_URL');
  const applied = await prepareDatabase(owner, addressOf('migrate'));
  expect(applied.length).toBeGreaterThan(10);
  // Running it again changes nothing.
  await allowSignIn(owner, addressOf('migrate'));
  const database = new TestDatabase({ url: owner, poolSize: 1 }, 'owner');
  const roles = await database.query({
    text: `select rolname as name, rolpassword is null as "hasNone" from pg_authid
           where rolname in ('spend', 'service') order by 1`,
    values: [],
  });
  await database.close();
  expect(roles).toEqual([
    { name: 'service', hasNone: true },
    { name: 'spend', hasNone: true },
  ]);
});

it.each(['api', 'web', 'worker', 'migrate'])(
  'knows %s by its certificate, without any password',
  async (part) => {
    expect(new URL(addressOf(part)).password).toBe('');
    expect(await connectTo(addressOf(part))).toEqual({
      user: 'service',
      version: 'TLSv1.3',
      dn: `/CN=${part}`,
    });
  },
);

const REFUSED: Readonly<Record<string, readonly [() => string, RegExp]>> = {
  'who comes without TLS': [
    () => `postgresql://service@localhost:${port}/spend?sslmode=disable`,
    /no pg_hba\.conf entry .* no encryption/,
  ],
  'who comes without TLS and with a password': [
    () => `postgresql://postgres:local@localhost:${port}/spend`,
    /no pg_hba\.conf entry .* no encryption/,
  ],
  'who has no certificate': [
    () => addressOf('api').replaceAll(/&ssl(cert|key)=[^&]*/g, ''),
    /connection requires a valid client certificate/,
  ],
  'who has a certificate of another authority': [
    () => addressOf('api').replaceAll(/(&ssl(?:cert|key)=)[^&]*(?=\/api\/)/g, `$1${stranger.folder}`),
    /unknown ca/,
  ],
  'a part that serves, as the owner': [
    () => addressOf('api').replace('//service@', '//spend@'),
    /certificate authentication failed for user "spend"/,
  ],
  'a part that has nothing to do with the database': [
    () => addressOf('api').replaceAll(`${deployment.folder}/api/`, `${deployment.folder}/proxy/`),
    /certificate authentication failed for user "service"/,
  ],
  'a part, in another database': [
    () => addressOf('api').replace('/spend?', '/postgres?'),
    /no pg_hba\.conf entry .* database "postgres"/,
  ],
  'a role nobody is let in as, with its password': [
    () => addressOf('api').replace('//service@', '//postgres:local@'),
    /no pg_hba\.conf entry .* user "postgres"/,
  ],
};

it.each(Object.keys(REFUSED))('refuses %s', async (name) => {
  const [address, why] = REFUSED[name]!;
  await expect(connectTo(address())).rejects.toThrow(why);
});

it('is not spoken to where it is not of the deployment’s own authority', async () => {
  const address = addressOf('api').replace(
    /sslrootcert=[^&]*/,
    `sslrootcert=${stranger.file('api', 'authority')}`,
  );
  await expect(connectTo(address)).rejects.toThrow(/certificate/);
});

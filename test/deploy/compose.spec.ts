import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CONFIG_VARIABLES, ConfigError, FILE_SUFFIX, loadConfig, weaknessesOf } from '#platform';
import { CERTIFIED_PARTS } from '../../apps/local/certificates/certified-parts.js';
import { AUTHORITY_FOLDER } from '../../apps/local/certificates/renew-certificates.js';

const PROJECT = join(import.meta.dirname, '..', '..');
const COMPOSE_TEXT = readFileSync(join(PROJECT, 'docker-compose.yml'), 'utf8');

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly ports?: readonly string[];
  readonly container_name?: string;
  readonly volumes?: readonly string[];
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** One `${NAME}`, `${NAME:-default}` or `${NAME:?message}`. */
const SUBSTITUTION = /\$\{([A-Z][A-Z0-9_]*)(?::(-|\?)([^}]*))?\}/g;

/** `.env.example` as pairs. */
const EXAMPLE = Object.fromEntries(
  readFileSync(join(PROJECT, '.env.example'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

/** Fills in one text as Docker Compose does, and fails where it would. */
function filledIn(text: string, env: Readonly<Record<string, string | undefined>>): string {
  return text.replace(SUBSTITUTION, (...[, name, kind, rest = '']: (string | undefined)[]) => {
    const value = env[name ?? ''] ?? '';
    if (value !== '') return value;
    if (kind === '?') throw new Error(rest);
    return kind === '-' ? rest : '';
  });
}

/** The deployment as Docker Compose sees it: read first, then each text filled in. */
function composed(env: Readonly<Record<string, string | undefined>>): Compose {
  const inside = (value: unknown): unknown => {
    if (typeof value === 'string') return filledIn(value, env);
    if (Array.isArray(value)) return value.map(inside);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inside(part)]));
  };
  return inside(parse(COMPOSE_TEXT, { merge: true })) as Compose;
}

const FILLED_IN = {
  ...EXAMPLE,
  LOG_SIGNING_KEY: 'PRIVATE+KEY+log.example+00000000+AAAA',
};
const { services, volumes } = composed(FILLED_IN);
const OURS = ['api', 'web', 'worker', 'migrate'] as const;
/** What does its work once and ends. */
const JOBS = ['certificates', 'migrate'];

function environmentOf(name: string, env: Readonly<Record<string, string | undefined>> = FILLED_IN) {
  const given = Object.entries(composed(env).services[name]?.environment ?? {});
  return Object.fromEntries(
    given.map(([variable, value]) =>
      // What the job with the certificates writes is not there yet.
      value.startsWith('/certificates/') && variable.endsWith(FILE_SUFFIX)
        ? [variable.slice(0, -FILE_SUFFIX.length), 'what is in the file']
        : [variable, value],
    ),
  );
}

describe('the deployment', () => {
  it('has every part', () => {
    expect(Object.keys(services).sort()).toEqual(
      [...OURS, 'certificates', 'clamav', 'mailpit', 'postgres', 'proxy', 'valkey'].sort(),
    );
  });

  it('waits only for what there is, and for its health only where health is checked', () => {
    const waits = Object.entries(services).flatMap(([name, { depends_on }]) =>
      Object.entries(depends_on ?? {}).map(([other, { condition }]) => ({ name, other, condition })),
    );
    expect(waits.length).toBeGreaterThan(5);
    for (const { other, condition } of waits) {
      expect(Object.keys(services)).toContain(other);
      if (condition === 'service_healthy') expect(services[other]?.healthcheck).toBeDefined();
      else expect(JOBS).toContain(other);
    }
  });

  it('checks the health of everything that goes on running', () => {
    const unchecked = Object.entries(services).filter(([, { healthcheck }]) => healthcheck === undefined);
    expect(unchecked.map(([name]) => name).sort()).toEqual(JOBS);
  });

  it.each(['api', 'web', 'worker'])('can run %s several times over', (name) => {
    expect(services[name]?.container_name).toBeUndefined();
    expect(services[name]?.ports).toBeUndefined();
    for (const volume of services[name]?.volumes ?? []) expect(volume).toMatch(/:ro(,|$)/);
  });

  it('shows the outside the proxy alone; the mailbox only this machine', () => {
    const open = Object.entries(services).filter(([, { ports }]) =>
      (ports ?? []).some((port) => !port.startsWith('127.0.0.1:')),
    );
    expect(open.map(([name]) => name)).toEqual(['proxy']);
  });

  it('uses images of a named version, and volumes that are declared', () => {
    for (const { image } of Object.values(services))
      if (image !== 'spend-control-cases') expect(image).toMatch(/:[^:]*\d/);
    const used = Object.values(services).flatMap((service) => service.volumes ?? []);
    for (const volume of used) {
      const [source = ''] = volume.split(':');
      if (source.startsWith('.')) expect(existsSync(join(PROJECT, source))).toBe(true);
      else expect(Object.keys(volumes)).toContain(source);
    }
  });

  it.each([...OURS, 'certificates'])('starts %s from a program there is', (name) => {
    const program = services[name]?.command?.find((word) => word.startsWith('dist/')) ?? '';
    const source = program.replace(/^dist\//, '').replace(/\.js$/, '.ts');
    expect(existsSync(join(PROJECT, source))).toBe(true);
  });

  it('checks health with programs there are', () => {
    const programs = Object.values(services)
      .flatMap(({ healthcheck }) => healthcheck?.test ?? [])
      .filter((word) => word.endsWith('.mjs'));
    expect(programs).toHaveLength(3);
    for (const program of programs) expect(existsSync(join(PROJECT, program))).toBe(true);
  });
});

/** How an address says that the database is to prove who it is, and by which certificate the part does. */
const BY_CERTIFICATE =
  'sslmode=verify-full&sslrootcert=/certificates/authority.pem&sslcert=/certificates/certificate.pem&sslkey=/certificates/key.pem';

describe('what the services are told', () => {
  const known = new Set<string>(CONFIG_VARIABLES.map(({ name }) => name));

  it.each(OURS)('is known to %s, every word of it', (name) => {
    expect(Object.keys(environmentOf(name)).filter((variable) => !known.has(variable))).toEqual([]);
  });

  it.each(OURS)('is all that %s needs, for the mailbox', (name) => {
    const config = loadConfig(environmentOf(name));
    expect(config).toMatchObject({
      appMode: 'server',
      databaseUrl: `postgresql://service@postgres:5432/spend?${BY_CERTIFICATE}`,
      redisUrl: 'rediss://valkey:6379',
      mailTransport: 'smtp',
      smtpUrl: 'smtp://worker@mailpit:1025',
    });
  });

  it.each(OURS)('is all that %s needs, for GOV.UK Notify', (name) => {
    const env = {
      ...FILLED_IN,
      MAIL_TRANSPORT: 'notify',
      NOTIFY_API_KEY: 'key',
      NOTIFY_TEMPLATE_ID: '2f0f7a2e-6c7f-4b8b-9a71-2f1d0f6a6a11',
    };
    expect(loadConfig(environmentOf(name, env)).mailTransport).toBe('notify');
    expect(() => loadConfig(environmentOf(name, { ...env, NOTIFY_API_KEY: '' }))).toThrow(ConfigError);
  });

  it('brings the first administrator to the job that makes it, and to nothing else', () => {
    const env = { ...FILLED_IN, BOOTSTRAP_ADMIN_EMAIL: 'admin@gds.example' };
    expect(loadConfig(environmentOf('migrate', env)).bootstrapAdminEmail).toBe('admin@gds.example');
    for (const name of ['api', 'web', 'worker'])
      expect(loadConfig(environmentOf(name, env)).bootstrapAdminEmail).toBeNull();
  });

  it('has every service speak of the same database', () => {
    const { POSTGRES_USER: user, POSTGRES_DB: name } = environmentOf('postgres');
    const owner = `postgresql://${String(user)}@postgres:5432/${String(name)}?${BY_CERTIFICATE}`;
    expect(environmentOf('migrate')['MIGRATION_DATABASE_URL']).toBe(owner);
    for (const service of OURS) {
      const url = new URL(environmentOf(service)['DATABASE_URL'] ?? '');
      expect(url.pathname).toBe(new URL(owner).pathname);
      expect(url.host).toBe(new URL(owner).host);
      expect(url.username).not.toBe(user);
    }
  });

  it('gives the owner of the tables to the job that brings them up to date, and to nothing that serves', () => {
    const identities = readFileSync(join(PROJECT, 'deploy', 'postgres', 'pg_ident.conf'), 'utf8');
    expect(identities).toMatch(/^owner\s+migrate\s+spend$/m);
    for (const name of ['api', 'web', 'worker']) {
      expect(loadConfig(environmentOf(name)).migrationDatabaseUrl).toBeNull();
      expect(identities).not.toMatch(new RegExp(`^owner\\s+${name}\\s`, 'm'));
    }
  });

  it.each(['api', 'web'])('has %s believe the proxy, on their private network, and nobody else', (name) => {
    expect(loadConfig(environmentOf(name)).trustedProxies).toBe('uniquelocal');
    expect(services[name]?.ports).toBeUndefined();
    // It must set X-Forwarded-For itself, rather than pass on what a caller says: it trusts no proxy in front of it.
    expect(readFileSync(join(PROJECT, 'deploy', 'Caddyfile'), 'utf8')).not.toContain('trusted_proxies');
  });

  it.each(['api', 'web'])('has %s listen where the proxy and the health check look', (name) => {
    const port = environmentOf(name)['HTTP_PORT'];
    expect(port).toBe('3000');
    expect(readFileSync(join(PROJECT, 'deploy', 'Caddyfile'), 'utf8')).toMatch(
      new RegExp(`name ${name}\\s+port 3000\\s`),
    );
  });
});

describe('the proxy', () => {
  it('sends people on to HTTPS, and refuses programs that come without', () => {
    const caddyfile = readFileSync(join(PROJECT, 'deploy', 'Caddyfile'), 'utf8').replaceAll(/\s+/g, ' ');
    expect(caddyfile).toContain('auto_https disable_redirects');
    expect(caddyfile).toMatch(
      /http:\/\/ { @programs path \/api\/\* \/health\/\* handle @programs { respond "[^"]+" 403 } handle { redir https:\/\/{host}{uri} 308 } }/,
    );
  });
});

describe('the log of the proxy', () => {
  const caddyfile = readFileSync(join(PROJECT, 'deploy', 'Caddyfile'), 'utf8');

  it('has no key of an invitation, nothing searched for, and no code of a sign-in', () => {
    const [, pattern = '', instead = ''] = /request>uri regexp (\S+) (\S+)/.exec(caddyfile) ?? [];
    const logged = (uri: string): string => uri.replaceAll(new RegExp(pattern, 'g'), instead);
    expect(logged('/invitations/sci_abc?x=1')).toBe('[left-out][left-out]');
    expect(logged('/password-reset/scr_abc')).toBe('[left-out]');
    expect(logged('/api/v1/cases?text=hosting&state=draft')).toBe('/api/v1/cases[left-out]');
    expect(logged('/sign-in/records/return?code=abc&state=def')).toBe('/sign-in/records/return[left-out]');
    expect(logged('/cases/DT-3HDJ-MFXJ')).toBe('/cases/DT-3HDJ-MFXJ');
  });

  it('has no headers that say who somebody is, or where they were', () => {
    for (const name of ['Authorization', 'Cookie', 'Referer'])
      expect(caddyfile).toContain(`request>headers>${name} delete`);
  });
});

describe('secrets', () => {
  it.each(['LOG_SIGNING_KEY', 'PUBLIC_URL', 'SITE_ADDRESS', 'MAIL_FROM', 'ASSURANCE_INBOX'])(
    '%s must be set, and whoever forgets is told',
    (name) => {
      expect(() => composed({ ...FILLED_IN, [name]: '' })).toThrow(`Set ${name} in .env`);
    },
  );

  it('are nowhere in the files: what is secret comes from outside', () => {
    expect(EXAMPLE['LOG_SIGNING_KEY']).toBe('');
    const written = (parse(COMPOSE_TEXT, { merge: true }) as Compose).services;
    const secret = CONFIG_VARIABLES.filter((variable) => variable.secret).map(({ name }) => name);
    for (const { environment = {} } of Object.values(written))
      for (const name of secret) {
        const literal = (environment[name] ?? '')
          .replaceAll(SUBSTITUTION, '')
          .replace(`?${BY_CERTIFICATE}`, '');
        // What is left may be an address, but with nothing after the user's name that is secret.
        expect(literal).toMatch(/^([a-z]+:\/\/([a-z]+@)?[a-z]+(:\d+)?(\/[a-z]+)?)?$/);
      }
  });

  it('have a place in .env.example each, and nothing there is without use', () => {
    const used = [...COMPOSE_TEXT.matchAll(SUBSTITUTION)];
    const needed = used.filter(([, , kind]) => kind === '?').map(([, name]) => name);
    for (const name of needed) expect(Object.keys(EXAMPLE)).toContain(name);
    const names = new Set(used.map(([, name]) => name));
    expect(Object.keys(EXAMPLE).filter((name) => !names.has(name))).toEqual([]);
  });

  it('may come as files, as Docker secrets are given', () => {
    for (const { name } of CONFIG_VARIABLES.filter((variable) => variable.secret))
      expect(() => loadConfig({ ...environmentOf('api'), [name]: '', [`${name}_FILE`]: '/nowhere' })).toThrow(
        `${name}_FILE must name a file`,
      );
  });

  it('are strong enough to start with, where the address has TLS', () => {
    const filled = { ...FILLED_IN, PUBLIC_URL: 'https://spend.example' };
    for (const name of OURS) {
      const serves = name === 'api' || name === 'web';
      expect(weaknessesOf(loadConfig(environmentOf(name, filled)), serves)).toEqual([]);
    }
    const weak = {
      ...FILLED_IN,
      PUBLIC_URL: 'http://spend.example',
      SMTP_URL: 'smtp://mail:25?requireTLS=false',
    };
    expect(weaknessesOf(loadConfig(environmentOf('web', weak)))).toHaveLength(2);
  });

  it('are not committed with .env', () => {
    expect(readFileSync(join(PROJECT, '.gitignore'), 'utf8').split('\n')).toContain('.env');
  });
});

describe('the connections between the parts', () => {
  it('are never named as ones that may go without TLS', () => {
    expect(COMPOSE_TEXT).not.toMatch(
      /(redis|http|smtp):\/\/(valkey|api|web|postgres|mailpit|clamav)|requireTLS=false/,
    );
    for (const name of OURS) {
      expect(environmentOf(name)['PLAIN_CONNECTIONS']).toBe('');
      expect(environmentOf(name)['SMTP_URL']).not.toMatch(/requireTLS=false|ignoreTLS/);
    }
  });

  it('need certificates: each part has a folder of its own, the authority’s key is the job’s alone', () => {
    const mounts = Object.entries(services).flatMap(([service, { volumes: mounted = [] }]) =>
      mounted
        .filter((volume) => volume.startsWith('certificates-'))
        .map((volume) => {
          const [source = '', target = '', how] = volume.split(':');
          return { service, of: source.replace('certificates-', ''), target, how };
        }),
    );
    const parts = CERTIFIED_PARTS.map(({ name }) => name).sort();
    const ofTheJob = mounts.filter(({ service }) => service === 'certificates');
    expect(ofTheJob.map(({ of }) => of).sort()).toEqual([...parts, AUTHORITY_FOLDER].sort());
    for (const { of, target, how } of ofTheJob)
      expect([target, how]).toEqual([`/certificates/${of}`, undefined]);
    const ofParts = mounts.filter(({ service }) => service !== 'certificates');
    expect(ofParts.map(({ of }) => of).sort()).toEqual(parts);
    for (const { service, of, target, how } of ofParts)
      expect([of, target, how]).toEqual([service, '/certificates', 'ro']);
  });

  it('wait for the certificates, which are issued by a job without a network', () => {
    const job = (
      parse(COMPOSE_TEXT, { merge: true }) as { services: Record<string, Record<string, unknown>> }
    ).services['certificates'];
    expect(job).toMatchObject({
      network_mode: 'none',
      cap_drop: ['ALL'],
      cap_add: ['CHOWN', 'DAC_OVERRIDE'],
      read_only: true,
    });
    const waitFor = (name: string): readonly string[] =>
      Object.keys(services[name]?.depends_on ?? {}).flatMap((other) => [other, ...waitFor(other)]);
    for (const { name } of CERTIFIED_PARTS) expect(waitFor(name)).toContain('certificates');
  });

  it('have no lasting password: none for the database is left, and what the image wants is random', () => {
    expect(COMPOSE_TEXT + readFileSync(join(PROJECT, '.env.example'), 'utf8')).not.toMatch(
      /DATABASE_PASSWORD|POSTGRES_PASSWORD[:=}]|POSTGRES_HOST_AUTH_METHOD/,
    );
    expect(environmentOf('postgres')['POSTGRES_PASSWORD_FILE']).toBe('/proc/sys/kernel/random/uuid');
  });

  it.each(['api', 'web'])(
    'have %s ask whoever connects for a certificate: the proxy’s, and its own to ask how it is',
    (name) => {
      expect(loadConfig(environmentOf(name))).toMatchObject({
        httpTlsCertificate: '/certificates/certificate.pem',
        httpTlsKey: '/certificates/key.pem',
        httpTlsClientAuthority: '/certificates/authority.pem',
        httpTlsClients: `proxy ${name}`,
      });
      const caddyfile = readFileSync(join(PROJECT, 'deploy', 'Caddyfile'), 'utf8')
        .replaceAll(/^\s*#.*$/gm, '')
        .replaceAll(/\s+/g, ' ');
      expect(caddyfile).toContain(
        `transport http { tls tls_server_name ${name} tls_trust_pool file /certificates/authority.pem tls_client_auth /certificates/certificate.pem /certificates/key.pem } header_up Host {http.request.hostport}`,
      );
    },
  );

  it('reach the scanner by a socket in memory, and by no network', () => {
    const clamd = readFileSync(join(PROJECT, 'deploy', 'clamav', 'clamd.conf'), 'utf8');
    expect(clamd).not.toMatch(/^TCP/m);
    expect(clamd).toMatch(/^LocalSocket \/run\/clamav\/clamd\.sock$/m);
    expect(services['clamav']?.volumes).toContain('scanner-socket:/run/clamav:nocopy');
    expect(volumes['scanner-socket']).toMatchObject({ driver_opts: { type: 'tmpfs' } });
    for (const name of ['api', 'web', 'worker']) {
      expect(services[name]?.volumes).toContain('scanner-socket:/run/scanner:ro,nocopy');
      expect(environmentOf(name)).toMatchObject({ CLAMAV_SOCKET: '/run/scanner/clamd.sock' });
    }
  });
});

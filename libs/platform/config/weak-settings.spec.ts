import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, loadConfig } from './load-config.js';
import { refuseWeakSettings, SECRET_VARIABLES, weaknessesOf } from './weak-settings.js';

const STRONG = {
  DATABASE_URL: 'postgresql://service:5f0c2b9e7a1d4c6832b0@db:5432/spend?sslmode=verify-full',
  PUBLIC_URL: 'https://spend.example',
  MAIL_TRANSPORT: 'smtp',
  SMTP_URL: 'smtp://mail:25',
  MAIL_FROM: 'no-reply@spend.example',
  ASSURANCE_INBOX: 'assurance@gds.example',
};

/** The variables complained about. */
function weak(env: Record<string, string>): (string | undefined)[] {
  return weaknessesOf(loadConfig({ ...STRONG, ...env })).map((problem) => problem.split(' ')[0]);
}

function database(password: string, host = 'db'): string {
  return `postgresql://service:${encodeURIComponent(password)}@${host}:5432/spend?sslmode=verify-full`;
}

describe('a deployment', () => {
  it('starts with strong settings', () => {
    expect(weak({})).toEqual([]);
    const key = 'aKeyOfWebhooksThatIsLongEnoughForTheService0';
    expect(weak({ WEBHOOK_KEY: key, WEBHOOK_RETIRING_KEY: key })).toEqual(['WEBHOOK_RETIRING_KEY']);
    expect(() => {
      refuseWeakSettings(loadConfig(STRONG));
    }).not.toThrow();
  });

  it('does not start where Node.js was told to check no certificate, on a machine of one’s own it does', () => {
    const told = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    expect(() => {
      refuseWeakSettings(loadConfig(STRONG), false, told);
    }).toThrow('NODE_TLS_REJECT_UNAUTHORIZED');
    expect(() => {
      refuseWeakSettings(loadConfig({ ...STRONG, APP_MODE: 'local' }), false, told);
    }).not.toThrow();
  });

  it.each([
    ['PUBLIC_URL', 'http://spend.example'],
    ['DATABASE_URL', database('password')],
    ['DATABASE_URL', database('Change_Me')],
    ['DATABASE_URL', database('service')],
    ['DATABASE_URL', database('postgres123')],
    ['DATABASE_URL', database('passwordpassword')],
    ['DATABASE_URL', database('aaaaaaaaaaaaaaaaaaaa')],
    ['DATABASE_URL', database('short-but-odd')],
    ['MIGRATION_DATABASE_URL', database('secret')],
    ['WEBHOOK_PRIVATE_ADDRESSES', 'allowed'],
    ['TRUSTED_PROXIES', '0.0.0.0/0'],
    ['TRUSTED_PROXIES', 'loopback, ::/0'],
  ])('does not start with %s set to %s', (name, value) => {
    expect(weak({ [name]: value })).toEqual([name]);
  });

  const OPEN: readonly (readonly [string, string, Record<string, string>])[] = [
    ['database', 'DATABASE_URL', { DATABASE_URL: STRONG.DATABASE_URL.replace('?sslmode=verify-full', '') }],
    ['database', 'DATABASE_URL', { DATABASE_URL: STRONG.DATABASE_URL.replace('verify-full', 'prefer') }],
    ['database', 'DATABASE_URL', { DATABASE_URL: STRONG.DATABASE_URL.replace('verify-full', 'no-verify') }],
    [
      'database',
      'MIGRATION_DATABASE_URL',
      { MIGRATION_DATABASE_URL: STRONG.DATABASE_URL.replace('verify-full', 'disable') },
    ],
    ['queue', 'REDIS_URL', { REDIS_URL: 'redis://valkey:6379' }],
    ['mail', 'SMTP_URL', { SMTP_URL: 'smtp://mail:25?requireTLS=false' }],
    ['mail', 'SMTP_URL', { SMTP_URL: 'smtp://mail:25?ignoreTLS=true' }],
    ['files', 'S3_ENDPOINT', { S3_ENDPOINT: 'http://store:9000' }],
    ['scanner', 'CLAMAV_SOCKET', { MALWARE_SCANNER: 'clamav', CLAMAV_HOST: 'clamav' }],
  ];

  it.each(OPEN)(
    'does not start without TLS to its %s (%s), unless that is let be by name',
    (name, variable, env) => {
      expect(weak(env)).toEqual([variable]);
      const others = ['database', 'queue', 'mail', 'files', 'scanner', 'proxy'].filter(
        (other) => other !== name,
      );
      expect(weak({ ...env, PLAIN_CONNECTIONS: others.join(' ') })).toEqual([variable]);
      expect(weak({ ...env, PLAIN_CONNECTIONS: name })).toEqual([]);
      expect(weak({ ...env, APP_MODE: 'local' })).toEqual([]);
    },
  );

  const STRAY: readonly (readonly [string, string, string])[] = [
    ['SMTP_URL', 'requireTLS', 'smtp://mail:25?requireTLS=0'],
    ['SMTP_URL', 'requireTLS', 'smtp://mail:25?requireTLS=true&requireTLS=false'],
    ['SMTP_URL', 'ignoreTLS', 'smtp://mail:25?ignoreTLS=1'],
    ['SMTP_URL', 'secure', 'smtps://mail:465?secure=false'],
    ['SMTP_URL', 'tls.rejectUnauthorized', 'smtp://mail:25?tls.rejectUnauthorized=false'],
    ['REDIS_URL', 'host', 'redis://localhost:6379?host=away.example'],
    ['REDIS_URL', 'tls', 'rediss://valkey:6379?tls=none'],
    ...['DATABASE_URL', 'MIGRATION_DATABASE_URL'].flatMap((name) =>
      (
        [
          ['sslmode', `${STRONG.DATABASE_URL}&sslmode=disable`],
          ['sslmode', STRONG.DATABASE_URL.replace('verify-full', 'verify-full%20')],
          ['host', 'postgresql://u@localhost/x?host=db.example'],
          ['uselibpqcompat', STRONG.DATABASE_URL.replace('verify-full', 'require&uselibpqcompat=true')],
          ['ssl', `${STRONG.DATABASE_URL}&ssl=0`],
          ['user', `${STRONG.DATABASE_URL}&user=another`],
          ['a parameter', STRONG.DATABASE_URL.replace('sslmode', 'ss%6Cmode')],
        ] as const
      ).map(([parameter, address]) => [name, parameter, address] as const),
    ),
  ];

  it.each(STRAY)(
    'does not start where %s has %s so that it could go without TLS unseen',
    (name, parameter, value) => {
      for (const also of [{}, { PLAIN_CONNECTIONS: 'database queue mail' }]) {
        const problems = weaknessesOf(loadConfig({ ...STRONG, [name]: value, ...also }));
        const [problem] = problems.filter((sentence) => sentence.includes(parameter));
        expect(problem).toMatch(new RegExp(`^${name} has `));
        // Neither what it is set to nor where it leads.
        expect(problem).not.toMatch(/=|\.example/);
      }
      expect(weak({ [name]: value, APP_MODE: 'local' })).toEqual([]);
    },
  );

  it('does not answer plain HTTP to other machines, unless that is let be by name', () => {
    const served = (env: Record<string, string>) =>
      weaknessesOf(loadConfig({ ...STRONG, ...env }), true).map((problem) => problem.split(' ')[0]);
    expect(served({})).toEqual(['HTTP_TLS_CERTIFICATE']);
    expect(served({ PLAIN_CONNECTIONS: 'database mail' })).toEqual(['HTTP_TLS_CERTIFICATE']);
    for (const env of [
      { HTTP_TLS_CERTIFICATE: '/certificate.pem', HTTP_TLS_KEY: '/key.pem' },
      { HTTP_HOST: '127.0.0.1' },
      { HTTP_HOST: 'localhost' },
      { PLAIN_CONNECTIONS: 'proxy' },
      { APP_MODE: 'local' },
    ])
      expect(served(env as unknown as Record<string, string>)).toEqual([]);
  });

  it('needs no TLS to this machine itself, and takes every way of asking for it', () => {
    for (const env of [
      { DATABASE_URL: 'postgresql://service:5f0c2b9e7a1d4c6832b0@127.0.0.1:5432/spend' },
      { DATABASE_URL: 'postgresql://service@db/spend?host=/var/run/postgresql' },
      { DATABASE_URL: STRONG.DATABASE_URL.replace('verify-full', 'require') },
      {
        DATABASE_URL:
          'postgresql://service@db:5432/spend?sslmode=verify-full&sslrootcert=/a.pem&sslcert=/b.pem&sslkey=/c.pem&application_name=api&connect_timeout=5',
      },
      { REDIS_URL: 'rediss://valkey:6379' },
      { REDIS_URL: 'redis://localhost:6379' },
      { SMTP_URL: 'smtps://mail:465' },
      { SMTP_URL: 'smtp://localhost:25?requireTLS=false' },
      { S3_ENDPOINT: 'https://store:9000' },
      { MALWARE_SCANNER: 'clamav', CLAMAV_HOST: '127.0.0.1' },
      { MALWARE_SCANNER: 'clamav', CLAMAV_SOCKET: '/run/clamd.sock' },
    ])
      expect(weak(env as unknown as Record<string, string>)).toEqual([]);
  });

  it('does not start with mail keys sent in the open', () => {
    const notify = {
      MAIL_TRANSPORT: 'notify',
      NOTIFY_API_KEY: 'key',
      NOTIFY_TEMPLATE_ID: '2f0f7a2e-6c7f-4b8b-9a71-2f1d0f6a6a11',
    };
    expect(weak({ ...notify, NOTIFY_URL: 'http://notify.example' })).toEqual(['NOTIFY_URL']);
    expect(weak(notify)).toEqual([]);
  });

  it('may reach what is on the machine itself plainly: nothing is on the way', () => {
    expect(
      weak({ PUBLIC_URL: 'http://localhost:8080', DATABASE_URL: database('postgres', '127.0.0.1') }),
    ).toEqual([]);
  });

  it('is told everything at once, and never what was set', () => {
    const config = loadConfig({
      ...STRONG,
      PUBLIC_URL: 'http://spend.example',
      DATABASE_URL: database('letmein99'),
    });
    expect(() => {
      refuseWeakSettings(config);
    }).toThrow(/PUBLIC_URL [^\n]+\n {2}DATABASE_URL/);
    expect(weaknessesOf(config).join()).not.toContain('letmein99');
  });
});

describe('one machine of one’s own', () => {
  it('may do as it likes', () => {
    expect(
      weak({ APP_MODE: 'local', PUBLIC_URL: 'http://anywhere.example', DATABASE_URL: database('password') }),
    ).toEqual([]);
  });
});

describe('a secret in a file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function fileOf(text: string): string {
    const file = join(folder, `secret-${String(text.length)}`);
    writeFileSync(file, text);
    return file;
  }

  it.each(SECRET_VARIABLES)('can be %s', (name) => {
    const value = name.endsWith('DATABASE_URL')
      ? database('5f0c2b9e7a1d4c6832b0')
      : {
          REDIS_URL: 'redis://cache:6379',
          SMTP_URL: 'smtp://mail:25',
          SIGN_IN_PROVIDERS: '[]',
          WEBHOOK_KEY: 'w'.repeat(32),
          WEBHOOK_RETIRING_KEY: 'v'.repeat(32),
        }[name];
    const keys =
      name.includes('SIGNING') || name.includes('RETIRING') ? 'PRIVATE+KEY+a+b+c' : 'long enough text';
    const text = value ?? keys;
    const env = {
      ...STRONG,
      S3_ACCESS_KEY_ID: '',
      [name]: '',
      [`${name}_FILE`]: fileOf(`${text}\n`),
    };
    if (name === 'S3_SECRET_ACCESS_KEY') env.S3_ACCESS_KEY_ID = 'some key';
    expect(Object.values(loadConfig(env))).toContain(text);
  });

  it('is refused beside the same secret in the environment, when it is empty, and when it is not there', () => {
    const file = fileOf('redis://cache:6379');
    for (const env of [
      { REDIS_URL: 'redis://other:6379', REDIS_URL_FILE: file },
      { REDIS_URL_FILE: fileOf('  ') },
      { REDIS_URL_FILE: join(folder, 'nowhere') },
    ])
      expect(() => loadConfig({ ...STRONG, ...env })).toThrow(ConfigError);
  });

  it('is not how what is no secret is set', () => {
    expect(loadConfig({ ...STRONG, HTTP_PORT_FILE: fileOf('4000') }).httpPort).toBe(3000);
  });
});

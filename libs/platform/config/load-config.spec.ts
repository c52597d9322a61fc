import { CONFIG_VARIABLES } from './config-variables.js';
import { Config } from './config.js';
import { ConfigError, loadConfig } from './load-config.js';

const SMALLEST = {
  DATABASE_URL: 'postgresql://spend:secret@db:5432/spend',
  PUBLIC_URL: 'https://spend.example/',
  MAIL_TRANSPORT: 'file',
  MAIL_DIRECTORY: '/tmp/mail',
  MAIL_FROM: 'Spend control <no-reply@spend.example>',
  ASSURANCE_INBOX: 'assurance@gds.example',
};

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

/** The variables complained about, in order. */
function wrong(env: Record<string, string | undefined>): (string | undefined)[] {
  return problemsOf(env).map((problem) => problem.split(' ')[0]);
}

describe('the configuration', () => {
  it('fills in what may be left out', () => {
    const config = loadConfig(SMALLEST);
    expect(config).toBeInstanceOf(Config);
    expect(config).toMatchObject({
      appMode: 'server',
      databasePoolSize: 10,
      httpHost: '0.0.0.0',
      httpPort: 3000,
      publicUrl: 'https://spend.example',
      redisUrl: null,
      notifyUrl: 'https://api.notifications.service.gov.uk',
      tokenHours: 12,
      sessionIdleMinutes: 30,
      sessionHours: 12,
      passwordSignIn: 'off',
      signInProviders: null,
      signInProviderSeconds: 5,
      stepUpAbovePence: 2_000_000_000,
      stepUpMinutes: 15,
      logLevel: 'info',
      bodyLimitBytes: 1_048_576,
      trustedProxies: null,
      rateLimitPerson: 600,
      rateLimitAddress: 300,
      statementTimeoutSeconds: 10,
      databaseAnswerSeconds: 12,
      securityContact: null,
      bootstrapAdminEmail: null,
    });
  });

  it('names every wrong variable at once, in plain sentences', () => {
    const problems = problemsOf({
      APP_MODE: 'cloud',
      DATABASE_URL: 'mysql://db/spend',
      DATABASE_POOL_SIZE: '0',
      HTTP_PORT: '99999',
      PUBLIC_URL: 'spend',
      MAIL_TRANSPORT: 'pigeon',
      TOKEN_HOURS: '1.5',
      SESSION_IDLE_MINUTES: '4',
      SESSION_HOURS: '25',
      PASSWORD_SIGN_IN: 'maybe',
      LOG_LEVEL: 'loud',
      TRUSTED_PROXIES: '10.0.0.0/33',
      RATE_LIMIT_PERSON: '5',
      SECURITY_CONTACT: 'nobody',
    });
    expect(problems).toEqual([
      'APP_MODE must be “local” or “server”.',
      'DATABASE_URL must be the address of a PostgreSQL database, postgresql://user:password@host:port/name.',
      'DATABASE_POOL_SIZE must be a whole number from 1 to 200.',
      'HTTP_PORT must be a whole number from 0 to 65535.',
      'PUBLIC_URL must be the http or https address people reach the service at.',
      'MAIL_TRANSPORT must be “file”, “smtp” or “notify”.',
      'ASSURANCE_INBOX must be the shared email address of the GDS Assurance team.',
      'TOKEN_HOURS must be a whole number from 1 to 168.',
      'SESSION_IDLE_MINUTES must be a whole number from 5 to 480.',
      'SESSION_HOURS must be a whole number from 1 to 24.',
      'PASSWORD_SIGN_IN must be “on” or “off”.',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
      'TRUSTED_PROXIES must be addresses, networks such as 10.1.0.0/16, “loopback”, “linklocal” or “uniquelocal”, separated by commas.',
      'RATE_LIMIT_PERSON must be a whole number from 10 to 1000000.',
      'SECURITY_CONTACT must be mailto: and an email address, or an https address.',
    ]);
  });

  it('asks for what the chosen way of sending mail needs, and for nothing else', () => {
    const rest = { ...SMALLEST, MAIL_DIRECTORY: undefined, MAIL_FROM: undefined };
    expect(wrong(rest)).toEqual(['MAIL_DIRECTORY', 'MAIL_FROM']);
    expect(wrong({ ...rest, MAIL_TRANSPORT: 'smtp' })).toEqual(['MAIL_FROM', 'SMTP_URL']);
    expect(wrong({ ...rest, MAIL_TRANSPORT: 'notify' })).toEqual(['NOTIFY_API_KEY', 'NOTIFY_TEMPLATE_ID']);
    expect(
      wrong({
        ...rest,
        MAIL_TRANSPORT: 'notify',
        NOTIFY_API_KEY: 'key',
        NOTIFY_TEMPLATE_ID: '2f0f7a2e-6c7f-4b8b-9a71-2f1d0f6a6a11',
      }),
    ).toEqual([]);
  });

  it('takes tokens for programs that last no longer than the longest', () => {
    expect(loadConfig(SMALLEST)).toMatchObject({ machineTokenDays: 90, machineTokenLongestDays: 365 });
    expect(wrong({ ...SMALLEST, MACHINE_TOKEN_LONGEST_DAYS: '90' })).toEqual([]);
    expect(wrong({ ...SMALLEST, MACHINE_TOKEN_LONGEST_DAYS: '89' })).toEqual(['MACHINE_TOKEN_LONGEST_DAYS']);
    expect(wrong({ ...SMALLEST, MACHINE_TOKEN_DAYS: '366', MACHINE_TOKEN_LONGEST_DAYS: '400' })).toEqual([
      'MACHINE_TOKEN_DAYS',
      'MACHINE_TOKEN_LONGEST_DAYS',
    ]);
  });

  it('trusts issuers that are reached safely, and others on one’s own machine alone', () => {
    const two = 'https://login.example/realms/a https://other.example';
    expect(loadConfig({ ...SMALLEST, MACHINE_ISSUERS: two })).toMatchObject({
      machineIssuers: two,
      machineAudience: null,
    });
    for (const issuers of [
      'http://login.example',
      `${two} http://127.0.0.1:4000`,
      'login.example',
      'file:///etc/passwd',
      'https://user:secret@login.example',
      'https://login.example?tenant=a',
      'https://login.example#a',
    ])
      expect(wrong({ ...SMALLEST, MACHINE_ISSUERS: issuers })).toEqual(['MACHINE_ISSUERS']);
    const local = { ...SMALLEST, APP_MODE: 'local', MACHINE_ISSUERS: 'http://127.0.0.1:4000' };
    expect(wrong(local)).toEqual([]);
    expect(wrong({ ...local, MACHINE_ISSUERS: 'ftp://127.0.0.1' })).toEqual(['MACHINE_ISSUERS']);
    expect(wrong({ ...SMALLEST, MACHINE_AUDIENCE: 'two words' })).toEqual(['MACHINE_AUDIENCE']);
    const lenient = {
      ...SMALLEST,
      MACHINE_ISSUERS: two,
      MACHINE_ISSUERS_WITH_SHORT_KEYS: 'https://other.example',
    };
    expect(wrong(lenient)).toEqual([]);
    expect(wrong({ ...lenient, MACHINE_ISSUERS: 'https://login.example' })).toEqual([
      'MACHINE_ISSUERS_WITH_SHORT_KEYS',
    ]);
  });

  it('wants an address of the first administrator that is one, where one is named', () => {
    for (const PASSWORD_SIGN_IN of ['on', 'off'])
      expect(wrong({ ...SMALLEST, PASSWORD_SIGN_IN, BOOTSTRAP_ADMIN_EMAIL: 'admin@spend.example' })).toEqual(
        [],
      );
    expect(wrong({ ...SMALLEST, BOOTSTRAP_ADMIN_EMAIL: 'nobody' })).toEqual(['BOOTSTRAP_ADMIN_EMAIL']);
  });

  it('takes passwords on one machine, and in a deployment only where it is told to', () => {
    expect(loadConfig({ ...SMALLEST, APP_MODE: 'local' }).passwordSignIn).toBe('on');
    expect(loadConfig({ ...SMALLEST, APP_MODE: 'local', PASSWORD_SIGN_IN: 'off' }).passwordSignIn).toBe(
      'off',
    );
    expect(loadConfig({ ...SMALLEST, PASSWORD_SIGN_IN: 'on' }).passwordSignIn).toBe('on');
  });

  it('treats an empty value as not set, as deployment files write it', () => {
    expect(loadConfig({ ...SMALLEST, REDIS_URL: '', HTTP_PORT: '' })).toMatchObject({
      redisUrl: null,
      httpPort: 3000,
    });
  });

  it.each(CONFIG_VARIABLES.filter(({ secret }) => secret).map(({ name }) => name))(
    'never echoes %s',
    (name) => {
      const env = { MAIL_TRANSPORT: 'smtp', [name]: 'hunter2' };
      try {
        loadConfig(env);
        throw new Error('these settings should have been refused');
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigError);
        expect(String(error)).not.toContain('hunter2');
        expect(JSON.stringify(error)).not.toContain('hunter2');
      }
    },
  );

  it('is described in full: every field has one variable', () => {
    const fields = CONFIG_VARIABLES.map(({ field }) => field);
    expect(Object.keys(loadConfig(SMALLEST)).sort()).toEqual([...fields].sort());
    expect(new Set(CONFIG_VARIABLES.map(({ name }) => name)).size).toBe(fields.length);
  });
});

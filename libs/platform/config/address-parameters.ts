import type { Config } from './config.js';

/** What a parameter of an address may be set to; `null` for anything. */
type Values = RegExp | null;

/** Parameters that an address may have. Whatever else there is could lead elsewhere, or without TLS, unseen. */
type Known = ReadonlyMap<string, Values>;

const OF_A_DATABASE: Known = new Map<string, Values>([
  ['sslmode', /^(disable|prefer|require|verify-ca|verify-full|no-verify)$/],
  ['sslrootcert', null],
  ['sslcert', null],
  ['sslkey', null],
  ['application_name', null],
  ['connect_timeout', /^\d+$/],
  // A socket of this machine; another machine is named in the address itself.
  ['host', /^(\/|%2f)/i],
]);
const OF_A_MAIL_SERVER: Known = new Map<string, Values>([
  ['requireTLS', /^(true|false)$/],
  ['ignoreTLS', /^(true|false)$/],
]);
const OF_A_QUEUE: Known = new Map<string, Values>();

/**
 * What is wrong with the parameters of one address, a sentence each. They are read as they are written: what reads the
 * address afterwards takes another of two that are the same, and undoes `%` in its own way.
 */
function faultsOf(variable: string, address: string | null, known: Known): readonly string[] {
  if (address === null) return [];
  const { search } = new URL(address);
  const seen = new Set<string>();
  return search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '')
    .flatMap((parameter) => {
      const [name = '', ...value] = parameter.split('=');
      const values = known.get(name);
      if (values === undefined) return [unknown(variable, name, known)];
      if (seen.has(name)) return [`${variable} has ${name} twice: take one of them away.`];
      seen.add(name);
      return values === null || values.test(value.join('='))
        ? []
        : [`${variable} has ${name} set to what is not taken for it.`];
    });
}

function unknown(variable: string, name: string, known: Known): string {
  const allowed = known.size === 0 ? 'none' : [...known.keys()].join(', ');
  // Something that was meant to be another part of the address may stand here, such as half a password.
  const named = /^[A-Za-z_.]{1,40}$/.test(name) ? `the parameter ${name}` : 'a parameter';
  return `${variable} has ${named}, which is not one that is taken: it could lead elsewhere, or without TLS. Take it away; known are: ${allowed}.`;
}

/**
 * Parameters of addresses that are not known, stand there twice or are set to something else than what they may be, a
 * sentence each without what they are set to. Whether a connection has TLS can be told by those that are left.
 */
export function strayParameters(config: Config): readonly string[] {
  return [
    ...faultsOf('DATABASE_URL', config.databaseUrl, OF_A_DATABASE),
    ...faultsOf('MIGRATION_DATABASE_URL', config.migrationDatabaseUrl, OF_A_DATABASE),
    ...faultsOf('REDIS_URL', config.redisUrl, OF_A_QUEUE),
    ...(config.mailTransport === 'smtp' ? faultsOf('SMTP_URL', config.smtpUrl, OF_A_MAIL_SERVER) : []),
  ];
}

import { strayParameters } from './address-parameters.js';
import type { Config } from './config.js';
import { CONFIG_VARIABLES } from './config-variables.js';
import { ConfigError } from './load-config.js';
import { isLoopback, plainConnections } from './plain-connections.js';
import { believesAnybody } from './proxies.js';

/** Shortest password of a database that is not on the machine itself. This service's own choice: it is never typed. */
const SHORTEST_DATABASE_PASSWORD = 16;

/** Passwords that stand in examples, manuals and lists of the most common ones; whatever case, digits after them or not. */
const COMMON =
  /^(password|passw0rd|change-?me|secret|example|postgres(ql)?|admin(istrator)?|letmein|welcome|qwerty|default|demonstration|local|test|spend)[\d!.]*$/i;

function isCommon(password: string): boolean {
  const plain = password.replaceAll(/[\s_-]+/g, '');
  return COMMON.test(plain) || new Set(plain).size < 4 || hasRepeats(plain);
}

/** `passwordpassword`, `changemechangeme`: a common password written again and again. */
function hasRepeats(password: string): boolean {
  const repeated = /^(.{3,}?)\1+$/.exec(password)?.[1];
  return repeated !== undefined && (COMMON.test(repeated) || repeated.length < 6);
}

function weakDatabase(name: string, address: string | null): readonly string[] {
  if (address === null) return [];
  const url = new URL(address);
  const password = decodeURIComponent(url.password);
  // Without a password it signs in by other means, such as a certificate.
  if (password === '' || isLoopback(url)) return [];
  if (password === decodeURIComponent(url.username) || isCommon(password))
    return [`${name} has a password that is easily guessed. Choose a random one.`];
  return password.length < SHORTEST_DATABASE_PASSWORD
    ? [`${name} must have a password of at least ${String(SHORTEST_DATABASE_PASSWORD)} characters.`]
    : [];
}

function unencrypted(name: string, address: string): readonly string[] {
  const url = new URL(address);
  return url.protocol === 'http:' && !isLoopback(url)
    ? [`${name} must begin with https://: what is sent there must not be read on the way.`]
    : [];
}

/**
 * What is set so weakly that a deployment must not run with it, a sentence each; nothing on one's own machine.
 * @param serves whether the program answers HTTP
 */
export function weaknessesOf(config: Config, serves = false): readonly string[] {
  if (config.appMode === 'local') return [];
  const { trustedProxies, logSigningKey } = config;
  const weak = [
    ...unencrypted('PUBLIC_URL', config.publicUrl),
    ...(config.mailTransport === 'notify' ? unencrypted('NOTIFY_URL', config.notifyUrl) : []),
    ...weakDatabase('DATABASE_URL', config.databaseUrl),
    ...weakDatabase('MIGRATION_DATABASE_URL', config.migrationDatabaseUrl),
    ...strayParameters(config),
    ...plainConnections(config, serves),
  ];
  if (trustedProxies !== null && believesAnybody(trustedProxies))
    weak.push('TRUSTED_PROXIES names a network so large that anybody could say where they come from.');
  if (logSigningKey !== null && logSigningKey === config.logRetiringKey)
    weak.push('LOG_RETIRING_KEY is the same key as LOG_SIGNING_KEY: take it away.');
  if (config.webhookKey !== null && config.webhookKey === config.webhookRetiringKey)
    weak.push('WEBHOOK_RETIRING_KEY is the same key as WEBHOOK_KEY: take it away.');
  if (config.webhookPrivateAddresses === 'allowed')
    weak.push('WEBHOOK_PRIVATE_ADDRESSES must not be “allowed” in a deployment: take it away.');
  return weak;
}

/** What Node.js itself is told by its environment, and a deployment must not be told. */
function weaknessesOfNode(config: Config, environment: NodeJS.ProcessEnv): readonly string[] {
  return config.appMode !== 'local' && environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0'
    ? ['NODE_TLS_REJECT_UNAUTHORIZED must not be 0: no certificate would be checked. Take it away.']
    : [];
}

/**
 * For programs that serve or set up: refuses to start a deployment with settings that are easily got round.
 * @param serves whether the program answers HTTP
 * @throws ConfigError naming every such variable at once, never its value
 */
export function refuseWeakSettings(
  config: Config,
  serves = false,
  environment: NodeJS.ProcessEnv = process.env,
): void {
  const weak = [...weaknessesOf(config, serves), ...weaknessesOfNode(config, environment)];
  if (weak.length > 0) throw new ConfigError(weak);
}

/** Variables that may also be read from a file, because they are secret. */
export const SECRET_VARIABLES: readonly string[] = CONFIG_VARIABLES.filter(({ secret }) => secret).map(
  ({ name }) => name,
);

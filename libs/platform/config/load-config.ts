import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { validateSync } from 'class-validator';
import { CONFIG_VARIABLES, type ConfigVariable } from './config-variables.js';
import { Config } from './config.js';

/** The environment cannot be used. Names every variable that is wrong, never what it was set to. */
export class ConfigError extends Error {
  constructor(
    /** One sentence a variable: `HTTP_PORT must be a whole number from 0 to 65535.` */
    readonly problems: readonly string[],
  ) {
    super(
      `The service cannot start with these settings:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

/** Text stays text where it cannot be read, so that the check that follows refuses it. */
function read(variable: ConfigVariable, text: string): string | number | boolean {
  switch (variable.kind) {
    case 'text':
      return text;
    case 'whole number':
      return /^\d{1,12}$/.test(text) ? Number(text) : text;
    case 'yes or no':
      return text === 'true' ? true : text === 'false' ? false : text;
  }
}

/** Ends the name of a variable that names a file to read the value of a secret from, as container platforms give them. */
export const FILE_SUFFIX = '_FILE';

/**
 * What a variable is set to; a secret may also lie in a file. An empty value counts as not set.
 *
 * @throws ConfigError when both are set, or the file cannot be read or is empty; never tells what is in it
 */
function textOf(
  env: Readonly<Record<string, string | undefined>>,
  { name, secret }: ConfigVariable,
): string | undefined {
  const set = given(env[name]);
  const file = secret ? given(env[name + FILE_SUFFIX]) : undefined;
  if (file === undefined) return set;
  if (set !== undefined)
    throw new ConfigError([`${name} and ${name}${FILE_SUFFIX} are both set: take one of them away.`]);
  const text = given(contentOf(file));
  if (text === undefined)
    throw new ConfigError([`${name}${FILE_SUFFIX} must name a file that can be read and is not empty.`]);
  return text;
}

function given(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Reads the configuration from the environment (`process.env`).
 *
 * @throws ConfigError naming every wrong or missing variable at once, in plain sentences and without their values.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const values: Record<string, unknown> = {};
  for (const variable of CONFIG_VARIABLES) {
    const text = textOf(env, variable) ?? variable.default;
    values[variable.field] = text === null ? null : read(variable, text);
  }
  if (typeof values['publicUrl'] === 'string') values['publicUrl'] = values['publicUrl'].replace(/\/+$/, '');
  // A password is one factor alone: a deployment takes them only where somebody says so.
  values['passwordSignIn'] ??= values['appMode'] === 'local' ? 'on' : 'off';
  const config = Object.assign(new Config(), values);
  const errors = validateSync(config, { stopAtFirstError: true });
  if (errors.length === 0) return config;
  const byField = new Map(errors.map((error) => [error.property, Object.values(error.constraints ?? {})[0]]));
  throw new ConfigError(
    CONFIG_VARIABLES.flatMap(({ name, field }) => {
      const message = byField.get(field);
      return message === undefined ? [] : [`${name} ${message}.`];
    }),
  );
}

/**
 * For programs that sign with the key of the decision log.
 * @throws ConfigError when there is none
 */
export function needLogKey({ logSigningKey }: Config): void {
  if (logSigningKey === null)
    throw new ConfigError(['LOG_SIGNING_KEY must be set: a key as npm run log-key makes it.']);
}

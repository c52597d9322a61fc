import { CONFIG_VARIABLES, type ConfigVariable } from '#platform';
import { generatedDocument, table } from './markdown.js';

function row({ name, description, required, default: fallback, secret }: ConfigVariable): readonly string[] {
  return [
    `\`${name}\``,
    description,
    required,
    fallback === null ? '' : `\`${fallback}\``,
    secret ? 'yes' : '',
  ];
}

/** `docs/configuration.md`. */
export function configurationDocument(): string {
  return generatedDocument(
    'Configuration',
    'The service is set up by environment variables. It checks them when it starts, and names every wrong one at once. An empty value counts as not set. `npm start` sets what one machine needs by itself.',
    'A secret may lie in a file instead, as container platforms give them: its variable with `_FILE` after its name, such as `DATABASE_URL_FILE=/run/secrets/database_url`, names the file. Outside local mode the service does not start with settings that are easily got round, such as a `PUBLIC_URL` without TLS or a database password that stands in manuals.',
    table(['Variable', 'What it is', 'Required', 'Default', 'Secret'], CONFIG_VARIABLES.map(row)),
  );
}

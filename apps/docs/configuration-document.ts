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
    table(['Variable', 'What it is', 'Required', 'Default', 'Secret'], CONFIG_VARIABLES.map(row)),
  );
}

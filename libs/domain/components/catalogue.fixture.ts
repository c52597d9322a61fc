import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readComponentCatalogue, type ComponentCatalogue } from './component-catalogue.js';

const FILE = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'prisma',
  'reference-data',
  'common-components.json',
);

/** For tests: the catalogue that comes with the service, as JSON. */
export const SHIPPED_JSON = JSON.parse(readFileSync(FILE, 'utf8')) as Readonly<Record<string, unknown>>;

/** For tests: the same as the rules read it. */
export const SHIPPED_CATALOGUE: ComponentCatalogue = (() => {
  const read = readComponentCatalogue(SHIPPED_JSON);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.catalogue;
})();

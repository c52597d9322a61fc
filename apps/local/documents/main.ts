import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiTypes } from './api-types.js';
import { routesDocument } from './routes-document.js';

/** What is written out of whole applications, by its path from the project's folder. */
const FILES: Readonly<Record<string, (current: string | undefined) => Promise<string>>> = {
  'docs/routes.md': routesDocument,
  'apps/client/api.d.ts': apiTypes,
};

for (const [path, text] of Object.entries(FILES)) {
  // The program runs from dist/apps/local/documents.
  const file = join(import.meta.dirname, '..', '..', '..', '..', path);
  const current = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const wanted = await text(current);
  if (current !== wanted && process.argv.includes('--check')) {
    process.stderr.write(`${path} is out of date: run npm run docs\n`);
    process.exitCode = 1;
  } else if (current !== wanted) {
    writeFileSync(file, wanted);
    process.stdout.write(`${path} written\n`);
  }
}

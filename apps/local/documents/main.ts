import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { routesDocument } from './routes-document.js';

const PATH = 'docs/routes.md';

// The program runs from dist/apps/local/documents.
const file = join(import.meta.dirname, '..', '..', '..', '..', PATH);
const wanted = await routesDocument();
const current = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
if (current !== wanted && process.argv.includes('--check')) {
  process.stderr.write(`${PATH} is out of date: run npm run docs\n`);
  process.exitCode = 1;
} else if (current !== wanted) {
  writeFileSync(file, wanted);
  process.stdout.write(`${PATH} written\n`);
}

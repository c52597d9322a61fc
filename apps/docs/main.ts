import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED_FILES } from './generated-docs.js';

/** `npm run docs` writes the generated documents; `npm run docs -- --check` fails when one of them is out of date. */
function run(folder: string, checkOnly: boolean): void {
  for (const { path, text } of GENERATED_FILES) {
    const file = join(folder, path);
    const current = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    const wanted = text(current);
    if (current === wanted) continue;
    if (checkOnly) {
      process.stderr.write(`${path} is out of date: run npm run docs\n`);
      process.exitCode = 1;
    } else {
      writeFileSync(file, wanted);
      process.stdout.write(`${path} written\n`);
    }
  }
}

// The program runs from dist/apps/docs.
run(join(import.meta.dirname, '..', '..', '..'), process.argv.includes('--check'));

import { rmSync, writeFileSync } from 'node:fs';
import { filesBelow, fingerprint, inProject, readIfThere, runQuietly, say } from './project.mjs';

const GENERATED = 'libs/persistence/generated/prisma';
const STAMP = [GENERATED, '.generated-from'];

/** What the client is generated from; the lock file stands for the generator's own version. */
function sources() {
  return fingerprint([
    ...filesBelow('prisma/schema', (file) => file.endsWith('.prisma')),
    'prisma.config.ts',
    'package-lock.json',
  ]);
}

/** Generates the Prisma client from the schema when it is missing or older than the schema. */
export function generateClient({ always = false } = {}) {
  const wanted = sources();
  if (!always && readIfThere(...STAMP) === wanted) return;
  say('Generating the database client …');
  rmSync(inProject(GENERATED), { recursive: true, force: true });
  const program = inProject('node_modules', 'prisma', 'build', 'index.js');
  runQuietly('prisma generate', process.execPath, [program, 'generate'], {
    env: {
      // The command looks for an engine it does not use, and would download it: any program that exists will do.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  writeFileSync(inProject(...STAMP), wanted);
}

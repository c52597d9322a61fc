import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DecisionImportService } from '#casework';
import { DEFAULT_SOURCE, describeImport, type ImportReport } from '#domain';
import { ProblemError, SystemClock } from '#platform';
import { stopOnlyWhenTold } from './postgres/embedded-postgres.js';
import { LocalStartError } from './service/surroundings.js';
import { withDatabase } from './service/with-database.js';

const USAGE = `Decisions made elsewhere, from a file of comma-separated values (docs/import.md):

  npm run import-decisions -- FILE [--dry-run] [--source NAME] [--json]

  --dry-run        says what would happen and everything that is wrong, and writes nothing
  --source NAME    the system the decisions come from; ${DEFAULT_SOURCE} unless given
  --json           prints the report as JSON

All of the file is imported or nothing. It ends with 0 when everything is in order, 1 when rows are bad or differ from
what was imported before, 2 when it was not told what to do.

DATABASE_URL says which database; without it, it is the one npm start keeps.`;

interface Arguments {
  readonly file: string;
  readonly dryRun: boolean;
  readonly source: string;
  readonly json: boolean;
}

/** What was asked for; `null` where it cannot be told. */
function argumentsOf(given: readonly string[]): Arguments | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        source: { type: 'string', default: DEFAULT_SOURCE },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return null;
    return { file, dryRun: values['dry-run'], source: values.source, json: values.json };
  } catch {
    return null;
  }
}

function importFile({ file, dryRun, source }: Arguments): Promise<ImportReport> {
  return withDatabase((database) =>
    new DecisionImportService(database, new SystemClock()).run(createReadStream(file), {
      source,
      dryRun,
      by: null,
    }),
  );
}

/** Waits until all of it is through: a long report may still be in a pipe when the program ends. */
function print(text: string): Promise<void> {
  return new Promise((done) => {
    process.stdout.write(`${text}\n`, () => {
      done();
    });
  });
}

async function main(given: readonly string[]): Promise<number> {
  stopOnlyWhenTold();
  const asked = argumentsOf(given);
  if (asked === null) {
    process.stdout.write(`${USAGE}\n`);
    return 2;
  }
  if (!(await stat(asked.file)).isFile()) throw new Error(`${asked.file} is not a file`);
  const report = await importFile(asked);
  await print(asked.json ? JSON.stringify(report, null, 2) : describeImport(report));
  return report.outcome === 'refused' || report.conflicts.length > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const why = error instanceof Error ? error.message : 'unknown fault';
    const known = error instanceof LocalStartError || error instanceof ProblemError;
    process.stderr.write(known ? `${why}\n` : `Nothing was imported: ${why}\n`);
    process.exit(1);
  },
);

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { faultInWords, LogKeys, LogVerifier, type VerificationReport } from '#audit';
import { FIRST_TREE_HASH, NoteError, parseVerifierKey } from '#domain';
import { Database } from '#persistence';
import { ConfigError } from '#platform';
import { stopOnlyWhenTold } from './postgres/embedded-postgres.js';
import { openExistingDatabase, type LocalDatabase } from './service/local-database.js';
import { LOCAL_ORIGIN, localLogKey } from './service/local-log-key.js';
import { LocalStartError, projectFolder } from './service/surroundings.js';

const USAGE = `Verifies the decision log: every hash, every chain, the tree, its signed checkpoints, and that each working row
is what replaying the events gives. It changes nothing, and others can go on working meanwhile.

  npm run verify-log -- [--key KEY]... [--checkpoint FILE]...

  --key KEY           a public key (name+id+base64) to trust, instead of those in the environment
  --checkpoint FILE   a signed checkpoint you kept: nothing sealed before it may have changed

DATABASE_URL says which database, and LOG_SIGNING_KEY, LOG_RETIRING_KEY, LOG_EARLIER_KEYS and LOG_ORIGIN which keys and
log; without DATABASE_URL it is the one npm start keeps. Checkpoints published to a folder (LOG_PUBLISH) are used too.`;

/** A variable of the environment; an empty one counts as not set. */
function setting(name: string): string | null {
  const value = process.env[name]?.trim();
  return value === undefined || value === '' ? null : value;
}

/** The log of the environment, or that of this machine. */
async function keysOf(local: LocalDatabase | null, folder: string): Promise<LogKeys> {
  return new LogKeys({
    publicUrl: setting('PUBLIC_URL') ?? 'http://localhost',
    logOrigin: setting('LOG_ORIGIN') ?? (local === null ? null : LOCAL_ORIGIN),
    logSigningKey: setting('LOG_SIGNING_KEY') ?? (local === null ? null : await localLogKey(folder)),
    logRetiringKey: setting('LOG_RETIRING_KEY'),
    logEarlierKeys: setting('LOG_EARLIER_KEYS'),
    // Verifying signs nothing: whatever trees were signed are verified.
    logTreeHash: FIRST_TREE_HASH,
  });
}

/** Folders checkpoints were published to. */
function publishedTo(local: LocalDatabase | null, folder: string): readonly string[] {
  const places = (setting('LOG_PUBLISH') ?? '').split(/\s+/).filter((place) => place.startsWith('file:'));
  return [
    ...(local === null ? [] : [join(folder, 'checkpoints')]),
    ...places.map((place) => fileURLToPath(place)),
  ];
}

/** Every checkpoint that was published to a folder; none where there is no such folder. */
async function checkpointsIn(folder: string): Promise<{ readonly note: string; readonly source: string }[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return Promise.all(
    names
      .filter((name) => /^checkpoint(-\d+)?$/.test(name))
      .map(async (name) => ({
        note: await readFile(join(folder, name), 'utf8'),
        source: `the checkpoint published to ${join(folder, name)}`,
      })),
  );
}

/** Shows how far it has come, on a terminal. */
function progress(done: number, of: number): void {
  if (!process.stderr.isTTY) return;
  const share = of === 0 ? 1 : done / of;
  const bar = '#'.repeat(Math.round(share * 40)).padEnd(40, '.');
  process.stderr.write(
    `\r[${bar}] ${String(Math.floor(share * 100)).padStart(3)} %${done >= of ? '\n' : ''}`,
  );
}

function tell(report: VerificationReport): number {
  const { fault, sealed, cases, events, waiting, erased, checkpoints, keptCheckpoints } = report;
  if (fault !== null) {
    process.stderr.write(`The log does NOT verify. First thing wrong: ${faultInWords(fault)}\n`);
    return 1;
  }
  process.stdout.write(
    `The log verifies: ${String(events)} events of ${String(cases)} cases, ${String(sealed)} of them sealed under ${String(checkpoints)} signed checkpoints, ${String(waiting)} waiting to be sealed, ${String(erased)} with their private text erased. Every working row is what the events give.\n`,
  );
  process.stdout.write(
    keptCheckpoints === 0
      ? 'It was held against no checkpoint kept outside the database: whether its end was taken away, or all of it made up anew, cannot be told. Give one with --checkpoint.\n'
      : `It was held against ${String(keptCheckpoints)} checkpoints kept outside the database.\n`,
  );
  return 0;
}

async function main(): Promise<number> {
  stopOnlyWhenTold();
  const { values } = parseArgs({
    options: {
      key: { type: 'string', multiple: true, default: [] },
      checkpoint: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const given = process.env['DATABASE_URL'];
  const folder = process.env['LOCAL_DIRECTORY'] ?? join(projectFolder(), '.local');
  const local = given === undefined ? await openExistingDatabase(folder) : null;
  const databaseUrl = given ?? local?.url ?? '';
  const database = new Database({ url: databaseUrl, poolSize: 4 });
  try {
    const { origin, known } = await keysOf(local, folder);
    const trusted = values.key.length > 0 ? values.key.map(parseVerifierKey) : known;
    if (trusted.length === 0) {
      process.stderr.write(`There is no key to trust: give --key, or set LOG_SIGNING_KEY.\n`);
      return 2;
    }
    const kept = await Promise.all(
      values.checkpoint.map(async (file) => ({
        note: await readFile(file, 'utf8'),
        source: `the checkpoint in ${file}`,
      })),
    );
    for (const published of publishedTo(local, folder)) {
      const found = await checkpointsIn(published);
      if (found.length === 0)
        process.stderr.write(
          `Warning: there is no checkpoint in ${published}, where they are published to.\n`,
        );
      kept.push(...found);
    }
    return tell(
      await new LogVerifier(database).verify({
        origin,
        trusted,
        known: [...trusted, ...known],
        kept,
        progress,
        databaseUrl,
      }),
    );
  } finally {
    await database.close();
    await local?.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const forPeople =
      error instanceof LocalStartError || error instanceof NoteError || error instanceof ConfigError;
    process.stderr.write(
      `${forPeople ? error.message : `The log could not be verified: ${error instanceof Error ? error.message : 'unknown fault'}`}\n`,
    );
    process.exit(2);
  },
);

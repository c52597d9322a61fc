import { readFile } from 'node:fs/promises';
import {
  adoptRegime,
  loadCalendar,
  loadCatalogue,
  loadRegime,
  ReferenceDataError,
  shippedDifferences,
} from '#casework';
import { readComponentCatalogue, readRegime, readWorkingCalendar, type ReferenceDataKind } from '#domain';
import { adoptions, Database, storedRegimes } from '#persistence';
import { SystemClock } from '#platform';
import { stopOnlyWhenTold } from './postgres/embedded-postgres.js';
import { LocalStartError } from './service/surroundings.js';
import { withDatabase } from './service/with-database.js';

const USAGE = `Regimes, bank holidays and common components, as data:

  npm run reference-data -- list                          the regimes, and from when each counts
  npm run reference-data -- check FILE                    says what is wrong with a file, and loads nothing
  npm run reference-data -- load FILE                     loads a regime, a calendar of bank holidays or a
                                                          catalogue of common components
  npm run reference-data -- adopt VERSION YYYY-MM-DD      from that day, new requests come under the regime

DATABASE_URL says which database; without it, it is the one npm start keeps.`;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch (error) {
    throw new ReferenceDataError([
      `${path} cannot be read as JSON: ${error instanceof Error ? error.message : 'unknown fault'}`,
    ]);
  }
}

/** Of which kind a file is: one of bank holidays has a list of them, a catalogue one of components. */
function kindOf(json: unknown): ReferenceDataKind {
  if (typeof json !== 'object' || json === null) return 'regimes';
  if ('holidays' in json) return 'working-days';
  return 'components' in json ? 'common-components' : 'regimes';
}

const READERS = {
  regimes: [readRegime, 'A sound regime.'],
  'working-days': [readWorkingCalendar, 'A sound calendar of bank holidays.'],
  'common-components': [readComponentCatalogue, 'A sound catalogue of common components.'],
} as const;

function check(json: unknown): void {
  const [reader, sound] = READERS[kindOf(json)];
  const read = reader(json);
  if (!read.ok) throw new ReferenceDataError(read.faults);
  say(sound);
}

async function load(database: Database, json: unknown): Promise<void> {
  const now = new SystemClock().now();
  switch (kindOf(json)) {
    case 'working-days':
      say(`Bank holidays: ${await loadCalendar(database.asService(), json, now)}.`);
      return;
    case 'common-components': {
      const { version, did } = await loadCatalogue(database.asService(), json, now);
      say(`Common components ${version}: ${did}.`);
      return;
    }
    case 'regimes': {
      const { version, did } = await loadRegime(database.asService(), json, now);
      say(`Regime ${version}: ${did}.`);
    }
  }
}

async function list(database: Database): Promise<void> {
  for (const { version, loadedAt, inUse } of await storedRegimes(database.asService()))
    say(
      `${version.padEnd(20)}loaded ${loadedAt.slice(0, 10)}${inUse ? ', in use: it cannot be altered' : ''}`,
    );
  for (const { regimeVersion, adoptedFrom } of await adoptions(database.asService()))
    say(`From ${adoptedFrom} new requests come under ${regimeVersion}`);
  for (const difference of await shippedDifferences(database.asService(), new SystemClock().now()))
    say(difference);
}

async function adopt(database: Database, version: string, from: string): Promise<void> {
  const { did, warning } = await adoptRegime(database.asService(), version, from, new SystemClock().now());
  if (warning !== null) say(`Note: ${warning}.`);
  say(
    did === 'adopted'
      ? `From ${from} new requests come under ${version}.`
      : `Already adopted: from ${from} new requests come under ${version}.`,
  );
}

async function main([command, first, second]: readonly string[]): Promise<number> {
  stopOnlyWhenTold();
  if (command === 'list' && first === undefined) await withDatabase(list);
  else if (command === 'check' && first !== undefined) check(await readJson(first));
  else if (command === 'load' && first !== undefined) {
    const json = await readJson(first);
    check(json);
    await withDatabase((database) => load(database, json));
  } else if (command === 'adopt' && first !== undefined && second !== undefined)
    await withDatabase((database) => adopt(database, first, second));
  else {
    say(USAGE);
    return command === undefined ? 0 : 2;
  }
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const nothing = process.argv[2] === 'adopt' ? 'Nothing was adopted' : 'Nothing was loaded';
    if (error instanceof ReferenceDataError)
      process.stderr.write(`${nothing}:\n${error.faults.map((fault) => `- ${fault}`).join('\n')}\n`);
    else if (error instanceof LocalStartError) process.stderr.write(`${error.message}\n`);
    else process.stderr.write(`${nothing}: ${error instanceof Error ? error.message : 'unknown fault'}\n`);
    process.exit(1);
  },
);

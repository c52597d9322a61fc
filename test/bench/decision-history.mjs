// Whether auditors' questions cost the same over 1,000,000 events as over 10,000, and whether no large table is read
// whole. Both databases are filled and asked in one run, in turns, so that whatever else the machine does meets both.
// Run by `npm run bench:history`.
import { performance } from 'node:perf_hooks';
import { Database } from '../../dist/libs/persistence/database/database.js';
import { migrate } from '../../dist/libs/persistence/migrations/migrate.js';
import { fillHistory } from './history-of-cases.mjs';
import { ask, planOf, QUESTIONS } from './history-questions.mjs';
import { median, onAServer } from './on-a-server.mjs';

const SIZES = [10_000, 1_000_000];
/** Times each question is asked of each database; the first ones settle caches and are not counted. */
const ROUNDS = 300;
const SETTLING = 30;
/** How much more the longer history may cost. */
const LIMIT = 1.5;
const LARGE_TABLES = /Seq Scan on (spend_case|case_event|decision|submission_version|assessment|condition)\b/;
/** As a server would have them; the tables are filled quickly and thrown away, so nothing is forced to the disk. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=512MB'];

async function prepare(server, events) {
  const name = `history_${events}`;
  await server.createDatabase(name);
  await migrate(server.url(name));
  const database = new Database({ url: server.url(name), poolSize: 1 });
  const start = performance.now();
  const given = await fillHistory(database, events);
  console.log(`${events} events: filled in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return { events, database, given };
}

/** Asks every question of both histories, in turns, and prints what it cost. @returns what is not as it should be */
async function measure(histories) {
  const times = new Map(QUESTIONS.map((question) => [question, histories.map(() => [])]));
  for (let round = 0; round < ROUNDS + SETTLING; round += 1)
    for (const question of QUESTIONS)
      for (const index of round % 2 === 0 ? [0, 1] : [1, 0]) {
        const { database, given } = histories[index];
        const start = performance.now();
        await ask(database, question, given);
        const elapsed = performance.now() - start;
        if (round >= SETTLING) times.get(question)[index].push(elapsed);
      }
  const faults = [];
  console.log(
    `\n${`median of ${ROUNDS}, ms`}`.padEnd(42),
    '10,000'.padStart(9),
    '1,000,000'.padStart(10),
    'ratio'.padStart(7),
  );
  for (const question of QUESTIONS) {
    const [small, large] = times.get(question).map(median);
    const ratio = large / small;
    const tooMuch = question.isHeld && ratio > LIMIT;
    if (tooMuch) faults.push(`${question.name} costs too much`);
    const rows = await Promise.all(histories.map(({ database, given }) => ask(database, question, given)));
    const plan = await planOf(histories[1].database, question, histories[1].given);
    if (LARGE_TABLES.test(plan)) faults.push(`${question.name} reads a large table whole:\n${plan}`);
    console.log(
      question.name.padEnd(41),
      small.toFixed(3).padStart(9),
      large.toFixed(3).padStart(10),
      ratio.toFixed(2).padStart(7),
      question.isHeld ? (tooMuch ? 'TOO MUCH' : 'ok') : 'shown only',
      `(${rows.map(({ length }) => length).join(' and ')} rows)`,
    );
  }
  return faults;
}

await onAServer(SETTINGS, async (server) => {
  const histories = [];
  for (const events of SIZES) histories.push(await prepare(server, events));
  const faults = await measure(histories);
  for (const { database } of histories) await database.close();
  if (faults.length > 0) {
    console.log(`\n${faults.join('\n')}`);
    process.exitCode = 1;
  } else
    console.log(
      `\nNothing held to it costs more than ${LIMIT} times as much, and no large table is read whole.`,
    );
});

// Whether the triage queue costs the same over 100,000 open cases as over 1,000. Both databases are filled and asked in
// one run, in turns, so that whatever else the machine does meets both. Run by `npm run bench`.
import { performance } from 'node:perf_hooks';
import { Database } from '../../dist/libs/persistence/database/database.js';
import { migrate } from '../../dist/libs/persistence/migrations/migrate.js';
import { fillQueue } from './queue-of-cases.mjs';
import { QUESTIONS } from './queue-questions.mjs';
import { median, onAServer } from './on-a-server.mjs';

const SIZES = [1_000, 100_000];
/** Times each question is asked of each database; the first ones settle plans and caches and are not counted. */
const ROUNDS = 400;
const SETTLING = 50;
/** How much more the larger queue may cost. */
const LIMIT = 1.5;
/** As a server would have them; the tables are filled quickly and thrown away, so nothing is forced to the disk. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'shared_buffers=256MB'];

/** Milliseconds of one question. It is asked in a transaction that is given up, because taking a case locks it. */
async function timeOf(question, { database, ids }) {
  const givenUp = new Error('given up');
  let elapsed = 0;
  await database
    .transaction(async (queryable) => {
      const start = performance.now();
      await question.ask(queryable, ids);
      elapsed = performance.now() - start;
      throw givenUp;
    })
    .catch((error) => {
      if (error !== givenUp) throw error;
    });
  return elapsed;
}

async function prepareQueue(server, open) {
  const name = `queue_${open}`;
  await server.createDatabase(name);
  await migrate(server.url(name));
  const database = new Database({ url: server.url(name), poolSize: 1 });
  const start = performance.now();
  const ids = await fillQueue(database, open);
  console.log(`${open} open cases: filled in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return { open, database, ids };
}

async function answerOf(question, { database, ids }) {
  const answer = await question.ask(database, ids);
  if (answer === null || !('count' in answer)) return '';
  return `${answer.atLeast ? '≥ ' : ''}${answer.count}`;
}

/** Asks every question of every queue, in turns, and prints what it cost. @returns names of those over the limit */
async function measure(queues) {
  const times = new Map(QUESTIONS.map((question) => [question, queues.map(() => [])]));
  for (let round = 0; round < ROUNDS + SETTLING; round += 1)
    for (const question of QUESTIONS)
      for (const index of round % 2 === 0 ? [0, 1] : [1, 0]) {
        const elapsed = await timeOf(question, queues[index]);
        if (round >= SETTLING) times.get(question)[index].push(elapsed);
      }
  const over = [];
  console.log(
    `\n${'median of ' + ROUNDS + ', ms'}`.padEnd(56),
    '1,000'.padStart(8),
    '100,000'.padStart(8),
    'ratio'.padStart(7),
  );
  for (const question of QUESTIONS) {
    const [small, large] = times.get(question).map(median);
    const ratio = large / small;
    if (question.isHeld && ratio > LIMIT) over.push(question.name);
    const answers = await Promise.all(queues.map((queue) => answerOf(question, queue)));
    console.log(
      question.name.padEnd(55),
      small.toFixed(3).padStart(8),
      large.toFixed(3).padStart(8),
      ratio.toFixed(2).padStart(7),
      question.isHeld ? (ratio > LIMIT ? 'TOO MUCH' : 'ok') : 'shown only',
      answers.every((answer) => answer === '') ? '' : `(${answers.join(' and ')})`,
    );
  }
  return over;
}

await onAServer(SETTINGS, async (server) => {
  const queues = [];
  for (const open of SIZES) queues.push(await prepareQueue(server, open));
  const over = await measure(queues);
  for (const { database } of queues) await database.close();
  if (over.length > 0) {
    console.log(`\nCosts more than ${LIMIT} times as much over ${SIZES[1]} open cases: ${over.join('; ')}`);
    process.exitCode = 1;
  } else console.log(`\nNothing held to it costs more than ${LIMIT} times as much.`);
});

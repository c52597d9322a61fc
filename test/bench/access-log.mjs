// What the record of access costs readers. Two processes of the API, one that records and one that does not, are asked
// the same over one database, in short turns, so that whatever else the machine does meets both. What is compared is the
// processor time of the API and the database together, where the system tells it: it is what a reader waits for on a
// machine that is busy, and does not depend on who else is. Elsewhere it is the time that passes. Run by `npm run bench`.
import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { makeCaseReference } from '../../dist/libs/domain/case/case-reference.js';
import { prepareDatabase } from '../../dist/apps/local/prepare-database.js';
import { Database } from '../../dist/libs/persistence/database/database.js';
import { processorTimeOf } from './processor-time.mjs';
import { signIn } from './sign-in.mjs';
import { fillQueue } from './queue-of-cases.mjs';
import { median, onAServer, serviceUrl } from './on-a-server.mjs';

const CASES = 2_000;
/** People reading at once. */
const READERS = 16;
/** Turns each process gets at each question, and how long one lasts; the first ones settle and are not counted. */
const TURNS = 50;
const SETTLING = 3;
const TURN_MS = 400;
/** How much longer a read may take for being recorded. */
const LIMIT = 1.1;
/** As a server would have them; what is committed is on the disk, because that is what a record costs. */
const SETTINGS = ['shared_buffers=256MB'];

async function startApi(databaseUrl, recording) {
  const child = fork(new URL('access-log-api.mjs', import.meta.url), [databaseUrl, recording]);
  const [url] = await once(child, 'message');
  return {
    url,
    pid: child.pid,
    agent: new Agent({ keepAlive: true, maxSockets: READERS }),
    async stop() {
      this.agent.destroy();
      if (child.exitCode !== null) return;
      child.send('stop');
      await once(child, 'exit');
    },
  };
}

/** Reads once. */
function read({ url, agent }, path, token) {
  return new Promise((resolve, reject) => {
    get(url + path, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${path} was answered ${response.statusCode}`));
      });
    }).on('error', reject);
  });
}

/** Reads for one turn with all readers. @returns how often, and milliseconds passed and worked */
async function turn(api, question, { token, postgres }) {
  const workedBefore = worked(api, postgres);
  const start = performance.now();
  let reads = 0;
  const reader = async () => {
    while (performance.now() - start < TURN_MS) {
      await read(api, question.path(), token);
      reads += 1;
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  const passed = performance.now() - start;
  return { reads, passed, worked: worked(api, postgres) - workedBefore };
}

/** Processor time of the API and the database; NaN where it is not known. */
function worked(api, postgres) {
  return (processorTimeOf(api.pid) ?? NaN) + (processorTimeOf(postgres) ?? NaN);
}

function sumOf(turns, what) {
  return turns.reduce((sum, one) => sum + one[what], 0);
}

/** Gives the cases references as people are given them, and each its 13 points. */
async function complete(database) {
  await database.asNobody().query({
    text: `update spend_case c set reference = n.reference
      from (select id, row_number() over (order by id) as place from spend_case) o
      join unnest($1::text[]) with ordinality n(reference, place) using (place) where c.id = o.id`,
    values: [Array.from({ length: 2 * CASES }, () => makeCaseReference((max) => randomInt(max)))],
  });
  await database.asNobody().query({
    text: `insert into point_evidence (case_id, point, self_assessment, narrative, links, revision, saved_by, saved_at)
      select c.id, p, 'met', repeat('How the point is met. ', 10), '[]', 1, c.created_by, c.created_at
      from spend_case c cross join generate_series(1, 13) p on conflict do nothing`,
    values: [],
  });
}

async function references(database, marking) {
  const rows = await database.asNobody().query({
    text: 'select reference from spend_case where protective_marking = $1 order by id limit 500',
    values: [marking],
  });
  return rows.map(({ reference }) => reference);
}

function inTurn(values) {
  let place = 0;
  return () => values[(place += 1) % values.length];
}

async function measure(apis, questions, means) {
  const over = [];
  console.log(
    '\na read, ms'.padEnd(47),
    'not recorded'.padStart(13),
    'recorded'.padStart(9),
    'ratio'.padStart(6),
    'of time passed'.padStart(24),
  );
  for (const question of questions) {
    const turns = [[], []];
    for (let round = 0; round < TURNS + SETTLING; round += 1)
      for (const index of round % 2 === 0 ? [0, 1] : [1, 0]) {
        const measured = await turn(apis[index], question, means);
        if (round >= SETTLING) turns[index].push(measured);
      }
    const [off, on] = turns.map((some) => sumOf(some, 'worked') / sumOf(some, 'reads'));
    const passed = median(
      turns[1].map((one, n) => one.passed / one.reads / (turns[0][n].passed / turns[0][n].reads)),
    );
    const ratio = Number.isNaN(on) ? passed : on / off;
    if (question.isHeld && ratio > LIMIT) over.push(question.name);
    console.log(
      question.name.padEnd(46),
      off.toFixed(3).padStart(13),
      on.toFixed(3).padStart(9),
      ratio.toFixed(2).padStart(6),
      passed.toFixed(2).padStart(8),
      question.isHeld ? (ratio > LIMIT ? 'TOO MUCH' : 'ok') : 'shown only',
    );
  }
  return over;
}

await onAServer(SETTINGS, async (server) => {
  await server.createDatabase('reads');
  // The API refuses to start as the owner of the tables, who could rewrite history.
  const url = serviceUrl(server, 'reads');
  await prepareDatabase(server.url('reads'), url);
  const database = new Database({ url: server.url('reads'), poolSize: 1 });
  await fillQueue(database, CASES);
  await complete(database);
  const ordinary = inTurn(await references(database, 'OFFICIAL'));
  const restricted = inTurn(await references(database, 'OFFICIAL-SENSITIVE'));
  await database.asNobody().query({ text: 'analyze', values: [] });
  const token = await signIn(database);
  const [{ postgres }] = await database.asNobody().query({
    text: `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as postgres`,
    values: [],
  });
  const apis = [await startApi(url, 'off'), await startApi(url, 'on')];
  const over = await measure(
    apis,
    [
      { name: 'a case with its points', isHeld: true, path: () => `/api/v1/cases/${ordinary()}` },
      { name: 'a case’s assessments', isHeld: true, path: () => `/api/v1/cases/${ordinary()}/assessments` },
      { name: 'a page of cases', isHeld: true, path: () => '/api/v1/cases?state=in-review' },
      {
        name: 'a restricted case, which waits for its record',
        isHeld: false,
        path: () => `/api/v1/cases/${restricted()}`,
      },
    ],
    { token, postgres },
  ).finally(() => Promise.all(apis.map((api) => api.stop())));
  const [{ count }] = await database.asNobody().query({
    text: 'select count(*) as count from access_record',
    values: [],
  });
  console.log(`\n${count} records were written.`);
  await database.close();
  if (over.length > 0) {
    console.log(`More than ${LIMIT} times as long when recorded: ${over.join('; ')}`);
    process.exitCode = 1;
  } else console.log(`Nothing held to it takes more than ${LIMIT} times as long.`);
});

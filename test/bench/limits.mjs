// What limits of requests cost those who stay within them: two processes of the API, one that counts and one that does
// not, are asked the same in short turns. What is compared is the processor time of the API and the database together.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { prepareDatabase } from '../../dist/apps/local/prepare-database.js';
import { Database } from '../../dist/libs/persistence/database/database.js';
import { processorTimeOf } from './processor-time.mjs';
import { signIn } from './sign-in.mjs';
import { fillQueue } from './queue-of-cases.mjs';
import { median, onAServer, serviceUrl } from './on-a-server.mjs';

const CASES = 1_000;
const READERS = 8;
const TURNS = Number(process.env.BENCH_TURNS ?? 40);
const SETTLING = 3;
const TURN_MS = 400;
/** How much longer a request may take for being counted. */
const LIMIT = 1.05;
const SETTINGS = ['shared_buffers=256MB'];
const QUESTIONS = [
  ['who is signed in', '/api/v1/sessions/current'],
  ['a page of cases', '/api/v1/cases?state=in-review'],
];

async function startApi(databaseUrl, limiting) {
  const child = fork(new URL('limits-api.mjs', import.meta.url), [databaseUrl, limiting]);
  const [url] = await once(child, 'message');
  return { url, child, agent: new Agent({ keepAlive: true, maxSockets: READERS }) };
}

async function stop({ child, agent }) {
  agent.destroy();
  child.send('stop');
  await once(child, 'exit');
}

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

async function turn(api, path, token, postgres) {
  const worked = () => (processorTimeOf(api.child.pid) ?? NaN) + (processorTimeOf(postgres) ?? NaN);
  const before = worked();
  const start = performance.now();
  let reads = 0;
  const reader = async () => {
    for (; performance.now() - start < TURN_MS; reads += 1) await read(api, path, token);
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return { reads, passed: performance.now() - start, worked: worked() - before };
}

await onAServer(SETTINGS, async (server) => {
  await server.createDatabase('limits');
  const url = serviceUrl(server, 'limits');
  await prepareDatabase(server.url('limits'), url);
  const database = new Database({ url: server.url('limits'), poolSize: 1 });
  await fillQueue(database, CASES);
  await database.query({ text: 'analyze', values: [] });
  const token = await signIn(database);
  const [{ postgres }] = await database.query({
    text: `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as postgres`,
    values: [],
  });
  const apis = [await startApi(url, 'off'), await startApi(url, 'on')];
  const over = [];
  for (const [name, path] of QUESTIONS) {
    const turns = [[], []];
    for (let round = 0; round < TURNS + SETTLING; round += 1)
      for (const index of round % 2 === 0 ? [0, 1] : [1, 0]) {
        const measured = await turn(apis[index], path, token, postgres);
        if (round >= SETTLING) turns[index].push(measured);
      }
    const sum = (some, what) => some.reduce((all, one) => all + one[what], 0);
    const [off, on] = turns.map((some) => sum(some, 'worked') / sum(some, 'reads'));
    const passed = median(
      turns[1].map((one, n) => one.passed / one.reads / (turns[0][n].passed / turns[0][n].reads)),
    );
    const ratio = Number.isNaN(on) ? passed : on / off;
    if (ratio > LIMIT) over.push(name);
    console.log(
      `${name}: ${off.toFixed(3)} ms not counted, ${on.toFixed(3)} ms counted, ${ratio.toFixed(3)} times as long; of time passed ${passed.toFixed(3)}`,
    );
  }
  const [{ points }] = await database.query({
    text: 'select sum(points)::int as points from rate_limit',
    values: [],
  });
  console.log(`The store was told of ${points} requests.`);
  await Promise.all(apis.map(stop));
  await database.close();
  if (over.length > 0) {
    console.log(`More than ${LIMIT} times as long when counted: ${over.join('; ')}`);
    process.exitCode = 1;
  }
});

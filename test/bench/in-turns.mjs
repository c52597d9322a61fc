import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Buffer } from 'node:buffer';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { processorTimeOf } from './processor-time.mjs';
import { median } from './on-a-server.mjs';

// Two processes of the API are asked the same in short turns, so that whatever else the machine does meets both. What is
// compared is the processor time of the API and the database together, where the system tells it: it is what somebody
// waits for on a machine that is busy, and does not depend on who else is. Elsewhere it is the time that passes.

/** People asking at once. */
const PEOPLE = 16;
/** How long a turn lasts; the first ones settle and are not counted. */
const TURN_MS = 400;
const SETTLING = 3;

/** Starts an API in a process of its own. @param script that sends its address once it listens, and stops on a message */
export async function startApi(script, ...parameters) {
  const child = fork(new URL(script, import.meta.url), parameters);
  const [url] = await once(child, 'message');
  return {
    url,
    pid: child.pid,
    agent: new Agent({ keepAlive: true, maxSockets: PEOPLE }),
    async stop() {
      this.agent.destroy();
      if (child.exitCode !== null) return;
      child.send('stop');
      await once(child, 'exit');
    },
  };
}

/** Asks once. @returns the body of the answer */
export function ask({ url, agent }, { method = 'GET', path, token, headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const authorised = { ...headers, authorization: `Bearer ${token}` };
    const sent = request(url + path, { method, agent, headers: authorised }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (response.statusCode < 300) resolve(text);
        else reject(new Error(`${method} ${path} was answered ${response.statusCode}: ${text}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Asks for one turn with everybody. @returns how often, and milliseconds passed and worked */
async function turn(api, question, postgres) {
  const workedBefore = worked(api, postgres);
  const start = performance.now();
  let asked = 0;
  const person = async () => {
    while (performance.now() - start < TURN_MS) {
      await question.ask(api);
      asked += 1;
    }
  };
  await Promise.all(Array.from({ length: PEOPLE }, person));
  const passed = performance.now() - start;
  return { asked, passed, worked: worked(api, postgres) - workedBefore };
}

/** Processor time of the API and the database; NaN where it is not known. */
function worked(api, postgres) {
  return (processorTimeOf(api.pid) ?? NaN) + (processorTimeOf(postgres) ?? NaN);
}

function sumOf(turns, what) {
  return turns.reduce((sum, one) => sum + one[what], 0);
}

/** The process of the server a database is on. */
export async function processOf(database) {
  const [{ postgres }] = await database.asNobody().query({
    text: `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as postgres`,
    values: [],
  });
  return postgres;
}

/** Gives values one after the other, over and over. */
export function inTurn(values) {
  let place = 0;
  return () => values[(place += 1) % values.length];
}

/**
 * Compares how two APIs answer and prints it.
 *
 * @param apis the one without and the one with what is measured
 * @param questions each with its name, whether it is held to the limit, and how it is asked of an API
 * @param means `names` of the two, `turns` each gets at each question, `limit` of the ratio, `postgres` process
 * @returns names of the questions that take too long
 */
export async function compare(apis, questions, { names, turns: rounds, limit, postgres }) {
  const over = [];
  console.log(
    '\nprocessor time of one, ms'.padEnd(55),
    ...names.map((name) => name.padStart(13)),
    'ratio'.padStart(6),
    'of time passed'.padStart(16),
  );
  for (const question of questions) {
    const turns = [[], []];
    for (let round = 0; round < rounds + SETTLING; round += 1)
      for (const index of round % 2 === 0 ? [0, 1] : [1, 0]) {
        const measured = await turn(apis[index], question, postgres);
        if (round >= SETTLING) turns[index].push(measured);
      }
    const [off, on] = turns.map((some) => sumOf(some, 'worked') / sumOf(some, 'asked'));
    const passed = median(
      turns[1].map((one, n) => one.passed / one.asked / (turns[0][n].passed / turns[0][n].asked)),
    );
    const ratio = Number.isNaN(on) ? passed : on / off;
    if (question.isHeld && ratio > limit) over.push(question.name);
    console.log(
      question.name.padEnd(54),
      off.toFixed(3).padStart(13),
      on.toFixed(3).padStart(13),
      ratio.toFixed(2).padStart(6),
      passed.toFixed(2).padStart(16),
      question.isHeld ? (ratio > limit ? 'TOO MUCH' : 'ok') : 'shown only',
    );
  }
  return over;
}

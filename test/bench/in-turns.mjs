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
/** How long a turn lasts unless it is said. */
const TURN_MS = 400;
/**
 * How often each is asked before it counts. A connection plans a statement anew for the first five times before it keeps
 * a plan, each API has eight connections, and what is asked first warms the process up as well.
 */
const SETTLING = 400;

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

/** Asks with everybody for as long as there is more to ask. @returns how often */
async function askWhile(hasMore, api, question) {
  let asked = 0;
  const person = async () => {
    while (hasMore(asked)) {
      asked += 1;
      await question.ask(api);
    }
  };
  await Promise.all(Array.from({ length: PEOPLE }, person));
  return asked;
}

/** Asks for one turn. @returns milliseconds passed and worked for one answer */
async function turn(api, question, { postgres, turnMs }) {
  const workedBefore = worked(api, postgres);
  const start = performance.now();
  const asked = await askWhile(() => performance.now() - start < turnMs, api, question);
  const passed = performance.now() - start;
  return { passed: passed / asked, worked: (worked(api, postgres) - workedBefore) / asked };
}

/** Processor time of the API and the database; NaN where it is not known. */
function worked(api, postgres) {
  return (processorTimeOf(api.pid) ?? NaN) + (processorTimeOf(postgres) ?? NaN);
}

/** How much longer turns of the second took than those of the first beside them, in the middle. */
function ratioOf([first, second], what) {
  return median(second.map((one, n) => one[what] / first[n][what]));
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
 * @param means `names` of the two, `turns` each gets at each question, how long one is, `limit` of the ratio, `postgres`
 * process
 * @returns names of the questions that take too long
 */
export async function compare(apis, questions, { names, turns: rounds, turnMs = TURN_MS, limit, postgres }) {
  const over = [];
  console.log(
    '\nprocessor time of one, ms'.padEnd(55),
    ...names.map((name) => name.padStart(13)),
    'ratio'.padStart(6),
    'of time passed'.padStart(16),
  );
  for (const question of questions) {
    for (const api of apis) await askWhile((asked) => asked < SETTLING, api, question);
    const turns = [[], []];
    for (let round = 0; round < rounds; round += 1)
      for (const index of round % 2 === 0 ? [0, 1] : [1, 0])
        turns[index].push(await turn(apis[index], question, { postgres, turnMs }));
    const [off, on] = turns.map((some) => median(some.map((one) => one.worked)));
    const passed = ratioOf(turns, 'passed');
    const ratio = Number.isNaN(on) ? passed : ratioOf(turns, 'worked');
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

// Whether the pages of lists are as quick over 100,000 open cases as over 1,000, as somebody at a browser waits for
// them: the whole answer, HTML and all. Both are asked in turns in one run. Run by `npm run bench`.
import 'reflect-metadata';
import { performance } from 'node:perf_hooks';
import { prepareDatabase } from '../../dist/apps/local/prepare-database.js';
import { mountWeb } from '../../dist/apps/web/run-web.js';
import { loadShippedReferenceData } from '../../dist/libs/casework/policy/reference-data-loader.js';
import { SessionService } from '../../dist/libs/identity/sessions/session-service.js';
import { Database } from '../../dist/libs/persistence/database/database.js';
import { AppLogger } from '../../dist/libs/platform/logging/app-logger.js';
import { loadConfig } from '../../dist/libs/platform/config/load-config.js';
import { createServer } from 'node:http';
import { fillQueue } from './queue-of-cases.mjs';
import { median, onAServer, serviceUrl } from './on-a-server.mjs';
import { signIn } from './sign-in.mjs';

const SIZES = [1_000, 100_000];
const ROUNDS = 40;
const SETTLING = 10;
/** How much longer a page may take over the longer list. */
const LIMIT = 1.5;
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'shared_buffers=256MB'];
const PAGES = [
  ['the list of cases', '/cases'],
  ['cases in review', '/cases?state=in-review'],
  ['mine', '/cases?reviewer=me'],
  ['nobody’s', '/cases?reviewer=nobody'],
  ['overdue', '/cases?overdue=yes'],
  ['home', '/'],
];

async function pagesOver(server, open) {
  const name = `pages_${open}`;
  await server.createDatabase(name);
  const url = serviceUrl(server, name);
  await prepareDatabase(server.url(name), url);
  const database = new Database({ url: server.url(name), poolSize: 1 });
  await loadShippedReferenceData(database, new Date('2020-01-01T00:00:00.000Z'));
  await fillQueue(database, open);
  await database.asNobody().query({ text: 'analyze', values: [] });
  await signIn(database);
  const [{ id }] = await database
    .asNobody()
    .query({ text: `select md5('reviewer 1')::uuid as id`, values: [] });
  await database.close();
  const config = loadConfig({
    DATABASE_URL: url,
    DATABASE_POOL_SIZE: '8',
    PUBLIC_URL: 'http://localhost',
    MAIL_TRANSPORT: 'file',
    MAIL_DIRECTORY: '/nowhere',
    MAIL_FROM: 'no-reply@bench.example',
    ASSURANCE_INBOX: 'assurance@bench.example',
  });
  const web = await mountWeb(config, { logger: new AppLogger({ level: 'fatal' }) });
  const listener = createServer(web.answer);
  await new Promise((resume) => listener.listen(0, '127.0.0.1', resume));
  const sessions = new SessionService(new Database({ url, poolSize: 1 }), { now: () => new Date() }, config);
  const { token } = await sessions.begin(id, null);
  return {
    open,
    async timeOf(path) {
      const start = performance.now();
      const answer = await fetch(`http://127.0.0.1:${listener.address().port}${path}`, {
        headers: { cookie: `__Host-session=${token}` },
        redirect: 'manual',
      });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`);
      return performance.now() - start;
    },
    async close() {
      listener.close();
      await web.close();
    },
  };
}

await onAServer(SETTINGS, async (server) => {
  const lists = [];
  for (const size of SIZES) lists.push(await pagesOver(server, size));
  const over = [];
  console.log('a page, ms'.padEnd(28), ...SIZES.map((size) => String(size).padStart(9)), 'ratio'.padStart(7));
  for (const [name, path] of PAGES) {
    const times = lists.map(() => []);
    for (let round = 0; round < ROUNDS + SETTLING; round += 1)
      for (const index of round % 2 === 0 ? [0, 1] : [1, 0]) {
        const elapsed = await lists[index].timeOf(path);
        if (round >= SETTLING) times[index].push(elapsed);
      }
    const [small, large] = times.map(median);
    if (large / small > LIMIT) over.push(name);
    console.log(
      name.padEnd(28),
      small.toFixed(1).padStart(9),
      large.toFixed(1).padStart(9),
      (large / small).toFixed(2).padStart(7),
    );
  }
  for (const list of lists) await list.close();
  if (over.length > 0) {
    console.log(`More than ${LIMIT} times as long over ${SIZES[1]} cases: ${over.join('; ')}`);
    process.exitCode = 1;
  } else console.log(`No page takes more than ${LIMIT} times as long over ${SIZES[1]} cases.`);
}).finally(() => setTimeout(() => process.exit(), 500));

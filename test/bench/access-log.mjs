// What the record of access costs readers: an API that records and one that does not, over one database. Run by
// `npm run bench`.
import { randomInt } from 'node:crypto';
import { makeCaseReference } from '../../dist/libs/domain/case/case-reference.js';
import { prepareDatabase } from '../../dist/apps/local/prepare-database.js';
import { Database } from '../../dist/libs/persistence/database/database.js';
import { ask, compare, inTurn, processOf, startApi } from './in-turns.mjs';
import { signIn } from './sign-in.mjs';
import { fillQueue } from './queue-of-cases.mjs';
import { onAServer, serviceUrl } from './on-a-server.mjs';

const CASES = 2_000;
/** Turns each process gets at each question. */
const TURNS = 50;
/** How much longer a read may take for being recorded. */
const LIMIT = 1.1;
/** As a server would have them; what is committed is on the disk, because that is what a record costs. */
const SETTINGS = ['shared_buffers=256MB'];

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
  const postgres = await processOf(database);
  const apis = [
    await startApi('access-log-api.mjs', url, 'off'),
    await startApi('access-log-api.mjs', url, 'on'),
  ];
  const reading = (name, path, isHeld = true) => ({
    name,
    isHeld,
    ask: (api) => ask(api, { path: path(), token }),
  });
  const over = await compare(
    apis,
    [
      reading('a case with its points', () => `/api/v1/cases/${ordinary()}`),
      reading('a case’s assessments', () => `/api/v1/cases/${ordinary()}/assessments`),
      reading('a page of cases', () => '/api/v1/cases?state=in-review'),
      reading('a restricted case, which waits for its record', () => `/api/v1/cases/${restricted()}`, false),
    ],
    { names: ['not recorded', 'recorded'], turns: TURNS, limit: LIMIT, postgres },
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

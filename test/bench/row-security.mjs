// What row-level security costs the paths people wait for: an API over a database that decides who may see a row, and
// one over a copy of it that does not and is told of nobody. Run by `npm run bench`.
import { randomInt, randomUUID } from 'node:crypto';
import { makeCaseReference } from '../../dist/libs/domain/case/case-reference.js';
import { prepareDatabase } from '../../dist/apps/local/prepare-database.js';
import { loadShippedReferenceData } from '../../dist/libs/casework/policy/reference-data-loader.js';
import { hashToken, newToken } from '../../dist/libs/identity/signing-in/token.js';
import { Database } from '../../dist/libs/persistence/database/database.js';
import { fillHistory } from './history-of-cases.mjs';
import { ask, compare, inTurn, processOf, startApi } from './in-turns.mjs';
import { onAServer, serviceUrl } from './on-a-server.mjs';

const EVENTS = 50_000;
/** Turns each process gets at each question, and how long one is: what else the machine does meets both of a pair. */
const TURNS = 40;
const TURN_MS = 180;
/** How much longer each may take: four fifths of the throughput are kept. */
const LIMIT = 1.25;
/** As a server would have them; what is committed is on the disk. */
const SETTINGS = ['shared_buffers=256MB'];

/** Gives the cases references as people are given them, their 13 points, and a history one can add to. */
async function complete(run) {
  await run(
    `update spend_case c set reference = n.reference, head_hash = sha256(c.id::text::bytea),
       department_hands = '{}', given_back_by = '{}'
     from (select id, row_number() over (order by id) as place from spend_case) o
     join unnest($1::text[]) with ordinality n(reference, place) using (place) where c.id = o.id`,
    [Array.from({ length: EVENTS }, () => makeCaseReference((max) => randomInt(max)))],
  );
  await run(
    `insert into point_evidence (case_id, point, self_assessment, narrative, links, revision, saved_by, saved_at)
     select c.id, p, 'met', repeat('How the point is met. ', 10), '[]', 1, c.created_by, c.created_at
     from spend_case c cross join generate_series(1, 13) p on conflict do nothing`,
  );
}

/** Lets somebody in who holds one role, at an organisation. @returns the token */
async function signIn(run, person, role, organisation) {
  const token = newToken();
  await run(
    `insert into role_assignment (id, person_id, organisation_id, role, valid_from)
     values (gen_random_uuid(), md5($1)::uuid, $2, $3, '2010-01-01')`,
    [person, organisation, role],
  );
  await run(
    `insert into access_token (id, person_id, token_hash, created_at, expires_at)
     values (gen_random_uuid(), md5($1)::uuid, $2, now(), now() + interval '1 day')`,
    [person, hashToken({ tokenHashes: 'sha256' }, token)],
  );
  return token;
}

/** Comments on one case after the other; each API has cases of its own database. */
function commenting(references, revision, token) {
  const ofApi = new Map();
  return async (api) => {
    const own = ofApi.get(api) ?? { next: inTurn(references), revisions: new Map() };
    ofApi.set(api, own);
    const reference = own.next();
    const text = await ask(api, {
      method: 'POST',
      path: `/api/v1/cases/${reference}/comments`,
      token,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        'if-match': `"${own.revisions.get(reference) ?? revision}"`,
      },
      body: JSON.stringify({ audience: 'shared', body: 'What we meant is this.' }),
    });
    own.revisions.set(reference, JSON.parse(text).revision);
  };
}

function questionsOf({ who, token, references, organisation, isDepartment }) {
  const next = inTurn(references);
  const reading = (name, path) => ({
    name: `${name}, ${who}`,
    isHeld: true,
    ask: (api) => ask(api, { path: path(), token }),
  });
  return [
    reading('a case with its points', () => `/api/v1/cases/${next()}`),
    reading('a page of cases', () => '/api/v1/cases'),
    reading('a case’s history', () => `/api/v1/cases/${next()}/events`),
    reading('an organisation’s decisions', () => `/api/v1/decisions?organisation=${organisation}`),
    // One of them writes about cases the other does not, so that neither waits for a change of the other.
    {
      name: `a comment with its event, ${who}`,
      isHeld: true,
      ask: commenting(
        references.filter((_, place) => (place % 2 === 0) === isDepartment),
        10,
        token,
      ),
    },
  ];
}

await onAServer(SETTINGS, async (server) => {
  await server.createDatabase('secured');
  // The API refuses to start as the owner of the tables, who could rewrite history.
  await prepareDatabase(server.url('secured'), serviceUrl(server, 'secured'));
  const database = new Database({ url: server.url('secured'), poolSize: 1 });
  const run = (text, values = []) => database.asNobody().query({ text, values });
  await loadShippedReferenceData(database.asService(), new Date('2010-01-01T00:00:00.000Z'));
  const { organisation } = await fillHistory(database, EVENTS);
  await complete(run);
  const rows = await run('select reference from spend_case where organisation_id = $1 order by id', [
    organisation,
  ]);
  const references = rows.map(({ reference }) => reference);
  const reviewer = await signIn(run, 'person 3', 'reviewer', await anotherThan(run, organisation));
  const submitter = await signIn(run, 'person 4', 'submitter', organisation);
  await run('vacuum (analyze)');
  await database.close();

  await copyWithoutPolicies(server);
  const watching = new Database({ url: server.url('secured'), poolSize: 1 });
  const postgres = await processOf(watching);
  await watching.close();
  const apis = [
    await startApi('row-security-api.mjs', serviceUrl(server, 'open'), 'off'),
    await startApi('row-security-api.mjs', serviceUrl(server, 'secured'), 'on'),
  ];
  const common = { references, organisation };
  const over = await compare(
    apis,
    [
      ...questionsOf({ ...common, who: 'for a reviewer', token: reviewer, isDepartment: false }),
      ...questionsOf({ ...common, who: 'for a submitter', token: submitter, isDepartment: true }),
    ],
    { names: ['without', 'with'], turns: TURNS, turnMs: TURN_MS, limit: LIMIT, postgres },
  ).finally(() => Promise.all(apis.map((api) => api.stop())));
  if (over.length > 0) {
    console.log(`\nMore than ${LIMIT} times as long with row-level security: ${over.join('; ')}`);
    process.exitCode = 1;
  } else console.log(`\nNothing takes more than ${LIMIT} times as long with row-level security.`);
});

async function anotherThan(run, organisation) {
  const [{ id }] = await run('select id from organisation where id <> $1 order by id limit 1', [
    organisation,
  ]);
  return id;
}

/** The same data in a database whose owner has switched its policies off. */
async function copyWithoutPolicies(server) {
  const maintenance = new Database({ url: server.url('postgres'), poolSize: 1 });
  await maintenance.asNobody().query({ text: 'create database open template secured', values: [] });
  await maintenance.close();
  const copy = new Database({ url: server.url('open'), poolSize: 1 });
  await copy.asNobody().query({
    text: `do $$ declare of_table text; begin
      for of_table in select t.tablename from pg_tables t where t.schemaname = 'public' loop
        execute format('alter table %I disable row level security', of_table);
        execute format('alter table %I no force row level security', of_table);
      end loop; end $$`,
    values: [],
  });
  await copy.asNobody().query({ text: 'vacuum (analyze)', values: [] });
  await copy.close();
}

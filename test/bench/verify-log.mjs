// How long it takes to verify a log of a million events against every working row, and how much memory. The cases are
// the demonstration's, each copied many times with ids of its own, chained and sealed like any other. Run by
// `npm run bench:log`.
import { Buffer } from 'node:buffer';
import { randomBytes, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { demonstrate } from '../../dist/apps/local/demonstration/demonstrate.js';
import { prepareDatabase } from '../../dist/apps/local/prepare-database.js';
import { faultInWords, LogVerifier } from '../../dist/libs/audit/index.js';
import { loadShippedReferenceData } from '../../dist/libs/casework/index.js';
import {
  append,
  EMPTY_FRONTIER,
  generateSigningKey,
  leafHash,
  rootOf,
  sealEvent,
  signCheckpoint,
} from '../../dist/libs/domain/index.js';
import { appendToLog, Database } from '../../dist/libs/persistence/index.js';
import { loadConfig } from '../../dist/libs/platform/index.js';
import { onAServer, serviceUrl } from './on-a-server.mjs';

const EVENTS = Number(process.env.BENCH_EVENTS ?? 1_000_000);
const LIMIT_SECONDS = 60;
const ORIGIN = 'bench.example/log';
const LEAVES = 20_000;
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=256MB'];
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Every row of every case, by table; of tables whose rows are a case's own. */
async function casesOf(owner) {
  const tables = await owner.query({
    text: `select table_name as name from information_schema.columns where table_schema = 'public'
      and column_name = 'case_id' and table_name not in ('log_leaf', 'log_pending', 'access_record', 'email',
        'saved_search_match') order by 1`,
    values: [],
  });
  const cases = await owner.query({
    text: `select to_jsonb(c) as row from spend_case c
      where not exists (select from legacy_exception x where x.case_id = c.id)
        and not exists (select from case_relation l where l.case_id = c.id or l.related_case_id = c.id)
        and not exists (select from comment_edit b join comment m on m.id = b.comment_id where m.case_id = c.id)
        and c.revision > 15`,
    values: [],
  });
  const found = [];
  for (const { row } of cases) {
    const rows = { spend_case: [row] };
    for (const { name } of tables)
      rows[name] = (
        await owner.query({
          text: `select to_jsonb(t) as row from ${name} t where case_id = $1`,
          values: [row.id],
        })
      ).map((one) => one.row);
    rows.case_event.sort((one, other) => one.sequence - other.sequence);
    found.push(rows);
  }
  return found;
}

/** The case again with ids and a reference of its own, its chain made anew. */
function copyOf(text, ids, reference, number) {
  const own = new Map();
  const fresh = JSON.parse(
    text.replaceAll(reference, `V-${number}`).replaceAll(UUID, (id) => {
      if (!ids.has(id)) return id;
      if (!own.has(id)) own.set(id, randomUUID());
      return own.get(id);
    }),
  );
  let previous = null;
  for (const event of fresh.case_event) {
    const envelope = {
      caseId: event.case_id,
      sequence: event.sequence,
      type: event.type,
      audience: event.audience,
      actorId: event.actor_id,
      actorRole: event.actor_role,
      actorOrganisationId: event.actor_organisation_id,
      occurredAt: new Date(event.occurred_at).toISOString(),
      fromState: event.from_state,
      toState: event.to_state,
      version: event.version,
    };
    const seal = sealEvent(envelope, event.payload, event.reason, randomBytes(32), previous);
    event.hash = `\\x${seal.hash}`;
    event.previous_hash = previous === null ? null : `\\x${previous}`;
    event.private_hash = seal.privateHash === null ? null : `\\x${seal.privateHash}`;
    event.salt = seal.salt === null ? null : `\\x${seal.salt.toString('hex')}`;
    previous = seal.hash;
  }
  fresh.spend_case[0].head_hash = `\\x${previous}`;
  return fresh;
}

/** Copies the cases until there are enough events, and seals them. */
async function fill(owner, key) {
  const originals = (await casesOf(owner)).map((rows) => ({
    text: JSON.stringify(rows),
    reference: rows.spend_case[0].reference,
    ids: new Set(
      Object.values(rows).flatMap((table) => table.flatMap(({ id }) => (id === undefined ? [] : [id]))),
    ),
  }));
  // What was copied from is taken away, so that every case is one that is sealed here.
  await owner.query({ text: `set session_replication_role = replica`, values: [] });
  const all = await owner.query({
    text: `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'case_id'`,
    values: [],
  });
  for (const { name } of all) await owner.query({ text: `delete from ${name}`, values: [] });
  await owner.query({ text: 'delete from comment_edit', values: [] });
  await owner.query({ text: 'delete from spend_case', values: [] });
  let [events, number, frontier] = [0, 0, EMPTY_FRONTIER];
  let waiting = [];
  while (events < EVENTS) {
    const batch = {};
    for (let n = 0; n < 200 && events < EVENTS; n += 1) {
      const { text, ids, reference } = originals[number % originals.length];
      const copy = copyOf(text, ids, reference, number);
      number += 1;
      events += copy.case_event.length;
      for (const [table, rows] of Object.entries(copy)) (batch[table] ??= []).push(...rows);
    }
    for (const [table, rows] of Object.entries(batch))
      await owner.query({
        text: `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`,
        values: [JSON.stringify(rows)],
      });
    for (const { case_id: caseId, sequence, hash } of batch.case_event)
      waiting.push({ caseId, sequence, hash: Buffer.from(hash.slice(2), 'hex') });
    if (waiting.length < LEAVES && events < EVENTS) continue;
    const grown = append(
      frontier,
      waiting.map(({ hash }) => leafHash(hash)),
    );
    const root = Buffer.from(rootOf(grown.frontier));
    const { size } = grown.frontier;
    const note = signCheckpoint({ origin: ORIGIN, size, root, extensions: [] }, [key]);
    await appendToLog(owner, frontier.size, waiting, grown.nodes, {
      size,
      treeHash: 'sha256',
      root,
      note,
      sealedAt: new Date(0),
    });
    frontier = grown.frontier;
    waiting = [];
    process.stderr.write(`\r${events} events`);
  }
  process.stderr.write('\n');
  await owner.query({ text: 'vacuum (analyze)', values: [] });
  return number;
}

await onAServer(SETTINGS, async (server, folder) => {
  await server.createDatabase('verify');
  const ownerUrl = server.url('verify');
  const url = serviceUrl(server, 'verify');
  await prepareDatabase(ownerUrl, url);
  const owner = new Database({ url: ownerUrl, poolSize: 1 });
  const database = new Database({ url, poolSize: 4 });
  await loadShippedReferenceData(database, new Date('2010-01-01T00:00:00.000Z'));
  const config = loadConfig({
    DATABASE_URL: url,
    PUBLIC_URL: 'http://localhost',
    APP_MODE: 'local',
    MAIL_TRANSPORT: 'file',
    MAIL_DIRECTORY: folder,
    MAIL_FROM: 'bench@bench.example',
    ASSURANCE_INBOX: 'inbox@bench.example',
  });
  await demonstrate(database, config, new Date('2026-06-01T09:00:00.000Z'), () => undefined);
  const key = generateSigningKey(ORIGIN);
  const filling = performance.now();
  const cases = await fill(owner, key);
  console.log(`${cases} cases copied and sealed in ${((performance.now() - filling) / 1000).toFixed(0)} s`);
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 200);
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const report = await new LogVerifier(database).verify({
    origin: ORIGIN,
    trusted: [key.verifier],
    known: [key.verifier],
    kept: [],
    databaseUrl: url,
  });
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
  console.log(
    `${report.events} events of ${report.cases} cases verified in ${seconds.toFixed(1)} s; memory ${megabytes(before)} before, ${megabytes(most)} at most`,
  );
  if (report.fault !== null) {
    console.log(`It does not verify: ${faultInWords(report.fault)}`);
    process.exitCode = 1;
  }
  if (seconds > LIMIT_SECONDS) {
    console.log(`That is more than ${LIMIT_SECONDS} s.`);
    process.exitCode = 1;
  }
  await database.close();
  await owner.close();
});

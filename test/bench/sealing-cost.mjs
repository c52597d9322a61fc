// What chaining and sealing cost a change. The same change is made in turns with a desk that chains, whose events are
// sealed at the end of each turn, and with one that does not, over one database. What is compared is the processor time
// of this process and the database together, where the system tells it, so that whatever else the machine does is left
// out; elsewhere it is the time that passes. Run by `npm run bench:log`.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { prepareDatabase } from '../../dist/apps/local/prepare-database.js';
import { makeDemonstrationPeople } from '../../dist/apps/local/demonstration/accounts.js';
import { LogKeys } from '../../dist/libs/audit/sealing/log-keys.js';
import { SealingService } from '../../dist/libs/audit/sealing/sealing-service.js';
import {
  CaseDesk,
  DraftingService,
  loadShippedReferenceData,
  NobodyToNudge,
  PolicyBook,
} from '../../dist/libs/casework/index.js';
import { formatSigningKey, generateSigningKey } from '../../dist/libs/domain/index.js';
import { Database, writeCaseChange } from '../../dist/libs/persistence/index.js';
import { loadConfig, SystemClock } from '../../dist/libs/platform/index.js';
import { median, onAServer, serviceUrl } from './on-a-server.mjs';
import { processorTimeOf } from './processor-time.mjs';

const CASES = 200;
const WRITERS = 8;
const TURNS = 40;
const SETTLING = 6;
const CHANGES = 400;
/** How much more a change may cost. */
const LIMIT = 1.1;
const SETTINGS = ['shared_buffers=256MB', 'max_connections=100'];

/** The desk as it would be without a log. */
class UnchainedDesk extends CaseDesk {
  put(queryable, change) {
    return writeCaseChange(queryable, change, () => null);
  }
}

async function measure(database, folder) {
  const clock = new SystemClock();
  const config = loadConfig({
    DATABASE_URL: 'postgresql://bench@localhost/sealing',
    PUBLIC_URL: 'http://localhost',
    MAIL_TRANSPORT: 'file',
    MAIL_DIRECTORY: folder,
    MAIL_FROM: 'bench@bench.example',
    ASSURANCE_INBOX: 'inbox@bench.example',
    LOG_SIGNING_KEY: formatSigningKey(generateSigningKey('bench.example')),
  });
  await loadShippedReferenceData(database, clock.now());
  await makeDemonstrationPeople(database);
  const [submitter] = await database.asNobody().query({
    text: `select a.person_id as "personId", a.organisation_id as "organisationId" from role_assignment a
      where a.role = 'submitter' limit 1`,
    values: [],
  });
  const acting = {
    personId: submitter.personId,
    name: 'Bench',
    email: 'bench@bench.example',
    roles: [{ role: 'submitter', organisationId: submitter.organisationId }],
  };
  const sealing = new SealingService(database, clock, new LogKeys(config));
  const book = new PolicyBook();
  const desks = [UnchainedDesk, CaseDesk].map(
    (Desk) => new Desk(database, clock, config, new NobodyToNudge(), book),
  );
  const draftings = desks.map((desk) => new DraftingService(desk, database, clock));
  // Cases of their own for each, so that no chain has a gap in it.
  const cases = [[], []];
  for (const index of [0, 1])
    for (let n = 0; n < CASES; n += 1) {
      const answer = await draftings[1].create(acting, {
        organisationId: submitter.organisationId,
        title: `Case ${n}`,
      });
      cases[index].push({ reference: JSON.parse(answer.body).reference, revision: 1 });
    }
  await sealing.seal();
  const postgres = Number((await readFile(join(folder, 'db', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  const worked = () => {
    const theirs = processorTimeOf(postgres);
    return theirs === undefined
      ? performance.now()
      : theirs + process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;
  };
  const narrative = 'Why this point is met, in a few sentences of evidence. '.repeat(12);
  const turn = async (index) => {
    const before = worked();
    let next = 0;
    const writer = async () => {
      for (let n = next++; n < CHANGES; n = next++) {
        const found = cases[index][n % CASES];
        await draftings[index].changeDetails(acting, found.reference, found.revision, {
          description: `${narrative}${n}`,
        });
        found.revision += 1;
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, writer));
    if (index === 1) await sealing.seal();
    return (worked() - before) / CHANGES;
  };
  const costs = [[], []];
  for (let round = 0; round < TURNS + SETTLING; round += 1)
    for (const index of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const cost = await turn(index);
      if (round >= SETTLING) costs[index].push(cost);
    }
  const [without, withLog] = costs.map(median);
  const ratio = withLog / without;
  console.log(
    `A change costs ${without.toFixed(3)} ms without the log and ${withLog.toFixed(3)} ms with it: ${ratio.toFixed(3)} times`,
  );
  if (ratio > LIMIT) {
    console.log(`That is more than ${LIMIT} times.`);
    process.exitCode = 1;
  }
}

await onAServer(SETTINGS, async (server, folder) => {
  await server.createDatabase('sealing');
  const ownerUrl = server.url('sealing');
  const url = serviceUrl(server, 'sealing');
  await prepareDatabase(ownerUrl, url);
  const owner = new Database({ url: ownerUrl, poolSize: 1 });
  // What is not chained has no hash, and the service's database refuses that.
  await owner.query({
    text: `alter table case_event drop constraint case_event_hash_check, drop constraint case_event_chain_check`,
    values: [],
  });
  const database = new Database({ url, poolSize: WRITERS + 1 });
  await measure(database, folder);
  await database.close();
  await owner.close();
});

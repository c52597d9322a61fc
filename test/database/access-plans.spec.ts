import { listAccessRecords, type AccessListRequest, type Queryable, type Statement } from '#persistence';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';

const RECORDS = 40_000;
/** How many cases, and how many people, the records are about. */
const EACH = 200;

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase(1);
  const run = (text: string) => fresh.owner.query({ text, values: [] });
  await run(
    `insert into access_record (id, occurred_at, person_id, what, part, case_id, outcome)
     select gen_random_uuid(), timestamptz '2026-01-01' + n * interval '1 minute',
       md5('person ' || n * 7919 % ${EACH})::uuid, 'view', 'case',
       case when n % 4 = 0 then null else md5('case ' || n % ${EACH})::uuid end, 'given'
     from generate_series(1, ${RECORDS}) n`,
  );
  await run('analyze access_record');
});
afterAll(() => fresh.close());

/** The plan PostgreSQL has settled on for a list of access. */
async function planOf(request: AccessListRequest): Promise<string> {
  let heard: Statement | undefined;
  const listening: Queryable = {
    query: (statement) => {
      heard = statement;
      return fresh.database.query(statement);
    },
  };
  // It may settle on another plan after five executions.
  for (let execution = 0; execution < 7; execution += 1) await listAccessRecords(listening, request);
  const values = heard!.values.map((value) => `'${String(value)}'`).join(', ');
  const rows = await fresh.database.query<Record<string, string>>({
    text: `explain execute "${heard!.name!}"(${values})`,
    values: [],
  });
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const somebody = '5b1f9a7e-0000-4000-8000-000000000000';
const anything: AccessListRequest = {
  reference: null,
  personId: null,
  from: '2026-01-02T00:00:00.000Z',
  to: '2026-06-01T00:00:00.000Z',
  after: { at: '2026-05-01T00:00:00.000Z', id: somebody },
  limit: 25,
};

it.each([
  ['who saw a case', { ...anything, reference: 'DT-0000-0000' }, 'using hot_access_to_case'],
  ['what a person saw', { ...anything, personId: somebody }, 'Backward using access_record_pkey'],
])('%s is read in order from its index, page after page', async (_name, request, index) => {
  const plan = await planOf(request);
  expect(plan).toContain(`Index Scan ${index}`);
  expect(plan).not.toContain('Sort');
});

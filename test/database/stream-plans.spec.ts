import type { Sight } from '#domain';
import {
  readEventStretch,
  readOrganisationFeed,
  type Actor,
  type Queryable,
  type Statement,
} from '#persistence';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';

const CASES = 4_000;
const EVENTS_EACH = 6;
const ORGANISATIONS = 40;
const EVENTS = CASES * EVENTS_EACH;

const SUBMITTER = '5b1f9a7e-0000-4000-8000-000000000001';
const AUDITOR = '5b1f9a7e-0000-4000-8000-000000000002';
const AT = new Date('2026-11-24T10:00:00.000Z');

let fresh: FreshDatabase;
let organisationId: string;
beforeAll(async () => {
  fresh = await freshDatabase(1);
  const run = <Row>(text: string) => fresh.owner.query<Row>({ text, values: [] });
  await run(
    `insert into person (id, email, name, created_at) values
       ('${SUBMITTER}', 'submitter@tests.example', 'Someone', now()),
       ('${AUDITOR}', 'auditor@tests.example', 'Someone else', now())`,
  );
  await run(
    `insert into organisation (id, key, name, valid_from)
     select md5('organisation ' || n)::uuid, 'o-' || n, 'Organisation ' || n, '2020-01-01' from generate_series(1, ${ORGANISATIONS}) n`,
  );
  await run(
    `insert into role_assignment (id, person_id, organisation_id, role, valid_from)
     select gen_random_uuid(), p, md5('organisation 7')::uuid, r, '2020-01-01'
     from (values ('${SUBMITTER}'::uuid, 'submitter'), ('${AUDITOR}'::uuid, 'auditor')) as held (p, r)`,
  );
  await run(
    `insert into spend_case (id, reference, organisation_id, state, revision, regime_version, title, year_amounts,
       flags, protective_marking, details_revision, created_by, created_at, updated_at)
     select md5('case ' || n)::uuid, 'T-' || n, md5('organisation ' || 1 + n % ${ORGANISATIONS})::uuid, 'draft',
       ${EVENTS_EACH}, 'v6', 'Case ' || n, '[]', '{}', case when n % 20 = 0 then 'OFFICIAL-SENSITIVE' else 'OFFICIAL' end,
       1, '${SUBMITTER}', now(), now()
     from generate_series(1, ${CASES}) n`,
  );
  await run(
    `insert into case_event (case_id, sequence, type, audience, occurred_at, from_state, to_state, payload, hash, previous_hash)
     select md5('case ' || n)::uuid, s, 'comment-added', case when s = 4 then 'internal' else 'shared' end, now(),
       case when s % 2 = 0 then 'draft' else 'signed-off' end, 'draft', '{}', sha256('x'), case when s > 1 then sha256('x') end
     from generate_series(1, ${CASES}) n cross join generate_series(1, ${EVENTS_EACH}) s`,
  );
  // Sealed as they happened: of all cases in turn.
  await run(
    `insert into log_leaf (index, case_id, sequence, hash)
     select (s - 1) * ${CASES} + n - 1, md5('case ' || n)::uuid, s, sha256('x')
     from generate_series(1, ${CASES}) n cross join generate_series(1, ${EVENTS_EACH}) s`,
  );
  await run(
    `insert into log_checkpoint (size, root, note, sealed_at)
     select n * 20, sha256('x'), '', now() from generate_series(1, ${EVENTS / 20}) n`,
  );
  await run('vacuum (analyze)');
  const [row] = await run<{ id: string }>(`select md5('organisation 7')::uuid as id`);
  organisationId = row?.id ?? '';
});
afterAll(() => fresh.close());

/** The plan PostgreSQL has settled on for what somebody asks. */
async function planFor(actor: Actor, ask: (queryable: Queryable) => Promise<unknown>): Promise<string> {
  const database = fresh.database.as(actor);
  let heard: Statement | undefined;
  const listening: Queryable = {
    query: (statement) => {
      heard = statement;
      return database.query(statement);
    },
  };
  // It may settle on another plan after five executions.
  for (let execution = 0; execution < 7; execution += 1) await ask(listening);
  const values = heard!.values.map(literal).join(', ');
  const rows = await database.query<Record<string, string>>({
    text: `explain execute "${heard!.name!}"(${values})`,
    values: [],
  });
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

function literal(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `'{${value.join(',')}}'`;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string')
    return `'${value}'`;
  throw new Error('A value of a kind this test does not know');
}

const readers: readonly (readonly [string, string, () => Sight])[] = [
  ['an auditor', AUDITOR, () => ({ everything: true, organisationIds: [] })],
  ['a department', SUBMITTER, () => ({ everything: false, organisationIds: [organisationId] })],
];

describe.each(readers)('for %s', (_who, personId, sight) => {
  const acting: Actor = { personId, rolesAt: AT };
  const LARGE = /Seq Scan on (spend_case|case_event|log_leaf|log_checkpoint)\b/;

  it.each([
    ['from the beginning', 0],
    ['from the middle', EVENTS / 2],
    ['of what is new', EVENTS - 10],
  ])('events of all cases, %s, are read by their place in the log', async (_from, after) => {
    const request = { after, limit: 101, reach: 5_000 };
    const plan = await planFor(acting, (queryable) => readEventStretch(queryable, sight(), request));
    expect(plan).toContain('log_leaf_pkey');
    expect(plan).not.toMatch(LARGE);
  });

  it.each([
    ['the latest page', null],
    ['a page before', EVENTS / 2],
  ])('the feed of an organisation, %s, is read by its place in the log', async (_page, before) => {
    const plan = await planFor(acting, (queryable) =>
      readOrganisationFeed(queryable, organisationId, sight(), before, 26),
    );
    expect(plan).toContain('Index Scan using hot_feed');
    expect(plan).toMatch(/Index Cond: \(\(step_of = .*\) AND \(index < /);
    expect(plan).not.toContain('Sort');
    expect(plan).not.toMatch(LARGE);
  });
});

import { randomUUID } from 'node:crypto';
import {
  listCases,
  listDecisions,
  loadCase,
  readCase,
  readHistory,
  revisionOfCase,
  type Queryable,
  type Statement,
} from '#persistence';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';

/** Enough rows that reading a whole table would be a mistake the planner does not make by itself. */
const CASES = 4_000;
const ORGANISATIONS = 40;

/** Remembers the statements that were run, so that their plans can be asked for. */
class Listening implements Queryable {
  readonly heard: Statement[] = [];
  constructor(private readonly queryable: Queryable) {}

  query<Row>(statement: Statement): Promise<readonly Row[]> {
    this.heard.push(statement);
    return this.queryable.query<Row>(statement);
  }
}

describe('hot paths', () => {
  let fresh: FreshDatabase;
  let listening: Listening;
  let reference: string;
  let organisationId: string;

  beforeAll(async () => {
    fresh = await freshDatabase(1);
    const { database } = fresh;
    const personId = randomUUID();
    const run = (text: string, values: readonly unknown[] = []): Promise<unknown> =>
      database.query({ text, values });
    await run(
      `insert into person (id, email, name, created_at) values ($1, 'someone@tests.example', 'Someone', now())`,
      [personId],
    );
    await run(
      `insert into organisation (id, key, name, valid_from)
       select gen_random_uuid(), 'o-' || n, 'Organisation ' || n, '2020-01-01' from generate_series(1, $1::int) n`,
      [ORGANISATIONS],
    );
    await run(
      `insert into spend_case (id, reference, organisation_id, state, revision, regime_version, title, year_amounts,
         flags, protective_marking, details_revision, created_by, created_at, updated_at, current_version)
       select gen_random_uuid(), 'T-' || n, o.id, case when n % 3 = 0 then 'approved' else 'in-review' end, 10, 'v6',
         'Case ' || n, '[]', '{}', 'OFFICIAL', 1, $1, now(), now() - n * interval '1 minute', 1
       from generate_series(1, $2::int) n
       join (select id, row_number() over () as k from organisation) o on o.k = 1 + n % $3::int`,
      [personId, CASES, ORGANISATIONS],
    );
    await run(
      `insert into case_event (case_id, sequence, type, audience, occurred_at, to_state, payload)
       select c.id, s, 'comment-added', 'shared', now(), 'in-review', '{}'
       from spend_case c cross join generate_series(1, 10) s`,
    );
    await run(
      `insert into point_evidence (case_id, point, links, revision, saved_by, saved_at)
       select c.id, p, '[]', 1, $1, now() from spend_case c cross join generate_series(1, 13) p`,
      [personId],
    );
    await run(
      `insert into decision (id, case_id, number, version, sequence, outcome, requested_pence, approved_pence, reason,
         overrides, regime_version, decided_by, decided_role, decided_at, synthetic)
       select gen_random_uuid(), c.id, 1, 1, 10, 'approved', 100, 100, 'Because', '[]', 'v6', $1, 'decider',
         c.updated_at, true
       from spend_case c where c.state = 'approved'`,
      [personId],
    );
    await run('analyze');
    const [row] = await database.query<{ reference: string; organisationId: string }>({
      text: `select reference, organisation_id as "organisationId" from spend_case where reference = 'T-700'`,
      values: [],
    });
    reference = row?.reference ?? '';
    organisationId = row?.organisationId ?? '';
    listening = new Listening(database);
  });
  afterAll(async () => {
    await fresh.close();
  });

  const everything = { everything: true, organisationIds: [] };
  const own = (): { everything: boolean; organisationIds: string[] } => ({
    everything: false,
    organisationIds: [organisationId],
  });
  const later = { at: '2030-01-01T00:00:00.000Z', id: '00000000-0000-0000-0000-000000000000' };

  const paths: Readonly<Record<string, () => Promise<unknown>>> = {
    'a whole case': () => readCase(listening, reference, own()),
    'the revision of a case': () => revisionOfCase(listening, reference, own()),
    'a case for a change': () =>
      loadCase(listening, {
        reference,
        sight: own(),
        personId: randomUUID(),
        key: 'key',
        at: new Date('2026-01-01T00:00:00.000Z'),
        withContacts: true,
        commentId: null,
      }),
    'one case’s history': () => readHistory(listening, { reference, sight: everything, after: 3, limit: 5 }),
    'the first page of one organisation': () =>
      listCases(listening, { sight: own(), organisationId: null, states: [], after: null, limit: 25 }),
    'a further page of one organisation': () =>
      listCases(listening, { sight: own(), organisationId: null, states: [], after: later, limit: 25 }),
    'the first page of everything': () =>
      listCases(listening, {
        sight: everything,
        organisationId: null,
        states: [],
        after: null,
        limit: 25,
      }),
    'a page of one state': () =>
      listCases(listening, {
        sight: everything,
        organisationId: null,
        states: ['in-review'],
        after: later,
        limit: 25,
      }),
    'decisions of one organisation in a period': () =>
      listDecisions(listening, {
        sight: everything,
        organisationId,
        from: '2020-01-01T00:00:00.000Z',
        to: '2040-01-01T00:00:00.000Z',
        after: null,
        limit: 25,
      }),
  };

  it.each(Object.keys(paths))(
    '%s reads no large table whole, also once its plan is settled',
    async (name) => {
      // PostgreSQL may settle on another plan for a prepared statement after five executions.
      for (let execution = 0; execution < 7; execution += 1) await paths[name]?.();
      const statement = listening.heard.at(-1);
      const plan = await planOf(statement);
      expect(plan).not.toMatch(/Seq Scan on (spend_case|case_event|point_evidence|decision)\b/);
    },
  );

  /** The plan of a statement as prepared under its name on this connection. */
  async function planOf(statement: Statement | undefined): Promise<string> {
    if (statement === undefined) throw new Error('Nothing was run');
    const literals = statement.values.map(literal).join(', ');
    const name = `"${String(statement.name)}"`;
    const rows = await fresh.database.query<Record<string, string>>({
      text: `explain execute ${name}${literals === '' ? '' : `(${literals})`}`,
      values: [],
    });
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  function literal(value: unknown): string {
    if (value === null) return 'null';
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (value instanceof Date) return `'${value.toISOString()}'`;
    if (Array.isArray(value)) return `'{${value.join(',')}}'`;
    if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
    throw new Error('A value of a kind this test does not know');
  }
});

import { randomUUID } from 'node:crypto';
import { ALL_CASES, pence, type CaseCriteria } from '#domain';
import {
  countCases,
  countEach,
  emailsOfCase,
  listDecisions,
  loadCase,
  loadNewest,
  nextCaseFor,
  readCase,
  readHistory,
  readHistoryBefore,
  readHistoryFrom,
  readHistoryOfCondition,
  readLatestVersions,
  revisionOfCase,
  searchCases,
  type CaseListRequest,
  type CaseSearch,
  type Queryable,
  type Sight,
  type Statement,
} from '#persistence';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';

/** Enough rows that reading a whole table would be a mistake the planner does not make by itself. */
const CASES = 4_000;
const ORGANISATIONS = 40;
const NOW = new Date('2026-11-24T10:00:00.000Z');

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
      fresh.owner.query({ text, values });
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
         flags, protective_marking, details_revision, created_by, created_at, updated_at, current_version, reviewer_id,
         rating, next_due_at, requested_pence)
       select gen_random_uuid(), 'T-' || n, o.id, case when n % 3 = 0 then 'approved' else 'in-review' end, 10, 'v6',
         'Case ' || n, '[]', '{}', 'OFFICIAL', 1, $1, now(), now() - n * interval '1 minute', 1,
         case when n % 4 > 0 then md5('reviewer ' || n % 20)::uuid end,
         (array['low', 'low', 'medium', 'high'])[1 + n / 7 % 4],
         case when n % 3 > 0 and n % 5 > 0 then $4::timestamptz + (n * 37 % 1000 - 200) * interval '1 hour' end,
         n * 100000
       from generate_series(1, $2::int) n
       join (select id, row_number() over () as k from organisation) o on o.k = 1 + n % $3::int`,
      [personId, CASES, ORGANISATIONS, NOW],
    );
    await run(
      `insert into case_event (case_id, sequence, type, audience, occurred_at, to_state, payload, hash, previous_hash)
       select c.id, s, 'comment-added', 'shared', now(), 'in-review', '{}', sha256(c.id::text::bytea),
         case when s > 1 then sha256(c.id::text::bytea) end
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
    await run('vacuum (analyze)');
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

  const everything: Sight = { everything: true, organisationIds: [] };
  const own = (): Sight => ({
    everything: false,
    organisationIds: [organisationId],
  });
  const later = { at: '2030-01-01T00:00:00.000Z', id: '00000000-0000-0000-0000-000000000000' };
  const someone = randomUUID();
  const queue = ['submitted', 'acknowledged', 'in-review'] as const;
  const open = [...queue, 'returned', 'recommended'] as const;

  function search(criteria: Partial<CaseCriteria>, sight = everything): CaseSearch {
    return { criteria: { ...ALL_CASES, ...criteria }, sight, personId: someone, now: NOW };
  }
  function page(
    criteria: Partial<CaseCriteria>,
    { sight, ...more }: Partial<CaseListRequest> = {},
  ): Promise<unknown> {
    const request = { sort: 'created', after: null, limit: 25, ...more } as const;
    return searchCases(listening, { ...search(criteria, sight), ...request });
  }
  const after = (dueAt: string | null) => ({ dueAt, createdAt: '2026-01-01T00:00:00.000Z', id: later.id });
  const dueAt = '2026-11-25T10:00:00.000Z';

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
    'the latest of one case’s history': () =>
      readHistoryBefore(listening, { reference, sight: everything, before: null, limit: 5 }),
    'what happened to one case from an instant on': () =>
      readHistoryFrom(listening, { reference, sight: everything, at: NOW, limit: 2 }),
    'what happened to one condition': () =>
      readHistoryOfCondition(listening, { reference, sight: own(), conditionId: someone, limit: 5 }),
    'the latest versions of a case': () => readLatestVersions(listening, reference, own(), 2, 3),
    'the drafts of one organisation': () =>
      loadNewest(listening, {
        organisationIds: [organisationId],
        states: ['draft'],
        sight: own(),
        at: NOW,
        most: 20,
      }),
    'the newest cases a department may have to act on': () =>
      loadNewest(listening, {
        organisationIds: [organisationId],
        states: ['returned', 'approved', 'approved-with-conditions'],
        sight: own(),
        at: NOW,
        most: 20,
      }),
    'the emails of a case': () => emailsOfCase(listening, reference, own()),
    'the first page of one organisation': () => page({}, { sight: own() }),
    'a further page of one organisation': () => page({}, { sight: own(), after: after(null) }),
    'the first page of everything': () => page({}),
    'the oldest of everything': () => page({}, { sort: 'oldest' }),
    'a further page of one state, oldest first': () =>
      page({ states: ['in-review'] }, { sort: 'oldest', after: after(null) }),
    'a page of one state': () => page({ states: ['in-review'] }, { after: after(null) }),
    'the first page by due time': () => page({}, { sort: 'due' }),
    'the first page of open cases by due time': () => page({ states: open }, { sort: 'due' }),
    'a further page by due time': () => page({ states: open }, { sort: 'due', after: after(dueAt) }),
    'a page by due time among those without one': () => page({}, { sort: 'due', after: after(null) }),
    'the queue by due time': () => page({ states: queue, reviewer: 'nobody' }, { sort: 'due' }),
    'a further page of the queue': () =>
      page({ states: queue, reviewer: 'nobody' }, { sort: 'due', after: after(dueAt) }),
    'one reviewer’s cases by due time': () => page({ reviewer: 'me' }, { sort: 'due' }),
    'one organisation’s cases by due time': () => page({}, { sort: 'due', sight: own() }),
    'overdue cases by due time': () => page({ overdue: true, states: open }, { sort: 'due' }),
    'cases by part of their title': () => page({ text: 'Case 39' }),
    'a case by its whole title': () => page({ text: 'Case 3999' }, { sort: 'due' }),
    'a count of the queue': () => countCases(listening, search({ states: queue, reviewer: 'nobody' })),
    'a count of the queue by rating and target': () =>
      countCases(listening, search({ states: queue, reviewer: 'nobody', ratings: ['high'], overdue: true })),
    'a count of one reviewer’s cases': () =>
      countCases(listening, search({ reviewer: 'me', ratings: ['high'] })),
    'a count of one organisation’s cases': () =>
      countCases(listening, search({ states: open, minPence: pence(100) }, own())),
    'the next case': () =>
      nextCaseFor(listening, { personId: someone, ownOrganisationIds: [organisationId], skipLocked: true }),
    'the next case, waiting for it': () =>
      nextCaseFor(listening, { personId: someone, ownOrganisationIds: [], skipLocked: false }),
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

  it.each([
    ['the next case', 'Index Scan using hot_unassigned_by_due'],
    ['the next case, waiting for it', 'Index Scan using hot_unassigned_by_due'],
    ['the queue by due time', 'Index Scan using hot_unassigned_by_due'],
    ['the first page by due time', 'Index Scan using hot_by_due'],
    ['the first page of open cases by due time', 'Index Scan using hot_by_due'],
    ['one reviewer’s cases by due time', 'hot_reviewer_by_due'],
    ['one organisation’s cases by due time', 'hot_organisation_by_due'],
    ['a case by its whole title', 'Index Cond: (id = ANY ((InitPlan'],
    ['a count of the queue by rating and target', 'Index Only Scan using hot_open_by_kind'],
    ['a count of one reviewer’s cases', 'Index Only Scan using hot_reviewer_by_due'],
  ])('%s is read by %s', async (name, index) => {
    for (let execution = 0; execution < 7; execution += 1) await paths[name]?.();
    expect(await planOf(listening.heard.at(-1))).toContain(index);
  });

  it('looks for titles by their trigrams, where no policy is in the way', async () => {
    const plan = await fresh.owner.transaction(async (transaction) => {
      await transaction.query({ text: 'set local role spend_control_finder', values: [] });
      return transaction.query<Readonly<Record<string, string>>>({
        text: `explain select id from spend_case where title ilike '%Case 3999%'`,
        values: [],
      });
    });
    expect(plan.map((row) => Object.values(row).join()).join('\n')).toContain(
      'Bitmap Index Scan on hot_title_trigrams',
    );
  });

  describe('a count that has to look at cases one by one', () => {
    const dear = { minPence: pence(CASES * 100_000 - 100_000) };

    it('is exact while there are few enough to look at', async () => {
      const [row] = await fresh.database.query<{ id: string }>({
        text: `select organisation_id as id from spend_case where reference = 'T-${String(CASES)}'`,
        values: [],
      });
      const organisationIds = [row?.id ?? ''];
      expect(await countCases(listening, search(dear, { everything: false, organisationIds }))).toEqual({
        count: 1,
        atLeast: false,
      });
    });

    it('says no more than it knows once it has looked at enough', async () => {
      const { count, atLeast } = await countCases(listening, search(dear));
      expect(atLeast).toBe(true);
      expect(count).toBeLessThanOrEqual(2);
    });

    it('gives the same one by one and together', async () => {
      const searches = [search(dear), search({ reviewer: 'nobody' }), search({ text: 'Case 3999' })];
      const together = await countEach(listening, searches);
      expect(together.slice(1)).toEqual([
        { count: 100, atLeast: true },
        { count: 1, atLeast: false },
      ]);
      expect(together[0]?.atLeast).toBe(true);
      expect(await countEach(listening, [])).toEqual([]);
      expect(await countEach(listening, searches.slice(1), 1_000_000)).toEqual([
        { count: 1_000, atLeast: false },
        { count: 1, atLeast: false },
      ]);
    });
  });

  /** The plan of a statement: as prepared under its name on this connection, or made anew where it has none. */
  async function planOf(statement: Statement | undefined): Promise<string> {
    if (statement === undefined) throw new Error('Nothing was run');
    if (statement.name === undefined)
      return linesOf({ text: `explain ${statement.text}`, values: statement.values });
    const literals = statement.values.map(literal).join(', ');
    const name = `"${statement.name}"`;
    return linesOf({ text: `explain execute ${name}${literals === '' ? '' : `(${literals})`}`, values: [] });
  }

  async function linesOf(explanation: Statement): Promise<string> {
    const rows = await fresh.database.query<Record<string, string>>(explanation);
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

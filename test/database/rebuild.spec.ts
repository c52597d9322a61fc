import { LikenessFinder } from '#casework';
import {
  canonicalJson,
  contentHash,
  PROJECTED_COLUMNS,
  PROJECTED_TABLES,
  projectionDifferences,
  projectionOf,
  replay,
  type CaseContent,
} from '#domain';
import { readCaseHistory, readProjection, type CaseHistory } from '#persistence';
import { loadConfig } from '#platform';
import { demonstrate } from '../../apps/local/demonstration/demonstrate.js';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';

// A history is complete when everything the working tables say can be worked out from it alone.

const SEES_ALL = { everything: true, organisationIds: [] };
const MUCH_LATER = new Date('2200-01-01T00:00:00.000Z');

/** Columns events alone do not determine, or that only say whose row it is. */
const NOT_PROJECTED = [
  'attachment.next_scan_at',
  'attachment.scan_attempts',
  'attachment.scan_error',
  'attachment.scanned_at',
  'attachment.status',
  'spend_case.head_hash',
  'spend_case.next_due_at',
  'spend_case.next_due_target',
  'spend_case.next_occasion_at',
  'spend_case.schedule_stale',
  'spend_case.supplier_keys',
];

let fresh: FreshDatabase;
let histories: readonly CaseHistory[];
beforeAll(async () => {
  fresh = await freshDatabase(10);
  const config = loadConfig({
    DATABASE_URL: fresh.url,
    PUBLIC_URL: 'http://localhost',
    APP_MODE: 'local',
    MAIL_TRANSPORT: 'file',
    MAIL_DIRECTORY: '/nowhere',
    MAIL_FROM: 'service@tests.example',
    ASSURANCE_INBOX: 'inbox@tests.example',
  });
  await demonstrate(fresh.database, config, new Date('2026-06-01T09:00:00.000Z'), () => undefined);
  histories = await readAll();
}, 60_000);
afterAll(() => fresh.close());

async function readAll(): Promise<readonly CaseHistory[]> {
  const references = await fresh.database.query<{ reference: string }>({
    text: 'select reference from spend_case order by reference',
    values: [],
  });
  return Promise.all(
    references.map(async ({ reference }) => {
      const history = await readCaseHistory(fresh.database, reference, SEES_ALL, MUCH_LATER);
      if (history === null) throw new Error(`${reference} is not there`);
      return history;
    }),
  );
}

describe('the history of every demonstration case', () => {
  it('is without gaps, each event beginning where the one before ended', () => {
    // One for each programme, and the planned next stages of some.
    expect(histories.filter(({ events }) => events[0]?.toState === 'draft')).toHaveLength(67);
    for (const { events } of histories) {
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
      expect(events.map(({ fromState }) => fromState)).toEqual([
        null,
        ...events.slice(0, -1).map(({ toState }) => toState),
      ]);
    }
    expect(new Set(histories.flatMap(({ events }) => events.map(({ type }) => type))).size).toBeGreaterThan(
      17,
    );
  });

  it('gives every row of the case there is, column by column', async () => {
    let rows = 0;
    for (const { caseId, events } of histories) {
      const found = await readProjection(fresh.database, caseId);
      rows += Object.values(found).flat().length;
      expect(projectionDifferences(projectionOf(replay(events)), found)).toEqual([]);
    }
    expect(rows).toBeGreaterThan(1_200);
  });

  it('gives each version it submitted, to the letter', async () => {
    let versions = 0;
    for (const { caseId, events } of histories) {
      const replayed = replay(events);
      const frozen = await fresh.database.query<{ number: number; content: CaseContent; hash: string }>({
        text: 'select number, content, content_hash as hash from submission_version where case_id = $1',
        values: [caseId],
      });
      for (const { number, content, hash } of frozen) {
        versions += 1;
        const version = replayed.versions.find((one) => one.number === number);
        expect(canonicalJson(version?.content)).toBe(canonicalJson(content));
        expect(contentHash(content)).toBe(hash);
      }
    }
    expect(versions).toBeGreaterThan(40);
  });

  it('holds questions to GDS Assurance and pairs that look alike, all of them labelled', async () => {
    const questions = await fresh.database.query<{ state: string; labelled: boolean; tied: boolean }>({
      text: `select c.state, c.synthetic and c.title like 'Demonstration: %' as labelled,
          q.about_case_id is not null as tied
        from advice_request q join spend_case c on c.id = q.case_id order by 1, 3`,
      values: [],
    });
    expect(questions).toEqual([
      { state: 'advice-answered', labelled: true, tied: false },
      { state: 'advice-answered', labelled: true, tied: true },
      { state: 'advice-asked', labelled: true, tied: false },
      { state: 'advice-closed', labelled: true, tied: true },
    ]);
    expect(await fresh.database.query({ text: 'select from guidance', values: [] })).toHaveLength(1);

    await new LikenessFinder(fresh.database).compareChanged();
    // What was judged is suggested no more.
    const open = await fresh.database.query({
      text: `select from likeness_pair p join spend_case a on a.id = p.case_id join spend_case b on b.id = p.other_case_id
        where a.title like 'Demonstration: %' and a.synthetic and b.synthetic`,
      values: [],
    });
    expect(open).toHaveLength(1);
    const judged = await fresh.database.query<{ type: string }>({
      text: `select type from case_event where type in ('put-in-touch', 'likeness-dismissed') order by type`,
      values: [],
    });
    expect(judged.map(({ type }) => type)).toEqual([
      'likeness-dismissed',
      'likeness-dismissed',
      'put-in-touch',
      'put-in-touch',
    ]);
  });

  it('never runs backwards', async () => {
    const [row] = await fresh.database.query<{ backwards: number }>({
      text: `select count(*) as backwards from case_event e join case_event n
        on n.case_id = e.case_id and n.sequence = e.sequence + 1 where n.occurred_at < e.occurred_at`,
      values: [],
    });
    expect(row?.backwards).toBe(0);
  });
});

describe('what is compared', () => {
  it('is every column of every table a case has rows in', async () => {
    const columns = await fresh.database.query<{ name: string }>({
      text: `select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = any($1) and column_name <> 'case_id'`,
      values: [PROJECTED_TABLES],
    });
    const compared = PROJECTED_TABLES.flatMap((table) =>
      Object.keys(PROJECTED_COLUMNS[table]).map((column) => `${table}.${column}`),
    );
    expect([...compared, ...NOT_PROJECTED].sort()).toEqual(columns.map(({ name }) => name).sort());
  });

  it('is every table that belongs to cases, but for what others are told, found and compared cases, who looked, the events and the log', async () => {
    const tables = await fresh.database.query<{ name: string }>({
      text: `select table_name as name from information_schema.columns where table_schema = 'public'
        and column_name = 'case_id' order by 1`,
      values: [],
    });
    // Rows of these belong to one through another table.
    const throughAnother: readonly string[] = ['spend_case', 'comment_edit', 'guidance'];
    const own = PROJECTED_TABLES.filter((table) => !throughAnother.includes(table));
    expect(tables.map(({ name }) => name)).toEqual(
      [
        ...own,
        'access_record',
        'case_event',
        'email',
        'likeness_entry',
        'likeness_pair',
        'likeness_pending',
        'log_leaf',
        'log_pending',
        'saved_search_match',
        'webhook_delivery',
      ].sort(),
    );
  });

  it('shows a row that was altered, one that was taken away and one that was put in', async () => {
    const history = histories.find(({ events }) => events.some(({ type }) => type === 'decided'));
    if (history === undefined) throw new Error('No case was decided');
    const expected = projectionOf(replay(history.events));
    const found = await readProjection(fresh.database, history.caseId);
    const [, ...others] = found.assessment;
    const [decision] = found.decision;
    if (decision === undefined) throw new Error('The decision is not there');
    const tampered = {
      ...found,
      spend_case: found.spend_case.map((row) => ({ ...row, rating: 'altered' })),
      assessment: others,
      decision: [...found.decision, { ...decision, id: 'another' }],
    };
    expect(projectionDifferences(expected, tampered).map(({ table, column }) => [table, column])).toEqual([
      ['spend_case', 'rating'],
      ['assessment', null],
      ['decision', null],
    ]);
  });
});

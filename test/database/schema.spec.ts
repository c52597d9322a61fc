import {
  AUDIENCES,
  CASE_STATES,
  CONDITION_STATUSES,
  DECIDED_STATES,
  EMAIL_PREFERENCES,
  EMAIL_STATUSES,
  EXCEPTION_RULINGS,
  ROLES,
  VERDICTS,
} from '#domain';
import { sqlOfSchema, type Database } from '#persistence';
import { freshDatabase, emptyDatabase } from '../setup/fresh-database.js';

/** Everything of a database's shape that the Prisma schema speaks of; it cannot describe the indexes named `hot_…`. */
async function shapeOf(database: Database): Promise<unknown> {
  const columns = await database.query({
    text: `select table_name, column_name, udt_name, is_nullable, column_default, datetime_precision
      from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations'
      order by 1, 2`,
    values: [],
  });
  const indexes = await database.query({
    text: `select tablename, indexdef from pg_indexes where schemaname = 'public'
      and tablename <> '_prisma_migrations' and not starts_with(indexname, 'hot_') order by 1, 2`,
    values: [],
  });
  const keys = await database.query({
    text: `select conrelid::regclass::text as on_table, conname, pg_get_constraintdef(oid) as rule
      from pg_constraint where contype = 'f' order by 1, 2`,
    values: [],
  });
  return { columns, indexes, keys };
}

describe('the database', () => {
  it('is made by the migrations just as the Prisma schema describes it', async () => {
    const migrated = await freshDatabase();
    const pushed = await emptyDatabase();
    await pushed.database.query({ text: await sqlOfSchema(pushed.url), values: [] });
    expect(await shapeOf(migrated.database)).toEqual(await shapeOf(pushed.database));
    await migrated.close();
    await pushed.close();
  });

  it('allows in its columns exactly the words the rules know', async () => {
    const { database, close } = await freshDatabase();
    const checks = await database.query<{ name: string; rule: string }>({
      text: `select conname as name, pg_get_constraintdef(oid) as rule from pg_constraint where contype = 'c'`,
      values: [],
    });
    const wordsOf = (name: string): readonly string[] =>
      [...(checks.find((check) => check.name === name)?.rule.matchAll(/'([a-z-]+)'::text/g) ?? [])].map(
        (match) => match[1] ?? '',
      );
    expect(wordsOf('spend_case_state_check')).toEqual([...CASE_STATES]);
    expect(wordsOf('role_assignment_role_check')).toEqual([...ROLES]);
    expect(wordsOf('assessment_verdict_check')).toEqual([...VERDICTS]);
    expect(wordsOf('exception_ruling_ruling_check')).toEqual([...EXCEPTION_RULINGS]);
    expect(wordsOf('decision_outcome_check')).toEqual([...DECIDED_STATES]);
    expect(wordsOf('recommendation_outcome_check')).toEqual([...DECIDED_STATES]);
    expect(wordsOf('condition_status_check')).toEqual([...CONDITION_STATUSES]);
    expect(wordsOf('comment_audience_check')).toEqual([...AUDIENCES]);
    expect(wordsOf('case_event_audience_check')).toEqual([...AUDIENCES]);
    expect(wordsOf('email_status_check')).toEqual([...EMAIL_STATUSES]);
    expect(wordsOf('person_email_preference_check')).toEqual([...EMAIL_PREFERENCES]);
    await close();
  });

  it.each([
    'case_event',
    'submission_version',
    'assessment',
    'exception_ruling',
    'case_return',
    'recommendation',
    'decision',
    'condition_evidence',
    'comment_edit',
    'export_receipt',
  ])('refuses to change or remove rows of %s, even for the owner', async (table) => {
    const { database, close } = await freshDatabase();
    const [column] = await database.query<{ name: string }>({
      text: `select column_name as name from information_schema.columns where table_name = $1 limit 1`,
      values: [table],
    });
    for (const text of [
      `update ${table} set ${column?.name ?? ''} = ${column?.name ?? ''}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ])
      await expect(database.query({ text, values: [] })).rejects.toThrow('are history');
    await close();
  });

  it('never cascades into anything', async () => {
    const { database, close } = await freshDatabase();
    const cascading = await database.query({
      text: `select conname from pg_constraint where contype = 'f' and (confdeltype <> 'r' or confupdtype <> 'r')`,
      values: [],
    });
    expect(cascading).toEqual([]);
    await close();
  });
});

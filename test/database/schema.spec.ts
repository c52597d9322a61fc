import type { TestDatabase } from '../setup/test-database.js';
import {
  ACCESS_KINDS,
  ACCESS_OUTCOMES,
  ATTEMPT_OUTCOMES,
  AUDIENCES,
  CASE_STATES,
  CONDITION_STATUSES,
  DECIDED_STATES,
  DELIVERY_STATUSES,
  EMAIL_PREFERENCES,
  EMAIL_STATUSES,
  EXCEPTION_RULINGS,
  REFERENCE_DATA_KINDS,
  ROLES,
  VERDICTS,
  WEBHOOK_CHANGES,
} from '#domain';
import {
  APPLICATION_ROLE,
  mayRewriteHistory,
  SQL_PRIVILEGES,
  sqlOfSchema,
  TABLE_PRIVILEGES,
} from '#persistence';
import { freshDatabase, emptyDatabase } from '../setup/fresh-database.js';

/** Tables whose rows are history. */
const HISTORY = Object.entries(TABLE_PRIVILEGES)
  .filter(([, privilege]) => privilege === 'history')
  .map(([table]) => table);

/** Everything of a database's shape that the Prisma schema speaks of; it cannot describe the indexes named `hot_…`. */
async function shapeOf(database: TestDatabase): Promise<unknown> {
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
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`,
    values: [],
  });
  return { columns, indexes, keys };
}

describe('the database', () => {
  it('is made by the migrations just as the Prisma schema describes it', async () => {
    const migrated = await freshDatabase();
    const pushed = await emptyDatabase();
    await pushed.owner.query({ text: await sqlOfSchema(pushed.ownerUrl), values: [] });
    expect(await shapeOf(migrated.database)).toEqual(await shapeOf(pushed.owner));
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
    expect(wordsOf('access_record_what_check')).toEqual([...ACCESS_KINDS]);
    expect(wordsOf('access_record_outcome_check')).toEqual([...ACCESS_OUTCOMES]);
    expect(wordsOf('reference_data_addition_kind_check')).toEqual([...REFERENCE_DATA_KINDS]);
    expect(wordsOf('webhook_change_what_check')).toEqual([...WEBHOOK_CHANGES]);
    expect(wordsOf('webhook_delivery_status_check')).toEqual([...DELIVERY_STATUSES]);
    expect(wordsOf('webhook_attempt_outcome_check')).toEqual([...ATTEMPT_OUTCOMES]);
    await close();
  });

  it('refuses to change or remove rows of history: the application by its privileges, the owner by triggers', async () => {
    const { database, owner, close } = await freshDatabase();
    const columns = await database.query<{ table: string; column: string }>({
      text: `select table_name as table, column_name as column from information_schema.columns
        where table_schema = 'public' order by table_name, ordinal_position`,
      values: [],
    });
    for (const table of HISTORY) {
      const all = columns.filter((column) => column.table === table);
      const updates = all.map(({ column }) => `update ${table} set "${column}" = "${column}"`);
      expect(updates).not.toEqual([]);
      for (const text of [...updates, `delete from ${table}`, `truncate ${table} cascade`]) {
        await expect(database.query({ text, values: [] })).rejects.toThrow('permission denied');
        await expect(owner.query({ text, values: [] })).rejects.toThrow('are history');
      }
    }
    await close();
  });

  it('lets the application do with each table what is said of it, and nothing else', async () => {
    const { owner, close } = await freshDatabase();
    const rows = await owner.query<{ table: string; privileges: readonly string[] }>({
      text: `select c.relname as table, coalesce(array_agg(a.privilege_type order by a.privilege_type)
          filter (where a.grantee = $1::regrole), '{}') as privileges
        from pg_class c left join lateral aclexplode(c.relacl) a on true
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') group by c.relname`,
      values: [APPLICATION_ROLE],
    });
    expect(Object.fromEntries(rows.map(({ table, privileges }) => [table, privileges]))).toEqual(
      Object.fromEntries(
        Object.entries(TABLE_PRIVILEGES).map(([table, privilege]) => [
          table,
          [...SQL_PRIVILEGES[privilege]].sort(),
        ]),
      ),
    );
    const [alone] = await owner.query<{ alone: boolean }>({
      text: `select not (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication or rolcanlogin)
          and not pg_has_role(rolname, current_user, 'member') as alone
        from pg_roles where rolname = $1`,
      values: [APPLICATION_ROLE],
    });
    expect(alone?.alone).toBe(true);
    await close();
  });

  it('does not let the service start as somebody who could rewrite history', async () => {
    const { database, owner, close } = await freshDatabase();
    expect(await mayRewriteHistory(database)).toBe(false);
    expect(await mayRewriteHistory(owner)).toBe(true);
    await close();
  });

  it('never cascades into anything', async () => {
    const { database, close } = await freshDatabase();
    const cascading = await database.query({
      text: `select conname from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
        and (confdeltype <> 'r' or confupdtype <> 'r')`,
      values: [],
    });
    expect(cascading).toEqual([]);
    await close();
  });
});

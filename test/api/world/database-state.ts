import type { TestDatabase } from '../../setup/test-database.js';
import { TABLE_PRIVILEGES } from '#persistence';

/** Grow with every look at anything, and with what is refused, which is their purpose. */
const LOOKED_AT_GROWS: readonly string[] = ['access_record', 'sign_in_tries', 'rate_limit'];

const TABLES = Object.keys(TABLE_PRIVILEGES).filter(
  (table) => table !== '_prisma_migrations' && !LOOKED_AT_GROWS.includes(table),
);

/** A fingerprint of every row of every table, in one statement: it is the same when nothing was changed. */
export async function fingerprintOf(database: TestDatabase): Promise<Readonly<Record<string, string>>> {
  const rows = await database.query<{ table: string; state: string }>({
    name: 'fingerprint',
    text: TABLES.map(
      (
        table,
      ) => `select '${table}' as "table", count(*) || ' ' || md5(coalesce(sum(hashtextextended(t::text, 0)), 0)::text) as state
        from ${table} t`,
    ).join(' union all '),
    values: [],
  });
  if (rows.length !== TABLES.length) throw new Error('The database did not answer');
  return Object.fromEntries(rows.map(({ table, state }) => [table, state]));
}

/** Tables there are beside those that are looked at; none, unless a migration added one. */
export async function tablesNotLookedAt(database: TestDatabase): Promise<readonly string[]> {
  const rows = await database.query<{ name: string }>({
    text: `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations'`,
    values: [],
  });
  const lookedAt: readonly string[] = [...TABLES, ...LOOKED_AT_GROWS];
  return rows.map(({ name }) => name).filter((name) => !lookedAt.includes(name));
}

import type { TestDatabase } from '../../setup/test-database.js';
import { TABLE_PRIVILEGES } from '#persistence';

/** Grows with every look at anything, which is its purpose. */
const LOOKED_AT_GROWS = 'access_record';

const TABLES = Object.keys(TABLE_PRIVILEGES).filter(
  (table) => table !== '_prisma_migrations' && table !== LOOKED_AT_GROWS,
);

/** A fingerprint of every row of every table, in one statement: it is the same when nothing was changed. */
export async function fingerprintOf(database: TestDatabase): Promise<Readonly<Record<string, string>>> {
  const [row] = await database.query<{ state: Record<string, string> }>({
    name: 'fingerprint',
    text: `select jsonb_build_object(${TABLES.map(
      (
        table,
      ) => `'${table}', (select count(*) || ' ' || md5(coalesce(sum(hashtextextended(t::text, 0)), 0)::text)
        from ${table} t)`,
    ).join(', ')}) as state`,
    values: [],
  });
  if (row === undefined) throw new Error('The database did not answer');
  return row.state;
}

/** Tables there are beside those that are looked at; none, unless a migration added one. */
export async function tablesNotLookedAt(database: TestDatabase): Promise<readonly string[]> {
  const rows = await database.query<{ name: string }>({
    text: `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations'`,
    values: [],
  });
  const lookedAt: readonly string[] = [...TABLES, LOOKED_AT_GROWS];
  return rows.map(({ name }) => name).filter((name) => !lookedAt.includes(name));
}

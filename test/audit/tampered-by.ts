import type { TestDatabase } from '../setup/test-database.js';

/** Does something as the owner of the database with every trigger and key off, looks, and takes it back. */
export async function tamperedBy(
  owner: TestDatabase,
  statements: readonly string[],
  look: () => Promise<void>,
): Promise<void> {
  const name = 'tampering';
  await owner.query({ text: `create schema if not exists ${name}`, values: [] });
  const tables = await owner.query<{ table: string }>({
    text: `select table_name as table from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    values: [],
  });
  // In the owner's session alone; copies of the tables are what it is taken back from.
  const copy = tables
    .map(({ table }) => `create table ${name}."${table}" as table public."${table}";`)
    .join('\n');
  const restore = tables
    .map(({ table }) => `truncate public."${table}" cascade;`)
    .concat(tables.map(({ table }) => `insert into public."${table}" select * from ${name}."${table}";`))
    .join('\n');
  await asOwner(owner, copy);
  try {
    await asOwner(owner, statements.join(';\n'));
    await look();
  } finally {
    await asOwner(owner, `${restore}\ndrop schema ${name} cascade`);
  }
}

async function asOwner(owner: TestDatabase, script: string): Promise<void> {
  await owner.query({
    text: `begin; set local session_replication_role = replica; set local client_min_messages = error; ${script}; commit`,
    values: [],
  });
}

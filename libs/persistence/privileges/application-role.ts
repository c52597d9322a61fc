import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { ACTING_SETTING } from '../database/acts-as.js';
import type { Queryable } from '../database/statement.js';
import { DISPOSAL_FUNCTION, FINDER_FUNCTIONS, SQL_PRIVILEGES, TABLE_PRIVILEGES } from './table-privileges.js';

/** The role that holds what the application may do; the users it connects as are members of it. */
export const APPLICATION_ROLE = 'spend_control_app';

/** The role as which a few functions look for ids beyond the policies; nobody can sign in as it. */
const FINDER_ROLE = 'spend_control_finder';

/** Schema in which the queue keeps its jobs where there is no Redis: nothing in it is history. */
const QUEUE_SCHEMA = 'bullmq';

/** The SQL of several programs that set up one server at the same moment must not fail because the other was first. */
function unlessThere(statement: string): string {
  return `do $$ begin ${statement}; exception when duplicate_object or unique_violation then null; end $$`;
}

/**
 * Lets the application do with each table what `TABLE_PRIVILEGES` says, and nothing else. In one transaction, so that a
 * running service never meets a table it may not read. Run as the owner of the tables, who must be allowed to make
 * roles.
 */
export async function allowApplication(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    await client.query(unlessThere(`create role ${APPLICATION_ROLE} nologin`));
    await client.query('begin');
    await client.query(`grant usage on schema public to ${APPLICATION_ROLE}`);
    await client.query(`revoke all on all tables in schema public from ${APPLICATION_ROLE}`);
    for (const [table, privilege] of Object.entries(TABLE_PRIVILEGES))
      await client.query(
        `grant ${SQL_PRIVILEGES[privilege].join(', ')} on ${escapeIdentifier(table)} to ${APPLICATION_ROLE}`,
      );
    await client.query(`grant execute on function ${DISPOSAL_FUNCTION} to ${APPLICATION_ROLE}`);
    await client.query(`set local role ${FINDER_ROLE}`);
    for (const name of FINDER_FUNCTIONS)
      await client.query(`grant execute on function ${name} to ${APPLICATION_ROLE}`);
    await client.query('reset role');
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regnamespace('${QUEUE_SCHEMA}') is not null as there`,
    );
    if (rows[0]?.there === true) {
      // The queue's own functions make a sequence for each queue when it is first used.
      await client.query(`grant usage, create on schema ${QUEUE_SCHEMA} to ${APPLICATION_ROLE}`);
      await client.query(
        `grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${APPLICATION_ROLE}`,
      );
      await client.query(`grant usage on all sequences in schema ${QUEUE_SCHEMA} to ${APPLICATION_ROLE}`);
    }
    await client.query('commit');
  });
}

/**
 * Makes sure that the user in the application's address can sign in with the password in it, or with a certificate, and
 * is a member of the application's role. Where it is the owner itself nothing is done, and the service will refuse to
 * start. Whoever of the two signs in with a certificate keeps no password, also where they had one before.
 * @throws Error when the address names no user
 */
export async function allowSignIn(ownerUrl: string, applicationUrl: string): Promise<void> {
  const { username, password } = new URL(applicationUrl);
  const user = decodeURIComponent(username);
  if (user === '') throw new Error('The application’s database address must name a user');
  if (user === decodeURIComponent(new URL(ownerUrl).username)) return;
  await asOwner(ownerUrl, async (client) => {
    const name = escapeIdentifier(user);
    await client.query(unlessThere(`create role ${name} login`));
    if (password !== '')
      await client.query(`alter role ${name} login password ${escapeLiteral(decodeURIComponent(password))}`);
    else if (hasCertificate(applicationUrl)) await client.query(`alter role ${name} login password null`);
    if (hasCertificate(ownerUrl)) await client.query('alter role current_user password null');
    await client.query(`grant ${APPLICATION_ROLE} to ${name}`);
  });
}

function hasCertificate(address: string): boolean {
  const { password, searchParams } = new URL(address);
  return password === '' && searchParams.has('sslcert');
}

/**
 * Runs statements on one connection of the owner's own. An owner who is no superuser sees rows by the same policies as
 * everybody, and so acts as the service.
 */
export async function asOwner<Result>(
  ownerUrl: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    connectionString: ownerUrl,
    options: `-c ${ACTING_SETTING}=service`,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether whoever this is connected as could rewrite history. A service that could must not start. */
export async function mayRewriteHistory(queryable: Queryable): Promise<boolean> {
  const [row] = await queryable.query<{ may: boolean }>({
    text: `select has_table_privilege('case_event', 'UPDATE') or has_table_privilege('case_event', 'DELETE')
      or has_table_privilege('case_event', 'TRUNCATE') as may`,
    values: [],
  });
  return row?.may ?? true;
}

import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import QueryStream from 'pg-query-stream';
import { PrismaClient } from '../generated/prisma/client.js';
import type { Statement } from './statement.js';

/** PostgreSQL's own numbers for its types; fixed in its catalogue. */
const INT8 = 20;
const DATE = 1082;

/** Dates without a time stay text, `YYYY-MM-DD`; counts and pence stay exact numbers. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    if (format !== 'binary') {
      if (oid === DATE) return (value: string) => value;
      if (oid === INT8) return exactInteger;
    }
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- a type this program does not name
    return pg.types.getTypeParser(oid, format);
  },
};

function exactInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large to be held exactly`);
  return number;
}

/** How to reach PostgreSQL. */
export interface DatabaseOptions {
  readonly url: string;
  /** Most connections held open at once. */
  readonly poolSize: number;
  /** How long work may take; as long as it likes unless given, as for jobs that nobody waits for. */
  readonly patience?: DatabasePatience;
}

/** How long work in the database may take, in seconds. Streams of rows are exempt from the first. */
export interface DatabasePatience {
  readonly statementSeconds: number;
  /** Longest wait for a lock. */
  readonly lockSeconds: number;
  /** Longest a transaction may do nothing. */
  readonly idleTransactionSeconds: number;
}

/** Settings of each connection, given when it is made, so that they cost no round trip. */
function settingsOf(patience: DatabasePatience | undefined): string {
  // Reading and writing happen in UTC whatever the server's own setting.
  const settings = ['timezone=UTC'];
  if (patience !== undefined)
    settings.push(
      `statement_timeout=${patience.statementSeconds}s`,
      `lock_timeout=${patience.lockSeconds}s`,
      `idle_in_transaction_session_timeout=${patience.idleTransactionSeconds}s`,
    );
  return settings.map((setting) => `-c ${setting}`).join(' ');
}

/** Longest a stream of rows may take: an export of everything, by a slow line. */
const LONGEST_STREAM = '2h';

/** A place statements can be run: the pool, or one transaction. */
export interface Queryable {
  /** Runs one statement and gives its rows. */
  query<Row>(statement: Statement): Promise<readonly Row[]>;
}

/**
 * The one door to PostgreSQL: Prisma for ordinary work and typed statements for hot paths, on the same pool.
 * Create it once per process; call `close` at the end.
 */
export class Database implements Queryable {
  readonly prisma: PrismaClient;
  private readonly pool: pg.Pool;

  constructor(options: DatabaseOptions) {
    this.pool = new pg.Pool({
      connectionString: options.url,
      max: options.poolSize,
      options: settingsOf(options.patience),
      types,
    });
    // A connection lost while idle is replaced at the next use; without a listener it would end the process.
    this.pool.on('error', () => undefined);
    this.prisma = new PrismaClient({ adapter: new PrismaPg(this.pool) });
  }

  async query<Row>(statement: Statement): Promise<readonly Row[]> {
    const result = await this.pool.query<Row & pg.QueryResultRow>(asConfig(statement));
    return result.rows;
  }

  /** Runs `work` in one transaction: all of it is kept, or, when it throws, none. */
  async transaction<Result>(work: (queryable: Queryable) => Promise<Result>): Promise<Result> {
    return this.between('begin', work);
  }

  /** Reads in a transaction that sees one state of the database throughout, and may change nothing. */
  async snapshot<Result>(work: (queryable: Queryable) => Promise<Result>): Promise<Result> {
    return this.between('begin isolation level repeatable read read only', work);
  }

  /** A name under which other connections, also of other threads, can read the state a snapshot sees while it lasts. */
  async nameOfSnapshot(snapshot: Queryable): Promise<string> {
    const [row] = await snapshot.query<{ id: string }>({
      text: 'select pg_export_snapshot() as id',
      values: [],
    });
    if (row === undefined) throw new Error('The snapshot has no name');
    return row.id;
  }

  /** Reads, on a connection of its own, the state another snapshot sees. @param name from `nameOfSnapshot` */
  async atSnapshot<Result>(name: string, work: (queryable: Queryable) => Promise<Result>): Promise<Result> {
    return this.snapshot(async (other) => {
      // The statement takes no parameter.
      await other.query({ text: `set transaction snapshot ${pg.escapeLiteral(name)}`, values: [] });
      return work(other);
    });
  }

  private async between<Result>(
    begin: string,
    work: (queryable: Queryable) => Promise<Result>,
  ): Promise<Result> {
    const client = await this.pool.connect();
    // The pool stops listening while a connection is lent out; one lost between two statements must not end the process.
    client.on('error', ignoreLostConnection);
    try {
      await client.query(begin);
      const result = await work({
        query: async <Row>(statement: Statement) => {
          const answer = await client.query<Row & pg.QueryResultRow>(asConfig(statement));
          return answer.rows;
        },
      });
      await client.query('commit');
      client.off('error', ignoreLostConnection);
      client.release();
      return result;
    } catch (error) {
      // A connection whose rollback fails is in an unknown state: it is thrown away, not reused.
      const broken = await client.query('rollback').then(
        () => false,
        () => true,
      );
      client.off('error', ignoreLostConnection);
      client.release(broken);
      throw error;
    }
  }

  /**
   * Gives the rows of one statement as they are asked for, by a cursor of the server, as they stood at one instant.
   * Whoever stops asking ends the cursor. Holds one connection until then.
   *
   * @param batch rows fetched at once: what is held in memory
   */
  async *stream<Row>(statement: Statement, batch: number): AsyncGenerator<Row, void, undefined> {
    const client = await this.pool.connect();
    client.on('error', ignoreLostConnection);
    let broken = true;
    try {
      // Its rows leave as fast as somebody takes them, which may be slowly: a stream may last, though not for ever.
      await client.query(
        `begin isolation level repeatable read read only;
         set local statement_timeout = 0; set local transaction_timeout = '${LONGEST_STREAM}'`,
      );
      const cursor = client.query(
        new QueryStream(statement.text, [...statement.values], { batchSize: batch, types }),
      );
      for await (const row of cursor) yield row as Row;
      await client.query('commit');
      broken = false;
    } finally {
      // The stream of rows is closed with its loop; a transaction left half read is given up with it.
      if (broken)
        broken = await client.query('rollback').then(
          () => false,
          () => true,
        );
      client.off('error', ignoreLostConnection);
      client.release(broken);
    }
  }

  /** Waits for running statements and closes every connection. */
  async close(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
  }
}

/** The statement that meets the lost connection fails with it, and is answered for. */
function ignoreLostConnection(): void {
  // Nothing to do.
}

function asConfig(statement: Statement): pg.QueryConfig {
  const config = { text: statement.text, values: [...statement.values] };
  return statement.name === undefined ? config : { ...config, name: statement.name };
}

/** The SQLSTATE and constraint of a database error, where it is one. */
export function databaseErrorOf(error: unknown): { code: string; constraint: string | undefined } | null {
  return error instanceof pg.DatabaseError && error.code !== undefined
    ? { code: error.code, constraint: error.constraint }
    : null;
}

import pg from 'pg';
import QueryStream from 'pg-query-stream';
import type { EventFormat } from '#domain';
import { ACTING_SETTING, actAsValues, actingStatement, type ActsAs } from './acts-as.js';
import { runPlain } from './connections.js';
import { connectionInTime, DatabaseSilentError, inTime } from './in-time.js';
import { sendTogether, sendTogetherOn } from './statement-group.js';
import type { Queryable, Statement, Transaction, Transactional } from './statement.js';
import { types } from './value-types.js';

/** Longest a stream of rows may take: an export of everything, by a slow line. */
const LONGEST_STREAM = '2h';
const BEGIN_SNAPSHOT = 'begin isolation level repeatable read read only';

const AS_SERVICE: readonly Statement[] = [
  {
    name: 'act_as_service',
    text: `select set_config('${ACTING_SETTING}', 'service', true)`,
    values: [],
  },
];

/** A statement of a request that waits for the others of the same turn. */
interface Waiting {
  readonly statement: Statement;
  readonly resolve: (rows: readonly unknown[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * PostgreSQL for whoever acts. As whom is set for each transaction only, in the same round trip as its first
 * statement, so that no connection of the pool ever remembers anybody.
 */
export class ActingDatabase implements Transactional {
  private readonly gathers: boolean;
  private waiting: Waiting[] = [];

  constructor(
    private readonly pool: pg.Pool,
    private readonly actsAs: ActsAs,
    readonly eventFormat: EventFormat,
    /** Longest to wait for a connection, and for an answer, in milliseconds; as long as it likes unless given. */
    private readonly limitMs?: number,
  ) {
    this.gathers = actsAs !== 'service' && actsAs.onlyReads === true;
  }

  /**
   * Runs one statement in a transaction of its own. Of a request that only reads, everything asked for in the same
   * turn is one transaction and takes one round trip; when one of it fails, all of it does.
   */
  async query<Row>(statement: Statement): Promise<readonly Row[]> {
    if (this.gathers) return (await this.gather(statement)) as readonly Row[];
    const [rows = []] = await sendTogether(
      this.pool,
      this.settingFor([statement]),
      [statement],
      this.limitMs,
    );
    return rows as readonly Row[];
  }

  /** Runs `work` in one transaction: all of it is kept, or, when it throws, none. */
  async transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return this.between(`begin; ${this.settingText()}`, work);
  }

  /** Reads in a transaction that sees one state of the database throughout, and may change nothing. */
  async snapshot<Result>(work: (queryable: Queryable) => Promise<Result>): Promise<Result> {
    return this.between(`${BEGIN_SNAPSHOT}; ${this.settingText()}`, work);
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
    // The statement takes no parameter, and comes before anything is looked at, also who acts.
    const at = `set transaction snapshot ${pg.escapeLiteral(name)}`;
    return this.between(`${BEGIN_SNAPSHOT}; ${at}; ${this.settingText()}`, work);
  }

  /**
   * Gives the rows of one statement as they are asked for, by a cursor of the server, as they stood at one instant.
   * Whoever stops asking ends the cursor. Holds one connection until then.
   *
   * @param batch rows fetched at once: what is held in memory
   */
  async *stream<Row>(statement: Statement, batch: number): AsyncGenerator<Row, void, undefined> {
    const client = await connectionInTime(this.pool, this.limitMs);
    let broken = true;
    try {
      // Its rows leave as fast as somebody takes them, which may be slowly: a stream may last, though not for ever.
      await client.query(
        `${BEGIN_SNAPSHOT}; ${this.settingText()};
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
      if (broken) broken = await cannotRollBack(client);
      client.release(broken);
    }
  }

  /** What comes before the statements of a group. One case can be asked about in advance: the first that is named. */
  private settingFor(statements: readonly Statement[]): readonly Statement[] {
    if (this.actsAs === 'service') return AS_SERVICE;
    const named = statements.find(({ about, aboutId }) => about !== undefined || aboutId !== undefined);
    return [actingStatement(this.actsAs, named ?? {})];
  }

  private settingText(): string {
    if (this.actsAs === 'service') return `set local ${ACTING_SETTING} = 'service'`;
    const [personId, rolesAt, onlyOfficial] = actAsValues(this.actsAs);
    return `select act_as(${pg.escapeLiteral(personId)}, ${pg.escapeLiteral(rolesAt)}, ${String(onlyOfficial)})`;
  }

  /** Lets everything that is asked for before the next answer arrives come together. */
  private gather(statement: Statement): Promise<readonly unknown[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ statement, resolve, reject });
      if (this.waiting.length === 1)
        setImmediate(() => {
          void this.sendGathered();
        });
    });
  }

  private async sendGathered(): Promise<void> {
    const group = this.waiting;
    this.waiting = [];
    const statements = group.map(({ statement }) => statement);
    try {
      const results = await sendTogether(this.pool, this.settingFor(statements), statements, this.limitMs);
      for (const [index, { resolve }] of group.entries()) resolve(results[index] ?? []);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  private async between<Result>(
    begin: string,
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    const client = await connectionInTime(this.pool, this.limitMs);
    try {
      await inTime(client.query(begin), this.limitMs);
      const result = await work({
        eventFormat: this.eventFormat,
        query: (statement) => inTime(runPlain(client, statement), this.limitMs),
        together: (statements) => inTime(sendTogetherOn(client, statements), this.limitMs),
      });
      await inTime(client.query('commit'), this.limitMs);
      client.release();
      return result;
    } catch (error) {
      // Who does not answer does not roll back either: the server does when it notices that the connection is gone.
      client.release(error instanceof DatabaseSilentError || (await cannotRollBack(client)));
      throw error;
    }
  }
}

/** A connection whose rollback fails is in an unknown state: it is thrown away, not reused. */
async function cannotRollBack(client: pg.PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => false,
    () => true,
  );
}

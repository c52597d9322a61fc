import pg from 'pg';
import { FIRST_EVENT_FORMAT, type EventFormat } from '#domain';
import { ActingDatabase } from './acting-database.js';
import type { Actor } from './acts-as.js';
import { ignoreLostConnection, runPlain } from './connections.js';
import { inTime } from './in-time.js';
import type { Queryable } from './statement.js';
import { types } from './value-types.js';

/** How to reach PostgreSQL. */
export interface DatabaseOptions {
  readonly url: string;
  /** Most connections held open at once. */
  readonly poolSize: number;
  /** How long work may take; as long as it likes unless given, as for jobs that nobody waits for. */
  readonly patience?: DatabasePatience;
  /** The format in which events are hashed from now on; the first unless given. */
  readonly eventFormat?: EventFormat;
}

/** How long work in the database may take, in seconds. Streams of rows are exempt from the first. */
export interface DatabasePatience {
  readonly statementSeconds: number;
  /** Longest wait for a lock. */
  readonly lockSeconds: number;
  /** Longest a transaction may do nothing. */
  readonly idleTransactionSeconds: number;
  /** Longest to wait for a connection and for an answer, whatever the reason; the others hold only while it runs. */
  readonly answerSeconds: number;
}

/** Settings of each connection, given when it is made, so that they cost no round trip. */
function settingsOf(patience: DatabasePatience | undefined): string {
  // Reading and writing happen in UTC whatever the server's own setting. Policies make statements look far longer than
  // they are, and compiling one takes longer than any of them.
  const settings = ['timezone=UTC', 'jit=off'];
  if (patience !== undefined)
    settings.push(
      `statement_timeout=${patience.statementSeconds}s`,
      `lock_timeout=${patience.lockSeconds}s`,
      `idle_in_transaction_session_timeout=${patience.idleTransactionSeconds}s`,
    );
  return settings.map((setting) => `-c ${setting}`).join(' ');
}

/**
 * The one door to PostgreSQL. Nothing can be asked of it without saying as whom: for a person, who sees what row-level
 * security shows that person; or as the service itself, which is for work that is nobody's. Create it once per process;
 * call `close` at the end.
 */
export class Database {
  private readonly pool: pg.Pool;
  private readonly service: ActingDatabase;
  private readonly limitMs: number | undefined;
  readonly eventFormat: EventFormat;
  private readonly ofActors = new WeakMap<Actor, ActingDatabase>();

  constructor(options: DatabaseOptions) {
    this.pool = new pg.Pool({
      connectionString: options.url,
      max: options.poolSize,
      options: settingsOf(options.patience),
      types,
    });
    // A connection lost while idle is replaced at the next use; without a listener it would end the process.
    this.pool.on('error', ignoreLostConnection);
    // The pool stops listening while a connection is lent out; one lost then must not end the process either.
    this.pool.on('connect', (client) => {
      client.on('error', ignoreLostConnection);
    });
    this.limitMs = options.patience === undefined ? undefined : options.patience.answerSeconds * 1_000;
    this.eventFormat = options.eventFormat ?? FIRST_EVENT_FORMAT;
    this.service = new ActingDatabase(this.pool, 'service', this.eventFormat, this.limitMs);
  }

  /** For a person: what they may not see is not there. The same door for the same request of theirs. */
  as(actor: Actor): ActingDatabase {
    const known = this.ofActors.get(actor);
    if (known !== undefined) return known;
    const made = new ActingDatabase(this.pool, actor, this.eventFormat, this.limitMs);
    this.ofActors.set(actor, made);
    return made;
  }

  /**
   * As the service itself, which sees every row: for what is done before it is known who asks, for schedules and
   * queues, and for records that are written whoever asks. Never to answer a person's question with what it gives.
   */
  asService(): ActingDatabase {
    return this.service;
  }

  /**
   * As the user the connection is of, with nobody acting: an owner of the tables may do what owners may; the
   * application sees nothing that belongs to an organisation.
   */
  asNobody(): Queryable {
    return { query: (statement) => inTime(runPlain(this.pool, statement), this.limitMs) };
  }

  /** Waits for running statements and closes every connection. */
  async close(): Promise<void> {
    await this.pool.end();
  }
}

/** The SQLSTATE and constraint of a database error, where it is one. */
export function databaseErrorOf(error: unknown): { code: string; constraint: string | undefined } | null {
  return error instanceof pg.DatabaseError && error.code !== undefined
    ? { code: error.code, constraint: error.constraint }
    : null;
}

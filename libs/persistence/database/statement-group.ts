import pg from 'pg';
// What the driver itself makes of values; its own cursor takes it from there too.
import { prepareValue } from 'pg/lib/utils.js';
import type { Statement } from './statement.js';
import { types } from './value-types.js';

/** The connection underneath a client, as far as a submittable may use it. */
interface Wire extends pg.Connection {
  readonly parsedStatements: Record<string, string | undefined>;
}

/** How the driver tells a query what arrives. */
interface Arriving {
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
  handleReadyForQuery(wire: Wire): void;
  handleError(error: Error, wire: Wire): void;
}

type Rows = readonly unknown[];

interface Member {
  readonly statement: Statement;
  readonly values: (Buffer | null | undefined | string)[];
  /** The driver's own query, which makes rows of what arrives. */
  readonly query: Arriving;
}

/**
 * Statements that travel together: all are sent before the first answer arrives, so they take one round trip, and they
 * are one transaction, of which all is kept or, when one fails, nothing. Give it to a client's `query`.
 *
 * The driver has no such thing: its own pipeline makes a transaction of each statement. It is made of the driver's
 * public way to submit something of one's own, as its cursors are.
 */
export class StatementGroup {
  private readonly members: readonly Member[];
  private place = 0;
  private isSettled = false;

  /**
   * @param settle told the rows of each statement in order, or what went wrong, once
   * @throws Error for a value that cannot be sent; nothing was sent then
   */
  constructor(
    statements: readonly Statement[],
    private readonly settle: (error: Error | null, rows: readonly Rows[]) => void,
  ) {
    const results: Rows[] = [];
    this.members = statements.map((statement, index) => {
      const { text, name } = statement;
      const config = { text, values: [], types, ...(name === undefined ? {} : { name }) };
      const query = new pg.Query(config, (error, result) => {
        if (error == null) results[index] = result.rows;
        else this.fail(error);
        if (index === statements.length - 1) this.succeed(results);
      });
      return { statement, values: statement.values.map(prepareValue), query: query as unknown as Arriving };
    });
  }

  /** Name of the statement whose answer arrives; the driver keeps by it which ones the server knows. */
  get name(): string | undefined {
    return this.members[this.place]?.statement.name;
  }

  get text(): string | undefined {
    return this.members[this.place]?.statement.text;
  }

  /** Sends all of it. Called by the driver when the connection is free. */
  submit(connection: pg.Connection): Error | null {
    const wire = connection as Wire;
    const clash = this.members.find(({ statement: { name = '', text } }) => {
      const known = wire.parsedStatements[name];
      return name !== '' && known !== undefined && known !== text;
    });
    // Before anything is sent: the driver takes whoever answers with an error for not having begun.
    if (clash !== undefined)
      return new Error(`Two different statements are named ${clash.statement.name ?? ''}`);
    const parsed = new Set<string>();
    wire.stream.cork();
    try {
      for (const { statement, values } of this.members) {
        const { name = '', text } = statement;
        if (name === '' || (wire.parsedStatements[name] === undefined && !parsed.has(name)))
          wire.parse({ text, name, types: [] }, true);
        parsed.add(name);
        wire.bind({ portal: '', statement: name, values }, true);
        wire.describe({ type: 'P', name: '' }, true);
        wire.execute({ portal: '' }, true);
      }
    } finally {
      wire.sync();
      wire.stream.uncork();
    }
    return null;
  }

  handleRowDescription(message: unknown): void {
    this.members[this.place]?.query.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.members[this.place]?.query.handleDataRow(message);
  }

  handleCommandComplete(message: unknown, wire: Wire): void {
    this.members[this.place]?.query.handleCommandComplete(message, wire);
    this.place += 1;
  }

  handleEmptyQuery(): void {
    this.place += 1;
  }

  handlePortalSuspended(): void {
    // Never: all rows are asked for.
  }

  handleError(error: Error): void {
    this.fail(error);
  }

  handleReadyForQuery(wire: Wire): void {
    for (const { query } of this.members) query.handleReadyForQuery(wire);
  }

  private succeed(results: readonly Rows[]): void {
    if (this.isSettled) return;
    this.isSettled = true;
    this.settle(null, results);
  }

  private fail(error: Error): void {
    if (this.isSettled) return;
    this.isSettled = true;
    this.settle(error, []);
  }
}

/** Sends statements as one group on a connection that is in a transaction, which goes on; the rows of each, in order. */
export function sendTogetherOn<Row>(
  client: pg.PoolClient,
  statements: readonly Statement[],
): Promise<readonly (readonly Row[])[]> {
  return new Promise((resolve, reject) => {
    client.query(
      new StatementGroup(statements, (error, rows) => {
        if (error === null) resolve(rows as readonly (readonly Row[])[]);
        else reject(error);
      }),
    );
  });
}

/** Sends statements as one group on a connection of the pool; the rows of each, in order. */
export function sendTogether(pool: pg.Pool, statements: readonly Statement[]): Promise<readonly Rows[]> {
  return new Promise((resolve, reject) => {
    pool.connect((lost, client, release) => {
      if (client === undefined) {
        reject(lost ?? new Error('The pool gave no connection'));
        return;
      }
      try {
        client.query(
          new StatementGroup(statements, (error, rows) => {
            release();
            if (error === null) resolve(rows);
            else reject(error);
          }),
        );
      } catch (error) {
        release();
        reject(error instanceof Error ? error : new Error('A statement could not be sent', { cause: error }));
      }
    });
  });
}

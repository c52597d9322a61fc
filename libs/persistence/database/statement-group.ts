import pg from 'pg';
// What the driver itself makes of values; its own cursor takes it from there too.
import { prepareValue } from 'pg/lib/utils.js';
import { DatabaseSilentError } from './in-time.js';
import type { Statement } from './statement.js';
import { textReader } from './value-types.js';

/** The connection underneath a client, as far as a submittable may use it. */
interface Wire extends pg.Connection {
  readonly parsedStatements: Record<string, string | undefined>;
}

type Rows = readonly unknown[];

/** What the columns of an answer are called, and what makes values of their text. */
type Shape = readonly { readonly name: string; readonly read: (text: string) => unknown }[];

interface Member {
  readonly statement: Statement;
  readonly values: (Buffer | null | undefined | string)[];
  /** Whether anybody wants to know what it answers. */
  readonly isHeard: boolean;
  readonly rows: Readonly<Record<string, unknown>>[];
  shape: Shape | undefined;
}

/** What prepared statements of a connection answer with: asked once, it is not sent with every answer. */
const shapesOf = new WeakMap<Wire, Map<string, Shape>>();

/**
 * Statements that travel together: all are sent before the first answer arrives, so they take one round trip, and they
 * are one transaction, of which all is kept or, when one fails, nothing. Give it to a client's `query`.
 *
 * The driver has no such thing: its own pipeline makes a transaction of each statement. It is made of the driver's
 * public way to submit something of one's own, as its cursors are.
 */
export class StatementGroup {
  private readonly members: readonly Member[];
  private shapes = new Map<string, Shape>();
  private place = 0;
  private isSettled = false;

  /**
   * @param settings run first, where there are any; what they answer is not listened to
   * @param settle told the rows of each other statement in order, or what went wrong, once
   * @throws Error for a value that cannot be sent; nothing was sent then
   */
  constructor(
    settings: readonly Statement[],
    statements: readonly Statement[],
    private readonly settle: (error: Error | null, rows: readonly Rows[]) => void,
  ) {
    this.members = [
      ...settings.map((setting) => memberOf(setting, false)),
      ...statements.map((statement) => memberOf(statement, true)),
    ];
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
    this.shapes = shapesOf.get(wire) ?? this.shapes;
    shapesOf.set(wire, this.shapes);
    const parsed = new Set<string>();
    wire.stream.cork();
    try {
      for (const member of this.members) {
        const { name = '', text } = member.statement;
        if (name === '' || (wire.parsedStatements[name] === undefined && !parsed.has(name)))
          wire.parse({ text, name, types: [] }, true);
        parsed.add(name);
        wire.bind({ portal: '', statement: name, values: member.values }, true);
        member.shape = this.shapes.get(name);
        if (member.isHeard && member.shape === undefined) wire.describe({ type: 'P', name: '' }, true);
        wire.execute({ portal: '' }, true);
      }
    } finally {
      wire.sync();
      wire.stream.uncork();
    }
    return null;
  }

  handleRowDescription({ fields }: { readonly fields: readonly pg.FieldDef[] }): void {
    const member = this.members[this.place];
    if (member === undefined) return;
    const shape = fields.map(({ name, dataTypeID }) => ({ name, read: textReader(dataTypeID) }));
    const { name } = member.statement;
    if (name !== undefined) this.shapes.set(name, shape);
    member.shape = shape;
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const member = this.members[this.place];
    if (member?.isHeard !== true || this.isSettled) return;
    const row: Record<string, unknown> = {};
    try {
      for (const [place, { name, read }] of (member.shape ?? []).entries()) {
        const text = fields[place];
        row[name] = text == null ? null : read(text);
      }
    } catch (error) {
      this.fail(error instanceof Error ? error : new Error('A value could not be read', { cause: error }));
      return;
    }
    member.rows.push(row);
  }

  handleCommandComplete(): void {
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

  handleReadyForQuery(): void {
    if (this.isSettled) return;
    this.isSettled = true;
    this.settle(
      null,
      this.members.filter(({ isHeard }) => isHeard).map(({ rows }) => rows),
    );
  }

  private fail(error: Error): void {
    if (this.isSettled) return;
    this.isSettled = true;
    this.settle(error, []);
  }
}

function memberOf(statement: Statement, isHeard: boolean): Member {
  return { statement, values: statement.values.map(prepareValue), isHeard, rows: [], shape: undefined };
}

/** Sends statements as one group on a connection that is in a transaction, which goes on; the rows of each, in order. */
export function sendTogetherOn<Row>(
  client: pg.PoolClient,
  statements: readonly Statement[],
): Promise<readonly (readonly Row[])[]> {
  return new Promise((resolve, reject) => {
    client.query(
      new StatementGroup([], statements, (error, rows) => {
        if (error === null) resolve(rows as readonly (readonly Row[])[]);
        else reject(error);
      }),
    );
  });
}

/**
 * Sends statements as one group on a connection of the pool, after some settings; the rows of each, in order.
 * @param limitMs longest the wait for a connection and the answer may take together, in milliseconds; `undefined` for
 *   as long as it likes
 * @throws DatabaseSilentError
 */
export function sendTogether(
  pool: pg.Pool,
  settings: readonly Statement[],
  statements: readonly Statement[],
  limitMs?: number,
): Promise<readonly Rows[]> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    let letGo: ((broken?: boolean) => void) | undefined;
    const timer =
      limitMs === undefined
        ? undefined
        : setTimeout(() => {
            isLate = true;
            reject(new DatabaseSilentError());
            // Its answer may still come, and would be taken for that of the next statement: it is of no use any more.
            letGo?.(true);
          }, limitMs);
    const done = (error: Error | null, rows: readonly Rows[]): void => {
      clearTimeout(timer);
      if (isLate) return;
      letGo?.();
      if (error === null) resolve(rows);
      else reject(error);
    };
    pool.connect((lost, client, release) => {
      if (client === undefined) {
        done(lost ?? new Error('The pool gave no connection'), []);
        return;
      }
      if (isLate) {
        release();
        return;
      }
      letGo = release;
      try {
        client.query(new StatementGroup(settings, statements, done));
      } catch (error) {
        done(
          error instanceof Error ? error : new Error('A statement could not be sent', { cause: error }),
          [],
        );
      }
    });
  });
}

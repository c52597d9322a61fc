import type { EventFormat } from '#domain';

/** One SQL statement with its values; `name` makes it a prepared one, so its text must never vary under that name. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /**
   * Reference of the one case it is about, where it is: whether whoever acts sees that case is then asked once, and not
   * of everything that belongs to it. It shows nothing more and nothing less.
   */
  readonly about?: string;
  /** The same by the id of the case. */
  readonly aboutId?: string;
}

/** A place statements can be run: for somebody, as the service, or in one transaction of either. */
export interface Queryable {
  /** The format in which events written here are hashed; the first unless given. */
  readonly eventFormat?: EventFormat;
  /** Runs one statement and gives its rows. */
  query<Row>(statement: Statement): Promise<readonly Row[]>;
}

/** A transaction that is going on. */
export interface Transaction extends Queryable {
  /** Runs several statements in one round trip; the rows of each, in order. When one fails, none after it is run. */
  together<Row>(statements: readonly Statement[]): Promise<readonly (readonly Row[])[]>;
}

/** A place where several statements can be one transaction. */
export interface Transactional extends Queryable {
  /** Runs `work` in one transaction: all of it is kept, or, when it throws, none. */
  transaction<Result>(work: (queryable: Queryable) => Promise<Result>): Promise<Result>;
}

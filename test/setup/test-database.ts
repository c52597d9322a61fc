import { Database, type DatabaseOptions } from '../../libs/persistence/database/database.js';
import type { Queryable, Statement, Transactional } from '../../libs/persistence/database/statement.js';

/** A database that tests look at and set up, in their own name, beside what the service does with it. */
export class TestDatabase extends Database implements Transactional {
  /** @param whose `owner` for a connection as the owner of the tables, who needs nobody to act */
  constructor(
    options: DatabaseOptions,
    private readonly whose: 'service' | 'owner' = 'service',
  ) {
    super(options);
  }

  query<Row>(statement: Statement): Promise<readonly Row[]> {
    return (this.whose === 'owner' ? this.asNobody() : this.asService()).query<Row>(statement);
  }

  /** How many rows of a table there are, of those a condition of SQL holds for. */
  async count(table: string, condition = 'true', ...values: readonly unknown[]): Promise<number> {
    const [row] = await this.query<{ count: number }>({
      text: `select count(*)::int as count from ${table} where ${condition}`,
      values,
    });
    return row?.count ?? 0;
  }

  transaction<Result>(work: (queryable: Queryable) => Promise<Result>): Promise<Result> {
    return this.asService().transaction(work);
  }

  snapshot<Result>(work: (queryable: Queryable) => Promise<Result>): Promise<Result> {
    return this.asService().snapshot(work);
  }
}

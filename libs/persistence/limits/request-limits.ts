import { RateLimiterPostgres, type IRateLimiterStoreOptions } from 'rate-limiter-flexible';
import type { Database } from '../database/database.js';
import type { Queryable } from '../database/statement.js';

const TABLE = 'rate_limit';

/** A statement as the limiter writes it. */
interface LimiterStatement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Counts requests in PostgreSQL, on the pool there is. The table is made by a migration, never by the limiter. */
export function requestCounts(
  database: Database,
  options: Pick<IRateLimiterStoreOptions, 'keyPrefix' | 'points' | 'duration'>,
): RateLimiterPostgres {
  return new RateLimiterPostgres({
    ...options,
    storeClient: {
      query: async (statement: LimiterStatement) => {
        const rows = await database.asService().query(statement);
        return { rows, rowCount: rows.length };
      },
    },
    storeType: 'pool',
    tableName: TABLE,
    tableCreated: true,
    clearExpiredByTimeout: false,
  });
}

/** Forgets counts, tries and addresses that are of no more use. Gives how many. */
export async function forgetLimits(
  queryable: Queryable,
  now: Date,
  triesBefore: Date,
  addressesBefore: Date,
): Promise<number> {
  const [row] = await queryable.query<{ forgotten: number }>({
    name: 'forget_limits',
    text: `with counts as (delete from rate_limit where expire < $1 returning 1),
      tries as (delete from sign_in_tries where last_try_at < $3 and coalesce(wait_until, last_try_at) < $2 returning 1),
      addresses as (delete from known_address where last_used_at < $4 returning 1)
      select (select count(*) from counts) + (select count(*) from tries) + (select count(*) from addresses)
        as forgotten`,
    values: [now.getTime(), now, triesBefore, addressesBefore],
  });
  return row?.forgotten ?? 0;
}

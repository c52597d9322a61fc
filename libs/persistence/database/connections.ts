import type pg from 'pg';
import type { Statement } from './statement.js';

/** The statement that meets the lost connection fails with it, and is answered for. */
export function ignoreLostConnection(): void {
  // Nothing to do.
}

/** Runs one statement by itself and gives its rows. */
export async function runPlain<Row>(
  on: Pick<pg.Pool, 'query'>,
  statement: Statement,
): Promise<readonly Row[]> {
  const result = await on.query<Row & pg.QueryResultRow>(asConfig(statement));
  return result.rows;
}

function asConfig(statement: Statement): pg.QueryConfig {
  const config = { text: statement.text, values: [...statement.values] };
  return statement.name === undefined ? config : { ...config, name: statement.name };
}

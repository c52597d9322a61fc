import type pg from 'pg';

/**
 * The database has not answered in time, as when its process stands still: its own limits hold only while it runs.
 * Whether what it was asked was done nobody knows. It has the code of a network error because that is what it is like.
 */
export class DatabaseSilentError extends Error {
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('The database did not answer in time');
  }
}

/**
 * Gives what a promise gives, if it comes in time.
 * @param limitMs milliseconds; as long as it likes where `undefined`
 * @throws DatabaseSilentError
 */
export async function inTime<Result>(work: Promise<Result>, limitMs: number | undefined): Promise<Result> {
  if (limitMs === undefined) return work;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new DatabaseSilentError());
    }, limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A connection of the pool, if there is one in time; one that comes later goes back to the pool.
 * @throws DatabaseSilentError
 */
export async function connectionInTime(pool: pg.Pool, limitMs: number | undefined): Promise<pg.PoolClient> {
  const connecting = pool.connect();
  try {
    return await inTime(connecting, limitMs);
  } catch (error) {
    if (error instanceof DatabaseSilentError)
      connecting.then(
        (client) => {
          client.release();
        },
        () => undefined,
      );
    throw error;
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { AnotherProgramError, AnswerError, type Schemas, type SpendControl } from './spend-control.js';

/** Some of what happened, where to go on (`next`), and whether there is more already (`more`). */
export type EventPart = Schemas['EventStream'];

/** How events are followed. */
export interface Following {
  /** How long to wait before asking again once there is no more, in milliseconds; otherwise it ends there. */
  readonly everyMs?: number;
  /** Ends it, quietly. */
  readonly signal?: AbortSignal;
  /** Most events of a part. */
  readonly limit?: number;
}

/**
 * What happened to every case one may see, from a cursor on, in the order of the decision log. Keep `next` once a part
 * is dealt with: who begins there again misses nothing and gets nothing twice.
 * @param after `next` of an earlier part; 0 to begin at the beginning
 * @throws AnswerError when the service refuses, such as 401 for a token that has ended
 */
export async function* followEvents(
  client: SpendControl,
  after = 0,
  { everyMs, signal, limit = 100 }: Following = {},
): AsyncGenerator<EventPart, void, undefined> {
  const stopping = signal === undefined ? {} : { signal };
  try {
    for (let cursor = after; ;) {
      const params = { query: { after: cursor, limit } };
      const { data, error, response } = await client.GET('/api/v1/events', { params, ...stopping });
      if (data === undefined) throw new AnswerError(response.status, error);
      if (!isPart(data)) throw new AnotherProgramError(response.url, 'JSON, but no events of cases');
      yield data;
      cursor = data.next;
      if (data.more) continue;
      if (everyMs === undefined) return;
      await pause(everyMs, undefined, stopping);
    }
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
}

/** Whether what was answered is what was asked for: another program may answer anything. */
function isPart(data: unknown): data is EventPart {
  const { items, next } = (typeof data === 'object' && data !== null ? data : {}) as Partial<EventPart>;
  return Array.isArray(items) && typeof next === 'number';
}

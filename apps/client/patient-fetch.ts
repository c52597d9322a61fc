import { setTimeout as pause } from 'node:timers/promises';

/** How often a request is sent before the answer is given as it is. */
const MOST_TRIES = 5;
/** Asked to come back later. */
const LATER: readonly number[] = [429, 503];

/**
 * `fetch` that comes back when it is asked to: after 429 and 503 it waits as long as `Retry-After` says. Reading is also
 * tried again where nothing answered. Stops at once, also while it waits, when the request's signal says so.
 */
export async function patientFetch(request: Request): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const last = tries === MOST_TRIES || request.signal.aborted;
    try {
      const answer = await fetch(request.clone());
      if (last || !LATER.includes(answer.status)) return answer;
      await answer.body?.cancel();
      await pause(toldToWait(answer) ?? longer(tries), undefined, { signal: request.signal });
    } catch (error) {
      // Whether something was changed cannot be told where no answer came, so only reading is tried again.
      if (last || request.method !== 'GET') throw error;
      await pause(longer(tries), undefined, { signal: request.signal });
    }
  }
}

/** What `Retry-After` says, in milliseconds; this service gives seconds. `null` where it says nothing. */
function toldToWait({ headers }: Response): number | null {
  const seconds = headers.get('retry-after')?.trim() ?? '';
  return /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1_000 : null;
}

/** A second, then two, four and eight. */
function longer(tries: number): number {
  return 1_000 * 2 ** (tries - 1);
}

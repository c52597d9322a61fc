import { Injectable } from '@nestjs/common';
import { ProblemError, problemOf, unavailable } from '#platform';

/** Exports one person may have running at once, and all people together, in one process. This service's own choice. */
export const MOST_EXPORTS_OF_ONE = 2;
export const MOST_EXPORTS_OF_ALL = 4;

/** Counts the exports that are running: each holds a connection of the database for as long as its reader takes. */
@Injectable()
export class RunningExports {
  private readonly byPerson = new Map<string, number>();

  /**
   * Lets one more export run.
   * @returns what to call once it has ended
   * @throws ProblemError 429 when the person has too many running, 503 when there are too many in all
   */
  begin(personId: string): () => void {
    const own = this.byPerson.get(personId) ?? 0;
    if (own >= MOST_EXPORTS_OF_ONE)
      throw new ProblemError(
        problemOf(
          'too-many-requests',
          `You have ${String(own)} exports running already. Wait until one has ended, then try again.`,
        ),
      );
    const all = [...this.byPerson.values()].reduce((sum, one) => sum + one, 0);
    if (all >= MOST_EXPORTS_OF_ALL)
      throw unavailable('Too many exports are running just now. Try again in a little while.');
    this.byPerson.set(personId, own + 1);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      const left = (this.byPerson.get(personId) ?? 1) - 1;
      if (left === 0) this.byPerson.delete(personId);
      else this.byPerson.set(personId, left);
    };
  }
}

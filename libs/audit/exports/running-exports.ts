import type { Readable } from 'node:stream';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { ProblemError, problemOf, unavailable } from '#platform';

/** Exports one person may have running at once, and all people together, in one process. This service's own choice. */
export const MOST_EXPORTS_OF_ONE = 2;
export const MOST_EXPORTS_OF_ALL = 4;

/** Counts the exports that are running: each holds a connection of the database for as long as its reader takes. */
@Injectable()
export class RunningExports implements BeforeApplicationShutdown {
  private readonly running = new Map<Readable, string>();

  /**
   * Lets one more export run, until its bytes are at an end or nobody takes them any more.
   * @param begin makes its bytes; not called when it may not run
   * @throws ProblemError 429 when the person has too many running, 503 when there are too many in all
   */
  begin(personId: string, begin: () => Readable): Readable {
    const own = [...this.running.values()].filter((each) => each === personId).length;
    if (own >= MOST_EXPORTS_OF_ONE)
      throw new ProblemError(
        problemOf(
          'too-many-requests',
          `You have ${String(own)} exports running already. Wait until one has ended, then try again.`,
        ),
      );
    if (this.running.size >= MOST_EXPORTS_OF_ALL)
      throw unavailable('Too many exports are running just now. Try again in a little while.');
    const bytes = begin();
    this.running.set(bytes, personId);
    bytes.once('close', () => {
      this.running.delete(bytes);
    });
    return bytes;
  }

  /** A reader who has stopped taking bytes must not keep the program from ending. */
  beforeApplicationShutdown(): void {
    for (const bytes of this.running.keys()) bytes.destroy(new Error('The service is shutting down'));
  }
}

import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { formatVerifierKey } from '#domain';
import { checkpointsAfter, Database, latestCheckpoint, sealedEvents, type Actor } from '#persistence';
import { Clock, notFound } from '#platform';
import { RunningExports } from '../exports/running-exports.js';
import { LogKeys } from '../sealing/log-keys.js';
import { formOf } from './proof-service.js';

/** Name of the format; a change of the format gets a new name. */
export const LOG_EXPORT_FORMAT = 'spend-control-log/1';

/** Events and checkpoints read at a time. */
const BATCH = 1_000;

/** Writes the log out for somebody who verifies it elsewhere, with as much memory however long it is. */
@Injectable()
export class LogExportService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: LogKeys,
    private readonly running: RunningExports,
  ) {}

  /**
   * The log up to its latest checkpoint as JSON Lines, several lines to a piece: what the log is, every event in its
   * place, every checkpoint. It counts among the exports the person has running until it is at an end or given up.
   * @throws ProblemError 404 before anything was sealed, 429 or 503 when too many exports are running
   */
  async lines(acting: Actor): Promise<Readable> {
    const latest = await latestCheckpoint(this.database.asService());
    if (latest === null) throw notFound('Nothing has been sealed yet');
    return this.running.begin(acting.personId, () => Readable.from(this.written(acting, latest.size)));
  }

  private async *written(acting: Actor, size: number): AsyncGenerator<string> {
    yield line({
      format: LOG_EXPORT_FORMAT,
      origin: this.keys.origin,
      exportedAt: this.clock.now().toISOString(),
      size,
      keys: this.keys.known.map(formatVerifierKey),
    });
    for (let next = 0; next < size; next += BATCH) {
      const events = await sealedEvents(this.database.as(acting), next, Math.min(BATCH, size - next));
      // One piece for many lines: a write for each would cost more than the lines.
      yield events
        .map((event) => {
          const { event: form, salt, private: texts } = formOf(event);
          return line({ index: event.index, hash: event.hash, event: form, salt, private: texts });
        })
        .join('');
    }
    for (let after = 0; after < size;) {
      const checkpoints = (await checkpointsAfter(this.database.asService(), after, BATCH)).filter(
        (row) => row.size <= size,
      );
      yield checkpoints.map(({ note }) => line({ checkpoint: note })).join('');
      after = checkpoints.at(-1)?.size ?? size;
    }
  }
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

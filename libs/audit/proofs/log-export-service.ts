import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { formatVerifierKey, wholeLogRefusal, type HeldRole } from '#domain';
import { checkpointsAfter, Database, latestCheckpoint, sealedEvents, type Actor } from '#persistence';
import { Clock, notFound, notPermitted } from '#platform';
import { RunningExports } from '../exports/running-exports.js';
import { LogKeys } from '../sealing/log-keys.js';
import { formOf } from './proof-service.js';

/** Name of the format; a change of the format gets a new name. */
export const LOG_EXPORT_FORMAT = 'spend-control-log/1';

/** Events and checkpoints read at a time. */
const BATCH = 1_000;

/** Who takes the log out. */
export interface LogTaker extends Actor {
  readonly roles: readonly HeldRole[];
}

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
   * place, every checkpoint. Whoever may not read all of it is refused: with a part held back it would verify nowhere. It counts among the exports the person has running until it is at an end or given up.
   * @throws ProblemError 403 where they may not read all of it, 404 before anything was sealed, 429 or 503 when too many
   * exports are running
   */
  async lines(acting: LogTaker): Promise<Readable> {
    const refusal = this.refusal(acting);
    if (refusal !== null) throw notPermitted(refusal);
    const latest = await latestCheckpoint(this.database.as(acting));
    if (latest === null) throw notFound('Nothing has been sealed yet');
    return this.running.begin(acting.personId, () => Readable.from(this.written(acting, latest.size)));
  }

  /** Why somebody may not take the log out; `null` where they may. */
  refusal({ roles, onlyOfficial }: LogTaker): string | null {
    return wholeLogRefusal(roles, onlyOfficial === true);
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
      const checkpoints = (await checkpointsAfter(this.database.as(acting), after, BATCH)).filter(
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

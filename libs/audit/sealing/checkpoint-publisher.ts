import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { londonDate } from '#domain';
import {
  Database,
  latestCheckpoint,
  publishedSize,
  queueCheckpointEmail,
  recordPublication,
  type CheckpointRow,
} from '#persistence';
import { AppLogger, Clock, Config } from '#platform';

/** How long somebody outside may take to accept a checkpoint, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Hands each new checkpoint to everybody who is to keep one, because a log that nobody outside remembers could be
 * replaced as a whole. A destination that fails is tried again with the next round, with whatever is the latest then.
 */
@Injectable()
export class CheckpointPublisher {
  private readonly destinations: readonly string[];

  constructor(
    config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {
    this.destinations = (config.logPublish ?? '').split(/\s+/).filter((destination) => destination !== '');
  }

  /** Publishes the latest checkpoint wherever it has not been yet. @returns to how many places it went */
  async publish(): Promise<number> {
    if (this.destinations.length === 0) return 0;
    const checkpoint = await latestCheckpoint(this.database.asService());
    if (checkpoint === null) return 0;
    let done = 0;
    for (const destination of this.destinations) {
      const name = nameOf(destination);
      if ((await publishedSize(this.database.asService(), name)) >= checkpoint.size) continue;
      try {
        await this.handOver(checkpoint, destination);
        await recordPublication(this.database.asService(), checkpoint.size, name, this.clock.now());
        done += 1;
      } catch (error) {
        this.logger.error(
          { event: 'checkpoint-not-published', destination: name, size: checkpoint.size, error },
          'A checkpoint of the decision log could not be published; it is tried again',
        );
      }
    }
    return done;
  }

  private async handOver(checkpoint: CheckpointRow, destination: string): Promise<void> {
    if (destination.startsWith('file:')) return keepInFolder(checkpoint, fileURLToPath(destination));
    if (destination.startsWith('mailto:')) return this.write(checkpoint, destination.slice('mailto:'.length));
    const answer = await fetch(destination, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: checkpoint.note,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`The answer was ${String(answer.status)}`);
  }

  private async write(checkpoint: CheckpointRow, address: string): Promise<void> {
    const now = this.clock.now();
    await queueCheckpointEmail(this.database.asService(), {
      id: randomUUID(),
      address: address.toLowerCase(),
      day: londonDate(now),
      size: checkpoint.size,
      note: checkpoint.note,
      now,
    });
  }
}

/** Every checkpoint under its size, and the latest as `checkpoint`; a reader never meets half a file. */
async function keepInFolder({ size, note }: CheckpointRow, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of [`checkpoint-${String(size)}`, 'checkpoint']) {
    const draft = join(folder, `.${name}.${randomUUID()}`);
    await writeFile(draft, note);
    await rename(draft, join(folder, name));
  }
}

/** The destination as it is recorded and logged: without a password or a query, which may be secrets. */
function nameOf(destination: string): string {
  const url = new URL(destination);
  url.username = '';
  url.password = '';
  url.search = '';
  return url.href;
}

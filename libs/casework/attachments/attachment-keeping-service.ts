import { Injectable } from '@nestjs/common';
import { bytesLeftOver, Database, idsToKeep, ObjectStore } from '#persistence';
import { AppLogger, Clock, Config, type ReadinessCheck } from '#platform';
import { Scanner } from './scanning/scanner.js';

/** How long what is kept may be without a file that says so, in milliseconds: longer than any request may take. */
const GRACE_MS = 60 * 60_000;
/** Kept files looked up at once. */
const BATCH = 500;

/** Destroys bytes nothing speaks of any more: of cases that were disposed of, of files with viruses, of cut uploads. */
@Injectable()
export class AttachmentKeepingService {
  constructor(
    private readonly database: Database,
    private readonly store: ObjectStore,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
    private readonly config: Config,
    private readonly scanner: Scanner,
  ) {}

  /**
   * What attached files need. Everything else goes on without them, so none of it makes a server unready; a file waits
   * until the scanner is there again.
   */
  readinessChecks(): readonly ReadinessCheck[] {
    if (this.config.attachmentStorage === 'off') return [];
    const store = { name: 'attachments', isDispensable: true, check: () => this.store.check() };
    const scanner = { name: 'virus-scanner', isDispensable: true, check: () => this.scanner.check() };
    return this.scanner.isThere ? [store, scanner] : [store];
  }

  /**
   * Destroys the files of a case whose disposal is committed, save those another case has as well: of an approval and
   * what varies it, the last one takes them with it. What cannot be destroyed now is found by the sweep.
   * @returns how many were to go
   */
  async destroyOfCase(caseId: string): Promise<number> {
    const ids = await bytesLeftOver(this.database.asService(), caseId);
    for (const id of ids)
      try {
        await this.store.destroy(id);
      } catch (error) {
        this.logger.warn({ attachmentId: id, error }, 'A file of a case that was disposed of is still there');
      }
    return ids.length;
  }

  /**
   * Looks through everything that is kept and destroys what no file says is to be kept. However often it runs, it comes
   * to the same.
   * @returns how many were destroyed
   */
  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - GRACE_MS);
    let destroyed = 0;
    let batch: string[] = [];
    const settle = async (): Promise<void> => {
      const keep = await idsToKeep(this.database.asService(), batch);
      for (const id of batch)
        if (!keep.has(id)) {
          await this.store.destroy(id);
          destroyed += 1;
        }
      batch = [];
    };
    for await (const { id, keptAt } of this.store.list()) {
      if (keptAt >= before) continue;
      batch.push(id);
      if (batch.length >= BATCH) await settle();
    }
    if (batch.length > 0) await settle();
    return destroyed;
  }
}

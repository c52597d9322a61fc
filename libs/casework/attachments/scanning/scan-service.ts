import { Injectable } from '@nestjs/common';
import {
  condemnAttachment,
  Database,
  dueScans,
  ObjectStore,
  postponeScan,
  settleClean,
  takeScan,
  uploaderOf,
  type FileToScan,
} from '#persistence';
import { AppLogger, Clock } from '#platform';
import { CaseDesk } from '../../desk/case-desk.js';
import { Scanner, type Verdict } from './scanner.js';

/** What came of one attempt. */
export type ScanOutcome = 'clean' | 'infected' | 'not-yet' | 'nothing-to-do';

/** How long a worker has a file to itself, in milliseconds: longer than looking at the largest takes. */
const LEASE_MS = 5 * 60_000;
/** How long until it is tried again, in milliseconds: twice as long each time, up to the most. */
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
const MOST_DOUBLINGS = 10;
/** Files found by one sweep at most. */
const BATCH = 200;

/**
 * Has attached files looked at before anybody may download them. The row is the truth: it waits until it is settled,
 * whatever becomes of the queue, of a worker, or of the scanner.
 */
@Injectable()
export class ScanService {
  constructor(
    private readonly database: Database,
    private readonly store: ObjectStore,
    private readonly scanner: Scanner,
    private readonly desk: CaseDesk,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {}

  /** Files that wait and whose time has come, the longest waiting first. */
  async due(): Promise<readonly { readonly id: string; readonly attempts: number }[]> {
    return this.scanner.isThere ? dueScans(this.database.asService(), this.clock.now(), BATCH) : [];
  }

  /** Looks at one file, unless that was done or somebody else is at it. */
  async scan(id: string): Promise<ScanOutcome> {
    if (!this.scanner.isThere) return 'nothing-to-do';
    const now = this.clock.now();
    const file = await takeScan(this.database.asService(), id, now, new Date(now.getTime() + LEASE_MS));
    if (file === null) return 'nothing-to-do';
    let verdict: Verdict;
    try {
      verdict = await this.scanner.scan(await this.store.get(id));
    } catch (error) {
      await this.postpone(file, error);
      return 'not-yet';
    }
    if (verdict.clean) {
      await settleClean(this.database.asService(), id, this.clock.now());
      return 'clean';
    }
    await this.condemn(file, verdict.signature);
    return 'infected';
  }

  private async postpone({ id, attempts }: FileToScan, error: unknown): Promise<void> {
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(attempts, MOST_DOUBLINGS), LONGEST_PAUSE_MS);
    const why = error instanceof Error ? error.message : 'It is not known why';
    await postponeScan(this.database.asService(), id, why, new Date(this.clock.now().getTime() + pause));
    this.logger.warn(
      { attachmentId: id, attempts: attempts + 1, error },
      'A file could not be checked for viruses yet',
    );
  }

  /** The event, the email and the verdict in one statement; then the bytes go, and the sweep sees to it that they do. */
  private async condemn({ id, reference, name }: FileToScan, signature: string): Promise<void> {
    const uploader = await uploaderOf(this.database.asService(), id);
    await this.desk.note(reference, (record, { at }) => ({
      type: 'attachment-infected',
      payload: { attachmentId: id, signature },
      toState: record.state,
      riders: [condemnAttachment(id, signature, at)],
      notice: { fileName: name, signature, ...(uploader === null ? {} : { uploader }) },
    }));
    this.logger.warn(
      { event: 'attachment-infected', attachmentId: id, reference, signature },
      'A virus was found in an attached file',
    );
    await this.store.destroy(id);
  }
}

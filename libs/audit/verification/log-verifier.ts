import { Injectable } from '@nestjs/common';
import type { VerifiedCheckpoint, VerifierKey } from '#domain';
import {
  casesToVerify,
  checkpointsAfter,
  Database,
  leavesToVerify,
  logExtent,
  type LogExtent,
  type Queryable,
} from '#persistence';
import { earlier, type LogFault } from './log-fault.js';
import { faultOfCase } from './verify-case.js';
import { TreeVerifier } from './verify-tree.js';

/** Cases, with all their events, looked at in one go; and leaves. */
const CASES = 100;
const LEAVES = 5_000;
const NO_CASE = '00000000-0000-0000-0000-000000000000';

/** With what to verify the log. */
export interface VerificationRequest {
  readonly origin: string;
  /** Keys that are trusted. */
  readonly trusted: readonly VerifierKey[];
  /** Keys that may have signed. */
  readonly known: readonly VerifierKey[];
  /** Checkpoints somebody kept outside, and what to call each. */
  readonly kept: readonly { readonly note: string; readonly source: string }[];
  /** Told now and then how many of how many entries and events have been looked at. */
  readonly progress?: (done: number, of: number) => void;
}

/** What came of it. */
export interface VerificationReport {
  /** The first thing wrong, in the order of the log; `null` when nothing is. */
  readonly fault: LogFault | null;
  readonly size: number;
  readonly cases: number;
  readonly events: number;
  /** Committed events that are not sealed yet. */
  readonly waiting: number;
  /** Events whose private text has been erased. */
  readonly erased: number;
  readonly checkpoints: number;
}

/**
 * Establishes from the database alone whether history is what it was when it was sealed: every hash, every chain, the
 * tree and its checkpoints, and that each working row is what replaying the events gives. It looks at one state of the
 * database throughout, while others go on working, and needs the same memory for any number of events.
 */
@Injectable()
export class LogVerifier {
  constructor(private readonly database: Database) {}

  /** Verifies everything; it changes nothing. */
  async verify(request: VerificationRequest): Promise<VerificationReport> {
    return this.database.snapshot(async (snapshot) => {
      const extent = await logExtent(snapshot);
      const tree = await this.verifyTree(snapshot, request, extent);
      const events = await this.verifyCases(snapshot, request, extent);
      return {
        ...events,
        fault: earlier(tree.first, events.fault),
        size: tree.size,
        checkpoints: tree.checkpoints,
      };
    });
  }

  private async verifyTree(
    snapshot: Queryable,
    { origin, trusted, known, kept, progress }: VerificationRequest,
    extent: LogExtent,
  ): Promise<TreeVerifier> {
    const tree = new TreeVerifier(trusted, known);
    const own = new CheckpointReader(snapshot, tree, origin);
    const outside = new KeptCheckpoints(kept, tree, origin);
    for (;;) {
      const ahead = await own.next(tree.size);
      const stop = Math.min(ahead?.checkpoint.size ?? Infinity, outside.nextSize);
      const wanted = Math.min(LEAVES, stop - tree.size);
      const leaves = wanted === 0 ? [] : await leavesToVerify(snapshot, tree.size, wanted);
      if (leaves.length > 0) await tree.take(snapshot, leaves);
      progress?.(tree.size, extent.leaves + extent.events);
      if (wanted > 0 && leaves.length === 0) break;
      if (ahead !== null && ahead.checkpoint.size === tree.size) {
        tree.hold(ahead.checkpoint, ahead.source);
        own.taken();
      }
      outside.holdAt(tree.size);
    }
    const left = await own.next(tree.size);
    if (left !== null) tree.missing(left.checkpoint.size, left.source);
    outside.missing();
    if (tree.checkpoints === 0 && tree.size > 0 && tree.first === null) tree.unsigned();
    return tree;
  }

  private async verifyCases(
    snapshot: Queryable,
    { progress }: VerificationRequest,
    extent: LogExtent,
  ): Promise<Omit<VerificationReport, 'size' | 'checkpoints'>> {
    let [fault, cases, events, waiting, erased] = [null as LogFault | null, 0, 0, 0, 0];
    let batch = await casesToVerify(snapshot, NO_CASE, CASES);
    while (batch.length > 0) {
      // The database reads on while this program hashes.
      const following = casesToVerify(snapshot, batch.at(-1)?.caseId ?? NO_CASE, CASES);
      for (const found of batch) {
        fault = earlier(fault, faultOfCase(found));
        cases += 1;
        events += found.events.length;
        for (const { index, privateHash, salt } of found.events) {
          if (index === null) waiting += 1;
          if (privateHash !== null && salt === null) erased += 1;
        }
      }
      progress?.(extent.leaves + events, extent.leaves + extent.events);
      batch = await following;
    }
    return { fault, cases, events, waiting, erased };
  }
}

/** Checkpoints somebody kept outside, smallest first; each is believed only when the tree has grown to it. */
class KeptCheckpoints {
  private readonly waiting: { readonly size: number; readonly note: string; readonly source: string }[];

  constructor(
    kept: VerificationRequest['kept'],
    private readonly tree: TreeVerifier,
    private readonly origin: string,
  ) {
    this.waiting = kept
      .flatMap(({ note, source }) => {
        const size = tree.sizeIn(note, source);
        return size === null ? [] : [{ size, note, source }];
      })
      .sort((one, other) => one.size - other.size);
  }

  get nextSize(): number {
    return this.waiting[0]?.size ?? Infinity;
  }

  /** Holds the tree against every one of its present size. */
  holdAt(size: number): void {
    for (; this.nextSize === size; this.waiting.shift()) {
      const opened = this.open(this.waiting[0]);
      if (opened !== null) this.tree.hold(opened.checkpoint, opened.source);
    }
  }

  /** The tree has ended, and these are of more. */
  missing(): void {
    for (const kept of this.waiting) if (this.open(kept) !== null) this.tree.missing(kept.size, kept.source);
  }

  private open(kept: (typeof this.waiting)[number] | undefined) {
    if (kept === undefined) return null;
    const checkpoint = this.tree.open({ ...kept, origin: this.origin, index: kept.size - 1 });
    return checkpoint === null ? null : { checkpoint, source: kept.source };
  }
}

/** The log's own checkpoints, smallest first, each opened once. */
class CheckpointReader {
  private rows: readonly { readonly size: number; readonly note: string }[] = [];
  private after = 0;
  private opened: { readonly checkpoint: VerifiedCheckpoint; readonly source: string } | null = null;

  constructor(
    private readonly snapshot: Queryable,
    private readonly tree: TreeVerifier,
    private readonly origin: string,
  ) {}

  /** The next one that can be trusted and that the tree has not passed; `null` when there are no more. */
  async next(
    size: number,
  ): Promise<{ readonly checkpoint: VerifiedCheckpoint; readonly source: string } | null> {
    while (this.opened === null) {
      if (this.rows.length === 0) this.rows = await checkpointsAfter(this.snapshot, this.after, 1_000);
      const [row, ...rest] = this.rows;
      if (row === undefined) return null;
      this.rows = rest;
      this.after = row.size;
      const source = `the checkpoint at ${String(row.size)}`;
      const checkpoint = this.tree.open({ note: row.note, origin: this.origin, source, index: row.size - 1 });
      if (checkpoint === null) continue;
      if (checkpoint.size !== row.size || checkpoint.size < size) this.tree.misplaced(source);
      else this.opened = { checkpoint, source };
    }
    return this.opened;
  }

  taken(): void {
    this.opened = null;
  }
}

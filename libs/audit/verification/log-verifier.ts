import { Injectable } from '@nestjs/common';
import {
  FIRST_TREE_HASH,
  NoteError,
  TREE_HASHES,
  treeNamedBy,
  type TreeHash,
  type VerifiedCheckpoint,
  type VerifierKey,
} from '#domain';
import {
  checkpointsAfter,
  Database,
  leavesToVerify,
  logExtent,
  signedTrees,
  strayRow,
  type CheckpointRow,
  type StrayRow,
  type LogExtent,
  type Queryable,
} from '#persistence';
import { earlier, type LogFault } from './log-fault.js';
import { NO_CASES, together, verifyCases, type CaseRange, type CasesVerified } from './verify-cases.js';
import { verifyCasesInThread } from './verify-cases-thread.js';
import { claimOf, TreeVerifier, type TreeToVerify } from './verify-tree.js';

/** Leaves looked at in one go. */
const LEAVES = 5_000;
/** Ids of cases are spread evenly: two halves, read side by side. */
const HALVES: readonly CaseRange[] = [
  { after: null, upTo: '7fffffff-ffff-ffff-ffff-ffffffffffff' },
  { after: '7fffffff-ffff-ffff-ffff-ffffffffffff', upTo: 'ffffffff-ffff-ffff-ffff-ffffffffffff' },
];

/** With what to verify the log. */
export interface VerificationRequest {
  readonly origin: string;
  /** Keys that are trusted. */
  readonly trusted: readonly VerifierKey[];
  /** Keys that may have signed. */
  readonly known: readonly VerifierKey[];
  /** Checkpoints somebody kept outside, and what to call each. */
  readonly kept: readonly { readonly note: string; readonly source: string }[];
  /** Where the database is: with it, half of the work is done in a thread of its own. */
  readonly databaseUrl?: string;
  /** Told now and then how many of how many entries and events have been looked at. */
  readonly progress?: (done: number, of: number) => void;
}

/** What came of it. */
export interface VerificationReport extends CasesVerified {
  /** The first thing wrong, in the order of the log; `null` when nothing is. */
  readonly fault: LogFault | null;
  /** Entries of the log, and how many of them its last checkpoint that can be trusted is of. */
  readonly size: number;
  readonly sealed: number;
  /** Checkpoints of the log's own that were held against the tree, and those kept outside. */
  readonly checkpoints: number;
  readonly keptCheckpoints: number;
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
    return this.database.asService().snapshot(async (snapshot) => {
      const extent = await logExtent(snapshot);
      const progress = progressOf(request, extent);
      const name = await this.database.asService().nameOfSnapshot(snapshot);
      // Connections that see the same state: while the database reads for one, the program works for another.
      const [tree, ...halves] = await Promise.all([
        this.database
          .asService()
          .atSnapshot(name, (other) => this.verifyTree(other, request, extent.published, progress)),
        ...HALVES.map((range, half) => this.verifyHalf(name, range, half, request, progress)),
      ]);
      const events = halves.reduce(together, NO_CASES);
      const stray = strayFault(await strayRow(snapshot));
      return {
        ...events,
        fault: [tree.first, events.fault, stray].reduce(earlier),
        size: tree.size,
        sealed: tree.sealed,
        checkpoints: tree.checkpoints,
        keptCheckpoints: tree.keptCheckpoints,
      };
    });
  }

  private async verifyTree(
    snapshot: Queryable,
    { origin, trusted, known, kept }: VerificationRequest,
    published: number,
    progress: Progress,
  ): Promise<TreeVerifier> {
    const tree = new TreeVerifier(await treesToVerify(snapshot, kept), trusted, known);
    const own = new CheckpointReader(snapshot, tree, origin);
    const outside = new KeptCheckpoints(kept, tree, origin);
    for (;;) {
      const ahead = await own.next(tree.size);
      const stop = Math.min(ahead?.checkpoint.size ?? Infinity, outside.nextSize);
      const wanted = Math.min(LEAVES, stop - tree.size);
      const leaves = wanted === 0 ? [] : await leavesToVerify(snapshot, tree.size, wanted);
      if (leaves.length > 0) await tree.take(snapshot, leaves);
      progress.leaves(tree.size);
      if (wanted > 0 && leaves.length === 0) break;
      if (ahead !== null && ahead.checkpoint.size === tree.size) {
        tree.holdOwn(ahead.checkpoint, ahead.source);
        own.taken();
      }
      outside.holdAt(tree.size);
    }
    const left = await own.next(tree.size);
    if (left !== null) tree.missing(left.checkpoint.size, left.source);
    outside.missing();
    if (published > tree.size) tree.missing(published, 'a checkpoint that was published');
    await tree.holdEnd(snapshot);
    return tree;
  }

  /** The second half in a thread of its own, where there is an address to connect by. */
  private async verifyHalf(
    snapshot: string,
    range: CaseRange,
    half: number,
    { databaseUrl }: VerificationRequest,
    progress: Progress,
  ): Promise<CasesVerified> {
    const tell = (events: number): void => {
      progress.events(half, events);
    };
    return half === 0 || databaseUrl === undefined
      ? this.database.asService().atSnapshot(snapshot, (other) => verifyCases(other, range, tell))
      : verifyCasesInThread({ ...range, databaseUrl, snapshot }, tell);
  }
}

/**
 * The tree by every hash function that a checkpoint is of. Of the latest all nodes are stored, of earlier ones those up to
 * their last checkpoint.
 */
async function treesToVerify(
  snapshot: Queryable,
  kept: VerificationRequest['kept'],
): Promise<readonly TreeToVerify[]> {
  const signed = (await signedTrees(snapshot)).filter(({ treeHash }) => TREE_HASHES.includes(treeHash));
  const stored = new Map<TreeHash, number>(
    signed.map(({ treeHash, size }, place) => [treeHash, place === 0 ? Infinity : size]),
  );
  if (stored.size === 0) stored.set(FIRST_TREE_HASH, Infinity);
  for (const { note } of kept) {
    const claimed = claimOf(note);
    if (claimed instanceof NoteError) continue;
    const { by } = treeNamedBy(claimed.origin);
    if (!stored.has(by)) stored.set(by, 0);
  }
  return [...stored].map(([by, size]) => ({ by, stored: size }));
}

function strayFault(row: StrayRow | null): LogFault | null {
  if (row === null) return null;
  const { table, caseId, sequence, index } = row;
  const what =
    sequence === null
      ? `a row of ${table} is of a case that is not there`
      : 'the case of the event is not there';
  return { index, caseId, reference: null, sequence, what };
}

/** How far the tree and the two halves have come, told as one. */
interface Progress {
  leaves(done: number): void;
  events(half: number, done: number): void;
}

function progressOf({ progress }: VerificationRequest, extent: LogExtent): Progress {
  const done = { leaves: 0, events: HALVES.map(() => 0) };
  const tell = (): void =>
    progress?.(
      done.events.reduce((sum, events) => sum + events, done.leaves),
      extent.leaves + extent.events,
    );
  return {
    leaves: (leaves) => {
      done.leaves = leaves;
      tell();
    },
    events: (half, events) => {
      done.events[half] = events;
      tell();
    },
  };
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
      if (opened === null) continue;
      this.tree.hold(opened.checkpoint, opened.source);
      this.tree.keptCheckpoints += 1;
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
  private rows: readonly Pick<CheckpointRow, 'size' | 'treeHash' | 'note'>[] = [];
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
      if (checkpoint.size !== row.size || checkpoint.size < size) this.tree.misplaced(source, 'size');
      else if (treeNamedBy(checkpoint.origin).by !== row.treeHash) this.tree.misplaced(source, 'tree');
      else this.opened = { checkpoint, source };
    }
    return this.opened;
  }

  taken(): void {
    this.opened = null;
  }
}

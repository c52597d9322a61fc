import {
  append,
  EMPTY_FRONTIER,
  formatVerifierKey,
  keysIntroducedIn,
  leafHash,
  NoteError,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  rootOf,
  sameHash,
  treeNamedBy,
  type Checkpoint,
  type Frontier,
  type TreeHash,
  type TreeNode,
  type VerifiedCheckpoint,
  type VerifierKey,
} from '#domain';
import { nodeBeyondCheckpoints, storedNodes, type LeafToVerify, type Queryable } from '#persistence';
import { earlier, type LogFault } from './log-fault.js';

/** A checkpoint to hold the tree against, and where it comes from. */
export interface CheckpointToVerify {
  readonly note: string;
  readonly origin: string;
  /** Said in faults: `the checkpoint at 12`. */
  readonly source: string;
  /** The last entry it is about; where a fault of it is put. */
  readonly index: number;
}

/** A tree to follow, and how many leaves its nodes are stored of. */
export interface TreeToVerify {
  readonly by: TreeHash;
  readonly stored: number;
}

/** A fault that is the log's own, of no event. */
function ofLog(what: string, index: number | null = null): LogFault {
  return { index, caseId: null, reference: null, sequence: null, what };
}

/** What a checkpoint claims, signed or not, or why it cannot be read. */
export function claimOf(note: string): Checkpoint | NoteError {
  try {
    return parseCheckpoint(parseNote(note).text);
  } catch (error) {
    if (error instanceof NoteError) return error;
    throw error;
  }
}

/**
 * Follows the leaves one by one, and holds the tree over them against every checkpoint whose size it reaches; where the
 * hash function was changed, the tree by each. Signatures count when a trusted key made them; a further key comes to be
 * trusted where the text that a trusted one signed introduces it.
 */
export class TreeVerifier {
  private readonly frontiers: Map<TreeHash, Frontier>;
  private leaves = 0;
  private readonly trusted: VerifierKey[];
  private readonly known: VerifierKey[];
  first: LogFault | null = null;
  /** Checkpoints of the log's own that were held, and of how many entries the last is. */
  checkpoints = 0;
  sealed = 0;
  keptCheckpoints = 0;

  /**
   * @param trees by every hash function that checkpoints are of
   * @param trusted keys trusted from the start
   * @param known keys that may have signed, trusted or not
   */
  constructor(
    private readonly trees: readonly TreeToVerify[],
    trusted: readonly VerifierKey[],
    known: readonly VerifierKey[],
  ) {
    this.trusted = [...trusted];
    this.known = [...known];
    this.frontiers = new Map(trees.map(({ by }) => [by, EMPTY_FRONTIER]));
  }

  get size(): number {
    return this.leaves;
  }

  private say(fault: LogFault): void {
    this.first = earlier(this.first, fault);
  }

  /** Takes the next leaves, which must follow on those before. */
  async take(queryable: Queryable, leaves: readonly LeafToVerify[]): Promise<void> {
    for (const [place, { index, caseId, sequence, hash, eventHash }] of leaves.entries()) {
      const at = { index, caseId, reference: null, sequence };
      if (index !== this.size + place)
        this.say({ ...at, index: this.size + place, what: 'an entry of the log is missing before this one' });
      if (eventHash === null) this.say({ ...at, what: 'the event of this entry is missing' });
      else if (!eventHash.equals(hash)) this.say({ ...at, what: 'the event is not the one that was sealed' });
    }
    this.leaves += leaves.length;
    for (const { by, stored } of this.trees) {
      const { frontier, nodes } = append(
        this.frontierBy(by),
        leaves.map(({ hash }) => leafHash(hash, by)),
        by,
      );
      this.frontiers.set(by, frontier);
      const kept = nodes.filter(({ level, index }) => (index + 1) * 2 ** level <= stored);
      await this.holdNodes(queryable, kept, by);
    }
  }

  private frontierBy(by: TreeHash): Frontier {
    return this.frontiers.get(by) ?? EMPTY_FRONTIER;
  }

  /** Proofs are made from stored nodes, so they must be the tree's. */
  private async holdNodes(queryable: Queryable, nodes: readonly TreeNode[], by: TreeHash): Promise<void> {
    if (nodes.length === 0) return;
    const stored = new Map(
      (await storedNodes(queryable, nodes, by)).map(({ level, index, hash }) => [
        `${String(level)}:${String(index)}`,
        hash,
      ]),
    );
    for (const { level, index, hash } of nodes) {
      const found = stored.get(`${String(level)}:${String(index)}`);
      if (found === undefined || !sameHash(found, hash))
        this.say(ofLog('a stored node of the tree is missing or wrong', (index + 1) * 2 ** level - 1));
    }
  }

  /** The size a checkpoint claims, which is not to be believed yet; `null` when it cannot be read, and that is said. */
  sizeIn(note: string, source: string): number | null {
    const claimed = claimOf(note);
    if (!(claimed instanceof NoteError)) return claimed.size;
    this.say(ofLog(`${source}: ${claimed.message}`));
    return null;
  }

  /** Reads a checkpoint and its signatures; `null` when it is not to be trusted, and then that is said. */
  open({ note, origin, source, index }: CheckpointToVerify): VerifiedCheckpoint | null {
    try {
      const opened = openCheckpoint(note, this.known);
      const { log, by } = treeNamedBy(opened.origin);
      if (log !== origin || !this.frontiers.has(by))
        this.say(ofLog(`${source} is of another log: ${opened.origin}`, index));
      else if (opened.signedBy.some((key) => this.trusted.includes(key))) {
        for (const key of keysIntroducedIn(opened)) this.trust(key);
        return opened;
      } else this.say(ofLog(`${source} is not signed by a key that is trusted`, index));
    } catch (error) {
      if (!(error instanceof NoteError)) throw error;
      this.say(
        ofLog(
          error.fault === 'no-known-signature'
            ? `${source} is not signed by a key that is trusted`
            : `${source}: ${error.message}`,
          index,
        ),
      );
    }
    return null;
  }

  /** Signatures beside a trusted one are no introduction: they are not in the text that it signed. */
  private trust(introduced: VerifierKey): void {
    const text = formatVerifierKey(introduced);
    const known = this.known.find((key) => formatVerifierKey(key) === text);
    if (known === undefined) this.known.push(introduced);
    const key = known ?? introduced;
    if (!this.trusted.includes(key)) this.trusted.push(key);
  }

  /** Holds the tree as it is now against an opened checkpoint of its size. */
  hold(checkpoint: VerifiedCheckpoint, source: string): void {
    const { by } = treeNamedBy(checkpoint.origin);
    if (!sameHash(rootOf(this.frontierBy(by), by), checkpoint.root))
      this.say(
        ofLog(`${source} has another root: what was sealed before it has been altered`, checkpoint.size - 1),
      );
  }

  /** Holds it against one of the log's own. */
  holdOwn(checkpoint: VerifiedCheckpoint, source: string): void {
    this.hold(checkpoint, source);
    this.checkpoints += 1;
    this.sealed = checkpoint.size;
  }

  /** A checkpoint kept under a size, or as of a tree, that is not its own. */
  misplaced(source: string, what: 'size' | 'tree'): void {
    this.say(ofLog(`${source} is kept under a ${what} that is not its own`));
  }

  /** The tree has ended, and is to be no longer than what was signed: entries and their checkpoint are written at once. */
  async holdEnd(queryable: Queryable): Promise<void> {
    // Where a checkpoint was refused, that is what is to be told.
    if (this.first !== null) return;
    if (this.sealed < this.size)
      this.say(
        ofLog(
          this.sealed === 0
            ? 'no checkpoint that can be trusted has been signed for what is in the log'
            : `the log has ${String(this.size)} entries, and its last checkpoint is of ${String(this.sealed)}: nobody has signed for this one`,
          this.sealed,
        ),
      );
    const beyond = await nodeBeyondCheckpoints(queryable);
    if (beyond !== null)
      this.say(ofLog('a stored node of the tree is of entries that nobody has signed for', beyond.size));
  }

  /** A checkpoint of more entries than there are: the end of the log has been taken away. */
  missing(size: number, source: string): void {
    this.say(
      ofLog(
        `${source} was signed when the log had ${String(size)} entries; now it has ${String(this.size)}`,
        this.size,
      ),
    );
  }
}

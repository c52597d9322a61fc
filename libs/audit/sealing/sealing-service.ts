import { Injectable } from '@nestjs/common';
import {
  append,
  EMPTY_FRONTIER,
  frontierNodes,
  introductionOf,
  leafHash,
  NoteError,
  openCheckpoint,
  originOf,
  rootOf,
  signCheckpoint,
  treeNamedBy,
  type Frontier,
  type TreeHash,
  type VerifiedCheckpoint,
  type VerifierKey,
} from '#domain';
import {
  appendToLog,
  forgetPending,
  Database,
  insertNodes,
  latestCheckpoint,
  latestCheckpointBy,
  leafEntries,
  nodeKey,
  nodesAt,
  pendingEvents,
  takeSealingLock,
  type CheckpointRow,
  type Queryable,
} from '#persistence';
import { Clock } from '#platform';
import { LogKeys } from './log-keys.js';

/** Events sealed in one transaction at most. */
const BATCH = 5_000;

/** The log cannot be appended to as things are. */
export class SealingError extends Error {
  override readonly name = 'SealingError';
}

const NOT_OURS =
  'The latest checkpoint of the log is not one that its keys signed: run npm run verify-log, and set LOG_EARLIER_KEYS if the key was changed';

/** @throws SealingError when none of the keys signed it */
function openedBy(known: readonly VerifierKey[], note: string): VerifiedCheckpoint {
  try {
    return openCheckpoint(note, known);
  } catch (error) {
    if (error instanceof NoteError) throw new SealingError(NOT_OURS);
    throw error;
  }
}

/** Appends committed events to the one log, and signs where it then stands. */
@Injectable()
export class SealingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: LogKeys,
  ) {}

  /**
   * Seals every event that is committed and waits. Of several sealers at once one seals and the others do nothing; what
   * one leaves half done is rolled back, and done by the next.
   * @returns how many events were sealed
   * @throws SealingError when there is no key to sign with, or the log so far was kept under another name
   */
  async seal(): Promise<number> {
    if (this.keys.signing.length === 0)
      throw new SealingError('There is no key to sign the log with: set LOG_SIGNING_KEY');
    let sealed = 0;
    for (;;) {
      const batch = await this.database.asService().transaction((transaction) => this.sealBatch(transaction));
      sealed += batch.sealed;
      if (batch.found < BATCH) return sealed;
    }
  }

  /** @returns how many waited, and how many of them were sealed */
  private async sealBatch(
    transaction: Queryable,
  ): Promise<{ readonly found: number; readonly sealed: number }> {
    if (!(await takeSealingLock(transaction))) return { found: 0, sealed: 0 };
    const pending = await pendingEvents(transaction, BATCH);
    // What is in the log already must not keep the rest from it.
    const sealed = pending.filter(({ isSealed }) => isSealed);
    if (sealed.length > 0) await forgetPending(transaction, sealed);
    const leaves = pending.filter(({ isSealed }) => !isSealed);
    if (leaves.length === 0) return { found: pending.length, sealed: 0 };
    const latest = await this.latest(transaction);
    const by = this.keys.treeHash;
    const before = await frontierOf(transaction, latest, by);
    const { frontier, nodes } = append(
      before,
      leaves.map(({ hash }) => leafHash(hash, by)),
      by,
    );
    const root = Buffer.from(rootOf(frontier, by));
    const origin = originOf(this.keys.origin, by);
    const extensions = this.keys.introduced.map(introductionOf);
    const checkpoint = { origin, size: frontier.size, root, extensions };
    await appendToLog(transaction, before.size, leaves, nodes, {
      size: frontier.size,
      treeHash: by,
      root,
      note: signCheckpoint(checkpoint, this.keys.signing),
      sealedAt: this.clock.now(),
    });
    return { found: pending.length, sealed: leaves.length };
  }

  /**
   * The latest checkpoint, once it is sure that the log's own keys signed it: nothing is ever signed on the strength of
   * a row that somebody else put there.
   * @throws SealingError when they did not, or when the log was kept under another name
   */
  async latest(queryable: Queryable = this.database.asService()): Promise<CheckpointRow | null> {
    const row = await latestCheckpoint(queryable);
    if (row === null) return null;
    const { origin, size, root } = openedBy(this.keys.known, row.note);
    const { log, by } = treeNamedBy(origin);
    if (log !== this.keys.origin)
      throw new SealingError(
        `The log is kept under the name ${log}, not ${this.keys.origin}: set LOG_ORIGIN to the first`,
      );
    if (size !== row.size || by !== row.treeHash || !row.root.equals(root)) throw new SealingError(NOT_OURS);
    return row;
  }
}

/** Where the tree by a hash function stands at the latest checkpoint. */
async function frontierOf(
  transaction: Queryable,
  latest: CheckpointRow | null,
  by: TreeHash,
): Promise<Frontier> {
  if (latest === null) return EMPTY_FRONTIER;
  if (latest.treeHash !== by) return otherTree(transaction, latest, by);
  const positions = frontierNodes(latest.size);
  const nodes = await nodesAt(transaction, positions, by);
  const peaks = positions.map((position) => {
    const hash = nodes.get(nodeKey(position));
    if (hash === undefined) throw new SealingError(`The log has lost its node ${nodeKey(position)}`);
    return hash;
  });
  return signedAs({ size: latest.size, peaks }, latest);
}

/**
 * Another hash function was chosen: the tree by it is made over all leaves there are, or what it lacks of it. The tree
 * that was signed is worked out beside it, leaf by leaf, so that nothing that was altered is signed anew.
 */
async function otherTree(transaction: Queryable, latest: CheckpointRow, by: TreeHash): Promise<Frontier> {
  const stored = (await latestCheckpointBy(transaction, by))?.size ?? 0;
  let signed = EMPTY_FRONTIER;
  let other = EMPTY_FRONTIER;
  while (signed.size < latest.size) {
    const entries = await leafEntries(transaction, signed.size, Math.min(BATCH, latest.size - signed.size));
    if (entries.length === 0)
      throw new SealingError(`The log has lost its entries from ${String(signed.size)} on`);
    const before = latest.treeHash;
    signed = append(
      signed,
      entries.map((entry) => leafHash(entry, before)),
      before,
    ).frontier;
    const grown = append(
      other,
      entries.map((entry) => leafHash(entry, by)),
      by,
    );
    other = grown.frontier;
    const missing = grown.nodes.filter(({ level, index }) => (index + 1) * 2 ** level > stored);
    if (missing.length > 0) await insertNodes(transaction, missing, by);
  }
  signedAs(signed, latest);
  return other;
}

/** Never sign a tree that does not go on from the one signed before. @throws SealingError when it does not */
function signedAs(frontier: Frontier, { size, root, treeHash }: CheckpointRow): Frontier {
  if (!root.equals(rootOf(frontier, treeHash)))
    throw new SealingError(`The log no longer has the root it was signed with at size ${String(size)}`);
  return frontier;
}

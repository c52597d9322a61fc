import { Injectable } from '@nestjs/common';
import {
  append,
  EMPTY_FRONTIER,
  frontierNodes,
  leafHash,
  parseCheckpoint,
  parseNote,
  rootOf,
  signCheckpoint,
  type Frontier,
} from '#domain';
import {
  appendToLog,
  Database,
  latestCheckpoint,
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
      const done = await this.database.transaction((transaction) => this.sealBatch(transaction));
      sealed += done;
      if (done < BATCH) return sealed;
    }
  }

  private async sealBatch(transaction: Queryable): Promise<number> {
    if (!(await takeSealingLock(transaction))) return 0;
    const leaves = await pendingEvents(transaction, BATCH);
    if (leaves.length === 0) return 0;
    const latest = await latestCheckpoint(transaction);
    this.checkOrigin(latest);
    const before = await this.frontierOf(transaction, latest);
    const { frontier, nodes } = append(
      before,
      leaves.map(({ hash }) => leafHash(hash)),
    );
    const root = Buffer.from(rootOf(frontier));
    const checkpoint = { origin: this.keys.origin, size: frontier.size, root, extensions: [] };
    await appendToLog(transaction, before.size, leaves, nodes, {
      size: frontier.size,
      root,
      note: signCheckpoint(checkpoint, this.keys.signing),
      sealedAt: this.clock.now(),
    });
    return leaves.length;
  }

  private checkOrigin(latest: CheckpointRow | null): void {
    if (latest === null) return;
    const { origin } = parseCheckpoint(parseNote(latest.note).text);
    if (origin !== this.keys.origin)
      throw new SealingError(
        `The log is kept under the name ${origin}, not ${this.keys.origin}: set LOG_ORIGIN to the first`,
      );
  }

  private async frontierOf(queryable: Queryable, latest: CheckpointRow | null): Promise<Frontier> {
    if (latest === null) return EMPTY_FRONTIER;
    const positions = frontierNodes(latest.size);
    const nodes = await nodesAt(queryable, positions);
    const peaks = positions.map((position) => {
      const hash = nodes.get(nodeKey(position));
      if (hash === undefined) throw new SealingError(`The log has lost its node ${nodeKey(position)}`);
      return hash;
    });
    const frontier = { size: latest.size, peaks };
    // Never sign a tree that does not go on from the one signed before.
    if (!latest.root.equals(rootOf(frontier)))
      throw new SealingError(
        `The log no longer has the root it was signed with at size ${String(latest.size)}`,
      );
    return frontier;
  }
}

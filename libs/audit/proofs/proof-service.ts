import { Injectable } from '@nestjs/common';
import {
  consistencyNodes,
  consistencyProof,
  eventForm,
  formatVerifierKey,
  inclusionProof,
  sightOf,
  splitPayload,
  type EventForm,
  type NodePosition,
  type TreeHash,
} from '#domain';
import {
  checkpointsAfter,
  Database,
  eventToProve,
  nodeKey,
  nodesAt,
  type Actor,
  type CheckpointRow,
  type SealedEvent,
} from '#persistence';
import { badRequest, notFound, unavailable } from '#platform';
import type { Reader } from '../point-in-time/point-in-time-service.js';
import { LogKeys } from '../sealing/log-keys.js';
import { SealingError, SealingService } from '../sealing/sealing-service.js';

/** An event as anybody can hash it again, and the proof that the log holds it. */
export interface EventProof {
  readonly event: EventForm;
  /** Hash of the event's canonical form by its format, hex. */
  readonly hash: string;
  /** What the private text was committed to with, hex; `null` where there is none, or it has been erased. */
  readonly salt: string | null;
  readonly private: Readonly<Record<string, string>> | null;
  /** Where it is in the log; `null` while it waits to be sealed, and then there is no proof yet. */
  readonly index: number | null;
  /** Sibling hashes from the leaf up, base64. */
  readonly inclusion: readonly string[];
  /** The signed checkpoint the proof leads to. */
  readonly checkpoint: string | null;
}

/** What the log can prove, for whoever asks. */
@Injectable()
export class ProofService {
  constructor(
    private readonly database: Database,
    private readonly keys: LogKeys,
    private readonly sealing: SealingService,
  ) {}

  /** The latest signed checkpoint. @throws ProblemError 404 before anything was sealed */
  async checkpoint(acting: Actor): Promise<CheckpointRow> {
    const latest = await this.sealing.latest(this.database.as(acting)).catch((error: unknown) => {
      if (error instanceof SealingError) throw unavailable(`${error.message}.`);
      throw error;
    });
    if (latest === null) throw notFound('Nothing has been sealed yet');
    return latest;
  }

  /** Checkpoints after a size, smallest first. */
  async checkpoints(acting: Actor, after: number, limit: number): Promise<readonly CheckpointRow[]> {
    return checkpointsAfter(this.database.as(acting), after, limit);
  }

  /** The keys that sign and have signed, as text others' tools read; the current one first. */
  keyTexts(): readonly string[] {
    return this.keys.known.map(formatVerifierKey);
  }

  /** What the log is called. */
  get origin(): string {
    return this.keys.origin;
  }

  /**
   * That the log of one size begins with the log of another: hashes in the order of RFC 9162, base64.
   * @throws ProblemError 400 when the log has not grown so far, or the first is the larger
   */
  async consistency(acting: Actor, from: number, to: number): Promise<readonly string[]> {
    const latest = await this.checkpoint(acting);
    const { size } = latest;
    for (const [name, given] of [
      ['from', from],
      ['to', to],
    ] as const)
      if (given > size)
        throw badRequest(`The log has ${String(size)} entries.`, [
          {
            pointer: `/${name}`,
            detail: `Give ${String(size)} or less. A signed checkpoint of more entries than the log has is proof that some were taken away: keep it, and tell whoever runs this service`,
          },
        ]);
    if (from > to)
      throw badRequest('The smaller size comes first.', [
        { pointer: '/from', detail: `Give ${String(to)} or less` },
      ]);
    if (from === 0) return [];
    const by = await this.treeOfBoth(acting, from, to, latest);
    const lookup = await this.lookup(consistencyNodes(from, to), by);
    return consistencyProof(from, to, lookup, by).map(base64);
  }

  /**
   * The tree two sizes are of: that of their checkpoints, where there are such.
   * @throws ProblemError 400 when the hash function was another at the first
   */
  private async treeOfBoth(
    acting: Actor,
    from: number,
    to: number,
    latest: CheckpointRow,
  ): Promise<TreeHash> {
    const [earlier, later] = await Promise.all(
      [from, to].map(async (size) => {
        const [row] = await checkpointsAfter(this.database.as(acting), size - 1, 1);
        return row?.size === size ? row.treeHash : undefined;
      }),
    );
    const by = later ?? latest.treeHash;
    if (earlier !== undefined && earlier !== by)
      throw badRequest('The hash function of the tree was changed in between.', [
        {
          pointer: '/from',
          detail: `The checkpoint of ${String(from)} entries is of the tree by ${earlier}, the later one of that by ${by}: hold the first against an export of the log`,
        },
      ]);
    return by;
  }

  /**
   * Proof that the log holds one event of a case.
   * @throws ProblemError 404 when the person may not see it
   */
  async ofEvent(acting: Reader, reference: string, sequence: number): Promise<EventProof> {
    const event = await eventToProve(this.database.as(acting), reference, sequence, sightOf(acting.roles));
    if (event === null) throw notFound();
    acting.witness?.sawCase(event);
    const form = formOf(event);
    const { hash, index, checkpoint, nodes } = event;
    if (index === null || checkpoint === null)
      return { ...form, hash, index, inclusion: [], checkpoint: null };
    const inclusion = inclusionProof(
      index,
      checkpoint.size,
      (position) => nodes.get(nodeKey(position)),
      checkpoint.treeHash,
    );
    return { ...form, hash, index, inclusion: inclusion.map(base64), checkpoint: checkpoint.note };
  }

  /** Hashes may be those of any case, which a person need not see: the service itself reads them. */
  private async lookup(positions: readonly NodePosition[], by: TreeHash) {
    const nodes = await nodesAt(this.database.asService(), positions, by);
    return (position: NodePosition) => nodes.get(nodeKey(position));
  }
}

function base64(hash: Uint8Array): string {
  return Buffer.from(hash).toString('base64');
}

/** A stored event in its canonical form, with what was committed to beside it. */
export function formOf(event: SealedEvent): Pick<EventProof, 'event' | 'salt' | 'private'> {
  const { facts, private: texts } = splitPayload(event.payload, event.reason);
  return {
    event: eventForm(event, facts, event.privateHash, event.previousHash),
    salt: event.salt,
    private: texts,
  };
}

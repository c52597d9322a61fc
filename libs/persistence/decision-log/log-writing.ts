import type { TreeHash } from '#domain';
import type { Queryable } from '../database/statement.js';

/** An event that waits to be sealed, or a leaf: which event, and its hash. */
export interface LogLeafRow {
  readonly caseId: string;
  readonly sequence: number;
  readonly hash: Buffer;
}

/** A node of the tree to store. */
export interface LogNodeRow {
  readonly level: number;
  readonly index: number;
  readonly hash: Uint8Array;
}

/** The log as it stood at a size, signed. */
export interface CheckpointRow {
  /** Leaves. */
  readonly size: number;
  /** Hash function of the tree it is of. */
  readonly treeHash: TreeHash;
  readonly root: Buffer;
  /** The signed note. */
  readonly note: string;
  readonly sealedAt: Date;
}

/** Any number nobody else locks by: one sealer at a time. */
const SEALING_LOCK = 7_305_111;

/**
 * Takes, for the length of the transaction, the right to append to the log.
 * @returns false when somebody else has it at this moment: they seal what there is
 */
export async function takeSealingLock(transaction: Queryable): Promise<boolean> {
  const [row] = await transaction.query<{ taken: boolean }>({
    text: 'select pg_try_advisory_xact_lock($1) as taken',
    values: [SEALING_LOCK],
  });
  return row?.taken === true;
}

/** An event that waits, and whether it is in the log already: then somebody else has put it there to wait again. */
export interface PendingEvent extends LogLeafRow {
  readonly isSealed: boolean;
}

/**
 * Committed events that wait for the log, in the order they are to be appended: by time, and within a case always in
 * sequence, because an event is never older than the one before it and is written only after that was committed. Each
 * is looked up by its key, however long the history and the log are.
 */
export async function pendingEvents(queryable: Queryable, limit: number): Promise<readonly PendingEvent[]> {
  return queryable.query<PendingEvent>({
    name: 'log_pending',
    text: `select p.case_id as "caseId", p.sequence, e.hash,
        (select l.index from log_leaf l where l.case_id = p.case_id and l.sequence = p.sequence) is not null as "isSealed"
      from log_pending p cross join lateral (select e.hash, e.occurred_at from case_event e
        where e.case_id = p.case_id and e.sequence = p.sequence offset 0) e
      order by e.occurred_at, p.case_id, p.sequence limit $1`,
    values: [limit],
  });
}

/** Takes events out of what waits. */
export async function forgetPending(transaction: Queryable, events: readonly LogLeafRow[]): Promise<void> {
  await transaction.query({
    name: 'log_forget_pending',
    text: `delete from log_pending p using unnest($1::uuid[], $2::int[]) as l(case_id, sequence)
      where p.case_id = l.case_id and p.sequence = l.sequence`,
    values: [events.map(({ caseId }) => caseId), events.map(({ sequence }) => sequence)],
  });
}

/**
 * Appends to the log: leaves from `from` on, the nodes they completed, and the checkpoint; and takes the events out of
 * what waits. One statement; in the sealer's transaction.
 */
export async function appendToLog(
  transaction: Queryable,
  from: number,
  leaves: readonly LogLeafRow[],
  nodes: readonly LogNodeRow[],
  checkpoint: CheckpointRow,
): Promise<void> {
  await transaction.query({
    name: 'log_append',
    text: `with leaf as (
        insert into log_leaf (index, case_id, sequence, hash)
        select $1::bigint + l.place - 1, l.case_id, l.sequence, l.hash
        from unnest($2::uuid[], $3::int[], $4::bytea[]) with ordinality as l(case_id, sequence, hash, place)
      ), node as (
        insert into log_node (level, index, tree_hash, hash)
        select n.level, n.index, $12, n.hash from unnest($5::smallint[], $6::bigint[], $7::bytea[]) as n(level, index, hash)
      ), done as (
        delete from log_pending p using unnest($2::uuid[], $3::int[]) as l(case_id, sequence)
        where p.case_id = l.case_id and p.sequence = l.sequence
      )
      insert into log_checkpoint (size, tree_hash, root, note, sealed_at) values ($8, $12, $9, $10, $11)`,
    values: [
      from,
      leaves.map(({ caseId }) => caseId),
      leaves.map(({ sequence }) => sequence),
      leaves.map(({ hash }) => hash),
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      nodes.map(({ hash }) => Buffer.from(hash)),
      checkpoint.size,
      checkpoint.root,
      checkpoint.note,
      checkpoint.sealedAt,
      checkpoint.treeHash,
    ],
  });
}

/** Stores nodes of a tree over leaves that are there already. */
export async function insertNodes(
  transaction: Queryable,
  nodes: readonly LogNodeRow[],
  by: TreeHash,
): Promise<void> {
  await transaction.query({
    name: 'log_insert_nodes',
    text: `insert into log_node (level, index, tree_hash, hash)
      select n.level, n.index, $4, n.hash from unnest($1::smallint[], $2::bigint[], $3::bytea[]) as n(level, index, hash)`,
    values: [
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      nodes.map(({ hash }) => Buffer.from(hash)),
      by,
    ],
  });
}

/** Records that a checkpoint reached a destination; once however often it is handed over. */
export async function recordPublication(
  queryable: Queryable,
  size: number,
  destination: string,
  publishedAt: Date,
): Promise<void> {
  await queryable.query({
    name: 'log_record_publication',
    text: `insert into log_publication (size, destination, published_at) values ($1, $2, $3)
      on conflict (size, destination) do nothing`,
    values: [size, destination, publishedAt],
  });
}

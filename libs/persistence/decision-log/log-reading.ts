import { leafHash, type EventFormat, type Hash, type NodePosition, type TreeHash } from '#domain';
import type { Queryable } from '../database/statement.js';
import { SEEN, withinSight, type CaseSeen, type Sight } from '../cases/case-record.js';
import { toldOf } from '../cases/event-sight.js';
import { utc } from '../cases/json-fragments.js';
import type { CheckpointRow } from './log-writing.js';

const CHECKPOINT = `size, tree_hash as "treeHash", root, note, sealed_at as "sealedAt"`;

/** The latest checkpoint; `null` before anything was sealed. */
export async function latestCheckpoint(queryable: Queryable): Promise<CheckpointRow | null> {
  const [row] = await queryable.query<CheckpointRow>({
    name: 'log_latest_checkpoint',
    text: `select ${CHECKPOINT} from log_checkpoint order by size desc limit 1`,
    values: [],
  });
  return row ?? null;
}

/** Checkpoints of more than a size, smallest first. */
export async function checkpointsAfter(
  queryable: Queryable,
  size: number,
  limit: number,
): Promise<readonly CheckpointRow[]> {
  return queryable.query<CheckpointRow>({
    name: 'log_checkpoints',
    text: `select ${CHECKPOINT} from log_checkpoint where size > $1 order by size limit $2`,
    values: [size, limit],
  });
}

/** The largest checkpoint a destination has been given; 0 for none. */
export async function publishedSize(queryable: Queryable, destination: string): Promise<number> {
  const [row] = await queryable.query<{ size: number | null }>({
    name: 'log_published_size',
    text: 'select max(size) as size from log_publication where destination = $1',
    values: [destination],
  });
  return row?.size ?? 0;
}

/** Key of a node in what `nodesAt` gives. */
export function nodeKey({ level, index }: NodePosition): string {
  return `${String(level)}:${String(index)}`;
}

/** The latest checkpoint of the tree by a hash function; `null` where there is none. */
export async function latestCheckpointBy(queryable: Queryable, by: TreeHash): Promise<CheckpointRow | null> {
  const [row] = await queryable.query<CheckpointRow>({
    name: 'log_latest_checkpoint_by',
    text: `select ${CHECKPOINT} from log_checkpoint where tree_hash = $1 order by size desc limit 1`,
    values: [by],
  });
  return row ?? null;
}

/** The hashes of events in the log, in their order, from an index on. */
export async function leafEntries(
  queryable: Queryable,
  from: number,
  limit: number,
): Promise<readonly Buffer[]> {
  const rows = await queryable.query<{ hash: Buffer }>({
    name: 'log_leaf_entries',
    text: 'select hash from log_leaf where index >= $1 order by index limit $2',
    values: [from, limit],
  });
  return rows.map(({ hash }) => hash);
}

/** The hashes of stored nodes of a tree, leaves included, by `nodeKey`; one round trip. What is not stored is left out. */
export async function nodesAt(
  queryable: Queryable,
  positions: readonly NodePosition[],
  by: TreeHash,
): Promise<ReadonlyMap<string, Hash>> {
  if (positions.length === 0) return new Map();
  const leaves = positions.filter(({ level }) => level === 0);
  const nodes = positions.filter(({ level }) => level > 0);
  const rows = await queryable.query<{ level: number; index: number; hash: Buffer }>({
    name: 'log_nodes_at',
    text: `select 0::smallint as level, index, hash from log_leaf where index = any($1::bigint[])
      union all
      select n.level, n.index, n.hash from log_node n
      join unnest($2::smallint[], $3::bigint[]) as w(level, index) on w.level = n.level and w.index = n.index
      where n.tree_hash = $4`,
    values: [
      leaves.map(({ index }) => index),
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      by,
    ],
  });
  return byPosition(rows, by);
}

/** Hashes by `nodeKey`. Of a leaf an event's hash is stored, and becomes the leaf's here. */
function byPosition(
  rows: readonly (NodePosition & { readonly hash: Uint8Array })[],
  by: TreeHash,
): ReadonlyMap<string, Hash> {
  return new Map(
    rows.map(({ level, index, hash }) => [
      nodeKey({ level, index }),
      level === 0 ? leafHash(hash, by) : hash,
    ]),
  );
}

/** Columns of an event as its canonical form and its proof need them. */
export const SEALED_EVENT = `e.case_id as "caseId", e.sequence, e.type, e.audience, e.actor_id as "actorId",
  e.actor_role as "actorRole", e.actor_organisation_id as "actorOrganisationId", ${utc('e.occurred_at')} as "occurredAt",
  e.from_state as "fromState", e.to_state as "toState", e.version, e.reason, e.payload, e.format, encode(e.hash, 'hex') as hash,
  encode(e.previous_hash, 'hex') as "previousHash", encode(e.private_hash, 'hex') as "privateHash",
  encode(e.salt, 'hex') as salt`;

/** An event with its seal, as stored. Hashes and salt in hexadecimal. */
export interface SealedEvent {
  readonly caseId: string;
  readonly sequence: number;
  readonly type: string;
  readonly audience: string;
  readonly actorId: string | null;
  readonly actorRole: string | null;
  readonly actorOrganisationId: string | null;
  /** UTC, as `2026-11-24T10:00:00.000Z`. */
  readonly occurredAt: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly version: number | null;
  readonly reason: string | null;
  readonly payload: unknown;
  /** Number of the format it is hashed in. */
  readonly format: EventFormat;
  readonly hash: string;
  readonly previousHash: string | null;
  readonly privateHash: string | null;
  readonly salt: string | null;
}

/**
 * A sealed event of a case, its place in the log, and the earliest checkpoint that holds it; both are `null` while it
 * waits.
 */
export interface EventToProve extends SealedEvent, CaseSeen {
  readonly index: number | null;
  readonly checkpoint: Pick<CheckpointRow, 'size' | 'treeHash' | 'note'> | null;
  /** Hashes its proof is made of, and a few more, by `nodeKey`; empty while it waits. */
  readonly nodes: ReadonlyMap<string, Hash>;
}

/** One event of a case for its proof, in one round trip; `null` when the person may not see it. */
export async function eventToProve(
  queryable: Queryable,
  reference: string,
  sequence: number,
  sight: Sight,
): Promise<EventToProve | null> {
  type Row = SealedEvent &
    CaseSeen & {
      readonly index: number | null;
      readonly size: number | null;
      readonly treeHash: TreeHash | null;
      readonly note: string | null;
      readonly nodes: readonly (NodePosition & { readonly hash: string })[] | null;
    };
  const [row] = await queryable.query<Row>({
    name: 'log_event_to_prove',
    text: `select ${SEALED_EVENT}, ${SEEN}, l.index, k.size, k.tree_hash as "treeHash", k.note, b.nodes
      from spend_case c
      join case_event e on e.case_id = c.id and e.sequence = $2
      left join log_leaf l on l.case_id = e.case_id and l.sequence = e.sequence
      left join lateral (select p.size, p.tree_hash, p.note from log_checkpoint p where p.size > l.index
        order by p.size limit 1) k on true
      left join lateral (select jsonb_agg(jsonb_build_object('level', h.level, 'index', h.index,
          'hash', encode(h.hash, 'hex'))) as nodes
        from hashes_beside_leaf(l.index, k.size, k.tree_hash) h where k.size is not null) b on true
      where c.reference = $1 and ${withinSight('$3', '$4')}
        and ${toldOf('e', {
          internal: '($3::boolean and not c.organisation_id = any($4::uuid[]))',
          organisationIds: '$4::uuid[]',
        })}`,
    values: [reference, sequence, sight.everything, sight.organisationIds],
  });
  if (row === undefined) return null;
  const { size, treeHash, note, nodes, ...event } = row;
  if (size === null || treeHash === null || note === null)
    return { ...event, checkpoint: null, nodes: new Map() };
  const beside = (nodes ?? []).map((node) => ({ ...node, hash: Buffer.from(node.hash, 'hex') }));
  return { ...event, checkpoint: { size, treeHash, note }, nodes: byPosition(beside, treeHash) };
}

/** Sealed events in the order of the log, from an index on. */
export async function sealedEvents(
  queryable: Queryable,
  from: number,
  limit: number,
): Promise<readonly (SealedEvent & { readonly index: number })[]> {
  return queryable.query({
    name: 'log_sealed_events',
    text: `select l.index, ${SEALED_EVENT} from log_leaf l
      join case_event e on e.case_id = l.case_id and e.sequence = l.sequence
      where l.index >= $1 and l.index < $1 + $2::bigint order by l.index`,
    values: [from, limit],
  });
}

import { PROJECTED_TABLES, type Projection, type TreeHash } from '#domain';
import { projectionSql } from '../cases/projection-reading.js';
import type { Queryable } from '../database/statement.js';
import { SEALED_EVENT, type SealedEvent } from './log-reading.js';

/** How much there is to verify. */
export interface LogExtent {
  readonly events: number;
  readonly leaves: number;
  /** The largest size of which a checkpoint was published; 0 for none. */
  readonly published: number;
}

/** Counts what there is to verify. */
export async function logExtent(queryable: Queryable): Promise<LogExtent> {
  const [row] = await queryable.query<LogExtent>({
    text: `select (select count(*) from case_event) as events, (select count(*) from log_leaf) as leaves,
      coalesce((select max(size) from log_publication), 0) as published`,
    values: [],
  });
  return row ?? { events: 0, leaves: 0, published: 0 };
}

/** A leaf beside the event it is of; `eventHash` is `null` when there is no such event. */
export interface LeafToVerify {
  readonly index: number;
  readonly caseId: string;
  readonly sequence: number;
  readonly hash: Buffer;
  readonly eventHash: Buffer | null;
}

/** Leaves from an index on, in order. */
export async function leavesToVerify(
  queryable: Queryable,
  from: number,
  limit: number,
): Promise<readonly LeafToVerify[]> {
  return queryable.query<LeafToVerify>({
    name: 'verify_leaves',
    text: `select l.index, l.case_id as "caseId", l.sequence, l.hash, e.hash as "eventHash"
      from (select * from log_leaf where index >= $1 order by index limit $2) l
      left join case_event e on e.case_id = l.case_id and e.sequence = l.sequence order by l.index`,
    values: [from, limit],
  });
}

/** The trees that were signed: up to how many leaves each was last, the latest first. */
export async function signedTrees(
  queryable: Queryable,
): Promise<readonly { readonly treeHash: TreeHash; readonly size: number }[]> {
  return queryable.query({
    name: 'verify_trees',
    text: `select tree_hash as "treeHash", max(size) as size from log_checkpoint group by tree_hash order by 2 desc`,
    values: [],
  });
}

/** Stored nodes of the given places of a tree, in no order. */
export async function storedNodes(
  queryable: Queryable,
  positions: readonly { readonly level: number; readonly index: number }[],
  by: TreeHash,
): Promise<readonly { readonly level: number; readonly index: number; readonly hash: Buffer }[]> {
  return queryable.query({
    name: 'verify_nodes',
    text: `select n.level, n.index, n.hash from unnest($1::smallint[], $2::bigint[]) as w(level, index)
      join log_node n on n.level = w.level and n.index = w.index where n.tree_hash = $3`,
    values: [positions.map(({ level }) => level), positions.map(({ index }) => index), by],
  });
}

/** Whether a node is stored of leaves that no checkpoint of its tree reaches, and of how many leaves the last one is. */
export async function nodeBeyondCheckpoints(
  queryable: Queryable,
): Promise<{ readonly treeHash: TreeHash; readonly size: number } | null> {
  const [row] = await queryable.query<{ treeHash: TreeHash; size: number }>({
    name: 'verify_nodes_beyond',
    // A node is complete: it is of the leaves up to (index + 1) * 2 ^ level, which may be more than a bigint holds.
    text: `select n.tree_hash as "treeHash", coalesce(c.size, 0) as size from log_node n
      left join (select tree_hash, max(size) as size from log_checkpoint group by tree_hash) c
        on c.tree_hash = n.tree_hash
      where n.level > 62 or n.index >= coalesce(c.size, 0) >> n.level order by 2 limit 1`,
    values: [],
  });
  return row ?? null;
}

/** A row of a case that is not there. */
export interface StrayRow {
  readonly table: string;
  readonly caseId: string;
  /** Of an event. */
  readonly sequence: number | null;
  /** Where the event is in the log. */
  readonly index: number | null;
}

/** These do not name a case themselves. */
const OF_OTHER_ROWS: ReadonlySet<string> = new Set(['spend_case', 'comment_edit', 'guidance']);
const STRAY_TABLES = PROJECTED_TABLES.filter((table) => !OF_OTHER_ROWS.has(table));

/** The first event, by its place in the log, whose case is not there; or else any other row of a case that is not. */
export async function strayRow(queryable: Queryable): Promise<StrayRow | null> {
  const [event] = await queryable.query<StrayRow>({
    name: 'verify_stray_events',
    text: `select 'case_event' as table, e.case_id as "caseId", e.sequence, l.index
      from case_event e left join log_leaf l on l.case_id = e.case_id and l.sequence = e.sequence
      where not exists (select from spend_case c where c.id = e.case_id)
      order by l.index nulls last, e.case_id, e.sequence limit 1`,
    values: [],
  });
  if (event !== undefined) return event;
  const [row] = await queryable.query<StrayRow>({
    name: 'verify_stray_rows',
    text: `${STRAY_TABLES.map(
      (
        table,
      ) => `(select '${table}' as table, t.case_id as "caseId", null::int as sequence, null::bigint as index
        from ${table} t where not exists (select from spend_case c where c.id = t.case_id) limit 1)`,
    ).join(' union all ')}
      union all (select 'guidance', g.id, null, null from guidance g
        where not exists (select from guidance_source s where s.guidance_id = g.id) limit 1) limit 1`,
    values: [],
  });
  return row ?? null;
}

/** An event beside its place in the log. */
export type EventToVerify = SealedEvent & {
  readonly index: number | null;
  /** Whether it waits to be sealed. */
  readonly waits: boolean;
};

/** A case with every event it has and every working row. */
export interface CaseToVerify {
  readonly caseId: string;
  readonly reference: string;
  /** Hash the case says its latest event has, hex. */
  readonly headHash: string | null;
  readonly rows: Projection;
  readonly events: readonly EventToVerify[];
}

const CASES = `select c.id as "caseId", c.reference, encode(c.head_hash, 'hex') as "headHash",
    ${projectionSql('c.id')} as rows
  from (select * from spend_case where ($1::uuid is null or id > $1) and id <= $2 order by id limit $3) c order by c.id`;

const EVENTS = `select ${SEALED_EVENT}, l.index, p.case_id is not null as waits
  from case_event e
  left join log_leaf l on l.case_id = e.case_id and l.sequence = e.sequence
  left join log_pending p on p.case_id = e.case_id and p.sequence = e.sequence
  where e.case_id = any($1::uuid[]) order by e.case_id, e.sequence`;

/** Cases after an id and up to another, each with its events and working rows; for a transaction that sees one state of the database. */
export async function casesToVerify(
  snapshot: Queryable,
  after: string | null,
  upTo: string,
  limit: number,
): Promise<readonly CaseToVerify[]> {
  const cases = await snapshot.query<Omit<CaseToVerify, 'events'>>({
    name: 'verify_cases',
    text: CASES,
    values: [after, upTo, limit],
  });
  const events = await snapshot.query<EventToVerify>({
    name: 'verify_events',
    text: EVENTS,
    values: [cases.map(({ caseId }) => caseId)],
  });
  const byCase = new Map<string, EventToVerify[]>(cases.map(({ caseId }) => [caseId, []]));
  for (const event of events) byCase.get(event.caseId)?.push(event);
  return cases.map((found) => ({ ...found, events: byCase.get(found.caseId) ?? [] }));
}

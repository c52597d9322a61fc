import { createHash } from 'node:crypto';
import type { CaseState } from '#domain';
import type { Queryable } from '../database/database.js';
import type { Sight } from './case-record.js';
import { withinSight } from './case-record.js';
import {
  CONDITIONS,
  DECISION_FIELDS,
  DETAILS,
  legacyExceptions,
  ORGANISATION,
  POINTS,
  utc,
} from './json-fragments.js';

/** SQL of whether the reader may see what GDS Assurance keeps to itself about the case `c`. */
export const SEES_INTERNAL = '($2::boolean and not c.organisation_id = any($3::uuid[]))';

const READ_CASE = `
select jsonb_build_object(
  'reference', c.reference, 'organisation', ${ORGANISATION}, 'state', c.state, 'revision', c.revision,
  'regimeVersion', c.regime_version, 'currentVersion', c.current_version, 'synthetic', c.synthetic,
  'createdAt', ${utc('c.created_at')}, 'updatedAt', ${utc('c.updated_at')},
  'createdBy', (select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = c.created_by),
  'reviewer', (select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = c.reviewer_id),
  'details', ${DETAILS}, 'detailsRevision', c.details_revision, 'points', ${POINTS},
  'legacyExceptions', ${legacyExceptions(SEES_INTERNAL)},
  'decision', (select jsonb_build_object(${DECISION_FIELDS}) from decision d where d.id = c.decision_id),
  'conditions', ${CONDITIONS})::text as json, c.revision
from spend_case c join organisation o on o.id = c.organisation_id
where c.reference = $1 and ${withinSight('$2', '$3')}`;

/** JSON text as PostgreSQL built it, to be sent on unread, and the revision it is of. */
export interface CaseText {
  readonly json: string;
  readonly revision: number;
}

/** A whole case as JSON text, in one round trip; `null` when the person may not see it. */
export async function readCase(
  queryable: Queryable,
  reference: string,
  sight: Sight,
): Promise<CaseText | null> {
  const [row] = await queryable.query<CaseText>({
    name: 'read_case',
    text: READ_CASE,
    values: [reference, sight.everything, sight.organisationIds],
  });
  return row ?? null;
}

/** The revision of a case, for a reader who has it already; `null` when the person may not see it. */
export async function revisionOfCase(
  queryable: Queryable,
  reference: string,
  sight: Sight,
): Promise<number | null> {
  const [row] = await queryable.query<{ revision: number }>({
    name: 'revision_of_case',
    text: `select c.revision from spend_case c where c.reference = $1 and ${withinSight('$2', '$3')}`,
    values: [reference, sight.everything, sight.organisationIds],
  });
  return row?.revision ?? null;
}

/** A place in a list ordered by an instant and an id, newest first. */
export interface ListPosition {
  /** UTC, as `2026-11-24T10:00:00.000Z`. */
  readonly at: string;
  readonly id: string;
}

/** What to list. */
export interface CaseListRequest {
  readonly sight: Sight;
  readonly organisationId: string | null;
  readonly states: readonly CaseState[];
  readonly after: ListPosition | null;
  /** How many at most. */
  readonly limit: number;
}

/** One page as JSON text of an array, and where the next one starts; `null` at the end. */
export interface TextPage {
  readonly json: string;
  readonly next: ListPosition | null;
}

const LIST_ITEM = `jsonb_build_object('reference', c.reference, 'title', c.title, 'state', c.state,
    'organisation', ${ORGANISATION}, 'category', c.category, 'requestedPence', c.requested_pence,
    'currentVersion', c.current_version, 'revision', c.revision, 'reviewerId', c.reviewer_id,
    'synthetic', c.synthetic, 'createdAt', ${utc('c.created_at')}, 'updatedAt', ${utc('c.updated_at')})`;

/**
 * Cases a person may see, newest first: an order that no change to a case alters, so that paging loses none. One
 * round trip, by keyset.
 */
export async function listCases(queryable: Queryable, request: CaseListRequest): Promise<TextPage> {
  const { sight, organisationId, states, after, limit } = request;
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${String(values.push(value))}`;
  // The filters are written out only when used: one plan per combination, each served by an index of its own.
  const where: string[] = [];
  if (organisationId !== null) where.push(`c.organisation_id = ${bind(organisationId)}::uuid`);
  if (!sight.everything)
    where.push(
      sight.organisationIds.length === 1
        ? `c.organisation_id = ${bind(sight.organisationIds[0])}::uuid`
        : `c.organisation_id = any(${bind(sight.organisationIds)}::uuid[])`,
    );
  const [state] = states;
  if (state !== undefined)
    where.push(states.length === 1 ? `c.state = ${bind(state)}` : `c.state = any(${bind(states)}::text[])`);
  if (after !== null)
    where.push(`(c.created_at, c.id) < (${bind(after.at)}::timestamptz, ${bind(after.id)}::uuid)`);
  const condition = where.length === 0 ? '' : `where ${where.join(' and ')}`;
  const text = `select ${LIST_ITEM}::text as json, ${utc('c.created_at')} as at, c.id
    from (select c.* from spend_case c ${condition}
      order by c.created_at desc, c.id desc limit ${bind(limit + 1)}::int) c
    join organisation o on o.id = c.organisation_id
    order by c.created_at desc, c.id desc`;
  return pageOf(
    await queryable.query<ListPosition & { json: string }>({ name: shapeName('list', text), text, values }),
    limit,
  );
}

/** A statement name for a combination of filters. PostgreSQL cuts names at 63 characters, so a long one would clash. */
function shapeName(kind: string, text: string): string {
  return `${kind}_${createHash('sha256').update(text).digest('hex').slice(0, 40)}`;
}

/** Makes a page of rows of which one more was asked for than is given. */
function pageOf(rows: readonly (ListPosition & { readonly json: string })[], limit: number): TextPage {
  const given = rows.slice(0, limit);
  const last = given.at(-1);
  return {
    json: `[${given.map((row) => row.json).join(',')}]`,
    next: rows.length > limit && last !== undefined ? { at: last.at, id: last.id } : null,
  };
}

/** Which decisions to list. */
export interface DecisionListRequest {
  readonly sight: Sight;
  readonly organisationId: string | null;
  /** Decided at or after, and before; UTC. */
  readonly from: string | null;
  readonly to: string | null;
  readonly after: ListPosition | null;
  readonly limit: number;
}

/** Decisions a person may see, latest first; one round trip, by keyset. */
export async function listDecisions(queryable: Queryable, request: DecisionListRequest): Promise<TextPage> {
  const { sight, organisationId, from, to, after, limit } = request;
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${String(values.push(value))}`;
  const where: string[] = [];
  if (organisationId !== null) where.push(`c.organisation_id = ${bind(organisationId)}::uuid`);
  if (!sight.everything) where.push(`c.organisation_id = any(${bind(sight.organisationIds)}::uuid[])`);
  if (from !== null) where.push(`d.decided_at >= ${bind(from)}::timestamptz`);
  if (to !== null) where.push(`d.decided_at < ${bind(to)}::timestamptz`);
  if (after !== null)
    where.push(`(d.decided_at, d.id) < (${bind(after.at)}::timestamptz, ${bind(after.id)}::uuid)`);
  const condition = where.length === 0 ? '' : `where ${where.join(' and ')}`;
  const text = `select jsonb_build_object('reference', c.reference, 'title', c.title, 'organisation', ${ORGANISATION},
      'superseded', exists (select from decision s where s.supersedes_id = d.id), ${DECISION_FIELDS})::text as json,
      ${utc('d.decided_at')} as at, d.id
    from decision d join spend_case c on c.id = d.case_id join organisation o on o.id = c.organisation_id
    ${condition} order by d.decided_at desc, d.id desc limit ${bind(limit + 1)}::int`;
  return pageOf(
    await queryable.query<ListPosition & { json: string }>({
      name: shapeName('decisions', text),
      text,
      values,
    }),
    limit,
  );
}

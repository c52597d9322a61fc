import { ATTACHMENTS } from '../attachments/attachment-fragments.js';
import type { Queryable } from '../database/statement.js';
import { SEEN, withinSight, type CaseSeen, type Sight } from './case-record.js';
import { CONDITIONS } from './condition-fragments.js';
import {
  DECISION_FIELDS,
  DETAILS,
  DISPOSED_AT,
  FOLLOWS,
  IMPORTED_FROM,
  legacyExceptions,
  ORGANISATION,
  POINTS,
  utc,
} from './json-fragments.js';
import { shapeName, textPageOf, type ListPosition, type TextPage } from './text-page.js';

/** SQL of whether the reader may see what GDS Assurance keeps to itself about the case `c`. */
export const SEES_INTERNAL = '($2::boolean and not c.organisation_id = any($3::uuid[]))';

const READ_CASE = `
select jsonb_build_object(
  'reference', c.reference, 'organisation', ${ORGANISATION}, 'state', c.state, 'revision', c.revision,
  'regimeVersion', c.regime_version, 'pinnedOn', c.pinned_on, 'currentVersion', c.current_version,
  'submittedAt', ${utc('c.submitted_at')}, 'rating', c.rating, 'ratingConfirmed', c.rating_confirmed,
  'route', c.route, 'reviewDepth', c.review_depth, 'nextDueAt', ${utc('c.next_due_at')},
  'nextDueTarget', c.next_due_target, 'synthetic', c.synthetic, 'importedFrom', ${IMPORTED_FROM}, 'follows', ${FOLLOWS},
  'pipelineKey', c.pipeline_key, 'disposedAt', ${DISPOSED_AT},
  'createdAt', ${utc('c.created_at')}, 'updatedAt', ${utc('c.updated_at')},
  'createdBy', (select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = c.created_by),
  'reviewer', (select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = c.reviewer_id),
  'details', ${DETAILS}, 'detailsRevision', c.details_revision, 'points', ${POINTS},
  'legacyExceptions', ${legacyExceptions(SEES_INTERNAL)}, 'attachments', ${ATTACHMENTS},
  'decision', (select jsonb_build_object(${DECISION_FIELDS}) from decision d where d.id = c.decision_id),
  'conditions', ${CONDITIONS})::text as json, c.revision, ${SEEN}
from spend_case c join organisation o on o.id = c.organisation_id
where c.reference = $1 and ${withinSight('$2', '$3')}`;

/** JSON text as PostgreSQL built it, to be sent on unread, and the revision it is of. */
export interface CaseText extends CaseSeen {
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
    about: reference,
    values: [reference, sight.everything, sight.organisationIds],
  });
  return row ?? null;
}

/** The revision of a case, for a reader who has it already; `null` when the person may not see it. */
export async function revisionOfCase(
  queryable: Queryable,
  reference: string,
  sight: Sight,
): Promise<(CaseSeen & { readonly revision: number }) | null> {
  const [row] = await queryable.query<CaseSeen & { readonly revision: number }>({
    name: 'revision_of_case',
    text: `select c.revision, ${SEEN} from spend_case c where c.reference = $1 and ${withinSight('$2', '$3')}`,
    values: [reference, sight.everything, sight.organisationIds],
  });
  return row ?? null;
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
  if (organisationId !== null) where.push(`d.organisation_id = ${bind(organisationId)}::uuid`);
  if (!sight.everything) where.push(`d.organisation_id = any(${bind(sight.organisationIds)}::uuid[])`);
  if (from !== null) where.push(`d.decided_at >= ${bind(from)}::timestamptz`);
  if (to !== null) where.push(`d.decided_at < ${bind(to)}::timestamptz`);
  if (after !== null)
    where.push(`(d.decided_at, d.id) < (${bind(after.at)}::timestamptz, ${bind(after.id)}::uuid)`);
  const condition = where.length === 0 ? '' : `where ${where.join(' and ')}`;
  const text = `select jsonb_build_object('reference', c.reference, 'title', c.title, 'organisation', ${ORGANISATION},
      'importedFrom', ${IMPORTED_FROM}, 'superseded', exists (select from decision s where s.supersedes_id = d.id), ${DECISION_FIELDS})::text as json,
      ${utc('d.decided_at')} as at, d.id
    from decision d join spend_case c on c.id = d.case_id join organisation o on o.id = c.organisation_id
    ${condition} order by d.decided_at desc, d.id desc limit ${bind(limit + 1)}::int`;
  return textPageOf(
    await queryable.query<ListPosition & { readonly json: string }>({
      name: shapeName('decisions', text),
      text,
      values,
    }),
    limit,
    ({ at, id }) => ({ at, id }),
  );
}

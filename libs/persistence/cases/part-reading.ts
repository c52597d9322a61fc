import type { CaseContent } from '#domain';
import { ATTACHMENTS_IN_FULL } from '../attachments/attachment-fragments.js';
import type { Queryable } from '../database/statement.js';
import { SEES_INTERNAL } from './case-reading.js';
import { SEEN, withinSight, type CaseSeen, type Sight } from './case-record.js';
import { CONDITION_FIELDS, DECISION_FIELDS, DISPOSED_AT, utc } from './json-fragments.js';

/**
 * Up to which event what GDS Assurance thought of the case `c` has been released to the department: the latest return
 * or decision. Until then it is deliberation. This service's own rule.
 */
export const RELEASED = `greatest(
  coalesce((select max(b.sequence) from case_return b where b.case_id = c.id), 0),
  coalesce((select max(d.sequence) from decision d where d.case_id = c.id), 0))`;

/** SQL of whether the reader may see something said in the event of a sequence. */
function released(sequence: string): string {
  return `(${SEES_INTERNAL} or ${sequence} <= ${RELEASED})`;
}

/** A person by id and name. */
function person(column: string): string {
  return `(select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = ${column})`;
}

/** The parts of a case that can be read on their own; each is SQL of a JSON array about the case `c`. */
const PARTS = {
  versions: `select jsonb_agg(jsonb_build_object('number', v.number, 'contentHash', v.content_hash,
      'regimeVersion', v.regime_version, 'submittedBy', ${person('v.submitted_by')},
      'submittedAt', ${utc('v.submitted_at')}) order by v.number)
    from submission_version v where v.case_id = c.id`,
  assessments: `select jsonb_agg(jsonb_build_object('id', a.id, 'point', a.point, 'version', a.version,
      'sequence', a.sequence, 'verdict', a.verdict, 'explanation', a.explanation,
      'assessedBy', ${person('a.assessed_by')}, 'assessedAt', ${utc('a.assessed_at')},
      'latest', a.sequence = (select max(l.sequence) from assessment l
        where l.case_id = a.case_id and l.point = a.point)) order by a.point, a.sequence)
    from assessment a where a.case_id = c.id and ${released('a.sequence')}`,
  rulings: `select jsonb_agg(jsonb_build_object('id', r.id, 'exceptionId', r.exception_id, 'version', r.version,
      'sequence', r.sequence, 'ruling', r.ruling, 'reason', r.reason, 'ruledBy', ${person('r.ruled_by')},
      'ruledAt', ${utc('r.ruled_at')}) order by r.sequence)
    from exception_ruling r where r.case_id = c.id and ${released('r.sequence')}`,
  returns: `select jsonb_agg(jsonb_build_object('id', b.id, 'version', b.version, 'sequence', b.sequence,
      'reason', b.reason, 'points', b.points, 'returnedBy', ${person('b.returned_by')},
      'returnedAt', ${utc('b.returned_at')}) order by b.sequence)
    from case_return b where b.case_id = c.id`,
  recommendations: `select jsonb_agg(jsonb_build_object('id', r.id, 'version', r.version, 'sequence', r.sequence,
      'outcome', r.outcome, 'reason', r.reason, 'recommendedBy', ${person('r.recommended_by')},
      'recommendedAt', ${utc('r.recommended_at')}) order by r.sequence)
    from recommendation r where r.case_id = c.id and (${SEES_INTERNAL}
      or r.sequence <= (select max(d.sequence) from decision d where d.case_id = c.id))`,
  decisions: `select jsonb_agg(jsonb_build_object(${DECISION_FIELDS}, 'superseded', exists (
      select from decision s where s.supersedes_id = d.id)) order by d.number)
    from decision d where d.case_id = c.id`,
  conditions: `select jsonb_agg(jsonb_build_object(${CONDITION_FIELDS},
      'inForce', k.decision_id = c.decision_id,
      'overdue', k.decision_id = c.decision_id and k.status in ('open', 'evidence-submitted')
        and k.due_on < $4::date,
      'evidence', (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'text', v.text, 'links', v.links,
          'submittedBy', ${person('v.submitted_by')}, 'submittedAt', ${utc('v.submitted_at')})
          order by v.sequence), '[]'::jsonb)
        from condition_evidence v where v.condition_id = k.id)) order by k.changed_at, k.number, k.id)
    from condition k where k.case_id = c.id`,
  attachments: ATTACHMENTS_IN_FULL,
  ratingReviews: `select jsonb_agg(jsonb_build_object('id', r.id, 'version', r.version, 'sequence', r.sequence,
      'computed', r.computed, 'rating', r.rating, 'overridden', r.computed is distinct from r.rating,
      'reason', r.reason, 'reviewedBy', ${person('r.reviewed_by')}, 'reviewedAt', ${utc('r.reviewed_at')})
      order by r.sequence)
    from rating_review r where r.case_id = c.id`,
  externalDecisions: `select jsonb_agg(jsonb_build_object('id', x.id, 'sequence', x.sequence, 'kind', x.kind,
      'outcome', x.outcome, 'decidedOn', x.decided_on, 'documentTitle', x.document_title,
      'documentUrl', x.document_url, 'note', x.note, 'supersedesId', x.supersedes_id,
      'superseded', exists (select from external_decision s where s.supersedes_id = x.id), 'recordedBy', ${person('x.recorded_by')},
      'recordedAt', ${utc('x.recorded_at')}) order by x.sequence)
    from external_decision x where x.case_id = c.id`,
  comments: `select jsonb_agg(jsonb_build_object('id', m.id, 'point', m.point, 'version', m.version,
      'audience', m.audience, 'parentId', m.parent_id, 'body', m.body, 'revision', m.revision,
      'author', ${person('m.author_id')}, 'authorRole', m.author_role, 'createdAt', ${utc('m.created_at')},
      'editedAt', ${utc('m.edited_at')}, 'resolvedAt', ${utc('m.resolved_at')},
      'resolvedBy', ${person('m.resolved_by')},
      'before', (select coalesce(jsonb_agg(jsonb_build_object('body', b.body,
          'replacedAt', ${utc('b.replaced_at')}) order by b.revision), '[]'::jsonb)
        from comment_edit b where b.comment_id = m.id)) order by m.created_at, m.id)
    from comment m where m.case_id = c.id and (m.audience = 'shared' or ${SEES_INTERNAL})`,
} as const;

/** Names of the parts of a case that can be read on their own. */
export type CasePart = keyof typeof PARTS;

/**
 * One part of a case as JSON text of an array; `null` when the person may not see the case.
 * @param today date in the United Kingdom, `YYYY-MM-DD`, for what is overdue
 */
export async function readPart(
  queryable: Queryable,
  part: CasePart,
  reference: string,
  sight: Sight,
  today: string,
): Promise<(CaseSeen & { readonly json: string }) | null> {
  const needsToday = part === 'conditions';
  const [row] = await queryable.query<CaseSeen & { readonly json: string }>({
    name: `read_part_${part}`,
    text: `select coalesce((${PARTS[part]}), '[]'::jsonb)::text as json, ${SEEN}
      from spend_case c where c.reference = $1 and ${withinSight('$2', '$3')}`,
    values: [reference, sight.everything, sight.organisationIds, ...(needsToday ? [today] : [])],
  });
  return row ?? null;
}

/** Where to go on in a case's history. */
export interface HistoryRequest {
  readonly reference: string;
  readonly sight: Sight;
  /** Sequence after which to start; 0 for the beginning. */
  readonly after: number;
  readonly limit: number;
}

/** Part of a history as JSON text, and after which sequence to go on; `null` at the end. */
export interface HistoryText extends CaseSeen {
  /** Whether the text of the case was disposed of, so that the payloads are facts alone. */
  readonly disposed: boolean;
  readonly json: string;
  readonly next: number | null;
}

/** Events of a case in order, as JSON text of an array; `null` when the person may not see the case. */
export async function readHistory(
  queryable: Queryable,
  { reference, sight, after, limit }: HistoryRequest,
): Promise<HistoryText | null> {
  const [row] = await queryable.query<
    CaseSeen & { json: string; last: number | null; more: boolean; disposed: boolean }
  >({
    name: 'read_history',
    text: `select coalesce('[' || string_agg(e.json, ',' order by e.sequence) filter (where e.n <= $5::int) || ']', '[]')
        as json, max(e.sequence) filter (where e.n <= $5::int) as last, count(e.n) > $5::int as more,
        ${DISPOSED_AT} is not null as disposed, ${SEEN}
      from spend_case c left join lateral (
        select v.sequence, row_number() over (order by v.sequence) as n,
          jsonb_build_object('sequence', v.sequence, 'type', v.type, 'audience', v.audience,
            'actor', (select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = v.actor_id),
            'actorRole', v.actor_role, 'actorOrganisationId', v.actor_organisation_id,
            'occurredAt', ${utc('v.occurred_at')}, 'fromState', v.from_state, 'toState', v.to_state,
            'version', v.version, 'reason', v.reason, 'payload', v.payload)::text as json
        from case_event v where v.case_id = c.id and v.sequence > $4::int
          and (v.audience = 'shared' or ${SEES_INTERNAL})
        order by v.sequence limit $5::int + 1) e on true
      where c.reference = $1 and ${withinSight('$2', '$3')}
      group by c.id`,
    values: [reference, sight.everything, sight.organisationIds, after, limit],
  });
  if (row === undefined) return null;
  const { json, more, last, ...seen } = row;
  return { ...seen, json, next: more ? last : null };
}

/** What was frozen as one version. */
export interface VersionRecord {
  readonly number: number;
  readonly content: CaseContent;
  readonly contentHash: string;
  readonly submittedAt: string;
}

/** Versions of a case by number; those that don't exist are left out, all are when the person may not see the case. */
export async function readVersions(
  queryable: Queryable,
  reference: string,
  sight: Sight,
  numbers: readonly number[],
): Promise<readonly (CaseSeen & { readonly version: VersionRecord })[]> {
  const rows = await queryable.query<CaseSeen & VersionRecord>({
    name: 'read_versions',
    text: `select v.number, v.content, v.content_hash as "contentHash", ${utc('v.submitted_at')} as "submittedAt",
        ${SEEN}
      from submission_version v join spend_case c on c.id = v.case_id
      where c.reference = $1 and ${withinSight('$2', '$3')} and v.number = any($4::int[])
      order by v.number`,
    values: [reference, sight.everything, sight.organisationIds, numbers],
  });
  return rows.map(({ caseId, protectiveMarking, ...version }) => ({ caseId, protectiveMarking, version }));
}

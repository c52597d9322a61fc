import { ATTACHMENTS_IN_FULL } from '../attachments/attachment-fragments.js';
import type { Queryable } from '../database/statement.js';
import { SEES_INTERNAL } from './case-reading.js';
import { SEEN, withinSight, type CaseSeen, type Sight } from './case-record.js';
import { CONDITION_FIELDS, SHOWN_CHANGED_AT, SHOWN_UNSETTLED } from './condition-fragments.js';
import { DECISION_FIELDS, DISPOSED_AT, utc } from './json-fragments.js';

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

/** What GDS Assurance made of the evidence `v` for the condition `k`: the first change of the condition after it. */
const JUDGEMENT = `(select jsonb_build_object('status', e.payload ->> 'status', 'reason', e.reason,
      'judgedBy', ${person('e.actor_id')}, 'judgedAt', ${utc('e.occurred_at')})
    from case_event e where e.case_id = k.case_id and e.type = 'condition-changed' and e.sequence > v.sequence
      and e.payload ->> 'conditionId' = k.id::text order by e.sequence limit 1)`;

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
  // What the department said in words when it answered a return, which stands in the event alone.
  answers: `select jsonb_agg(jsonb_build_object('sequence', e.sequence, 'version', e.version, 'answer', e.reason,
      'answeredBy', ${person('e.actor_id')}, 'answeredAt', ${utc('e.occurred_at')}) order by e.sequence)
    from case_event e where e.case_id = c.id and e.type = 'resubmitted' and e.reason is not null
      and ${DISPOSED_AT} is null`,
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
      'overdue', k.decision_id = c.decision_id and ${SHOWN_UNSETTLED}
        and k.due_on < $4::date,
      'evidence', (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'text', v.text, 'links', v.links,
          'submittedBy', ${person('v.submitted_by')}, 'submittedAt', ${utc('v.submitted_at')},
          'judgement', ${JUDGEMENT})
          order by v.sequence), '[]'::jsonb)
        from condition_evidence v where v.condition_id = k.id)) order by ${SHOWN_CHANGED_AT}, k.number, k.id)
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
    about: reference,
    values: [reference, sight.everything, sight.organisationIds, ...(needsToday ? [today] : [])],
  });
  return row ?? null;
}

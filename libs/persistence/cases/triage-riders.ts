import type { ExternalOutcome, FurtherStepKind, RelationKind } from '#domain';
import type { Rider } from './case-change.js';

/** Records a reviewer's confirmation or override of the rating. */
export function recordRatingReview(review: {
  readonly id: string;
  readonly version: number;
  readonly computed: string | null;
  readonly rating: string;
  readonly reason: string | null;
  readonly reviewedBy: string;
  readonly reviewedAt: Date;
}): Rider {
  return (
    bind,
  ) => `insert into rating_review (id, case_id, version, sequence, computed, rating, reason, reviewed_by, reviewed_at)
    select ${bind(review.id, 'uuid')}, id, ${bind(review.version, 'int')}, revision, ${bind(review.computed, 'text')},
      ${bind(review.rating, 'text')}, ${bind(review.reason, 'text')}, ${bind(review.reviewedBy, 'uuid')},
      ${bind(review.reviewedAt, 'timestamptz')}
    from changed`;
}

/** Records a decision made elsewhere. */
export function recordExternalDecision(decision: {
  readonly id: string;
  readonly kind: FurtherStepKind;
  readonly outcome: ExternalOutcome;
  readonly decidedOn: string;
  readonly documentTitle: string;
  readonly documentUrl: string;
  readonly note: string | null;
  readonly supersedesId: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}): Rider {
  return (
    bind,
  ) => `insert into external_decision (id, case_id, sequence, kind, outcome, decided_on, document_title,
      document_url, note, supersedes_id, recorded_by, recorded_at)
    select ${bind(decision.id, 'uuid')}, id, revision, ${bind(decision.kind, 'text')},
      ${bind(decision.outcome, 'text')}, ${bind(decision.decidedOn, 'date')},
      ${bind(decision.documentTitle, 'text')}, ${bind(decision.documentUrl, 'text')}, ${bind(decision.note, 'text')},
      ${bind(decision.supersedesId, 'uuid')},
      ${bind(decision.recordedBy, 'uuid')}, ${bind(decision.recordedAt, 'timestamptz')}
    from changed`;
}

/** Constraint that keeps a pair of cases from being marked twice alike. */
export const RELATION_ONCE_CONSTRAINT = 'hot_relation_once';

/** Marks a related case. */
export function relateCase(relation: {
  readonly id: string;
  readonly relatedCaseId: string;
  readonly kind: RelationKind;
  readonly reason: string;
  readonly relatedBy: string;
  readonly relatedAt: Date;
}): Rider {
  return (
    bind,
  ) => `insert into case_relation (id, case_id, related_case_id, kind, reason, revision, related_by, related_at)
    select ${bind(relation.id, 'uuid')}, id, ${bind(relation.relatedCaseId, 'uuid')}, ${bind(relation.kind, 'text')},
      ${bind(relation.reason, 'text')}, 1, ${bind(relation.relatedBy, 'uuid')},
      ${bind(relation.relatedAt, 'timestamptz')}
    from changed`;
}

/** Unmarks a related case, from either side; its row is kept. */
export function unrelateCase(relationId: string, removedBy: string, removedAt: Date): Rider {
  return (bind) => `update case_relation set revision = case_relation.revision + 1,
      removed_by = ${bind(removedBy, 'uuid')}, removed_at = ${bind(removedAt, 'timestamptz')}
    from changed where case_relation.id = ${bind(relationId, 'uuid')}
      and changed.id in (case_relation.case_id, case_relation.related_case_id)`;
}

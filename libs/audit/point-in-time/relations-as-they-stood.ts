import type { RelationKind, Replayed, ReplayedRelation } from '#domain';
import { personIn, type CaseView, type PersonInBrief } from './case-view.js';

/** A mark as answers give it. */
interface RelationThen {
  readonly id: string;
  readonly kind: RelationKind;
  readonly reason: string | null;
  readonly direction: 'from' | 'to';
  readonly revision: number;
  readonly case: object;
  readonly relatedBy: PersonInBrief | null;
  readonly relatedAt: string;
}

function relationFields(
  relation: ReplayedRelation,
  direction: RelationThen['direction'],
  markedIn: CaseView,
  other: CaseView,
): RelationThen {
  return {
    id: relation.id,
    kind: relation.kind,
    reason: relation.reason,
    direction,
    revision: relation.revision,
    case: otherCase(other),
    relatedBy: personIn(markedIn, relation.relatedBy),
    relatedAt: relation.relatedAt,
  };
}

function otherCase({ replayed, organisation }: CaseView): object {
  const { reference, details, state } = replayed;
  return {
    reference,
    title: details.title,
    state,
    organisation,
    requestedPence: details.requestedPence,
  };
}

function marked({ relations }: Replayed): readonly ReplayedRelation[] {
  return relations.filter(({ removedAt }) => removedAt === null);
}

/**
 * The cases marked as related, from either side, as they and the marks stood; none for whoever may not see what GDS
 * Assurance keeps to itself about both.
 * @param others every case that had been marked with this one from either side
 */
export function relationsAsTheyStood(view: CaseView, others: readonly CaseView[]): readonly RelationThen[] {
  if (!view.seesInternal) return [];
  const { caseId } = view.replayed;
  const relations = others
    .filter(({ seesInternal }) => seesInternal)
    .flatMap((other) => [
      ...marked(view.replayed)
        .filter(({ relatedCaseId }) => relatedCaseId === other.replayed.caseId)
        .map((relation) => relationFields(relation, 'from', view, other)),
      ...marked(other.replayed)
        .filter(({ relatedCaseId }) => relatedCaseId === caseId)
        .map((relation) => relationFields(relation, 'to', other, other)),
    ]);
  const key = ({ relatedAt, id }: RelationThen): string => `${relatedAt} ${id}`;
  return relations.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

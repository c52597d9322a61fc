import { isDecided, type CaseState } from '../lifecycle/states.js';
import type { RelationKind } from './triage-record.js';

/** Ways in which one case comes after another. */
const FOLLOWING: ReadonlySet<RelationKind> = new Set<RelationKind>(['varies', 'extends']);

/** A mark between two cases, as seen from the first: made from it, or to it. */
export interface MarkBetween {
  readonly kind: RelationKind;
  readonly direction: 'from' | 'to';
}

/** The other case, as far as a mark looks at it. */
export interface OtherCase {
  readonly reference: string;
  readonly state: CaseState;
  readonly organisationId: string;
  /** People who created, signed off or submitted it for its department. */
  readonly departmentHands: readonly string[];
}

/** What is in the way of a mark: it contradicts one there is, or the two cases cannot be related so. */
export interface MarkRefusal {
  readonly because: 'marked-already' | 'unfit';
  /** A sentence without a full stop. */
  readonly message: string;
}

/**
 * What is in the way of marking a case as related to another; `null` where nothing is. What one case is to the other
 * the other is to it, so such a mark is made once, from either side; but where one follows the other it never follows
 * back, and what is followed is a decided case of the same organisation. This service's own rules.
 * @param between marks there are between the two
 */
export function markInTheWay(
  organisationId: string,
  { reference, state, organisationId: others }: OtherCase,
  between: readonly MarkBetween[],
  kind: RelationKind,
): MarkRefusal | null {
  const follows = FOLLOWING.has(kind);
  if (between.some((mark) => mark.kind === kind && (!follows || mark.direction === 'from')))
    return { because: 'marked-already', message: `${reference} is marked in this way already` };
  if (!follows) return null;
  if (between.some((mark) => FOLLOWING.has(mark.kind) && mark.direction === 'to'))
    return {
      because: 'marked-already',
      message: `${reference} is marked as following this case, so this case cannot follow it: take that mark back first`,
    };
  if (others !== organisationId)
    return {
      because: 'unfit',
      message: 'Give a case of the same organisation: only such a one can be varied or extended',
    };
  return isDecided(state)
    ? null
    : {
        because: 'unfit',
        message: 'Give a case that has been decided: there is nothing to vary or extend before',
      };
}

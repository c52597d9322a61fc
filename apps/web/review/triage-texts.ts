import type { ExternalOutcome, FurtherStepKind, IsoDate } from '#domain';
import type { Instant, PersonText } from '../case/case-texts.js';

/** A confirmation or an override of the rating. */
export interface RatingReviewText {
  readonly id: string;
  readonly version: number;
  readonly computed: string | null;
  readonly rating: string;
  readonly overridden: boolean;
  readonly reason: string | null;
  readonly reviewedBy: PersonText;
  readonly reviewedAt: Instant;
}

/** A decision made elsewhere, as it was recorded. */
export interface ExternalDecisionText {
  readonly id: string;
  readonly kind: FurtherStepKind;
  readonly outcome: ExternalOutcome;
  readonly decidedOn: IsoDate;
  readonly documentTitle: string;
  readonly documentUrl: string;
  readonly note: string | null;
  readonly supersedesId: string | null;
  readonly superseded: boolean;
  readonly recordedBy: PersonText;
  readonly recordedAt: Instant;
}

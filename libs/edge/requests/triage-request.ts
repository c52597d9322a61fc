import {
  EXTERNAL_OUTCOMES,
  FURTHER_STEP_KINDS,
  RELATION_KINDS,
  REVIEW_DEPTHS,
  type ExternalOutcome,
  type FurtherStepKind,
  type RelationKind,
  type ReviewDepth,
} from '#domain';
import { Choice, DateField, LinkField, Text, UuidField, WholeNumber } from '../fields/fields.js';
import { KeyField } from '../fields/map-field.js';
import { LONGEST_NAME, LONGEST_REASON } from './limits.js';
import { OnVersionRequest, ReasonRequest } from './review-request.js';

const REASON = { max: LONGEST_REASON, multiline: true, optional: true, nullable: true } as const;
/** Longest extension that is looked at, in days; the regime's own limit is lower. */
const MOST_DAYS = 366;

/** What a reviewer says of the rating. */
export class RatingReviewRequest extends OnVersionRequest {
  @KeyField({ description: 'A level of the regime the case is under.', example: 'medium' })
  readonly rating!: string;

  @Text({ ...REASON, description: 'Required when the rating is not the one the answers make.' })
  readonly reason?: string | null;
}

/** How closely a case is looked at. */
export class ReviewDepthRequest {
  @Choice(REVIEW_DEPTHS)
  readonly depth!: ReviewDepth;

  @Text(REASON)
  readonly reason?: string | null;
}

/** More time for a target. */
export class ExtensionRequest extends ReasonRequest {
  @KeyField({ description: 'Id of a target of the regime the case is under.', example: 'decide' })
  readonly target!: string;

  @WholeNumber({ min: 1, max: MOST_DAYS, description: 'Days of the target’s own kind.' })
  readonly days!: number;
}

/** A decision made elsewhere. */
export class ExternalDecisionRequest {
  @Choice(FURTHER_STEP_KINDS)
  readonly kind!: FurtherStepKind;

  @Choice(EXTERNAL_OUTCOMES)
  readonly outcome!: ExternalOutcome;

  @DateField()
  readonly decidedOn!: string;

  @Text({ max: LONGEST_NAME })
  readonly documentTitle!: string;

  @LinkField()
  readonly documentUrl!: string;

  @Text(REASON)
  readonly note?: string | null;

  @UuidField({
    optional: true,
    nullable: true,
    description: 'The record this one corrects; the note then says why.',
  })
  readonly supersedesId?: string | null;
}

/** A case that has to do with another. */
export class RelationRequest extends ReasonRequest {
  @Text({ max: 40, description: 'Reference of the other case.', example: 'DT-XXXX-XXXX' })
  readonly relatedReference!: string;

  @Choice(RELATION_KINDS)
  readonly kind!: RelationKind;
}

/** Who is to review a case. */
export class AssignmentRequest {
  @UuidField({ description: 'The reviewer.' })
  readonly reviewerId!: string;
}

/** Who is to review a case from now on, and why. */
export class HandOverRequest extends ReasonRequest {
  @UuidField({ description: 'The reviewer who takes over.' })
  readonly reviewerId!: string;
}

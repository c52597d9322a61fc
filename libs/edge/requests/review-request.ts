import {
  DECIDED_STATES,
  EXCEPTION_RULINGS,
  POINT_NUMBERS,
  VERDICTS,
  type DecidedState,
  type ExceptionRuling,
  type PointNumber,
  type Verdict,
} from '#domain';
import { Choice, Nested, Text, UuidField, WholeNumber } from '../fields/fields.js';
import { LARGEST_INTEGER, LONGEST_REASON } from './limits.js';

/** A reason in words. */
export class ReasonRequest {
  @Text({ max: LONGEST_REASON, multiline: true })
  readonly reason!: string;
}

/** Something said about one submission version. */
export class OnVersionRequest {
  @WholeNumber({ min: 1, max: LARGEST_INTEGER, description: 'The submission version you looked at.' })
  readonly version!: number;
}

/** A reason, about one submission version. */
export class ReasonOnVersionRequest extends OnVersionRequest {
  @Text({ max: LONGEST_REASON, multiline: true })
  readonly reason!: string;
}

/** An acknowledgement. */
export class AcknowledgeRequest {
  @UuidField({ optional: true, description: 'The reviewer to name; yourself unless given.' })
  readonly reviewerId?: string;
}

/** What a reviewer wants to know of a point. */
export class ReturnedPointRequest {
  @Choice(POINT_NUMBERS)
  readonly point!: PointNumber;

  @Text({ max: LONGEST_REASON, multiline: true })
  readonly question!: string;
}

/** A return for information. */
export class ReturnRequest extends ReasonOnVersionRequest {
  @Nested(() => ReturnedPointRequest, {
    array: true,
    uniqueBy: 'point',
    minItems: 1,
    maxItems: POINT_NUMBERS.length,
  })
  readonly points!: ReturnedPointRequest[];
}

/** What a reviewer thinks of a point. */
export class AssessmentRequest extends OnVersionRequest {
  @Choice(VERDICTS)
  readonly verdict!: Verdict;

  @Text({
    max: LONGEST_REASON,
    multiline: true,
    optional: true,
    nullable: true,
    description: 'Required unless the verdict is “met”.',
  })
  readonly explanation?: string | null;
}

/** What a reviewer thinks of a legacy exception. */
export class RulingRequest extends ReasonOnVersionRequest {
  @Choice(EXCEPTION_RULINGS)
  readonly ruling!: ExceptionRuling;
}

/** A recommendation to the decider. */
export class RecommendationRequest extends ReasonOnVersionRequest {
  @Choice(DECIDED_STATES)
  readonly outcome!: DecidedState;
}

import type { DecisionRequest } from '#casework';
import { DECIDED_STATES, POINT_NUMBERS, type DecidedState, type Pence, type PointNumber } from '#domain';
import { Choice, DateField, EmailField, Nested, PenceField, Text, UuidField } from '../fields/fields.js';
import { LONGEST_NAME, LONGEST_REASON, MOST_CONDITIONS } from './limits.js';
import { ReasonOnVersionRequest } from './review-request.js';

/** A mandatory point let through although it is not met. */
export class OverrideRequest {
  @Choice(POINT_NUMBERS)
  readonly point!: PointNumber;

  @Text({ max: LONGEST_REASON, multiline: true })
  readonly reason!: string;
}

/** A condition of a decision. */
export class ConditionRequest {
  @Text({ max: LONGEST_REASON, multiline: true })
  readonly text!: string;

  @Choice(POINT_NUMBERS, { optional: true, nullable: true, description: 'The point it makes good.' })
  readonly point?: PointNumber | null;

  @Text({ max: LONGEST_NAME })
  readonly ownerName!: string;

  @EmailField()
  readonly ownerEmail!: string;

  @DateField({ description: 'Today or later.' })
  readonly dueOn!: string;
}

/** An approval. */
export class ApprovalRequest extends ReasonOnVersionRequest {
  @PenceField({ description: 'More than nothing and no more than was requested.' })
  readonly approvedPence!: Pence;

  @Nested(() => OverrideRequest, {
    array: true,
    uniqueBy: 'point',
    maxItems: POINT_NUMBERS.length,
    optional: true,
  })
  readonly overrides?: OverrideRequest[];
}

/** An approval with conditions. */
export class ConditionalApprovalRequest extends ApprovalRequest {
  @Nested(() => ConditionRequest, { array: true, minItems: 1, maxItems: MOST_CONDITIONS })
  readonly conditions!: ConditionRequest[];
}

/** A decision that takes the place of the one that stands. */
export class SupersedeRequest extends ReasonOnVersionRequest {
  @Choice(DECIDED_STATES)
  readonly outcome!: DecidedState;

  @UuidField({ description: 'Id of the decision that stands and is to be superseded.' })
  readonly supersedes!: string;

  @PenceField({ optional: true, description: 'Left out when nothing is approved.' })
  readonly approvedPence?: Pence;

  @Nested(() => ConditionRequest, { array: true, maxItems: MOST_CONDITIONS, optional: true })
  readonly conditions?: ConditionRequest[];

  @Nested(() => OverrideRequest, {
    array: true,
    uniqueBy: 'point',
    maxItems: POINT_NUMBERS.length,
    optional: true,
  })
  readonly overrides?: OverrideRequest[];
}

interface DecisionFields extends ReasonOnVersionRequest {
  readonly approvedPence?: Pence | undefined;
  readonly conditions?: readonly ConditionRequest[] | undefined;
  readonly overrides?: readonly OverrideRequest[] | undefined;
}

/** A decision as the decision service takes it. */
export function decisionOf(request: DecisionFields): DecisionRequest {
  const { version, reason, approvedPence, conditions, overrides } = request;
  return {
    version,
    reason,
    approvedPence,
    conditions: conditions?.map(({ text, point = null, ownerName, ownerEmail, dueOn }) => ({
      text,
      point,
      ownerName,
      ownerEmail,
      dueOn,
    })),
    overrides: overrides?.map((override) => ({ point: override.point, reason: override.reason })),
  };
}

import {
  CASE_STATES,
  CONDITION_STATUSES,
  EXCEPTION_RULINGS,
  FOLLOWING_KINDS,
  REVIEW_DEPTHS,
  VERDICTS,
} from '#domain';
import { POINT_NUMBER } from './content-schemas.js';
import {
  COUNT,
  DATE,
  described,
  HASH,
  list,
  object,
  oneOf,
  orNull,
  PENCE,
  TEXT,
  UUID,
  YES_OR_NO,
  type JsonSchema,
} from './json-schema.js';

function receipt(made: Readonly<Record<string, JsonSchema>> = {}): JsonSchema {
  return object({
    reference: TEXT,
    state: oneOf(CASE_STATES),
    revision: described(COUNT, 'Revision of the case, and sequence of the event the change left.'),
    version: orNull(COUNT),
    ...made,
  });
}

/** What changes are answered with: where the case stands now, and what the change made. */
export const RECEIPT_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  Receipt: receipt(),
  DetailsReceipt: receipt({ detailsRevision: COUNT }),
  PointReceipt: receipt({ point: POINT_NUMBER, pointRevision: COUNT }),
  ExceptionReceipt: receipt({ id: UUID, exceptionRevision: COUNT }),
  ResubmissionReceipt: receipt({
    newVersion: described(YES_OR_NO, 'False when nothing was changed, and so the version stayed.'),
  }),
  AssessmentReceipt: receipt({ point: POINT_NUMBER, verdict: oneOf(VERDICTS) }),
  RulingReceipt: receipt({ exceptionId: UUID, ruling: oneOf(EXCEPTION_RULINGS) }),
  DecisionReceipt: receipt({
    decisionId: UUID,
    decisionNumber: COUNT,
    conditions: list(object({ id: UUID, number: COUNT })),
  }),
  ConditionReceipt: receipt({
    conditionId: UUID,
    status: oneOf(CONDITION_STATUSES),
    conditionRevision: COUNT,
  }),
  ConditionExtensionReceipt: receipt({
    conditionId: UUID,
    dueOn: DATE,
    status: oneOf(CONDITION_STATUSES),
    conditionRevision: COUNT,
  }),
  SpendReceipt: receipt({
    id: UUID,
    totalPence: PENCE,
    overspentPence: described(
      orNull(PENCE),
      'By how much more was spent than approved; null where it was not.',
    ),
  }),
  VariationReceipt: receipt({
    following: described(
      object({ reference: TEXT, kind: oneOf(FOLLOWING_KINDS) }),
      'The draft that was started; what stands beside is of the approval.',
    ),
  }),
  RatingReceipt: receipt({
    rating: TEXT,
    computed: described(orNull(TEXT), 'The level the answers make; null where they make none.'),
    overridden: YES_OR_NO,
    route: TEXT,
  }),
  DepthReceipt: receipt({ reviewDepth: oneOf(REVIEW_DEPTHS) }),
  ExtensionReceipt: receipt({ target: TEXT, days: COUNT }),
  IdReceipt: receipt({ id: UUID }),
  AttachmentReceipt: receipt({
    id: UUID,
    name: TEXT,
    mediaType: TEXT,
    bytes: COUNT,
    sha256: HASH,
    status: oneOf(['waiting', 'not-scanned']),
  }),
  AssignmentReceipt: receipt({ reviewerId: UUID }),
  NoNextCase: object({ given: { type: 'boolean', const: false }, why: TEXT }),
  CommentReceipt: receipt({ commentId: UUID, commentRevision: COUNT }),
};

import { CASE_REFERENCE_PATTERN, CASE_STATES, FOLLOWING_KINDS, VERDICTS } from '#domain';
import { CONDITION_FIELDS, DECISION_FIELDS } from './case-schemas.js';
import { POINT_NUMBER } from './content-schemas.js';
import {
  COUNT,
  DATE,
  described,
  INSTANT,
  list,
  object,
  oneOf,
  ORGANISATION,
  orNull,
  PENCE,
  ref,
  TEXT,
  UUID,
  YES_OR_NO,
  type JsonSchema,
} from './json-schema.js';

const REFERENCE: JsonSchema = { type: 'string', pattern: CASE_REFERENCE_PATTERN.source };
const YEARS = list(object({ financialYear: TEXT, amountPence: PENCE }));
const DIFFERENCE: JsonSchema = { type: ['integer', 'null'], format: 'int64' };

/** What comes after a decision, as it is read. */
export const AFTER_DECISION_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  Following: object({
    follows: described(
      orNull(
        object({
          kind: oneOf(FOLLOWING_KINDS),
          reference: REFERENCE,
          title: TEXT,
          state: oneOf(CASE_STATES),
          version: described(COUNT, 'The version of it that was decided and is held against the case.'),
          decision: orNull(object(DECISION_FIELDS)),
          verdicts: described(
            list(object({ point: POINT_NUMBER, verdict: oneOf(VERDICTS), explanation: orNull(TEXT) })),
            'How GDS Assurance assessed the points of the approval.',
          ),
          conditions: list(object(CONDITION_FIELDS)),
          whatChanges: orNull(TEXT),
          amounts: object({
            approvedPence: orNull(PENCE),
            requestedPence: orNull(PENCE),
            differencePence: described(
              DIFFERENCE,
              'Pence; negative where less is asked for than was approved.',
            ),
          }),
          difference: ref('ContentDifference'),
          pointsAsApproved: described(list(POINT_NUMBER), 'Points that say what they said when approved.'),
        }),
      ),
      'The approval it starts from; null where it starts from none.',
    ),
    followers: described(
      list(
        object({
          reference: REFERENCE,
          title: TEXT,
          kind: oneOf(FOLLOWING_KINDS),
          state: oneOf(CASE_STATES),
          requestedPence: orNull(PENCE),
          approvedPence: orNull(PENCE),
          startedAt: INSTANT,
        }),
      ),
      'Cases that start from it, the earliest first.',
    ),
  }),
  Spend: object({
    approvedPence: orNull(PENCE),
    spentPence: described(orNull(PENCE), 'By the latest report; null where there is none.'),
    overspentPence: described(
      orNull(PENCE),
      'By how much more was spent than approved; null where it was not.',
    ),
    final: YES_OR_NO,
    endedOn: orNull(DATE),
    plannedEnd: orNull(DATE),
    years: list(object({ financialYear: TEXT, plannedPence: orNull(PENCE), spentPence: orNull(PENCE) })),
    reports: { ...ref('SpendReports'), description: 'Every report, the latest first; that one stands.' },
  }),
  SpendReports: list(
    object({
      id: UUID,
      approvedPence: described(orNull(PENCE), 'What was approved when it was recorded.'),
      years: YEARS,
      totalPence: PENCE,
      note: orNull(TEXT),
      final: YES_OR_NO,
      endedOn: orNull(DATE),
      recordedBy: ref('PersonInBrief'),
      recordedAt: INSTANT,
    }),
  ),
  EndingApprovals: object({
    today: DATE,
    until: described(DATE, 'The last end that is listed.'),
    items: list(
      object({
        reference: REFERENCE,
        title: TEXT,
        organisation: ORGANISATION,
        state: oneOf(CASE_STATES),
        endsOn: DATE,
        ended: YES_OR_NO,
        approvedPence: orNull(PENCE),
        spentPence: orNull(PENCE),
        follower: described(orNull(REFERENCE), 'The case that is open to vary or extend it.'),
      }),
    ),
  }),
};

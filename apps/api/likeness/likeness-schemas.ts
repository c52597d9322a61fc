import { CASE_STATES, LIKENESS_VERDICTS, PROTECTIVE_MARKINGS, SPEND_CATEGORIES } from '#domain';
import {
  COUNT_FROM_ZERO,
  DATE,
  described,
  INSTANT,
  list,
  object,
  oneOf,
  ORGANISATION,
  orNull,
  ref,
  TEXT,
  UUID,
  type JsonSchema,
} from '../cases/schemas/json-schema.js';

const SCORE = described(
  { type: 'number', minimum: 0, maximum: 1 },
  'How alike the two look, from 0 to 1. It decides nothing.',
);
const REASONS = described(list(TEXT), 'Why they look alike, in words.');
const ALIKE_CASE = object({
  reference: TEXT,
  title: TEXT,
  state: oneOf(CASE_STATES),
  organisation: ORGANISATION,
  category: orNull(oneOf(SPEND_CATEGORIES)),
  requestedPence: orNull(COUNT_FROM_ZERO),
  expectedPence: described(
    orNull(COUNT_FROM_ZERO),
    'The amounts by year together, otherwise the amount in all; null where neither is known.',
  ),
  spendStartsOn: orNull(DATE),
  protectiveMarking: oneOf(PROTECTIVE_MARKINGS),
});
const SIDE = object({
  caseId: UUID,
  reference: TEXT,
  state: oneOf(CASE_STATES),
  organisation: ORGANISATION,
  details: ref('CaseDetails'),
  protectiveMarking: oneOf(PROTECTIVE_MARKINGS),
});

/** What is answered about cases that look alike. */
export const LIKENESS_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  LikenessPage: object({
    items: list(object({ score: SCORE, reasons: REASONS, one: ALIKE_CASE, other: ALIKE_CASE })),
    next: described(orNull(TEXT), 'Cursor of the next page; null on the last.'),
  }),
  LikenessesOfCase: object({
    suggestions: described(
      list(object({ score: SCORE, reasons: REASONS, other: ALIKE_CASE })),
      'Cases of other organisations nobody has judged, the most alike first; none for departments.',
    ),
    inTouch: described(
      list(
        object({
          reference: TEXT,
          title: TEXT,
          organisation: ORGANISATION,
          contact: object({ id: UUID, name: TEXT, email: TEXT }),
          reason: orNull(TEXT),
          at: INSTANT,
        }),
      ),
      'Departments GDS Assurance has put that of the case in touch with, and whom to speak to there.',
    ),
  }),
  LikenessPair: object({
    one: SIDE,
    other: SIDE,
    score: described(orNull(SCORE), 'Null where the two are not suggested.'),
    reasons: REASONS,
    verdict: described(
      orNull(
        object({
          verdict: oneOf(LIKENESS_VERDICTS),
          reason: orNull(TEXT),
          by: orNull(object({ id: UUID, name: TEXT })),
          at: INSTANT,
        }),
      ),
      'What somebody made of it, for good; null where nobody has said.',
    ),
  }),
};

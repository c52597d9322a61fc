import {
  ADVICE_MESSAGE_KINDS,
  ADVICE_OUTCOMES,
  ADVICE_STATES,
  ADVICE_SUBJECTS,
  ATTACHMENT_STATUSES,
  GUIDANCE_ENDS,
  PROTECTIVE_MARKINGS,
  ROLES,
} from '#domain';
import { POINT_NUMBER } from '../cases/schemas/content-schemas.js';
import {
  COUNT,
  COUNT_FROM_ZERO,
  described,
  INSTANT,
  list,
  object,
  oneOf,
  ORGANISATION,
  orNull,
  ref,
  TEXT,
  TEXT_HASH,
  UUID,
  YES_OR_NO,
  type JsonSchema,
} from '../cases/schemas/json-schema.js';

const NAMED = object({ id: UUID, name: TEXT });
const POINT = described(orNull(POINT_NUMBER), 'The point of the Code of Practice it is about.');
const SUBJECT = oneOf(ADVICE_SUBJECTS);

const LISTED = {
  reference: TEXT,
  title: TEXT,
  subject: SUBJECT,
  point: POINT,
  state: oneOf(ADVICE_STATES),
  revision: COUNT,
  organisation: ORGANISATION,
  asker: orNull(NAMED),
  adviser: described(orNull(NAMED), 'Who at GDS Assurance has it in hand.'),
  synthetic: described(YES_OR_NO, 'True for demonstration data.'),
  askedAt: INSTANT,
  updatedAt: INSTANT,
  firstAnswerDueAt: described(
    orNull(INSTANT),
    'When the time for the first answer runs out; null once there is one, or it was closed.',
  ),
  outcome: orNull(oneOf(ADVICE_OUTCOMES)),
  protectiveMarking: described(
    oneOf(PROTECTIVE_MARKINGS),
    'The strictest of what whoever asked chose and that of the case it is about.',
  ),
  overdue: described(YES_OR_NO, 'The first answer is late.'),
};

const MESSAGE = object({
  id: UUID,
  kind: oneOf(ADVICE_MESSAGE_KINDS),
  body: TEXT,
  outcome: described(orNull(oneOf(ADVICE_OUTCOMES)), 'Of a closure.'),
  sentTo: described(orNull(TEXT), 'Of a referral: the address its words were sent to.'),
  author: described(orNull(NAMED), 'Null where the service itself wrote it.'),
  authorRole: orNull(oneOf(ROLES)),
  writtenAt: INSTANT,
  attachments: list(ref('AdviceFile')),
});

function receipt(made: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return object({
    reference: TEXT,
    state: oneOf(ADVICE_STATES),
    revision: described(COUNT, 'Revision of the question, and sequence of the event the change left.'),
    version: orNull(COUNT),
    ...made,
  });
}

/** What is answered about requests for advice. */
export const ADVICE_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  AdviceFile: object({
    id: UUID,
    name: TEXT,
    mediaType: TEXT,
    bytes: COUNT_FROM_ZERO,
    sha256: TEXT_HASH,
    status: oneOf(ATTACHMENT_STATUSES),
    point: orNull(POINT_NUMBER),
    exceptionId: orNull(UUID),
    conditionId: orNull(UUID),
    evidenceId: orNull(UUID),
    messageId: UUID,
  }),
  AdvicePage: object({
    items: list(object(LISTED)),
    next: described(orNull(TEXT), 'Cursor of the next page; null on the last.'),
  }),
  Advice: object({
    ...LISTED,
    protectiveMarking: oneOf(PROTECTIVE_MARKINGS),
    about: described(orNull(object({ reference: TEXT, title: TEXT })), 'The case it is about.'),
    messages: list(MESSAGE),
    guidance: described(
      list(
        object({
          id: UUID,
          title: TEXT,
          body: TEXT,
          point: POINT,
          publishedAt: INSTANT,
          withdrawnAt: orNull(INSTANT),
          withdrawnBecause: described(
            orNull(oneOf(GUIDANCE_ENDS)),
            'Whether it was taken back, or taken down because the question was marked; null while it is published.',
          ),
        }),
      ),
      'What was published of its answers.',
    ),
  }),
  AdviceOfCase: list(
    object({
      reference: TEXT,
      title: TEXT,
      subject: SUBJECT,
      point: POINT,
      state: oneOf(ADVICE_STATES),
      protectiveMarking: oneOf(PROTECTIVE_MARKINGS),
      askedAt: INSTANT,
      messages: list(MESSAGE),
    }),
  ),
  AdviceTie: receipt({}),
  AdviceReceipt: receipt({ messageId: UUID }),
  AdviceMarked: receipt({}),
  GuidanceReceipt: receipt({ guidanceId: UUID }),
  GuidancePage: object({
    items: list(
      object({ id: UUID, subject: SUBJECT, point: POINT, title: TEXT, body: TEXT, publishedAt: INSTANT }),
    ),
    next: described(orNull(TEXT), 'Cursor of the next page; null on the last.'),
  }),
};

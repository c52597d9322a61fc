import { PROTECTIVE_MARKINGS } from '#domain';
import {
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
  YES_OR_NO,
  type JsonSchema,
} from '../cases/schemas/json-schema.js';

/** What happened to all cases. */
export const EVENT_STREAM_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  StreamedEvent: object({
    place: described(COUNT_FROM_ZERO, 'Place in the decision log; it never changes.'),
    case: object({
      reference: TEXT,
      organisation: ORGANISATION,
      protectiveMarking: oneOf(PROTECTIVE_MARKINGS),
      disposedAt: described(orNull(INSTANT), 'When the text of the case was disposed of.'),
    }),
    event: ref('Event'),
  }),
  EventStream: object({
    items: list(ref('StreamedEvent')),
    next: described(
      COUNT_FROM_ZERO,
      'Cursor to go on with, also where there is nothing more yet: keep it with your copy.',
    ),
    more: described(
      YES_OR_NO,
      'Whether there is more already. It may be true of an answer without items: what one may not see is passed over.',
    ),
  }),
};

import { ACCESS_KINDS, ACCESS_OUTCOMES } from '#domain';
import {
  COUNT_FROM_ZERO,
  described,
  INSTANT,
  list,
  mapOf,
  object,
  oneOf,
  orNull,
  ref,
  TEXT,
  UUID,
  type JsonSchema,
} from '../cases/schemas/json-schema.js';

/** What answers about access are described by. */
export const ACCESS_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  AccessRecord: object({
    id: UUID,
    occurredAt: INSTANT,
    person: orNull(object({ id: UUID, name: TEXT })),
    what: oneOf(ACCESS_KINDS),
    part: described(TEXT, 'Which part of the case, or which list.'),
    reference: described(orNull(TEXT), 'Of the case; null for lists, and where there is no such case.'),
    criteria: described(
      orNull(mapOf(TEXT)),
      'What was asked for beside the address; null to a program without marked-cases:read.',
    ),
    resultCount: described(orNull(COUNT_FROM_ZERO), 'Null to a program without marked-cases:read.'),
    outcome: described(
      oneOf(ACCESS_OUTCOMES),
      '“refused”: it was not shown, being no such thing or not theirs to see.',
    ),
    requestId: orNull(TEXT),
    machineId: described(
      orNull(UUID),
      'Token or client of the program that asked for the person; null where they asked themselves.',
    ),
  }),
  AccessRecordPage: object({ items: list(ref('AccessRecord')), next: orNull(TEXT) }),
};

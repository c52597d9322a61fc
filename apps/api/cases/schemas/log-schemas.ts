import {
  COUNT,
  COUNT_FROM_ZERO,
  described,
  EVENT_HASH,
  INSTANT,
  list,
  mapOf,
  object,
  orNull,
  TEXT,
  UUID,
  type JsonSchema,
} from './json-schema.js';

const SIZE = described(COUNT_FROM_ZERO, 'How many events the log holds.');
const NOTE = described(TEXT, 'A signed note (C2SP): origin, size, root and signatures.');
const BASE64_HASH: JsonSchema = { type: 'string', pattern: '^([A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{64})$' };

/** What the decision log says of itself. */
export const LOG_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  DecisionLog: object({
    origin: described(TEXT, 'What the log is called; first line of each checkpoint.'),
    size: SIZE,
    sealedAt: INSTANT,
    keys: described(
      list(TEXT),
      'Public keys that sign or have signed, name+id+base64; the current one first.',
    ),
  }),
  Checkpoints: object({
    items: list(object({ size: SIZE, sealedAt: INSTANT, note: NOTE })),
    next: described(orNull(COUNT_FROM_ZERO), 'Give as “after” for the next page; null on the last.'),
  }),
  ConsistencyProof: object({
    from: SIZE,
    to: SIZE,
    proof: described(list(BASE64_HASH), 'Hashes in the order of RFC 9162, section 2.1.4.'),
  }),
  EventProof: object({
    event: object({
      format: TEXT,
      caseId: UUID,
      sequence: COUNT,
      type: TEXT,
      audience: TEXT,
      actorId: orNull(UUID),
      actorRole: orNull(TEXT),
      actorOrganisationId: orNull(UUID),
      occurredAt: INSTANT,
      fromState: orNull(TEXT),
      toState: TEXT,
      version: orNull(COUNT),
      facts: described(mapOf({}), 'The payload without its private text.'),
      private: described(orNull(EVENT_HASH), 'Commitment to the private text.'),
      previous: described(orNull(EVENT_HASH), 'Hash of the case’s event before.'),
    }),
    hash: described(
      EVENT_HASH,
      'Hash of the canonical text (RFC 8785) of “event”: SHA-256 in the format spend-control-event/1, SHA-384 in /2.',
    ),
    salt: described(orNull(TEXT), 'What the private text was committed to with, hexadecimal.'),
    private: described(
      orNull(mapOf(TEXT)),
      'The private text by its JSON Pointer in the payload, the reason under “reason”; null where there is none or it was erased.',
    ),
    index: described(orNull(COUNT_FROM_ZERO), 'Place in the log; null while the event waits to be sealed.'),
    inclusion: described(list(BASE64_HASH), 'Hashes in the order of RFC 9162, section 2.1.3.'),
    checkpoint: described(orNull(TEXT), 'The signed checkpoint the proof leads to.'),
  }),
};

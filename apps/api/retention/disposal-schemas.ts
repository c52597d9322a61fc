import { ENDINGS } from '#domain';
import { DISPOSAL_STATUSES } from '#persistence';
import {
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
  YES_OR_NO,
  type JsonSchema,
} from '../cases/schemas/json-schema.js';

const NOT_BEFORE = described(
  INSTANT,
  'Nothing is carried out before this, UTC: until then a hold can be placed.',
);

/** What answers about disposals are described by. */
export const DISPOSAL_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  Disposal: object({
    reference: TEXT,
    organisation: ORGANISATION,
    status: oneOf(DISPOSAL_STATUSES),
    ending: oneOf(ENDINGS),
    endedOn: described(DATE, 'Day it came to its end, United Kingdom time.'),
    dueOn: described(DATE, 'Day its period ends: from then on it can be marked.'),
    notBefore: orNull(NOT_BEFORE),
    disposedAt: orNull(INSTANT),
  }),
  DisposalPage: object({ items: list(ref('Disposal')), next: orNull(TEXT) }),
  DisposalReceipt: object({
    reference: TEXT,
    marked: described(YES_OR_NO, 'Whether a mark stands.'),
    held: YES_OR_NO,
    dueOn: described(DATE, 'Day its period ends: from then on it can be marked.'),
    notBefore: described(orNull(NOT_BEFORE), 'Null unless it is marked.'),
  }),
};

import { WEBHOOK_EVENT_TYPES, type EventType } from '#domain';
import { ChoiceList, LinkField, Text, UuidField } from '../fields/fields.js';
import { QueryFlag, QueryNumber } from '../fields/query-fields.js';
import { PartQuery } from './list-query.js';

const LONGEST_NAME = 100;
const LARGEST_PLACE = 999_999_999_999_999;

/** An address of another system to be told. */
export class WebhookRequest {
  @Text({ max: LONGEST_NAME, description: 'What the other system is, so that it can be told from others.' })
  readonly name!: string;

  @LinkField({ description: 'https address on the public internet that messages are sent to.' })
  readonly url!: string;

  @ChoiceList(WEBHOOK_EVENT_TYPES, { minItems: 1, description: 'Which events it is told of.' })
  readonly eventTypes!: EventType[];

  @UuidField({
    optional: true,
    description: 'Whose cases it is told of; those of every organisation unless given.',
  })
  readonly organisationId?: string;
}

/** What is to change of such an address. */
export class WebhookChangeRequest {
  @Text({ max: LONGEST_NAME, optional: true, description: 'What the other system is.' })
  readonly name?: string;

  @LinkField({ optional: true, description: 'https address on the public internet.' })
  readonly url?: string;

  @ChoiceList(WEBHOOK_EVENT_TYPES, { minItems: 1, optional: true, description: 'Which events.' })
  readonly eventTypes?: EventType[];
}

/** How a new secret is made. */
export class SecretQuery {
  @QueryFlag({
    description: 'Also while the secret before the current one still signs: it then ends at once.',
  })
  endFormer?: boolean;
}

/** Which deliveries to list. */
export class DeliveryQuery extends PartQuery {
  @QueryNumber({ min: 0, max: LARGEST_PLACE, description: '“next” of the page before.' })
  before?: number;
}

import { ApiProperty } from '@nestjs/swagger';
import {
  ATTEMPT_OUTCOMES,
  DELIVERY_STATUSES,
  WEBHOOK_CHANGES,
  WEBHOOK_EVENT_TYPES,
  type AttemptOutcome,
  type DeliveryStatus,
  type EventType,
  type WebhookChange,
} from '#domain';
import { NamedPersonResource } from '../organisations/person-dto.js';

/** What can be chosen of a webhook. */
export class WebhookSettingsResource {
  @ApiProperty({ type: 'string' })
  readonly name!: string;

  @ApiProperty({ type: 'string', format: 'uri' })
  readonly url!: string;

  @ApiProperty({ type: 'string', enum: [...WEBHOOK_EVENT_TYPES], isArray: true })
  readonly eventTypes!: readonly EventType[];
}

/** Something that was done to a webhook. */
export class WebhookChangeResource {
  @ApiProperty({ type: 'string', enum: [...WEBHOOK_CHANGES] })
  readonly what!: WebhookChange;

  @ApiProperty({ type: NamedPersonResource, nullable: true, description: 'Null for the service itself.' })
  readonly changedBy!: NamedPersonResource | null;

  @ApiProperty({ type: 'string', format: 'date-time' })
  readonly changedAt!: string;

  @ApiProperty({ type: WebhookSettingsResource })
  readonly after!: WebhookSettingsResource;
}

/** An organisation, in brief. */
export class WebhookOrganisationResource {
  @ApiProperty({ type: 'string', format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: 'string' })
  readonly name!: string;
}

/** An address of another system that is told what happens. */
export class WebhookResource extends WebhookSettingsResource {
  @ApiProperty({ type: 'string', format: 'uuid' })
  readonly id!: string;

  @ApiProperty({
    type: WebhookOrganisationResource,
    nullable: true,
    description: 'Whose cases it is told of; null for those of every organisation.',
  })
  readonly organisation!: WebhookOrganisationResource | null;

  @ApiProperty({ type: 'string', format: 'date-time' })
  readonly createdAt!: string;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'First attempt in vain since the last that arrived.',
  })
  readonly failingSince!: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  readonly disabledAt!: string | null;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'When it was ended for good: nothing is sent to it any more, and its secret is destroyed.',
  })
  readonly endedAt!: string | null;

  @ApiProperty({
    type: 'boolean',
    description:
      'Whether something arrived at this address since it was added, given another address, or enabled again.',
  })
  readonly called!: boolean;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'Until then messages are signed with the secret before as well.',
  })
  readonly formerSecretUntil!: string | null;

  @ApiProperty({ type: [WebhookChangeResource], description: 'What was done to it, the latest first.' })
  readonly changes!: readonly WebhookChangeResource[];
}

/** A webhook with a secret that was made. */
export class WebhookWithSecretResource extends WebhookResource {
  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Told once (“whsec_…”, Standard Webhooks). Null where the request is repeated.',
  })
  readonly secret!: string | null;
}

/** Every webhook. */
export class WebhooksResource {
  @ApiProperty({ type: [WebhookResource], description: 'By name.' })
  readonly items!: readonly WebhookResource[];
}

/** One attempt to deliver. */
export class DeliveryAttemptResource {
  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly number!: number;

  @ApiProperty({ type: 'string', format: 'uri' })
  readonly url!: string;

  @ApiProperty({ type: 'string', enum: [...ATTEMPT_OUTCOMES] })
  readonly outcome!: AttemptOutcome;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Null where nothing was answered.' })
  readonly statusCode!: number | null;

  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly milliseconds!: number;

  @ApiProperty({ type: 'string', format: 'date-time' })
  readonly attemptedAt!: string;
}

/** The telling of one event. */
export class DeliveryResource {
  @ApiProperty({ type: 'string', format: 'uuid', description: 'Also “webhook-id” of the message.' })
  readonly id!: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Place of the event in the decision log.' })
  readonly place!: number;

  @ApiProperty({ type: 'string', enum: [...WEBHOOK_EVENT_TYPES], description: 'What happened.' })
  readonly eventType!: EventType;

  @ApiProperty({ type: 'string', description: 'Reference of the case.' })
  readonly reference!: string;

  @ApiProperty({ type: 'string', enum: [...DELIVERY_STATUSES] })
  readonly status!: DeliveryStatus;

  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly attempts!: number;

  @ApiProperty({ type: 'string', format: 'date-time' })
  readonly createdAt!: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  readonly nextAttemptAt!: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  readonly settledAt!: string | null;

  @ApiProperty({ type: [DeliveryAttemptResource], description: 'Every attempt, the latest first.' })
  readonly log!: readonly DeliveryAttemptResource[];
}

/** One page of what a webhook was told. */
export class DeliveryPage {
  @ApiProperty({ type: [DeliveryResource], description: 'The latest event first.' })
  readonly items!: readonly DeliveryResource[];

  @ApiProperty({ type: 'integer', nullable: true, description: 'Give as “before”; null on the last page.' })
  readonly next!: number | null;
}

/** How many deliveries were queued again. */
export class ReplayResource {
  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly replayed!: number;
}

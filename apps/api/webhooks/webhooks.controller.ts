import { Body, Controller, Get, HttpCode, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  DeliveryQuery,
  IdParam,
  NotRecorded,
  SecretQuery,
  WebhookChangeRequest,
  WebhookRequest,
  type Plain,
} from '#edge';
import { Access, CurrentPerson, PeopleOnly, type ActingPerson } from '#identity';
import { WebhookService } from '#notifications';
import { TellsOnce } from '../idempotency/keep-answer.js';
import {
  DeliveryPage,
  ReplayResource,
  WebhookResource,
  WebhooksResource,
  WebhookWithSecretResource,
} from './webhook-dto.js';

const NOTHING_OF_A_CASE = 'addresses of other systems, nothing of a case';

/** Addresses of other systems that are told what happens to cases, and what they were told. */
@ApiTags('Webhooks')
@Controller('api/v1/webhooks')
@Access('administrator')
@PeopleOnly('What leaves this service, and where to, is for people to say.')
export class WebhooksController {
  constructor(private readonly webhooks: WebhookService) {}

  /** Every webhook. */
  @Get()
  @NotRecorded(NOTHING_OF_A_CASE)
  @ApiOkResponse({ type: WebhooksResource, description: 'Every webhook, by name.' })
  async list(@CurrentPerson() by: ActingPerson): Promise<Plain<WebhooksResource>> {
    return { items: await this.webhooks.all(by) };
  }

  /**
   * Adds a webhook: an address that is told what happens from now on.
   *
   * Messages are signed by the Standard Webhooks specification and tried again for more than a day. The secret is told
   * once.
   */
  @Post()
  @TellsOnce('secret')
  @ApiCreatedResponse({ type: WebhookWithSecretResource, description: 'Added.' })
  async add(
    @CurrentPerson() by: ActingPerson,
    @Body() { name, url, eventTypes, organisationId }: WebhookRequest,
  ): Promise<Plain<WebhookWithSecretResource>> {
    const made = await this.webhooks.add(by, {
      name,
      url,
      eventTypes,
      organisationId: organisationId ?? null,
    });
    return { ...made.webhook, secret: made.secret };
  }

  /** One webhook, and what was done to it. */
  @Get(':id')
  @NotRecorded(NOTHING_OF_A_CASE)
  @ApiOkResponse({ type: WebhookResource, description: 'The webhook.' })
  async read(@CurrentPerson() by: ActingPerson, @IdParam() id: string): Promise<Plain<WebhookResource>> {
    return this.webhooks.one(by, id);
  }

  /** Changes a webhook; what is left out stays. */
  @Patch(':id')
  @ApiOkResponse({ type: WebhookResource, description: 'Changed.' })
  async change(
    @CurrentPerson() by: ActingPerson,
    @IdParam() id: string,
    @Body() { name, url, eventTypes }: WebhookChangeRequest,
  ): Promise<Plain<WebhookResource>> {
    return this.webhooks.change(by, id, {
      ...(name === undefined ? {} : { name }),
      ...(url === undefined ? {} : { url }),
      ...(eventTypes === undefined ? {} : { eventTypes }),
    });
  }

  /**
   * Makes a new secret, told once. For a day messages are signed with the one before as well.
   *
   * Within that day another one is refused (409), because the first of the three would end before its time, unless
   * `endFormer` says that it may.
   */
  @Post(':id/secret')
  @TellsOnce('secret')
  @ApiCreatedResponse({ type: WebhookWithSecretResource, description: 'Made.' })
  async rotate(
    @CurrentPerson() by: ActingPerson,
    @IdParam() id: string,
    @Query() { endFormer = false }: SecretQuery,
  ): Promise<Plain<WebhookWithSecretResource>> {
    const made = await this.webhooks.rotate(by, id, endFormer);
    return { ...made.webhook, secret: made.secret };
  }

  /** Disables a webhook: nothing more is sent. */
  @Post(':id/disable')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'Disabled.' })
  async disable(@CurrentPerson() by: ActingPerson, @IdParam() id: string): Promise<void> {
    await this.webhooks.switch(by, id, 'disabled');
  }

  /** Enables a webhook again: it is sent what has waited. */
  @Post(':id/enable')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'Enabled.' })
  async enable(@CurrentPerson() by: ActingPerson, @IdParam() id: string): Promise<void> {
    await this.webhooks.switch(by, id, 'enabled');
  }

  /** Ends a webhook for good: nothing more is sent, its secret is destroyed, and what it was told stays on record. */
  @Post(':id/end')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'Ended.' })
  async end(@CurrentPerson() by: ActingPerson, @IdParam() id: string): Promise<void> {
    await this.webhooks.end(by, id);
  }

  /** What a webhook was told, with every attempt. */
  @Get(':id/deliveries')
  @NotRecorded(NOTHING_OF_A_CASE)
  @ApiOkResponse({ type: DeliveryPage, description: 'One page, the latest event first.' })
  async deliveries(
    @CurrentPerson() by: ActingPerson,
    @IdParam() id: string,
    @Query() { before, limit }: DeliveryQuery,
  ): Promise<Plain<DeliveryPage>> {
    const rows = await this.webhooks.deliveries(by, id, before ?? null, limit + 1);
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.place ?? null) : null };
  }

  /** Has one message sent again, under the same id. */
  @Post(':id/deliveries/:deliveryId/replay')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: ReplayResource, description: 'Queued.' })
  async replayOne(
    @CurrentPerson() by: ActingPerson,
    @IdParam() id: string,
    @IdParam('deliveryId') deliveryId: string,
  ): Promise<Plain<ReplayResource>> {
    return { replayed: await this.webhooks.replay(by, id, { id: deliveryId }) };
  }

  /** Has every message that was given up sent again. */
  @Post(':id/replay')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: ReplayResource, description: 'Queued.' })
  async replay(@CurrentPerson() by: ActingPerson, @IdParam() id: string): Promise<Plain<ReplayResource>> {
    return { replayed: await this.webhooks.replay(by, id, 'given-up') };
  }
}

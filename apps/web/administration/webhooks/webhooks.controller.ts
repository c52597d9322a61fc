import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Acting } from '#casework';
import { bySubject } from '#domain';
import { DeliveryQuery, IdParam, NotRecorded } from '#edge';
import { Access } from '#identity';
import { WebhookService } from '#notifications';
import { GivesFormBack } from '../../forms/gives-form-back.js';
import { checkRequest } from '../../forms/check-request.js';
import { fieldsOf } from '../../forms/posted-form.js';
import { takeConfirmation } from '../../forms/take-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { show, type PageAnswer } from '../../server/page.js';
import { filledIn } from '../filled-in.js';
import { after, noticeOf } from '../notices.js';
import { pageOfWebhook } from './webhook-addresses.js';
import { secretMadePage } from './secret-made-page.js';

const NOTHING_OF_A_CASE = 'addresses of other systems, nothing of a case';

/** Other systems that are told what happens to cases, and what each was told. */
@Controller('webhooks')
@Access('administrator')
export class WebhookPagesController {
  constructor(private readonly webhooks: WebhookService) {}

  @Get()
  @NotRecorded(NOTHING_OF_A_CASE)
  async list(@CurrentActor() acting: Acting, @Query('done') done: unknown): Promise<PageAnswer> {
    return show('administration/webhooks/webhooks', {
      webhooks: await this.webhooks.all(acting),
      on: this.webhooks.on,
      notice: noticeOf(done),
    });
  }

  @Get(':id')
  @NotRecorded(NOTHING_OF_A_CASE)
  async read(
    @CurrentActor() acting: Acting,
    @IdParam() id: string,
    @Query() sent: unknown,
  ): Promise<PageAnswer> {
    const { done, ...rest } = fieldsOf(sent);
    const { before, limit } = checkRequest(DeliveryQuery, filledIn(rest));
    const asked = this.webhooks.withDeliveries(acting, id, before ?? null, limit + 1);
    const { webhook, deliveries } = await asked;
    const shown = deliveries.slice(0, limit);
    const last = deliveries.length > limit ? shown.at(-1) : undefined;
    return show('administration/webhooks/webhook', {
      webhook,
      subjects: bySubject(webhook.eventTypes),
      deliveries: shown,
      further: before !== undefined,
      next: last === undefined ? null : `${pageOfWebhook(id)}?before=${String(last.place)}`,
      notice: noticeOf(done),
    });
  }

  @Get(':id/secret-made')
  @NotRecorded(NOTHING_OF_A_CASE)
  async secretMade(@CurrentActor() acting: Acting, @IdParam() id: string): Promise<PageAnswer> {
    return secretMadePage(await this.webhooks.one(acting, id), null);
  }

  @Post(':id/replay')
  @GivesFormBack()
  @NotRecorded(NOTHING_OF_A_CASE)
  async replay(
    @CurrentActor() by: Acting,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeConfirmation({
      body,
      confirm: () => this.webhooks.replay(by, id, 'given-up'),
      then: after('webhook-replayed', pageOfWebhook(id)),
      again: () => this.read(by, id, {}),
    });
  }

  @Post(':id/deliveries/:deliveryId/replay')
  @GivesFormBack()
  @NotRecorded(NOTHING_OF_A_CASE)
  async replayOne(
    @CurrentActor() by: Acting,
    @IdParam() id: string,
    @IdParam('deliveryId') deliveryId: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeConfirmation({
      body,
      confirm: () => this.webhooks.replay(by, id, { id: deliveryId }),
      then: after('webhook-replayed', pageOfWebhook(id)),
      again: () => this.read(by, id, {}),
    });
  }
}

import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Acting } from '#casework';
import { bySubject, EVENT_NAMES, WEBHOOK_EVENT_TYPES } from '#domain';
import { IdParam, isUuid, NotRecorded, WebhookChangeRequest, WebhookRequest } from '#edge';
import { Access } from '#identity';
import { WebhookService, type WebhookEndpoint } from '#notifications';
import { checkRequest } from '../../forms/check-request.js';
import type { ShownProblem } from '../../forms/form-problems.js';
import { heldIn, type PostedFields, type PostedForm } from '../../forms/posted-form.js';
import { inOwnWords } from '../../forms/problem-words.js';
import { takeConfirmation, takeForm } from '../../forms/take-form.js';
import { CurrentActor, ONCE_FIELD } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { after } from '../notices.js';
import { OrganisationChoices } from '../organisation-choices.js';
import { secretMadePage } from './secret-made-page.js';
import { pageOfWebhook, WEBHOOKS } from './webhook-addresses.js';

const NOTHING_OF_A_CASE = 'addresses of other systems, nothing of a case';

const WORDS = {
  name: 'Enter a name for the other system',
  url: 'Enter a web address that begins with https://',
  eventTypes: 'Choose what it is told of',
  organisationId: 'Choose an organisation, or every organisation',
};

/** Adding another system that is told what happens, changing it, its secret, and switching it off and on. */
@Controller('webhooks')
@Access('administrator')
export class WebhookFormsController {
  constructor(
    private readonly webhooks: WebhookService,
    private readonly organisations: OrganisationChoices,
  ) {}

  @Get('add')
  @NotRecorded(NOTHING_OF_A_CASE)
  async ask(@CurrentActor() acting: Acting): Promise<PageAnswer> {
    return this.webhooks.on ? this.addPage(acting, {}, []) : goTo(WEBHOOKS);
  }

  @Post('add')
  @NotRecorded(NOTHING_OF_A_CASE)
  async add(@CurrentActor() by: Acting, @Body() body: unknown): Promise<PageAnswer> {
    return takeForm({
      body,
      act: async (form) => {
        const organisation = form.text('organisationId');
        this.noteAddress(form);
        const { name, url, eventTypes, organisationId } = checkRequest(
          WebhookRequest,
          {
            name: form.text('name'),
            url: form.text('url'),
            eventTypes: form.all('eventTypes'),
            ...(organisation === '' ? {} : { organisationId: organisation }),
          },
          form.problems,
        );
        const once = form.text(ONCE_FIELD);
        // It takes the key of the form, so that sending that twice adds one.
        const key = isUuid(once) ? { id: once.toLowerCase() } : {};
        const details = { ...key, name, url, eventTypes, organisationId: organisationId ?? null };
        const { webhook, secret } = await this.webhooks.add(by, details);
        return secret === null
          ? goTo(`${pageOfWebhook(webhook.id)}/secret-made`)
          : secretMadePage(webhook, secret);
      },
      again: (fields, problems) => this.addPage(by, fields, inOwnWords(problems, WORDS)),
    });
  }

  @Get(':id/change')
  @NotRecorded(NOTHING_OF_A_CASE)
  async askToChange(@CurrentActor() acting: Acting, @IdParam() id: string): Promise<PageAnswer> {
    const { name, url, eventTypes } = await this.webhooks.one(acting, id);
    return this.changePage(id, { name, url, eventTypes }, []);
  }

  @Post(':id/change')
  @NotRecorded(NOTHING_OF_A_CASE)
  async change(
    @CurrentActor() by: Acting,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeForm({
      body,
      act: async (form) => {
        this.noteAddress(form);
        const { name, url, eventTypes } = checkRequest(
          WebhookChangeRequest,
          { name: form.text('name'), url: form.text('url'), eventTypes: form.all('eventTypes') },
          form.problems,
        );
        await this.webhooks.change(by, id, {
          ...(name === undefined ? {} : { name }),
          ...(url === undefined ? {} : { url }),
          ...(eventTypes === undefined ? {} : { eventTypes }),
        });
        return goTo(after('webhook-changed', pageOfWebhook(id)));
      },
      again: (fields, problems) => this.changePage(id, fields, inOwnWords(problems, WORDS)),
    });
  }

  @Get(':id/secret')
  @NotRecorded(NOTHING_OF_A_CASE)
  async askForSecret(@CurrentActor() acting: Acting, @IdParam() id: string): Promise<PageAnswer> {
    return confirmPage('secret', await this.webhooks.one(acting, id), []);
  }

  @Post(':id/secret')
  @NotRecorded(NOTHING_OF_A_CASE)
  async makeSecret(
    @CurrentActor() by: Acting,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeForm({
      body,
      act: async (form) => {
        // Sent along only by a page that warned of it.
        const endFormer = form.text('endFormer') === 'yes';
        const { webhook, secret } = await this.webhooks.rotate(by, id, endFormer);
        return secretMadePage(webhook, secret);
      },
      again: async (_fields, problems) => confirmPage('secret', await this.webhooks.one(by, id), problems),
    });
  }

  @Get(':id/disable')
  @NotRecorded(NOTHING_OF_A_CASE)
  async askToDisable(@CurrentActor() acting: Acting, @IdParam() id: string): Promise<PageAnswer> {
    const webhook = await this.webhooks.one(acting, id);
    return webhook.disabledAt === null ? confirmPage('disable', webhook, []) : goTo(pageOfWebhook(id));
  }

  @Post(':id/disable')
  @NotRecorded(NOTHING_OF_A_CASE)
  async disable(
    @CurrentActor() by: Acting,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeConfirmation({
      body,
      confirm: () => this.webhooks.switch(by, id, 'disabled'),
      then: after('webhook-disabled', pageOfWebhook(id)),
      again: async (problems) => confirmPage('disable', await this.webhooks.one(by, id), problems),
    });
  }

  @Get(':id/enable')
  @NotRecorded(NOTHING_OF_A_CASE)
  async askToEnable(@CurrentActor() acting: Acting, @IdParam() id: string): Promise<PageAnswer> {
    const webhook = await this.webhooks.one(acting, id);
    return webhook.disabledAt === null || webhook.endedAt !== null
      ? goTo(pageOfWebhook(id))
      : confirmPage('enable', webhook, []);
  }

  @Post(':id/enable')
  @NotRecorded(NOTHING_OF_A_CASE)
  async enable(
    @CurrentActor() by: Acting,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeConfirmation({
      body,
      confirm: () => this.webhooks.switch(by, id, 'enabled'),
      then: after('webhook-enabled', pageOfWebhook(id)),
      again: async (problems) => confirmPage('enable', await this.webhooks.one(by, id), problems),
    });
  }

  @Get(':id/end')
  @NotRecorded(NOTHING_OF_A_CASE)
  async askToEnd(@CurrentActor() acting: Acting, @IdParam() id: string): Promise<PageAnswer> {
    const webhook = await this.webhooks.one(acting, id);
    return webhook.endedAt === null ? confirmPage('end', webhook, []) : goTo(pageOfWebhook(id));
  }

  @Post(':id/end')
  @NotRecorded(NOTHING_OF_A_CASE)
  async end(@CurrentActor() by: Acting, @IdParam() id: string, @Body() body: unknown): Promise<PageAnswer> {
    return takeConfirmation({
      body,
      confirm: () => this.webhooks.end(by, id),
      then: after('webhook-ended', pageOfWebhook(id)),
      again: async (problems) => confirmPage('end', await this.webhooks.one(by, id), problems),
    });
  }

  /** Notes why the address may not be called. */
  private noteAddress(form: PostedForm): void {
    const fault = form.text('url') === '' ? null : this.webhooks.faultOf(form.text('url'));
    if (fault !== null) form.refuse('url', fault);
  }

  private changePage(id: string, fields: PostedFields, problems: readonly ShownProblem[]): PageAnswer {
    return show(
      'administration/webhooks/change',
      { id, ...boxesOf(fields), allowsPrivate: this.webhooks.allowsPrivate, problems, once: randomUUID() },
      problems.length > 0 ? 400 : 200,
    );
  }

  private async addPage(
    acting: Acting,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const chosen = heldIn(fields, 'organisationId');
    return show(
      'administration/webhooks/add',
      {
        ...boxesOf(fields),
        allowsPrivate: this.webhooks.allowsPrivate,
        organisations: await this.organisations.current(acting, chosen, 'Every organisation'),
        problems,
        once: randomUUID(),
      },
      problems.length > 0 ? 400 : 200,
    );
  }
}

function confirmPage(
  what: 'secret' | 'disable' | 'enable' | 'end',
  webhook: WebhookEndpoint,
  problems: readonly ShownProblem[],
): PageAnswer {
  return show(
    `administration/webhooks/${what}`,
    { webhook, problems, once: randomUUID() },
    problems.length > 0 ? 409 : 200,
  );
}

/** What both forms show of a webhook, filled in. */
function boxesOf(fields: PostedFields) {
  const chosen = [fields['eventTypes'] ?? []].flat();
  return {
    name: heldIn(fields, 'name'),
    url: heldIn(fields, 'url'),
    subjects: bySubject(WEBHOOK_EVENT_TYPES).map((subject) => ({
      name: subject.name,
      items: subject.types.map((type) => ({
        value: type,
        text: EVENT_NAMES[type],
        checked: chosen.includes(type),
      })),
    })),
  };
}

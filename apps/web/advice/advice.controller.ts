import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  AdviceReadingService,
  AdviceService,
  AttachmentService,
  TO_NOTHING,
  type Acting,
  type Answer,
} from '#casework';
import { ASSURANCE_ROLES, DEPARTMENT_ROLES } from '#domain';
import {
  adviceCriteriaOf,
  AdviceListQuery,
  AdviceMessageRequest,
  cursorOf,
  isUuid,
  positionOf,
  Recorded,
} from '#edge';
import { Access, holdsAny } from '#identity';
import { notFound, unprocessable } from '#platform';
import { GivesFormBack } from '../forms/gives-form-back.js';
import { revisionIn } from '../answering/revision.js';
import { checkRequest } from '../forms/check-request.js';
import { refuseUnknownFilters } from '../forms/known-filters.js';
import { fieldsOf, heldIn } from '../forms/posted-form.js';
import { takeForm } from '../forms/take-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { FormFile, TakesFile, type SentFile } from '../server/uploads.js';
import { adviceRows, SUBJECT_OPTIONS } from './advice-model.js';
import { AdvicePages } from './advice-pages.js';
import { advicePath } from './advice-paths.js';

/** Questions on one page. */
const ON_A_PAGE = 25;
const NARROWING = ['show', 'adviser', 'subject', 'overdue', 'after'] as const;

/** Questions to GDS Assurance: the list, and each with its thread. */
@Controller('advice')
@Access('signed-in')
export class AdvicePageController {
  constructor(
    private readonly pages: AdvicePages,
    private readonly reading: AdviceReadingService,
    private readonly advice: AdviceService,
    private readonly attachments: AttachmentService,
  ) {}

  @Get()
  @Recorded('search')
  async list(@CurrentActor() acting: Acting, @Query() query: unknown): Promise<PageAnswer> {
    refuseUnknownFilters(query, NARROWING);
    const asked = narrowingOf(query);
    const given = checkRequest(AdviceListQuery, {
      ...asked,
      ...(asked['overdue'] === undefined ? {} : { overdue: 'true' }),
    });
    const criteria = adviceCriteriaOf(given);
    const page = await this.reading.list(acting, criteria, {
      after: positionOf(given.after),
      limit: ON_A_PAGE,
    });
    const next = cursorOf(page.next);
    return show('advice/list', {
      rows: adviceRows(page.items),
      criteria,
      subjects: SUBJECT_OPTIONS,
      mayAsk: holdsAny(acting, DEPARTMENT_ROLES),
      answers: holdsAny(acting, ASSURANCE_ROLES),
      severalOrganisations: holdsAny(acting, [...ASSURANCE_ROLES, 'auditor']),
      nextPath: next === null ? null : listPath({ ...asked, after: next }),
    });
  }

  @Get(':reference')
  @Recorded('view')
  thread(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.pages.thread(acting, reference);
  }

  @Post(':reference/messages')
  @GivesFormBack()
  @HttpCode(200)
  @Recorded('view')
  write(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.pages.canonical(given);
    return takeForm({
      body,
      act: async (form) => {
        const { body: words } = checkRequest(AdviceMessageRequest, { body: form.text('body') });
        return toMessage(reference, await this.said(acting, reference, form.text('as'), words, body));
      },
      again: (fields, problems) => this.pages.thread(acting, reference, { fields, problems }),
      overtaken: (fields) => this.pages.thread(acting, reference, this.pages.overtaken(fields)),
    });
  }

  @Post(':reference/files')
  @GivesFormBack()
  @HttpCode(200)
  @TakesFile()
  @Recorded('view')
  attach(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Body() body: unknown,
    @FormFile() sent: SentFile,
  ): Promise<PageAnswer> {
    const reference = this.pages.canonical(given);
    return takeForm({
      body,
      act: async (form) => {
        const messageId = form.text('messageId');
        if (!isUuid(messageId)) throw notFound();
        if (sent.problem !== null) throw sent.problem;
        if (sent.file === null)
          throw unprocessable('Choose a file.', [{ pointer: '/file', detail: 'Choose a file to attach' }]);
        await this.attachments.attach(acting, reference, { ...TO_NOTHING, messageId }, sent.file);
        return goTo(`${advicePath(reference)}#message-${messageId}`);
      },
      again: (fields, problems) => this.pages.thread(acting, reference, { fields, problems }),
    });
  }

  /** Says something in a thread as what the form was for: an answer, a further question, or opening it again. */
  private said(acting: Acting, reference: string, as: string, words: string, body: unknown): Promise<Answer> {
    switch (as) {
      case 'answer':
        return this.advice.answer(acting, reference, revisionIn(fieldsOf(body)), words);
      case 'reopening':
        return this.advice.reopen(acting, reference, words);
      default:
        return this.advice.followUp(acting, reference, words);
    }
  }
}

function toMessage(reference: string, { body }: Answer): PageAnswer {
  const { messageId } = JSON.parse(body) as { readonly messageId: string };
  return goTo(`${advicePath(reference)}#message-${messageId}`);
}

/** What a form that narrows says, without the fields that were left as they were. */
function narrowingOf(query: unknown): Readonly<Record<string, string>> {
  const fields = fieldsOf(query);
  return Object.fromEntries(
    NARROWING.map((name) => [name, heldIn(fields, name)] as const).filter(([, text]) => text !== ''),
  );
}

function listPath(asked: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, text]) => text !== ''));
  return query.size === 0 ? '/advice' : `/advice?${query.toString()}`;
}

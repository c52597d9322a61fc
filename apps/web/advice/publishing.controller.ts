import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { GuidanceService, type Acting } from '#casework';
import { codePoint, type PointNumber } from '#domain';
import { GuidanceRequest, isUuid, ReasonRequest, Recorded } from '#edge';
import { Access } from '#identity';
import { notFound } from '#platform';
import { revisionIn } from '../answering/revision.js';
import { checkRequest } from '../forms/check-request.js';
import type { PostedFields } from '../forms/posted-form.js';
import { inOrderOf } from '../forms/problem-words.js';
import { CHANGE_AGAIN, takeForm } from '../forms/take-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, type PageAnswer } from '../server/page.js';
import { pointChoices } from './advice-model.js';
import { AdvicePages, NOTHING_YET, type ShownAgain } from './advice-pages.js';
import { advicePath } from './advice-paths.js';

/** Making guidance of an answer, and taking it back. */
@Controller('advice/:reference')
@Access('auditor-or-assurance')
export class PublishAdviceController {
  constructor(
    private readonly pages: AdvicePages,
    private readonly guidance: GuidanceService,
  ) {}

  @Get('publish')
  @Recorded('view')
  askPublish(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.publishing(acting, reference, NOTHING_YET);
  }

  @Post('publish')
  @HttpCode(200)
  @Recorded('view')
  publish(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.pages.canonical(given);
    return takeForm({
      body,
      act: async (form) => {
        const point = form.text('point');
        const words = checkRequest(GuidanceRequest, {
          title: form.text('title'),
          body: form.text('body'),
          point: point === '' ? null : Number(point),
        });
        const guidance = { title: words.title, body: words.body, point: words.point ?? null };
        const revision = revisionIn(form.fields);
        if (form.text('checked') !== 'yes') {
          await this.guidance.check(acting, reference, revision, guidance);
          return this.checking(acting, reference, form.fields, guidance.point);
        }
        await this.guidance.publish(acting, reference, revision, guidance);
        return goTo(`${advicePath(reference)}#guidance`);
      },
      again: (fields, problems) => this.publishing(acting, reference, { fields, problems }),
      overtaken: (fields) => this.publishing(acting, reference, this.pages.overtaken(fields)),
    });
  }

  @Get('guidance/:id/withdraw')
  @Recorded('view')
  askWithdraw(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    return this.withdrawing(acting, reference, id, NOTHING_YET);
  }

  @Post('guidance/:id/withdraw')
  @HttpCode(200)
  @Recorded('view')
  withdraw(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.pages.canonical(given);
    if (!isUuid(id)) throw notFound();
    return takeForm({
      body,
      act: async (form) => {
        const { reason } = checkRequest(ReasonRequest, { reason: form.textOrNull('reason') });
        await this.guidance.withdraw(acting, reference, revisionIn(form.fields), id, reason);
        return goTo(`${advicePath(reference)}#guidance`);
      },
      again: (fields, problems) =>
        this.withdrawing(acting, reference, id, {
          fields,
          problems: inOrderOf(problems, { reason: 'Say why it is withdrawn' }),
        }),
      overtaken: (fields) => this.withdrawing(acting, reference, id, this.pages.overtaken(fields)),
    });
  }

  private publishing(acting: Acting, reference: string, again: ShownAgain): Promise<PageAnswer> {
    return this.pages.form(acting, reference, 'publish-guidance', 'advice/publish', again, ({ advice }) => {
      const latest = advice.messages.findLast(({ kind }) => kind === 'answer');
      const start: PostedFields = {
        title: '',
        body: latest?.body ?? '',
        point: advice.point === null ? '' : String(advice.point),
      };
      return {
        points: pointChoices('No point in particular: it is on the page of guidance'),
        fields: Object.keys(again.fields).length === 0 ? start : again.fields,
      };
    });
  }

  /** What every department will read, before it is published. */
  private checking(
    acting: Acting,
    reference: string,
    fields: PostedFields,
    point: PointNumber | null,
  ): Promise<PageAnswer> {
    const again = { fields, problems: [] };
    return this.pages.form(acting, reference, 'publish-guidance', 'advice/publish-check', again, () => ({
      changeAgain: CHANGE_AGAIN,
      place:
        point === null
          ? 'On the page of published guidance'
          : `Beside point ${String(point)}, ${codePoint(point).title}, and on the page of published guidance`,
    }));
  }

  /** @throws ProblemError 404 when the guidance was not made of the question */
  private withdrawing(acting: Acting, reference: string, id: string, again: ShownAgain): Promise<PageAnswer> {
    return this.pages.form(acting, reference, 'withdraw-guidance', 'advice/withdraw', again, ({ advice }) => {
      const guidance = advice.guidance.find((one) => one.id === id);
      if (guidance === undefined) throw notFound();
      return { guidance };
    });
  }
}

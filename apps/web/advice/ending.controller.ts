import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AdviceService, type Acting } from '#casework';
import { ADVICE_OUTCOME_NAMES, ADVICE_OUTCOMES, isAssuranceRole } from '#domain';
import { AdviceClosureRequest, Recorded, ReferralRequest } from '#edge';
import { Access } from '#identity';
import { revisionIn } from '../answering/revision.js';
import { checkRequest } from '../forms/check-request.js';
import { inOrderOf } from '../forms/problem-words.js';
import { takeForm } from '../forms/take-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, type PageAnswer } from '../server/page.js';
import { AdvicePages, NOTHING_YET, type ShownAgain } from './advice-pages.js';
import { advicePath } from './advice-paths.js';

/** Closing a question, and sending it to the Crown Commercial Service. */
@Controller('advice/:reference')
@Access('signed-in')
export class EndAdviceController {
  constructor(
    private readonly pages: AdvicePages,
    private readonly advice: AdviceService,
  ) {}

  @Get('close')
  @Recorded('view')
  askClose(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.closing(acting, reference, NOTHING_YET);
  }

  @Post('close')
  @HttpCode(200)
  @Recorded('view')
  close(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.pages.canonical(given);
    return takeForm({
      body,
      act: async (form) => {
        const asked = checkRequest(AdviceClosureRequest, {
          outcome: form.textOrNull('outcome'),
          body: form.textOrNull('body'),
        });
        const { outcome, body: words = null } = asked;
        await this.advice.close(acting, reference, revisionIn(form.fields), outcome, words ?? '');
        return goTo(advicePath(reference));
      },
      again: (fields, problems) =>
        this.closing(acting, reference, {
          fields,
          problems: inOrderOf(problems, { outcome: 'Choose how it ends', body: 'Say it in fewer words' }),
        }),
      overtaken: (fields) => this.closing(acting, reference, this.pages.overtaken(fields)),
    });
  }

  @Get('refer')
  @Access('auditor-or-assurance')
  @Recorded('view')
  askRefer(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.referring(acting, reference, NOTHING_YET);
  }

  @Post('refer')
  @Access('auditor-or-assurance')
  @HttpCode(200)
  @Recorded('view')
  refer(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.pages.canonical(given);
    return takeForm({
      body,
      act: async (form) => {
        const { note = null } = checkRequest(ReferralRequest, { note: form.textOrNull('note') });
        await this.advice.refer(acting, reference, revisionIn(form.fields), note);
        return goTo(advicePath(reference));
      },
      again: (fields, problems) => this.referring(acting, reference, { fields, problems }),
      overtaken: (fields) => this.referring(acting, reference, this.pages.overtaken(fields)),
    });
  }

  private closing(acting: Acting, reference: string, again: ShownAgain): Promise<PageAnswer> {
    const ofAssurance = acting.roles.some(({ role }) => isAssuranceRole(role));
    return this.pages.form(acting, reference, 'close-advice', 'advice/close', again, () => ({
      outcomes: ADVICE_OUTCOMES.filter((outcome) => ofAssurance || outcome !== 'could-not-be-answered').map(
        (value) => ({ value, text: ADVICE_OUTCOME_NAMES[value] }),
      ),
    }));
  }

  private referring(acting: Acting, reference: string, again: ShownAgain): Promise<PageAnswer> {
    return this.pages.form(acting, reference, 'refer-advice', 'advice/refer', again);
  }
}

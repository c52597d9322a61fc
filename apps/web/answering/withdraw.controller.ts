import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { SubmissionService, type Acting } from '#casework';
import { STATE_NAMES, type CaseState } from '#domain';
import { ReasonRequest, Recorded } from '#edge';
import { Access } from '#identity';
import { casePath } from '../case/action-paths.js';
import { inOwnWords } from '../forms/problem-words.js';
import { heldIn, type PostedFields } from '../forms/posted-form.js';
import { checkRequest } from '../forms/check-request.js';
import { conflictPage } from '../forms/conflict.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { takeForm } from '../forms/take-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { AnsweringPages, type AnsweringCase } from './answering-pages.js';
import { revisionIn } from './revision.js';
import { insteadOfWithdrawing } from './instead-of-withdrawing.js';

/** A department takes its request back. */
@Controller('cases/:reference')
@Access('signed-in')
export class WithdrawController {
  constructor(
    private readonly pages: AnsweringPages,
    private readonly submission: SubmissionService,
  ) {}

  @Get('withdraw')
  @Recorded('view')
  async ask(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.form(await this.pages.open(acting, reference, 'withdraw'), {}, []);
  }

  @Post('withdraw')
  @Recorded('view')
  async withdraw(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const opened = await this.pages.open(acting, reference, 'withdraw');
    const { found } = opened;
    return takeForm({
      body,
      act: async (form) => {
        const { reason } = checkRequest(ReasonRequest, { reason: form.text('reason') });
        await this.submission.withdraw(acting, found.reference, revisionIn(form.fields), reason);
        return goTo(casePath(found.reference, 'withdrawn'));
      },
      again: (fields, problems) => this.form(opened, fields, problems),
      overtaken: async (fields) =>
        conflictPage(
          {
            about: `Withdraw ${found.reference}`,
            action: casePath(found.reference, 'withdraw'),
            keepTheirs: casePath(found.reference),
            revision: found.revision,
            changed: await this.pages.lastChange(acting, opened),
            disagreements: [
              {
                label: 'Where the case stands',
                mine: STATE_NAMES[heldIn(fields, 'seen') as CaseState],
                theirs: STATE_NAMES[found.state],
              },
              {
                label: 'Why you withdraw it',
                mine: heldIn(fields, 'reason'),
                theirs: 'The request is not withdrawn',
              },
            ],
          },
          fields,
          randomUUID(),
        ),
    });
  }

  @Get('withdrawn')
  @Recorded('view')
  async withdrawn(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
  ): Promise<PageAnswer> {
    const { found, header } = await this.pages.open(acting, reference, 'withdraw');
    if (found.state !== 'withdrawn') return goTo(casePath(found.reference));
    return show('answering/withdrawn', { found, header });
  }

  private form(
    { found, header, why }: AnsweringCase,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): PageAnswer {
    return show(
      'answering/withdraw',
      {
        found,
        header,
        why,
        instead: insteadOfWithdrawing(found.state),
        reason: heldIn(fields, 'reason'),
        revision: heldIn(fields, 'revision') || String(found.revision),
        seen: heldIn(fields, 'seen') || found.state,
        problems: inOwnWords(problems, { reason: 'Say why you withdraw the request' }),
        once: randomUUID(),
      },
      why.length > 0 ? 409 : problems.length > 0 ? 400 : 200,
    );
  }
}

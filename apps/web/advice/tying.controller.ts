import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AdviceService, type Acting } from '#casework';
import { ASSURANCE_ROLES } from '#domain';
import { AdviceAboutRequest, Recorded, referenceTiedTo } from '#edge';
import { Access, holdsAny } from '#identity';
import { revisionIn } from '../answering/revision.js';
import { checkRequest } from '../forms/check-request.js';
import { inOrderOf } from '../forms/problem-words.js';
import { takeForm } from '../forms/take-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, type PageAnswer } from '../server/page.js';
import { pointChoices } from './advice-model.js';
import { AdvicePages, NOTHING_YET, type ShownAgain } from './advice-pages.js';
import { advicePath } from './advice-paths.js';

const ASKS = {
  about: 'Give the reference of a case you can see, like DT-3469-CDFH',
  point: 'Choose a point',
};

/** Saying later which case a question is about. */
@Controller('advice/:reference/about')
@Access('signed-in')
export class TieAdviceController {
  constructor(
    private readonly pages: AdvicePages,
    private readonly advice: AdviceService,
  ) {}

  @Get()
  @Recorded('view')
  ask(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.form(acting, reference, NOTHING_YET);
  }

  @Post()
  @HttpCode(200)
  @Recorded('view')
  tie(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.pages.canonical(given);
    return takeForm({
      body,
      act: async (form) => {
        const chosen = form.text('point');
        const asked = checkRequest(AdviceAboutRequest, {
          about: form.textOrNull('about'),
          point: chosen === '' ? null : Number(chosen),
        });
        const about = referenceTiedTo(asked.about);
        await this.advice.tie(acting, reference, revisionIn(form.fields), about, asked.point ?? null);
        return goTo(advicePath(reference));
      },
      again: (fields, problems) =>
        this.form(acting, reference, { fields, problems: inOrderOf(problems, ASKS) }),
      overtaken: (fields) => this.form(acting, reference, this.pages.overtaken(fields)),
    });
  }

  private form(acting: Acting, reference: string, again: ShownAgain): Promise<PageAnswer> {
    const { fields, problems } = again;
    return this.pages.form(acting, reference, 'tie-advice', 'advice/about', again, ({ advice }) => ({
      points: pointChoices('All of them'),
      ofAssurance: holdsAny(acting, ASSURANCE_ROLES),
      fields:
        problems.length > 0
          ? fields
          : {
              about: advice.about?.reference ?? '',
              point: advice.point === null ? '' : String(advice.point),
            },
    }));
  }
}

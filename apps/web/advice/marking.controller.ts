import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AdviceService, type Acting } from '#casework';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { takeForm } from '../forms/take-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, type PageAnswer } from '../server/page.js';
import { AdvicePages, NOTHING_YET, type ShownAgain } from './advice-pages.js';
import { advicePath } from './advice-paths.js';

/** Marking a question more strictly than it is. */
@Controller('advice/:reference/mark')
@Access('signed-in')
export class MarkAdviceController {
  constructor(
    private readonly pages: AdvicePages,
    private readonly advice: AdviceService,
  ) {}

  @Get()
  @Recorded('view')
  ask(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.page(acting, reference, NOTHING_YET);
  }

  @Post()
  @HttpCode(200)
  @Recorded('view')
  mark(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.pages.canonical(given);
    return takeForm({
      body,
      act: async () => {
        await this.advice.mark(acting, reference, 'OFFICIAL-SENSITIVE');
        return goTo(advicePath(reference));
      },
      again: (fields, problems) => this.page(acting, reference, { fields, problems }),
    });
  }

  private page(acting: Acting, reference: string, again: ShownAgain): Promise<PageAnswer> {
    return this.pages.form(acting, reference, 'mark-advice', 'advice/mark', again);
  }
}

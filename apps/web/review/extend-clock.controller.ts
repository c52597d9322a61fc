import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { TriageService, type Acting } from '#casework';
import { addDays, londonDate, type DayKind } from '#domain';
import { ExtensionRequest, Recorded } from '#edge';
import { Access } from '#identity';
import { CasePages } from '../case/case-pages.js';
import { checkRequest } from '../forms/check-request.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { PostedForm, type PostedFields } from '../forms/posted-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { inOrderOf } from '../forms/problem-words.js';
import { frame, offerOf, refusedPage, ReviewPages, revisionIn, statusOf } from './review-pages.js';

const DAYS: Readonly<Record<DayKind, string>> = {
  'working-days': 'working days',
  'calendar-days': 'days',
};

/** Giving a target more time, within the regime's limit. */
@Controller('cases/:reference/extend-clock')
@Access('auditor-or-assurance')
export class ExtendClockController {
  constructor(
    private readonly pages: ReviewPages,
    private readonly cases: CasePages,
    private readonly triage: TriageService,
  ) {}

  @Get()
  @Recorded('view')
  ask(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.page(acting, reference, {}, []);
  }

  @Post()
  @Recorded('view')
  @HttpCode(200)
  extend(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.cases.canonical(given);
    return this.pages.take(acting, reference, {
      body,
      act: async (form) => {
        const asked = {
          target: form.textOrNull('target'),
          days: form.wholeNumber('days', 'Days'),
          reason: form.textOrNull('reason'),
        };
        const { target, days, reason } = checkRequest(ExtensionRequest, asked, form.problems);
        await this.triage.extendClock(acting, reference, revisionIn(form.fields), { target, days, reason });
        return goTo(`/cases/${reference}/extend-clock#targets`);
      },
      again: (fields, problems) =>
        this.page(
          acting,
          reference,
          fields,
          inOrderOf(problems, {
            target: 'Choose the target that needs more time',
            days: 'Enter how many days more, as a whole number',
            reason: 'Say why more time is needed',
          }),
        ),
    });
  }

  private async page(
    acting: Acting,
    reference: string,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const open = await this.pages.open(acting, reference);
    const offer = offerOf(open, 'extend-clock');
    const { turnaround, standing } = open.clock;
    if (!offer.allowed) {
      const names = new Map((standing?.targets ?? []).map(({ id, name }) => [id, `To ${name}`]));
      return refusedPage(open, 'Give a target more time', offer.why, fields, problems, names);
    }
    const rules = turnaround === 'not-known' ? [] : turnaround.targets;
    const chosen = new PostedForm(fields).text('target');
    const targets = (standing?.targets ?? []).map((target) => ({
      ...target,
      days: DAYS[target.dayKind],
      // Time runs out at a midnight: the day before it is the last one.
      by: target.dueAt === null ? null : addDays(londonDate(target.dueAt), -1),
      most: rules.find(({ id }) => id === target.id)?.mostExtensionDays ?? 0,
    }));
    return show(
      'review/extend-clock',
      {
        ...frame(open, fields),
        problems,
        targets,
        choices: targets
          .filter(({ most, isOpen }) => most > 0 && isOpen)
          .map(({ id, name, most, extensionDays, days }) => ({
            value: id,
            text: `To ${name}`,
            hint: { text: `At most ${String(most - extensionDays)} ${days} more` },
            checked: chosen === id,
          })),
      },
      statusOf(problems),
    );
  }
}

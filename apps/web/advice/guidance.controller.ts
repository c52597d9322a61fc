import { Controller, Get, Query } from '@nestjs/common';
import { AdviceReadingService, type Acting } from '#casework';
import { ADVICE_SUBJECT_WORDS, codePoint } from '#domain';
import { cursorOf, GuidanceQuery, NotRecorded, positionOf } from '#edge';
import { Access } from '#identity';
import { checkRequest } from '../forms/check-request.js';
import { refuseUnknownFilters } from '../forms/known-filters.js';
import { fieldsOf, heldIn } from '../forms/posted-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';
import { pointChoices, SUBJECT_OPTIONS } from './advice-model.js';

const ON_A_PAGE = 20;
const NARROWING = ['subject', 'point', 'after'] as const;

/** What was answered to others, for everybody to read, without their names. */
@Controller('advice/guidance')
@Access('signed-in')
export class GuidancePageController {
  constructor(private readonly reading: AdviceReadingService) {}

  @Get()
  @NotRecorded('It shows what is published to everybody, and nothing of a case.')
  async list(@CurrentActor() acting: Acting, @Query() query: unknown): Promise<PageAnswer> {
    refuseUnknownFilters(query, NARROWING);
    const fields = fieldsOf(query);
    const asked = Object.fromEntries(
      NARROWING.map((name) => [name, heldIn(fields, name)] as const).filter(([, text]) => text !== ''),
    );
    const { subject, point, after } = checkRequest(GuidanceQuery, asked);
    const { items, next } = await this.reading.guidance(
      acting,
      { subject: subject ?? null, point: point ?? null },
      { after: positionOf(after), limit: ON_A_PAGE },
    );
    const cursor = cursorOf(next);
    return show('advice/guidance', {
      items: items.map((one) => ({
        ...one,
        subject: ADVICE_SUBJECT_WORDS[one.subject].name,
        pointTitle: one.point === null ? null : `Point ${one.point}: ${codePoint(one.point).title}`,
      })),
      subjects: SUBJECT_OPTIONS,
      points: pointChoices('Any point'),
      chosen: { subject: subject ?? '', point: point === undefined ? '' : String(point) },
      nextPath:
        cursor === null
          ? null
          : `/advice/guidance?${new URLSearchParams({ ...asked, after: cursor }).toString()}`,
    });
  }
}

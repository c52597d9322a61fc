import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Acting } from '#casework';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { notFound } from '#platform';
import { GivesFormBack } from '../forms/gives-form-back.js';
import { CurrentActor } from '../server/current-actor.js';
import type { PageAnswer } from '../server/page.js';
import { outcomeOf } from './decision-form.js';
import { DecidingPages, type Kind } from './deciding-pages.js';

/** Deciding a recommended case: choose, word it, check it, make it final. */
@Controller('cases/:reference/decide')
@Access('auditor-or-assurance')
export class DecideController {
  readonly kind: Kind = 'decide';

  constructor(private readonly deciding: DecidingPages) {}

  @Get()
  @Recorded('view')
  choose(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Query() query: unknown,
  ): Promise<PageAnswer> {
    return this.deciding.choose(this.kind, acting, reference, query);
  }

  @Get(':outcome')
  @Recorded('view')
  word(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('outcome') outcome: string,
  ): Promise<PageAnswer> {
    return this.deciding.word(this.kind, acting, reference, known(outcome));
  }

  @Post(':outcome')
  @Recorded('view')
  @HttpCode(200)
  check(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('outcome') outcome: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return this.deciding.check(this.kind, acting, reference, known(outcome), body);
  }

  @Post(':outcome/confirm')
  @GivesFormBack()
  @Recorded('view')
  @HttpCode(200)
  confirm(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('outcome') outcome: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return this.deciding.confirm(this.kind, acting, reference, known(outcome), body);
  }
}

/** Putting a new decision in the place of the one that stands: in the same steps. */
@Controller('cases/:reference/supersede')
@Access('auditor-or-assurance')
export class SupersedeController extends DecideController {
  override readonly kind = 'supersede';
}

function known(text: string) {
  const outcome = outcomeOf(text);
  if (outcome === null) throw notFound();
  return outcome;
}

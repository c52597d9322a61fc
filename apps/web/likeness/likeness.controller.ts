import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { LikenessService, type Acting, type ComparedPair } from '#casework';
import { LikenessListQuery, pairCursorOf, pairPositionOf, ReasonRequest, Recorded } from '#edge';
import { Access, holdsAny } from '#identity';
import { conflict } from '#platform';
import { CasePages } from '../case/case-pages.js';
import { checkRequest } from '../forms/check-request.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { refuseUnknownFilters } from '../forms/known-filters.js';
import { fieldsOf, heldIn, type PostedFields } from '../forms/posted-form.js';
import { inOwnWords } from '../forms/problem-words.js';
import { takeForm } from '../forms/take-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { differencesOf, MARKED_HIGHER, mayBeTold, pairPath } from './pair-model.js';

/** Pairs on one page. */
const ON_A_PAGE = 20;

/** What can be made of two cases that look alike, with the words of its form. */
const JUDGEMENTS = {
  'put-in-touch': {
    title: 'Put the two departments in touch',
    ask: 'Why should they speak to each other?',
    hint: 'Both departments read this, in an email and in the history of their case.',
    button: 'Put them in touch',
    missing: 'Say why the two departments should speak to each other',
  },
  dismiss: {
    title: 'Dismiss this pair for good',
    ask: 'Why are they not for the same thing?',
    hint: 'GDS Assurance and auditors can read this. Departments cannot.',
    button: 'Dismiss this pair',
    missing: 'Say why they are not for the same thing',
  },
} as const;
type Judgement = keyof typeof JUDGEMENTS;

/** Cases of different organisations that look alike. */
@Controller('alike')
@Access('auditor-or-assurance')
export class AlikeController {
  constructor(private readonly likenesses: LikenessService) {}

  @Get()
  @Recorded('search')
  async list(@CurrentActor() acting: Acting, @Query() query: unknown): Promise<PageAnswer> {
    refuseUnknownFilters(query, []);
    const asked = heldIn(fieldsOf(query), 'after');
    const { after } = checkRequest(LikenessListQuery, asked === '' ? {} : { after: asked });
    const page = await this.likenesses.list(acting, { after: pairPositionOf(after), limit: ON_A_PAGE });
    const next = pairCursorOf(page.next);
    return show('likeness/alike', {
      pairs: page.items.map((pair) => ({
        ...pair,
        href: pairPath(pair.one.reference, pair.other.reference),
      })),
      nextPath: next === null ? null : `/alike?after=${encodeURIComponent(next)}`,
      firstPath: after === undefined ? null : '/alike',
    });
  }
}

/** Two cases beside one another, and what a reviewer makes of them. */
@Controller('cases/:reference/alike/:otherReference')
@Access('auditor-or-assurance')
export class PairController {
  constructor(
    private readonly likenesses: LikenessService,
    private readonly cases: CasePages,
  ) {}

  @Get()
  @Recorded('view')
  async pair(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('otherReference') otherReference: string,
  ): Promise<PageAnswer> {
    const pair = await this.read(acting, reference, otherReference);
    return show('likeness/pair', {
      pair,
      differences: differencesOf(pair),
      path: pairPath(pair.one.reference, pair.other.reference),
      mayJudge: holdsAny(acting, ['reviewer']) && pair.verdict === null,
      mayBeTold: mayBeTold(pair),
      markedHigher: MARKED_HIGHER,
    });
  }

  @Get('put-in-touch')
  @Access('reviewer')
  @Recorded('view')
  async askTouch(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('otherReference') otherReference: string,
  ): Promise<PageAnswer> {
    return form('put-in-touch', await this.open(acting, reference, otherReference), {}, []);
  }

  @Post('put-in-touch')
  @Access('reviewer')
  @Recorded('view')
  @HttpCode(200)
  touch(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('otherReference') otherReference: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return this.judge(acting, [reference, otherReference], 'put-in-touch', body);
  }

  @Get('dismiss')
  @Access('reviewer')
  @Recorded('view')
  async askDismiss(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('otherReference') otherReference: string,
  ): Promise<PageAnswer> {
    return form('dismiss', await this.open(acting, reference, otherReference), {}, []);
  }

  @Post('dismiss')
  @Access('reviewer')
  @Recorded('view')
  @HttpCode(200)
  dismiss(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('otherReference') otherReference: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return this.judge(acting, [reference, otherReference], 'dismiss', body);
  }

  private async judge(
    acting: Acting,
    [reference, otherReference]: readonly [string, string],
    judgement: Judgement,
    body: unknown,
  ): Promise<PageAnswer> {
    const pair = await this.read(acting, reference, otherReference);
    const { one, other } = pair;
    return takeForm({
      body,
      act: async (posted) => {
        const { reason } = checkRequest(ReasonRequest, { reason: posted.text('reason') });
        if (judgement === 'put-in-touch')
          await this.likenesses.putInTouch(acting, one.reference, other.reference, reason);
        else await this.likenesses.dismiss(acting, one.reference, other.reference, reason);
        return goTo(pairPath(one.reference, other.reference));
      },
      again: (fields, problems) => form(judgement, pair, fields, problems),
    });
  }

  /** The pair, for a form that is only shown where it can be sent. */
  private async open(acting: Acting, reference: string, otherReference: string): Promise<ComparedPair> {
    const pair = await this.read(acting, reference, otherReference);
    if (pair.verdict !== null) throw conflict('Somebody has judged these two cases already.');
    return pair;
  }

  private read(acting: Acting, reference: string, otherReference: string): Promise<ComparedPair> {
    return this.likenesses.pair(
      acting,
      this.cases.canonical(reference),
      this.cases.canonical(otherReference),
    );
  }
}

function form(
  judgement: Judgement,
  { one, other }: ComparedPair,
  fields: PostedFields,
  problems: readonly ShownProblem[],
): PageAnswer {
  const words = JUDGEMENTS[judgement];
  return show(
    'likeness/judge',
    {
      words,
      one,
      other,
      path: pairPath(one.reference, other.reference),
      action: `${pairPath(one.reference, other.reference)}/${judgement}`,
      isDismissal: judgement === 'dismiss',
      reason: heldIn(fields, 'reason'),
      problems: inOwnWords(problems, { reason: words.missing }),
      once: randomUUID(),
    },
    problems.length > 0 ? 400 : 200,
  );
}

import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { DraftingService, type Acting } from '#casework';
import { LONGEST_REASON, londonDate, MOST_BENEFITS, type Benefit, type LegacyException } from '#domain';
import { BenefitRequest, benefitOf, Recorded } from '#edge';
import { Access } from '#identity';
import { Clock, notFound } from '#platform';
import type { ExceptionText } from '../../case/case-texts.js';
import { checkRequest } from '../../forms/check-request.js';
import type { ShownProblem } from '../../forms/form-problems.js';
import { PostedForm, type PostedFields } from '../../forms/posted-form.js';
import { turnedRound } from '../../forms/problem-words.js';
import { takeForm } from '../../forms/take-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { OpenRequests, type OpenRequest } from '../open-request.js';
import { FROM_CHECK, paths } from '../paths.js';
import { BENEFIT_ASKS, benefitBoxes, benefitField, readBenefit, wordsOfBenefit } from './benefit-form.js';

const OVERTAKEN: ShownProblem = {
  text: 'Somebody changed what is said of this system while you were writing. Look at it again, then save',
  field: '',
};

/** Where on a system’s list a benefit stands, counted from 1; `null` for one to be added. */
type Place = number | null;

/** Benefits promised of putting a legacy system right, one to a page. */
@Controller('cases/:reference/legacy-exceptions/:id/benefits')
@Access('signed-in')
export class BenefitsController {
  constructor(
    private readonly requests: OpenRequests,
    private readonly drafting: DraftingService,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  @Recorded('view')
  async askNew(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    const open = await this.requests.readToChange(acting, reference);
    if (open === null) return goTo(paths.case(reference));
    const saved = savedIn(open, id);
    return benefitPage(open, saved, null, { revision: String(saved.revision) }, []);
  }

  @Post('new')
  @Recorded('view')
  add(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return this.take(acting, reference, id, null, body);
  }

  @Get(':number/edit')
  @Recorded('view')
  async ask(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Param('number') number: string,
    @Query('from') from?: string,
  ): Promise<PageAnswer> {
    const open = await this.requests.readToChange(acting, reference);
    if (open === null) return goTo(paths.case(reference));
    const saved = savedIn(open, id);
    const place = placeOf(number);
    const fields = { ...benefitBoxes(benefitAt(saved, place)), revision: String(saved.revision) };
    return benefitPage(open, saved, place, { ...fields, ...(from === FROM_CHECK ? { from } : {}) }, []);
  }

  @Post(':number/edit')
  @Recorded('view')
  save(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Param('number') number: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return this.take(acting, reference, id, placeOf(number), body);
  }

  @Get(':number/remove')
  @Recorded('view')
  async askToRemove(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Param('number') number: string,
  ): Promise<PageAnswer> {
    const open = await this.requests.readToChange(acting, reference);
    if (open === null) return goTo(paths.case(reference));
    return removalPage(open, savedIn(open, id), placeOf(number), []);
  }

  @Post(':number/remove')
  @Recorded('view')
  async remove(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Param('number') number: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const open = await this.requests.readToWrite(acting, reference);
    const saved = savedIn(open, id);
    const place = placeOf(number);
    return takeForm({
      body,
      act: async (form) => {
        const benefits = (saved.benefits ?? []).filter((_one, index) => index !== place - 1);
        return this.change(acting, open, saved, benefits, form);
      },
      again: (_fields, problems) => removalPage(open, saved, place, problems),
      overtaken: async () => {
        const now = await this.requests.read(acting, open.reference);
        const theirs = savedIn(now, id);
        return theirs.benefits?.[place - 1] === undefined
          ? goTo(paths.exceptions(open.reference))
          : removalPage(now, theirs, place, [OVERTAKEN]);
      },
    });
  }

  private async take(
    acting: Acting,
    reference: string,
    id: string,
    place: Place,
    body: unknown,
  ): Promise<PageAnswer> {
    const open = await this.requests.readToWrite(acting, reference);
    const saved = savedIn(open, id);
    return takeForm({
      body,
      fieldOf: benefitField,
      act: async (form) => {
        const before = saved.benefits ?? [];
        const values = readBenefit(form, before, londonDate(this.clock.now()));
        const written = benefitOf(checkRequest(BenefitRequest, values, form.problems));
        const benefits =
          place === null
            ? [...before, written]
            : before.map((one, index) => (index === place - 1 ? written : one));
        return this.change(acting, open, saved, benefits, form);
      },
      again: (fields, problems) => benefitPage(open, saved, place, fields, problems),
      // What was written stays in its boxes, and is saved upon what the other saved.
      overtaken: async (fields) => {
        const now = await this.requests.read(acting, open.reference);
        const theirs = savedIn(now, id);
        const still = place === null || theirs.benefits?.[place - 1] !== undefined ? place : null;
        return benefitPage(now, theirs, still, { ...fields, revision: String(theirs.revision) }, [OVERTAKEN]);
      },
    });
  }

  /** Saves the system with these benefits, on the revision the person looked at. */
  private async change(
    acting: Acting,
    { reference }: OpenRequest,
    saved: ExceptionText,
    benefits: readonly Benefit[],
    form: PostedForm,
  ): Promise<PageAnswer> {
    const expected = Number(form.text('revision') || -1);
    await this.drafting.changeException(acting, reference, expected, withBenefits(saved, benefits));
    return goTo(
      form.text('from') === FROM_CHECK ? paths.checkAnswers(reference) : paths.exceptions(reference),
    );
  }
}

/** What is said of a system, with other benefits. */
function withBenefits(saved: ExceptionText, benefits: readonly Benefit[]): LegacyException {
  const { id, system, points, explanation, remediationPlan, funded, targetDate, owner, scores } = saved;
  return {
    id,
    system,
    points,
    explanation,
    remediationPlan,
    funded,
    targetDate,
    owner,
    scores,
    ...(benefits.length === 0 ? {} : { benefits }),
  };
}

function benefitPage(
  { found, reference }: OpenRequest,
  saved: ExceptionText,
  place: Place,
  fields: PostedFields,
  problems: readonly ShownProblem[],
): PageAnswer {
  const { revision = '', from } = fields;
  const isFull = place === null && (saved.benefits?.length ?? 0) >= MOST_BENEFITS;
  return show(
    'request/exceptions/benefit',
    {
      title: place === null ? 'Add a promised benefit' : `Promised benefit ${place}`,
      found,
      system: saved.system,
      fields,
      isFull,
      most: MOST_BENEFITS,
      longest: LONGEST_REASON,
      action:
        place === null ? paths.newBenefit(reference, saved.id) : paths.benefit(reference, saved.id, place),
      backHref: from === FROM_CHECK ? paths.checkAnswers(reference) : paths.exceptions(reference),
      hidden: { revision, ...(from === FROM_CHECK ? { from } : {}) },
      problems: turnedRound(problems, BENEFIT_ASKS),
      once: randomUUID(),
    },
    problems.length > 0 ? 400 : 200,
  );
}

function removalPage(
  { found, reference }: OpenRequest,
  saved: ExceptionText,
  place: number,
  problems: readonly ShownProblem[],
): PageAnswer {
  return show(
    'request/exceptions/remove-benefit',
    {
      title: `Remove promised benefit ${place}?`,
      found,
      answers: wordsOfBenefit(benefitAt(saved, place)),
      action: paths.removeBenefit(reference, saved.id, place),
      backHref: paths.exceptions(reference),
      hidden: { revision: String(saved.revision) },
      problems,
      once: randomUUID(),
    },
    problems.length > 0 ? 409 : 200,
  );
}

/** @throws ProblemError 404 where it is no place of a list */
function placeOf(number: string): number {
  if (!/^[1-9]\d?$/.test(number)) throw notFound();
  return Number(number);
}

/** @throws ProblemError 404 where the system has no such benefit, or not any more */
function benefitAt({ benefits = [] }: ExceptionText, place: number): Benefit {
  const found = benefits[place - 1];
  if (found === undefined) throw notFound();
  return found;
}

/** @throws ProblemError 404 where the case has no such exception, or not any more */
function savedIn({ found }: OpenRequest, id: string): ExceptionText {
  const saved = found.legacyExceptions.find((exception) => exception.id === id);
  if (saved === undefined) throw notFound();
  return saved;
}

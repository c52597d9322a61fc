import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { AskingService, ReadingService, type Acting } from '#casework';
import { parseCaseReference, PROTECTIVE_MARKINGS, type ProtectiveMarking } from '#domain';
import { AdviceRequest, Recorded, referenceAsked } from '#edge';
import { Access } from '#identity';
import { together } from '#platform';
import { checkRequest } from '../forms/check-request.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { fieldsOf, heldIn, type PostedFields, type PostedForm } from '../forms/posted-form.js';
import { turnedRound } from '../forms/problem-words.js';
import { takeForm } from '../forms/take-form.js';
import { OwnOrganisations, type OwnOrganisation } from '../pipeline/own-organisations.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { pointChoices, SUBJECT_CHOICES } from './advice-model.js';
import { advicePath } from './advice-paths.js';

const ASKS = {
  organisationId: 'Choose the organisation that asks',
  subject: 'Choose what your question is about',
  title: 'Say in a few words what you ask',
  question: 'Write your question',
};

interface AskedFromCase {
  readonly reference: string;
  readonly title: string;
  readonly marking: ProtectiveMarking;
}

/** One page on which a department asks for advice: from nothing, from planned spend, or from a point of a draft. */
@Controller('advice/ask')
@Access('department')
export class AskAdviceController {
  constructor(
    private readonly organisations: OwnOrganisations,
    private readonly asking: AskingService,
    private readonly reading: ReadingService,
  ) {}

  @Get()
  @Recorded('view')
  async ask(@CurrentActor() acting: Acting, @Query() query: unknown): Promise<PageAnswer> {
    const given = fieldsOf(query);
    const fields = { about: heldIn(given, 'about'), point: heldIn(given, 'point') };
    const [own, about] = await together([
      this.organisations.read(acting),
      this.askedFrom(acting, fields.about),
    ]);
    return page(own, about, fields, []);
  }

  @Post()
  @Recorded('view')
  async send(@CurrentActor() acting: Acting, @Body() body: unknown): Promise<PageAnswer> {
    const posted = fieldsOf(body);
    const [own, about] = await together([
      this.organisations.read(acting),
      this.askedFrom(acting, heldIn(posted, 'about')),
    ]);
    return takeForm({
      body,
      act: async (form) => {
        const request = checkRequest(AdviceRequest, valuesOf(form, own, about), form.problems);
        const { organisationId, subject, point = null, title, question, protectiveMarking } = request;
        const answer = await this.asking.ask(acting, {
          organisationId,
          subject,
          point,
          title,
          question,
          protectiveMarking,
          about: referenceAsked(request.about),
        });
        const { reference } = JSON.parse(answer.body) as { readonly reference: string };
        return goTo(advicePath(reference));
      },
      again: (fields, problems) => page(own, about, fields, turnedRound(problems, ASKS)),
    });
  }

  /** The case a question is asked from; `null` for none. @throws ProblemError 404 when the person may not see it */
  private async askedFrom(acting: Acting, about: string): Promise<AskedFromCase | null> {
    const reference = parseCaseReference(about);
    if (reference === null) return null;
    const found = await this.reading.read(acting, reference, null);
    if (found === null) return null;
    const { details } = JSON.parse(found.json) as {
      readonly details: { readonly title: string; readonly protectiveMarking: ProtectiveMarking };
    };
    return { reference, title: details.title, marking: details.protectiveMarking };
  }
}

function valuesOf(
  form: PostedForm,
  own: readonly OwnOrganisation[],
  about: AskedFromCase | null,
): Readonly<Record<string, unknown>> {
  const [only, ...others] = own;
  const point = form.text('point');
  const marking = form.text('protectiveMarking');
  const organisationId = others.length === 0 && only !== undefined ? only.id : form.text('organisationId');
  return {
    ...(about === null ? { organisationId } : { about: about.reference }),
    subject: form.textOrNull('subject'),
    point: point === '' ? null : Number(point),
    title: form.text('title'),
    question: form.text('question'),
    ...(marking === '' ? {} : { protectiveMarking: marking }),
  };
}

function page(
  own: readonly OwnOrganisation[],
  about: AskedFromCase | null,
  fields: PostedFields,
  problems: readonly ShownProblem[],
): PageAnswer {
  return show(
    'advice/ask',
    {
      choices: own.map(({ id, name }) => ({ value: id, text: name })),
      only: own.length === 1 ? own[0] : undefined,
      about,
      subjects: SUBJECT_CHOICES,
      points: pointChoices('No point in particular'),
      markings: PROTECTIVE_MARKINGS.map((value) => ({ value, text: value })),
      fields: { protectiveMarking: 'OFFICIAL', ...fields },
      problems,
      once: randomUUID(),
    },
    problems.length > 0 ? 400 : 200,
  );
}

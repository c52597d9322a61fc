import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ReadingService, type Acting } from '#casework';
import { LONGEST_REASON, type ActionOffer } from '#domain';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { badRequest, notFound } from '#platform';
import type { ShownProblem } from '../../forms/form-problems.js';
import type { PostedFields, PostedForm } from '../../forms/posted-form.js';
import { takeForm } from '../../forms/take-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { OpenRequests, type OpenRequest } from '../open-request.js';
import { paths } from '../paths.js';
import { openLinks } from './check-answers.js';
import { HandOn } from './hand-on-service.js';
import { DONE_NOTICES, isStepName, STEP_NAMES, STEPS, type StepName } from './steps.js';

/** What a department does with a request as a whole: a page that asks first, and what it asks about. */
@Controller('cases/:reference')
@Access('signed-in')
export class StepsController {
  constructor(
    private readonly requests: OpenRequests,
    private readonly reading: ReadingService,
    private readonly handOn: HandOn,
  ) {}

  @Get([...STEP_NAMES])
  @Recorded('view')
  async ask(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const step = stepOf(request);
    const open = await this.requests.read(acting, reference);
    if (!this.requests.isOfDepartment(acting, open.found)) return goTo(paths.case(open.reference));
    return this.page(acting, open, step, {}, []);
  }

  @Post([...STEP_NAMES])
  @Recorded('view')
  async take(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Req() request: FastifyRequest,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const step = stepOf(request);
    const open = await this.requests.readToWrite(acting, reference);
    return takeForm({
      body,
      // What is missing is missing from the request, and not from this form.
      fieldOf: (pointer) => (pointer === '/reason' || pointer === '/declared' ? pointer.slice(1) : null),
      act: async (form) => {
        refuseUnsaid(step, form);
        const expected = Number(form.text('revision') || -1);
        await this.handOn.do(step, acting, open.reference, expected, form.text('reason'));
        return goTo(
          DONE_NOTICES[step] === undefined
            ? paths.handedOn(open.reference)
            : `${paths.checkAnswers(open.reference)}?done=${step}`,
        );
      },
      again: (fields, problems) => this.page(acting, open, step, fields, problems),
      overtaken: async (fields) => {
        const now = await this.requests.read(acting, open.reference);
        return this.page(acting, now, step, fields, [await this.changed(acting, now)], 409);
      },
    });
  }

  private async changed(acting: Acting, { found }: OpenRequest): Promise<ShownProblem> {
    const change = await this.requests.latestChange(acting, found);
    const who = change === null ? 'Somebody' : change.by;
    return {
      text: `${who} changed the request after you opened this page. Check the answers again before you go on`,
      href: '#check-again',
      field: '',
    };
  }

  private async page(
    acting: Acting,
    open: OpenRequest,
    step: StepName,
    fields: PostedFields,
    problems: readonly ShownProblem[],
    status = problems.length > 0 ? 400 : 200,
  ): Promise<PageAnswer> {
    const { reference, found, questions } = open;
    const { actions, revision } = await this.reading.actions(acting, reference);
    const offer = actions.find(({ action }): boolean => action === STEPS[step].action);
    return show(
      'request/handing-on/step',
      {
        title: STEPS[step].title,
        step: STEPS[step],
        why: reasonsAgainst(offer),
        openQuestions: step === 'resubmit' ? openLinks(reference, questions) : [],
        found,
        fields,
        action: paths.step(reference, step),
        backHref: paths.checkAnswers(reference),
        hidden: { revision: String(revision) },
        longest: LONGEST_REASON,
        problems,
        once: randomUUID(),
      },
      status,
    );
  }
}

function reasonsAgainst(offer: ActionOffer | undefined): readonly string[] {
  return offer === undefined || offer.allowed ? [] : offer.why;
}

/** The step an address ends with. */
function stepOf({ url }: FastifyRequest): StepName {
  const [path = ''] = url.split('?', 1);
  const name = path.split('/').findLast((part) => part !== '') ?? '';
  if (!isStepName(name)) throw notFound();
  return name;
}

/** @throws ProblemError 400 where something has to be confirmed or said first */
function refuseUnsaid(step: StepName, form: PostedForm): void {
  const { declaration, reason } = STEPS[step];
  if (reason !== null && form.text('reason') === '') form.refuse('reason', reason.ask);
  if (form.text('reason').length > LONGEST_REASON)
    form.refuse(
      'reason',
      `Your answer must be ${LONGEST_REASON.toLocaleString('en-GB')} characters or fewer`,
    );
  if (declaration !== null && form.text('declared') !== 'yes')
    form.refuse('declared', 'Confirm that you have read the request');
  if (form.problems.length > 0) throw badRequest('Check what you entered.', form.problems);
}

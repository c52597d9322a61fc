import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { DraftingService, type Acting } from '#casework';
import {
  exceptionSavedBy,
  isPastTarget,
  londonDate,
  TARGET_HAS_PASSED,
  type IsoDate,
  type LegacyException,
} from '#domain';
import { exceptionOf, ExceptionRequest, Recorded } from '#edge';
import { Access } from '#identity';
import { Clock, notFound, together } from '#platform';
import type { ExceptionText } from '../../case/case-texts.js';
import { checkRequest } from '../../forms/check-request.js';
import { mergePage } from '../../forms/merge/merge-page.js';
import { withBeside } from '../../forms/merge/with-beside.js';
import type { ShownProblem } from '../../forms/form-problems.js';
import { fieldsOf, PostedForm, type PostedFields } from '../../forms/posted-form.js';
import { takeForm } from '../../forms/take-form.js';
import { cameForFiles, FormFiles } from '../../attachments/form-files.js';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { FormFile, TakesFile, type SentFile } from '../../server/uploads.js';
import { OpenRequests, type OpenRequest } from '../open-request.js';
import { FROM_CHECK, paths } from '../paths.js';
import { turnedRound } from '../../forms/problem-words.js';
import {
  EXCEPTION_ASKS,
  exceptionBoxes,
  exceptionField,
  readException,
  saidOfException,
} from './exception-form.js';
import { exceptionModel, exceptionsModel, removalModel } from './exceptions-model.js';

/** Told to who was writing about a system that somebody took out meanwhile: what they wrote is offered as a new one. */
const TAKEN_OUT: ShownProblem = {
  text: 'Somebody removed this system from the request while you were writing. Save to add it again as you wrote it',
  field: '',
};

/** The legacy systems that limit how far points can be met. */
@Controller('cases/:reference/legacy-exceptions')
@Access('signed-in')
export class ExceptionsController {
  constructor(
    private readonly requests: OpenRequests,
    private readonly drafting: DraftingService,
    private readonly files: FormFiles,
    private readonly clock: Clock,
  ) {}

  @Get('edit')
  @Recorded('view')
  async list(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    const open = await this.requests.readToChange(acting, reference);
    if (open === null) return goTo(paths.unchangeable(reference));
    return show('request/exceptions/exceptions', exceptionsModel(open));
  }

  @Get('new')
  @Recorded('view')
  async askNew(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    const open = await this.requests.readToChange(acting, reference);
    if (open === null) return goTo(paths.unchangeable(reference));
    return this.page(acting, open, null, {}, []);
  }

  @Post('new')
  @Recorded('view')
  async add(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const open = await this.requests.readToWrite(acting, reference);
    return takeForm({
      body,
      fieldOf: exceptionField,
      act: async (form) => {
        const { body: receipt } = await this.drafting.addException(
          acting,
          open.reference,
          this.written(form, null),
        );
        const { id } = JSON.parse(receipt) as { readonly id: string };
        return goTo(
          form.text('_then') === 'files'
            ? `${paths.exception(open.reference, id)}#file`
            : paths.exceptions(open.reference),
        );
      },
      again: (fields, problems) => this.page(acting, open, null, fields, problems),
      tooLate: (fields) => this.requests.tooLate(acting, open.reference, fields, null),
    });
  }

  @Get(':id/edit')
  @Recorded('view')
  async ask(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Query('from') from?: string,
  ): Promise<PageAnswer> {
    const open = await this.requests.readToChange(acting, reference);
    if (open === null) return goTo(paths.unchangeable(reference));
    const saved = savedIn(open, id);
    const fields = { ...exceptionBoxes(saved), revision: String(saved.revision) };
    return this.page(acting, open, saved, { ...fields, ...(from === FROM_CHECK ? { from } : {}) }, []);
  }

  @Post(':id/edit')
  @Recorded('view')
  @TakesFile()
  async save(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @FormFile() sent: SentFile,
  ): Promise<PageAnswer> {
    const open = await this.requests.readToWrite(acting, reference);
    const saved = open.found.legacyExceptions.find((exception) => exception.id === id);
    if (saved === undefined) return this.page(acting, open, null, fieldsOf(body), [TAKEN_OUT]);
    return takeForm({
      body,
      fieldOf: exceptionField,
      act: async (form) => {
        if (await this.files.take(acting, open.reference, { exceptionId: id }, form, sent))
          return this.page(acting, open, saved, form.fields, []);
        const expected = Number(form.text('revision') || -1);
        const { benefits } = saved;
        await this.drafting.changeException(acting, open.reference, expected, {
          ...this.written(form, saved.targetDate),
          id,
          // They have pages of their own, so that the form says nothing of them.
          ...(benefits === undefined ? {} : { benefits }),
        });
        return goTo(
          form.text('from') === FROM_CHECK
            ? paths.checkAnswers(open.reference)
            : paths.exceptions(open.reference),
        );
      },
      again: (fields, problems) => this.page(acting, open, saved, fields, problems),
      tooLate: (fields) => this.requests.tooLate(acting, open.reference, fields, sent.file?.name ?? null),
      overtaken: (fields, isAnsweredTo) =>
        this.overtaken(acting, open.reference, id, fields, isAnsweredTo, sent),
    });
  }

  @Get(':id/remove')
  @Recorded('view')
  async askToRemove(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    const open = await this.requests.readToChange(acting, reference);
    if (open === null) return goTo(paths.unchangeable(reference));
    return removal(open, savedIn(open, id), []);
  }

  @Post(':id/remove')
  @Recorded('view')
  async remove(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const open = await this.requests.readToWrite(acting, reference);
    return takeForm({
      body,
      act: async (form) => {
        const expected = Number(form.text('revision') || -1);
        await this.drafting.removeException(acting, open.reference, expected, id);
        return goTo(paths.exceptions(open.reference));
      },
      again: (_fields, problems) => removal(open, savedIn(open, id), problems),
      tooLate: () => this.requests.tooLate(acting, open.reference, {}, null),
      overtaken: async () => {
        const now = await this.requests.read(acting, open.reference);
        return removal(now, savedIn(now, id), [
          { text: 'Somebody changed this while you looked at it. Look at it again', field: '' },
        ]);
      },
    });
  }

  /**
   * What a form says of a system, where a day that has passed is told together with everything else.
   * @param savedTarget the day it was to be put right by before; `null` where none was given
   * @throws ProblemError 400 naming every field that is wrong
   */
  private written(form: PostedForm, savedTarget: IsoDate | null): Omit<LegacyException, 'id'> {
    const values = readException(form);
    if (isPastTarget(values.targetDate, savedTarget, londonDate(this.clock.now())))
      form.refuse('targetDate-day', TARGET_HAS_PASSED);
    return exceptionOf(checkRequest(ExceptionRequest, values, form.problems));
  }

  private async page(
    acting: Acting,
    open: OpenRequest,
    saved: ExceptionText | null,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const shown = turnedRound(problems, EXCEPTION_ASKS);
    const attached =
      saved === null ? null : await this.files.model(acting, open.reference, { exceptionId: saved.id });
    const model = exceptionModel(open, saved, fields, londonDate(this.clock.now()));
    return show(
      'request/exceptions/exception',
      {
        ...(saved === null ? model : withBeside(model, fields, saved.revision, saidOfException(saved))),
        attached: attached === null ? null : cameForFiles(attached, fields, problems),
        takesFiles: this.files.isOn,
        problems: shown,
        once: randomUUID(),
      },
      problems.length > 0 ? 400 : 200,
    );
  }

  private async overtaken(
    acting: Acting,
    reference: string,
    id: string,
    fields: PostedFields,
    isAnsweredTo: boolean,
    sent: SentFile,
  ) {
    const [open, revisions] = await together([
      this.requests.read(acting, reference),
      this.requests.revisions(acting, reference, (event) => exceptionSavedBy(event, id)),
    ]);
    const saved = savedIn(open, id);
    return mergePage(
      {
        about: `${reference}, legacy technology: ${saved.system}`,
        action: paths.exception(reference, id),
        keepTheirs: paths.exceptions(reference),
        revision: saved.revision,
        revisions,
        said: saidOfException,
        mine: saidOfException(mineIn(new PostedForm(fields))),
        theirs: saidOfException(saved),
        theirBoxes: exceptionBoxes(saved),
        attached: sent.file?.name ?? null,
      },
      fields,
      randomUUID(),
      isAnsweredTo,
    );
  }
}

function removal(open: OpenRequest, saved: ExceptionText, problems: readonly ShownProblem[]): PageAnswer {
  return show(
    'request/exceptions/remove',
    { ...removalModel(open, saved), problems, once: randomUUID() },
    problems.length > 0 ? 409 : 200,
  );
}

/** @throws ProblemError 404 where the case has no such exception, or not any more */
function savedIn({ found }: OpenRequest, id: string): ExceptionText {
  const saved = found.legacyExceptions.find((exception) => exception.id === id);
  if (saved === undefined) throw notFound();
  return saved;
}

/** What the reader wrote of a system, to be held against what was saved meanwhile. @throws ProblemError 400 */
function mineIn(form: PostedForm): Omit<LegacyException, 'id'> {
  return exceptionOf(checkRequest(ExceptionRequest, readException(form), form.problems));
}

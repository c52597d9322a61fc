import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { DraftingService, patchedDetails, type Acting, type DetailsPatch } from '#casework';
import { contradictionsInMoney, detailsSavedBy, MOST_YEARS, type CaseDetails } from '#domain';
import { DetailsRequest, detailsPatch, Recorded } from '#edge';
import { Access } from '#identity';
import { notFound, together, unprocessable } from '#platform';
import { checkRequest } from '../../forms/check-request.js';
import { mergePage } from '../../forms/merge/merge-page.js';
import { withBeside } from '../../forms/merge/with-beside.js';
import { isStale, type ShownProblem } from '../../forms/form-problems.js';
import { PostedForm, type PostedFields } from '../../forms/posted-form.js';
import { takeForm } from '../../forms/take-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { OpenRequests, type OpenRequest } from '../open-request.js';
import { FROM_CHECK, paths } from '../paths.js';
import { sayingWhich, turnedRound } from '../../forms/problem-words.js';
import { ADD_ROW, newRow, problemOfEmptyRow, shownRows } from '../repeated-rows.js';
import { afterDetails } from '../tasks/task-list.js';
import { YEAR_BOXES } from './asking-pages.js';
import { detailsModel } from './details-model.js';
import type { DetailsPageName } from './details-page.js';
import { DETAILS_PAGES, comparedAnswers, isDetailsPageName, stampOf } from './details-pages.js';

/** How often a change is put to what somebody else has just saved of other pages. */
const ATTEMPTS = 5;

/** The pages that ask for the details of a request. */
@Controller('cases/:reference/details/:page/edit')
@Access('signed-in')
export class DetailsController {
  constructor(
    private readonly requests: OpenRequests,
    private readonly drafting: DraftingService,
  ) {}

  @Get()
  @Recorded('view')
  async ask(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('page') name: string,
    @Query('from') from?: string,
  ): Promise<PageAnswer> {
    const page = pageNamed(name);
    const open = await this.requests.readToChange(acting, reference);
    if (open === null) return goTo(paths.unchangeable(reference));
    return this.page(open, page, { ...this.boxes(open, page), ...(from === FROM_CHECK ? { from } : {}) }, []);
  }

  @Post()
  @Recorded('view')
  async save(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('page') name: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const page = pageNamed(name);
    const open = await this.requests.readToWrite(acting, reference);
    const { fieldOf, asks } = DETAILS_PAGES[page];
    return takeForm({
      body,
      ...(fieldOf === undefined ? {} : { fieldOf }),
      act: async (form) => {
        if (form.fields[ADD_ROW] !== undefined)
          return this.page(open, page, form.fields, emptyRow(form.fields));
        await this.change(acting, open, page, form);
        if (form.text('from') === FROM_CHECK) return goTo(paths.checkAnswers(open.reference));
        if (form.text('_then') === 'tasks') return goTo(paths.tasks(open.reference));
        const now = await this.requests.read(acting, open.reference);
        return goTo(afterDetails(page, now.found, now.asked));
      },
      again: (fields, problems) =>
        this.page(open, page, fields, rowsNamed(turnedRound(problems, asks, fields))),
      tooLate: (fields) => this.requests.tooLate(acting, open.reference, fields, null),
      overtaken: (fields, isAnsweredTo) => this.overtaken(acting, open.reference, page, fields, isAnsweredTo),
    });
  }

  /** Saves; where only other pages were changed meanwhile, nobody has to choose, and it is simply saved on top. */
  private async change(acting: Acting, open: OpenRequest, page: DetailsPageName, form: PostedForm) {
    const patch = patchOf(open, page, form);
    if (page === 'money') refuseContradictions(patchedDetails(open.found.details, patch));
    let expected = Number(form.text('revision') || -1);
    for (let attempt = 1; ; attempt += 1)
      try {
        return await this.drafting.changeDetails(acting, open.reference, expected, patch);
      } catch (error) {
        if (!isStale(error) || attempt === ATTEMPTS) throw error;
        const { found, asked } = await this.requests.read(acting, open.reference);
        if (stampOf(DETAILS_PAGES[page], found.details, asked) !== form.text('seen')) throw error;
        expected = found.detailsRevision;
      }
  }

  /** What both wrote, put together; the form now carries what it was overtaken by. */
  private async overtaken(
    acting: Acting,
    reference: string,
    page: DetailsPageName,
    fields: PostedFields,
    isAnsweredTo: boolean,
  ) {
    const [open, revisions] = await together([
      this.requests.read(acting, reference),
      this.requests.revisions(acting, reference, detailsSavedBy),
    ]);
    const { found, asked } = open;
    const written = patchedDetails(found.details, patchOf(open, page, new PostedForm(fields)));
    const said = (details: CaseDetails) => comparedAnswers(DETAILS_PAGES[page], details, asked);
    return mergePage(
      {
        about: `${found.reference}, ${DETAILS_PAGES[page].title}`,
        action: paths.details(reference, page),
        keepTheirs: fields['from'] === FROM_CHECK ? paths.checkAnswers(reference) : paths.tasks(reference),
        revision: found.detailsRevision,
        revisions,
        said,
        mine: said(written),
        theirs: said(found.details),
        theirBoxes: DETAILS_PAGES[page].boxes(found.details, asked),
      },
      { ...fields, seen: stampOf(DETAILS_PAGES[page], found.details, asked) },
      randomUUID(),
      isAnsweredTo,
    );
  }

  private boxes({ found, asked }: OpenRequest, page: DetailsPageName): PostedFields {
    return {
      ...DETAILS_PAGES[page].boxes(found.details, asked),
      revision: String(found.detailsRevision),
      seen: stampOf(DETAILS_PAGES[page], found.details, asked),
    };
  }

  private page(
    open: OpenRequest,
    page: DetailsPageName,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): PageAnswer {
    const { found, asked } = open;
    const saved = comparedAnswers(DETAILS_PAGES[page], found.details, asked);
    return show(
      `request/details/${page}`,
      {
        ...withBeside(detailsModel(open, page, fields), fields, found.detailsRevision, saved),
        focusRow: newRow(fields, shownRows(fields, YEAR_BOXES, MOST_YEARS).length, problems),
        problems,
        once: randomUUID(),
      },
      problems.length > 0 ? 400 : 200,
    );
  }
}

/** What to fill in before one row more is of use; nothing where every row says something. */
function emptyRow(fields: PostedFields): readonly ShownProblem[] {
  return problemOfEmptyRow(
    fields,
    YEAR_BOXES,
    'Enter a financial year and its amount here before you add another year',
  );
}

/** Problems of a row of the amounts, each with the year it is of. */
function rowsNamed(problems: readonly ShownProblem[]): readonly ShownProblem[] {
  return sayingWhich(problems, (field) => {
    const [, index] = /^(?:year|amount)-(\d+)$/.exec(field) ?? [];
    return index === undefined ? null : `Year ${String(Number(index) + 1)}`;
  });
}

/** @throws ProblemError 404 where there is no page of the name */
function pageNamed(name: string): DetailsPageName {
  if (!isDetailsPageName(name)) throw notFound();
  return name;
}

/**
 * What stands on one page and contradicts itself is told there, and not only when the request is signed off; what is
 * not answered yet is not.
 * @throws ProblemError 422 naming each
 */
function refuseContradictions(details: CaseDetails): void {
  const found = contradictionsInMoney(details);
  const [first] = found;
  if (first === undefined) return;
  throw unprocessable(
    `${first.message}.`,
    found.map(({ pointer, message }) => ({ pointer: pointer.replace('/details', ''), detail: message })),
  );
}

/** What a form asks to change. @throws ProblemError 400 naming every field that is wrong */
function patchOf({ asked }: OpenRequest, page: DetailsPageName, form: PostedForm): DetailsPatch {
  const values = DETAILS_PAGES[page].read(form, asked);
  return detailsPatch(checkRequest(DetailsRequest, values, form.problems));
}

import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { DraftingService, type Acting, type DetailsPatch } from '#casework';
import { DetailsRequest, detailsPatch, Recorded } from '#edge';
import { Access } from '#identity';
import { notFound } from '#platform';
import { checkRequest } from '../../forms/check-request.js';
import { conflictPage } from '../../forms/conflict.js';
import { isStale, type ShownProblem } from '../../forms/form-problems.js';
import { PostedForm, type PostedFields } from '../../forms/posted-form.js';
import { takeForm } from '../../forms/take-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { OpenRequests, type OpenRequest } from '../open-request.js';
import { FROM_CHECK, paths } from '../paths.js';
import { sayingWhich, turnedRound } from '../../forms/problem-words.js';
import { ADD_ROW, problemOfEmptyRow } from '../repeated-rows.js';
import { afterDetails } from '../tasks/task-list.js';
import { YEAR_BOXES } from './asking-pages.js';
import { detailsModel } from './details-model.js';
import type { DetailsPageName } from './details-page.js';
import { DETAILS_PAGES, isDetailsPageName, saidWith, stampOf } from './details-pages.js';

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
    if (open === null) return goTo(paths.case(reference));
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
      overtaken: async (fields) => this.overtaken(acting, open.reference, page, fields),
    });
  }

  /** Saves; where only other pages were changed meanwhile, nobody has to choose, and it is simply saved on top. */
  private async change(acting: Acting, open: OpenRequest, page: DetailsPageName, form: PostedForm) {
    const patch = patchOf(open, page, form);
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

  /** What both wrote, side by side; the form now carries what it was overtaken by. */
  private async overtaken(acting: Acting, reference: string, page: DetailsPageName, fields: PostedFields) {
    const open = await this.requests.read(acting, reference);
    const { found, asked } = open;
    const theirs = DETAILS_PAGES[page].said(found.details, asked);
    const mine = saidWith(
      DETAILS_PAGES[page],
      found.details,
      asked,
      patchOf(open, page, new PostedForm(fields)),
    );
    return conflictPage(
      {
        about: `${found.reference}, ${DETAILS_PAGES[page].title}`,
        action: paths.details(reference, page),
        keepTheirs: fields['from'] === FROM_CHECK ? paths.checkAnswers(reference) : paths.tasks(reference),
        revision: found.detailsRevision,
        changed: await this.requests.latestChange(acting, found, ({ type }) => type === 'details-changed'),
        disagreements: mine.map(({ label, text }) => ({
          label,
          mine: text,
          theirs: theirs.find((answer) => answer.label === label)?.text ?? '',
        })),
      },
      { ...fields, seen: stampOf(DETAILS_PAGES[page], found.details, asked) },
      randomUUID(),
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
    return show(
      `request/details/${page}`,
      { ...detailsModel(open, page, fields), problems, once: randomUUID() },
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

/** What a form asks to change. @throws ProblemError 400 naming every field that is wrong */
function patchOf({ asked }: OpenRequest, page: DetailsPageName, form: PostedForm): DetailsPatch {
  const values = DETAILS_PAGES[page].read(form, asked);
  return detailsPatch(checkRequest(DetailsRequest, values, form.problems));
}

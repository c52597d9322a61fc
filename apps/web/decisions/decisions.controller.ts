import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EXPORT_FORMS, ExportService, HistoryService, ProofService } from '#audit';
import type { Acting } from '#casework';
import {
  FILTER_NAMES,
  findHistoryQuestion,
  HISTORY_QUESTIONS,
  historyQuestion,
  QUESTION_TITLES,
  QUESTIONS_ELSEWHERE,
  type FilterName,
  type HistoryQuestion,
} from '#domain';
import { historyPositionOf, NotRecorded, PAGE_LIMIT, Recorded, witnessOf } from '#edge';
import { Access } from '#identity';
import { EXPORT_FORMATS, type ExportFormat } from '#persistence';
import { badRequest, notFound, ProblemError, together } from '#platform';
import { problemsOf, type ShownProblem } from '../forms/form-problems.js';
import { refuseUnknownFilters } from '../forms/known-filters.js';
import { fieldsOf, PostedForm, type PostedFields } from '../forms/posted-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { answerModel, askingModel } from './answer-page.js';
import { fieldsOfFilters, filterFieldOf, filtersOfForm, problemsOfFilters } from './filter-form.js';
import { FilterOptionsReader } from './filter-options.js';
import { afterOf, answerAddress, givenFilters, questionPath, type GivenFilters } from './history-address.js';

/** The filter that names one case: who asks with it looks at that case. */
const CASE_FILTER: FilterName = 'case';
const ANSWER = 'decisions/answer';

/** Where the questions that are not asked here are answered, by their address in the API. */
const PAGES_ELSEWHERE: Readonly<Record<string, string>> = {
  '/api/v1/cases/{reference}/as-it-stood?at={instant}': '/decisions/as-it-stood',
  '/api/v1/decision-log': '/log',
  '/api/v1/access-records': '/access-records',
};

/** What auditors ask of the history: a question, its filters, the answer page by page and as a file. */
@Controller('decisions')
@Access('auditor-or-assurance')
export class DecisionsController {
  constructor(
    private readonly history: HistoryService,
    private readonly exporting: ExportService,
    private readonly proofs: ProofService,
    private readonly options: FilterOptionsReader,
  ) {}

  @Get()
  @Recorded('search', CASE_FILTER)
  decisions(
    @CurrentActor() acting: Acting,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    return this.answerPage(acting, historyQuestion('decisions'), query, request);
  }

  @Get('questions')
  @NotRecorded('which questions can be asked')
  questions(@CurrentActor() { roles }: Acting): PageAnswer {
    const isAuditor = roles.some(({ role }) => role === 'auditor');
    const here = HISTORY_QUESTIONS.map(({ name, answers, question }) => ({
      answers,
      question,
      title: QUESTION_TITLES[name],
      href: questionPath(name),
    }));
    const elsewhere = QUESTIONS_ELSEWHERE.filter(({ answers }) => isAuditor || answers.includes(1)).map(
      ({ answers, question, address }) => ({
        answers,
        question,
        title: question,
        href: PAGES_ELSEWHERE[address] ?? '/',
      }),
    );
    return show('decisions/questions', {
      questions: [...here, ...elsewhere].toSorted(
        (one, other) => (one.answers[0] ?? Infinity) - (other.answers[0] ?? Infinity),
      ),
    });
  }

  @Get(':question')
  @Recorded('search', CASE_FILTER)
  answer(
    @CurrentActor() acting: Acting,
    @Param('question') name: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    return this.answerPage(acting, questionOf(name), query, request);
  }

  /** Makes an address of the filters, which can be kept and sent to others. */
  @Get(':question/narrow')
  @NotRecorded('it shows nothing of a case: it goes on to the answer, or shows the filter again')
  async narrow(
    @CurrentActor() acting: Acting,
    @Param('question') name: string,
    @Query() query: unknown,
  ): Promise<PageAnswer> {
    const question = questionOf(name);
    const form = new PostedForm(fieldsOf(query));
    try {
      return goTo(answerAddress(question.name, filtersOfForm(question, form)));
    } catch (error) {
      const problems = problemsOf(error, filterFieldOf);
      if (problems === null) throw error;
      return this.refused(acting, question, {}, form.fields, problems);
    }
  }

  @Get(':question/export')
  @Recorded('export', CASE_FILTER)
  export(
    @CurrentActor() acting: Acting,
    @Param('question') name: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const question = questionOf(name);
    refuseUnknownFilters(query, [...FILTER_NAMES, 'format']);
    const format = formatOf(fieldsOf(query)['format']);
    const given = givenFilters(query);
    const faults = problemsOfFilters(question, given);
    if (faults.length > 0) throw badRequest('These filters cannot be used.', faults);
    const asked = this.history.ask(question.name, given);
    const { mediaType, ending } = EXPORT_FORMS[format];
    // Of bytes nobody takes there is no export, and no receipt.
    if (request.method === 'HEAD') {
      void reply.type(mediaType).send();
      return;
    }
    const { id, bytes } = this.exporting.start(acting, asked, format);
    void reply
      .headers({
        'export-id': id,
        link: `</decisions/exports/${id}>; rel="describedby"`,
        'content-disposition': `attachment; filename="${question.name}-${id}.${ending}"`,
      })
      .type(mediaType)
      .send(bytes);
  }

  private async answerPage(
    acting: Acting,
    question: HistoryQuestion,
    query: unknown,
    request: FastifyRequest,
  ): Promise<PageAnswer> {
    refuseUnknownFilters(query, FILTER_NAMES);
    const given = givenFilters(query);
    const fields = fieldsOfFilters(given);
    const asking = { question, given, fields, problems: [] };
    if (question.required.some((name) => given[name] === undefined))
      return show(ANSWER, {
        ...askingModel({ ...asking, options: await this.options.read(acting) }),
        isAsking: true,
      });
    const faults = problemsOfFilters(question, given);
    if (faults.length > 0) {
      const problems = problemsOf(badRequest('Check the filters.', faults), filterFieldOf) ?? [];
      return this.refused(acting, question, given, fields, problems);
    }
    const asked = this.history.ask(question.name, given);
    const after = historyPositionOf(question, afterOf(query));
    const [page, options, sealed] = await together([
      this.history.page(acting, asked, after, PAGE_LIMIT),
      this.options.read(acting),
      this.sealed(acting),
    ]);
    witnessOf(request).sawList(page.count);
    return show(ANSWER, {
      ...askingModel({ ...asking, options }),
      ...answerModel({ question, given }, page, acting, after !== null),
      sealed,
    });
  }

  private async refused(
    acting: Acting,
    question: HistoryQuestion,
    given: GivenFilters,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const options = await this.options.read(acting);
    return show(
      ANSWER,
      { ...askingModel({ question, given, fields, problems, options }), isRefused: true },
      400,
    );
  }

  /** The checkpoint exports rest on at the least, and whether anything signs them. */
  private async sealed(acting: Acting): Promise<object> {
    const isSigned = this.proofs.keyTexts().length > 0;
    try {
      const { size, sealedAt } = await this.proofs.checkpoint(acting);
      return { isSigned, size, sealedAt };
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 404) return { isSigned, size: null };
      throw error;
    }
  }
}

/** @throws ProblemError 404 */
function questionOf(name: string): HistoryQuestion {
  const question = findHistoryQuestion(name);
  if (question === null) throw notFound();
  return question;
}

/** @throws ProblemError 400 for what is none of them */
function formatOf(asked: string | readonly string[] | undefined): ExportFormat {
  const format = EXPORT_FORMATS.find((one) => one === (asked ?? 'csv'));
  if (format !== undefined) return format;
  throw badRequest('An answer is downloaded as CSV for spreadsheets, as CSV for programs or as JSON Lines.', [
    { pointer: '/format', detail: `Choose ${EXPORT_FORMATS.join(', ')}` },
  ]);
}

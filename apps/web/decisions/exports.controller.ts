import { Controller, Get, Param, Query } from '@nestjs/common';
import { EXPORT_FORMS, ExportService } from '#audit';
import type { Acting } from '#casework';
import { findHistoryQuestion, QUESTION_TITLES, type FilterName } from '#domain';
import { isUuid, NotRecorded } from '#edge';
import { Access } from '#identity';
import { notFound, together } from '#platform';
import { fieldsOf } from '../forms/posted-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { FilterOptionsReader } from './filter-options.js';
import { filterTags } from './filter-tags.js';
import { answerAddress, questionPath, withQuery } from './history-address.js';

/** What the filters of the pipeline are called. */
const PIPELINE_FILTERS: Readonly<Record<string, string>> = {
  organisation: 'Organisation',
  period: 'Starts in',
  show: 'Shown',
};

const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i;

/** Receipts of exports. */
@Controller('decisions/exports')
@Access('auditor-or-assurance')
export class ExportReceiptsController {
  constructor(
    private readonly exporting: ExportService,
    private readonly options: FilterOptionsReader,
  ) {}

  @Get()
  @NotRecorded('it asks for the name of an export')
  find(@Query() query: unknown): PageAnswer {
    const { file } = fieldsOf(query);
    if (typeof file !== 'string') return show('decisions/find-receipt', { file: '' });
    const [id] = UUID.exec(file) ?? [];
    if (id !== undefined) return goTo(`/decisions/exports/${id.toLowerCase()}`);
    const problem = {
      text: 'Enter the name of the file as it was downloaded, or the number in it',
      href: '#file',
      field: 'file',
    };
    return show('decisions/find-receipt', { file, problems: [problem] }, 400);
  }

  @Get(':id')
  @NotRecorded('the receipt of an export, nothing of a case')
  async receipt(@CurrentActor() acting: Acting, @Param('id') id: string): Promise<PageAnswer> {
    if (!isUuid(id)) throw notFound();
    const [receipt, options] = await together([
      this.exporting.receipt(acting, id),
      this.options.read(acting),
    ]);
    if (receipt.question === 'pipeline')
      return show('decisions/receipt', {
        receipt,
        form: EXPORT_FORMS[receipt.format].name,
        heading: 'Pipeline of planned spend',
        filters: Object.entries(receipt.criteria).map(([name, text]) => ({
          heading: PIPELINE_FILTERS[name] ?? name,
          items: [{ text: options.organisations.find(({ value }) => value === text)?.text ?? text }],
        })),
        answerHref: withQuery('/pipeline', receipt.criteria),
        isMine: receipt.personId === acting.personId,
      });
    const question = findHistoryQuestion(receipt.question);
    const criteria: Readonly<Partial<Record<FilterName, string>>> = receipt.criteria;
    return show('decisions/receipt', {
      receipt,
      form: EXPORT_FORMS[receipt.format].name,
      heading: question === null ? receipt.question : QUESTION_TITLES[question.name],
      filters: question === null ? [] : filterTags(question, criteria, options),
      answerHref: question === null ? questionPath('decisions') : answerAddress(question.name, criteria),
      isMine: receipt.personId === acting.personId,
    });
  }
}

import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExportService } from '#audit';
import { PipelineService, type Acting } from '#casework';
import { ASSURANCE_ROLES, DEPARTMENT_ROLES, type PipelineCriteria } from '#domain';
import {
  pipelineCriteriaOf,
  PipelineFilterQuery,
  PipelineListQuery,
  planCursorOf,
  planPositionOf,
  Recorded,
} from '#edge';
import { Access, holdsAny } from '#identity';
import { badRequest, together } from '#platform';
import { pipelineChart } from '../charts/pipeline-chart.js';
import { checkRequest } from '../forms/check-request.js';
import { refuseUnknownFilters } from '../forms/known-filters.js';
import { fieldsOf, heldIn } from '../forms/posted-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';
import { FilterNamesReading } from '../worklist/filter-names.js';
import { pipelinePath } from './pipeline-address.js';
import { figuresModel, narrowingModel, planGroups } from './pipeline-model.js';

/** Entries on one page. */
const ON_A_PAGE = 25;
const CSV_FILE = 'text/csv; charset=utf-8; header=present';

/** What is planned, as far ahead as anybody can say. */
@Controller('pipeline')
@Access('signed-in')
export class PipelinePageController {
  constructor(
    private readonly pipeline: PipelineService,
    private readonly names: FilterNamesReading,
    private readonly exporting: ExportService,
  ) {}

  @Get()
  @Recorded('search')
  async timeline(@CurrentActor() acting: Acting, @Query() query: unknown): Promise<PageAnswer> {
    refuseUnknownFilters(query, ['organisation', 'period', 'show']);
    const given = checkRequest(PipelineListQuery, asked(query, ['organisation', 'period', 'show', 'after']));
    const criteria = pipelineCriteriaOf(given);
    const [figures, page, names] = await together([
      this.pipeline.figures(acting, criteria.organisationId),
      this.pipeline.list(acting, criteria, { after: planPositionOf(given.after), limit: ON_A_PAGE }),
      this.names.read(acting),
    ]);
    refuseUnknown(criteria, names.organisations);
    // What is listed is what was shown last, whichever answer came first.
    acting.witness?.sawList(page.items.length);
    const next = planCursorOf(page.next);
    return show('pipeline/pipeline', {
      figures: figuresModel(figures, criteria),
      narrowing: narrowingModel(criteria, figures, names.organisations),
      severalOrganisations: names.organisations.size > 1,
      groups: planGroups(page.items),
      nextPath: next === null ? null : pipelinePath(criteria, { after: next }),
      firstPath: given.after === undefined ? null : pipelinePath(criteria),
      exportPath: pipelinePath(criteria, { page: '/export' }),
      mayPlan: holdsAny(acting, DEPARTMENT_ROLES),
      seesLikenesses: holdsAny(acting, [...ASSURANCE_ROLES, 'auditor']),
      chart: await pipelineChart(figures.periods, ({ period }) =>
        pipelinePath({ ...criteria, period, show: 'all' }),
      ),
    });
  }

  @Get('export')
  @Recorded('export')
  async export(
    @CurrentActor() acting: Acting,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const criteria = asked(query, ['organisation', 'period', 'show']);
    const given = checkRequest(PipelineFilterQuery, criteria);
    // Of bytes nobody takes there is no export, and no receipt.
    if (request.method === 'HEAD') {
      void reply.type(CSV_FILE).send();
      return;
    }
    const file = await this.pipeline.export(acting, pipelineCriteriaOf(given));
    const id = await this.exporting.receiptOf(acting, {
      ...file,
      question: 'pipeline',
      criteria,
      format: 'spreadsheet',
    });
    void reply
      .headers({ 'export-id': id, 'content-disposition': `attachment; filename="pipeline-${id}.csv"` })
      .type(CSV_FILE)
      .send(file.text);
  }
}

/** @throws ProblemError 400 for an organisation that is none of those to choose from: an empty page would say that it plans nothing */
function refuseUnknown(
  { organisationId }: PipelineCriteria,
  organisations: ReadonlyMap<string, string>,
): void {
  if (organisationId !== null && !organisations.has(organisationId))
    throw badRequest('There is no such organisation.', [
      { pointer: '/organisation', detail: 'Choose one of those there are' },
    ]);
}

/** What a form that narrows says, without the fields that were left as they were. */
function asked(query: unknown, names: readonly string[]): Readonly<Record<string, string>> {
  const fields = fieldsOf(query);
  return Object.fromEntries(
    names.map((name) => [name, heldIn(fields, name)] as const).filter(([, text]) => text !== ''),
  );
}

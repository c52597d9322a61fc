import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { FormFaults, ReadingService, SpendService, type Acting } from '#casework';
import { MOST_YEARS } from '#domain';
import { Recorded } from '#edge';
import { Access } from '#identity';
import { conflict, together } from '#platform';
import { revisionIn } from '../answering/revision.js';
import { casePath } from '../case/action-paths.js';
import { CasePages } from '../case/case-pages.js';
import { readerKind } from '../case/reader.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { fieldsOf, heldIn, type PostedFields } from '../forms/posted-form.js';
import { CHANGE_AGAIN, takeForm } from '../forms/take-form.js';
import { ADD_ROW, shownRows } from '../request/repeated-rows.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { readSpent, SPENT_BOXES, spentBoxes, spentField } from './spend-form.js';

/** What was spent of an approval, and the form that says so. */
@Controller('cases/:reference/spend')
@Access('signed-in')
export class SpendPageController {
  constructor(
    private readonly cases: CasePages,
    private readonly reading: ReadingService,
    private readonly spending: SpendService,
    private readonly faults: FormFaults,
  ) {}

  @Get()
  @Recorded('view')
  ask(@CurrentActor() acting: Acting, @Param('reference') reference: string): Promise<PageAnswer> {
    return this.page(acting, reference, null, []);
  }

  @Post()
  @Recorded('view')
  async record(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.cases.canonical(given);
    const fields = fieldsOf(body);
    if (fields[ADD_ROW] !== undefined && fields[CHANGE_AGAIN] === undefined)
      return this.page(acting, reference, fields, []);
    return takeForm({
      body,
      fieldOf: spentField,
      act: async (form) => {
        const spend = await readSpent(form, (said) =>
          this.faults.of(acting, reference, 'record-spend', { spend: said }),
        );
        await this.spending.record(acting, reference, revisionIn(form.fields), spend);
        return goTo(casePath(reference, 'spend'));
      },
      again: (written, problems) => this.page(acting, reference, written, problems),
      // Nothing that is there is overwritten: what was written is shown again beside what there is now.
      overtaken: (written) =>
        this.page(acting, reference, { ...written, revision: '' }, [
          {
            field: '',
            text: 'Somebody changed the case meanwhile. Check what is recorded now, and send yours again',
          },
        ]),
    });
  }

  private async page(
    acting: Acting,
    reference: string,
    fields: PostedFields | null,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const canonical = this.cases.canonical(reference);
    const [{ found, header }, { actions }, spend] = await together([
      this.cases.open(acting, canonical),
      this.reading.actions(acting, canonical),
      this.spending.read(acting, canonical),
    ]);
    const isDepartment = readerKind(acting, found.organisation.id) === 'department';
    const offer = actions.find(({ action }) => action === 'record-spend');
    if (fields !== null && offer?.allowed !== true) throw conflict(`${(offer?.why ?? []).join('. ')}.`);
    const boxes = fields ?? spentBoxes(spend.years);
    return show(
      'after-decision/spend',
      {
        found,
        header,
        spend,
        mayRecord: isDepartment && offer?.allowed === true,
        fields: boxes,
        rows: shownRows(boxes, SPENT_BOXES, MOST_YEARS),
        mostYears: MOST_YEARS,
        revision: heldIn(boxes, 'revision') || String(found.revision),
        problems,
        once: randomUUID(),
      },
      problems.length > 0 ? 400 : 200,
    );
  }
}

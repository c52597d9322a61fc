import { Controller, Get, Query } from '@nestjs/common';
import { parseCaseReference } from '#domain';
import { NotRecorded } from '#edge';
import { Access } from '#identity';
import { fieldsOf } from '../../forms/posted-form.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';

const TEMPLATE = 'decisions/then/find-case';

/** Asks which case is to be seen as it stood. */
@Controller('decisions/as-it-stood')
@Access('auditor-or-assurance')
export class FindCaseController {
  @Get()
  @NotRecorded('it asks for the reference of a case, and shows none')
  find(@Query() query: unknown): PageAnswer {
    const { reference } = fieldsOf(query);
    if (typeof reference !== 'string') return show(TEMPLATE, { reference: '' });
    const canonical = parseCaseReference(reference.trim());
    if (canonical !== null) return goTo(`/cases/${canonical}/as-it-stood`);
    const problem = {
      text: 'Enter the reference of a case, like DT-3HDJ-MFXJ',
      href: '#reference',
      field: 'reference',
    };
    return show(TEMPLATE, { reference, problems: [problem] }, 400);
  }
}

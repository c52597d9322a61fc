import { Controller, Get, Query } from '@nestjs/common';
import { SpendService, type Acting } from '#casework';
import { DEPARTMENT_ROLES, roleFor } from '#domain';
import { EndingApprovalsQuery, Recorded } from '#edge';
import { Access } from '#identity';
import { checkRequest } from '../forms/check-request.js';
import { refuseUnknownFilters } from '../forms/known-filters.js';
import { fieldsOf, heldIn } from '../forms/posted-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';

/** Approvals about to run out, or that have. */
@Controller('approvals-ending')
@Access('signed-in')
export class EndingApprovalsController {
  constructor(private readonly spending: SpendService) {}

  @Get()
  @Recorded('search')
  async list(@CurrentActor() acting: Acting, @Query() query: unknown): Promise<PageAnswer> {
    refuseUnknownFilters(query, ['organisation']);
    const asked = heldIn(fieldsOf(query), 'organisation');
    const { organisation } = checkRequest(EndingApprovalsQuery, asked === '' ? {} : { organisation: asked });
    const { until, items } = await this.spending.ending(acting, organisation ?? null);
    return show('after-decision/ending', {
      until,
      approvals: items.map((one) => ({
        ...one,
        mayExtend: roleFor(acting, one.organisation.id, DEPARTMENT_ROLES) !== undefined,
      })),
    });
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { SpendService, type Acting } from '#casework';
import { DEPARTMENT_ROLES, roleFor } from '#domain';
import { EndingApprovalsQuery, Recorded } from '#edge';
import { Access } from '#identity';
import { CurrentActor } from '../server/current-actor.js';
import { show, type PageAnswer } from '../server/page.js';

/** Approvals about to run out, or that have. */
@Controller('approvals-ending')
@Access('signed-in')
export class EndingApprovalsController {
  constructor(private readonly spending: SpendService) {}

  @Get()
  @Recorded('search')
  async list(
    @CurrentActor() acting: Acting,
    @Query() { organisation }: EndingApprovalsQuery,
  ): Promise<PageAnswer> {
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

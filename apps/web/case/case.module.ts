import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { CaseContents } from './case-contents.js';
import { CaseController } from './case.controller.js';
import { CaseSummaries } from './case-summaries.js';
import { PointsController } from './points.controller.js';

/** One case on one page, with everything that belongs to it. */
@Module({
  imports: [CaseworkPagesModule],
  controllers: [CaseController, PointsController],
  providers: [CaseSummaries, CaseContents],
})
export class CasePagesModule {}

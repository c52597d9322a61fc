import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { CaseController } from './case.controller.js';
import { CaseSummaries } from './case-summaries.js';

/** One case on one page, with everything that belongs to it. */
@Module({
  imports: [CaseworkPagesModule],
  controllers: [CaseController],
  providers: [CaseSummaries],
})
export class CasePagesModule {}

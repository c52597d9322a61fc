import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { DecisionsController } from './decisions.controller.js';
import { ExportReceiptsController } from './exports.controller.js';
import { FilterOptionsReader } from './filter-options.js';

/** The decision history for auditors: search, export, as it stood, who looked at what, and proof. */
@Module({
  imports: [CaseworkPagesModule],
  controllers: [ExportReceiptsController, DecisionsController],
  providers: [FilterOptionsReader],
})
export class DecisionsPagesModule {}

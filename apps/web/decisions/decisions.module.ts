import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { AccessRecordsPageController } from './access/access-records.controller.js';
import { DecisionsController } from './decisions.controller.js';
import { ExportReceiptsController } from './exports.controller.js';
import { FilterOptionsReader } from './filter-options.js';
import { LogPageController } from './log/log.controller.js';
import { TakeUpController } from './take-up.controller.js';
import { AsItStoodPageController } from './then/as-it-stood.controller.js';
import { FindCaseController } from './then/find-case.controller.js';
import { EventProofPageController } from './then/proof.controller.js';

/** The decision history for auditors: search, export, as it stood, who looked at what, and proof. */
@Module({
  imports: [CaseworkPagesModule],
  controllers: [
    ExportReceiptsController,
    FindCaseController,
    TakeUpController,
    DecisionsController,
    AsItStoodPageController,
    EventProofPageController,
    AccessRecordsPageController,
    LogPageController,
  ],
  providers: [FilterOptionsReader],
  exports: [FilterOptionsReader],
})
export class DecisionsPagesModule {}

import { Module } from '@nestjs/common';
import { AnsweringPages } from '../answering/answering-pages.js';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { FilterNamesReading } from '../worklist/filter-names.js';
import { AddPlanController } from './add.controller.js';
import { BeginRequestController } from './begin.controller.js';
import { ImportPlansController } from './import.controller.js';
import { PipelineKeyController } from './key.controller.js';
import { OwnOrganisations } from './own-organisations.js';
import { PipelinePageController } from './pipeline.controller.js';

/** The pipeline of planned spend. */
@Module({
  imports: [CaseworkPagesModule],
  controllers: [
    AddPlanController,
    ImportPlansController,
    PipelinePageController,
    BeginRequestController,
    PipelineKeyController,
  ],
  providers: [FilterNamesReading, OwnOrganisations, AnsweringPages],
})
export class PipelinePagesModule {}

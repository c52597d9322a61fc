import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { FilterNamesReading } from './filter-names.js';
import { NextCaseController } from './next-case.controller.js';
import { SavedSearchesController } from './saved-searches.controller.js';
import { WorklistController } from './worklist.controller.js';

/** Lists of cases, and the next case to work on. */
@Module({
  imports: [CaseworkPagesModule],
  controllers: [NextCaseController, SavedSearchesController, WorklistController],
  providers: [FilterNamesReading],
})
export class WorklistPagesModule {}

import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { CaseContents } from './case-contents.js';
import { CaseController } from './case.controller.js';
import { CaseSummaries } from './case-summaries.js';
import { CommentPages } from './comment-pages.js';
import { CommentsController } from './comments.controller.js';
import { HistoryController } from './history.controller.js';
import { PointsController } from './points.controller.js';
import { VersionsController } from './versions.controller.js';

/** One case on one page, with everything that belongs to it. */
@Module({
  imports: [CaseworkPagesModule],
  controllers: [CaseController, PointsController, VersionsController, HistoryController, CommentsController],
  providers: [CaseSummaries, CaseContents, CommentPages],
})
export class CasePagesModule {}

import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { AssessController } from './assess.controller.js';
import { AssessingPages } from './assessing-pages.js';
import { AssignController } from './assign.controller.js';
import { ConditionController } from './condition.controller.js';
import { DecideController, SupersedeController } from './decide.controller.js';
import { DecidingPages } from './deciding-pages.js';
import { DoneController } from './done.controller.js';
import { EarnedAutonomyController } from './earned-autonomy.controller.js';
import { ExtendClockController } from './extend-clock.controller.js';
import { ExternalDecisionsController } from './external-decisions.controller.js';
import { MovesController } from './moves.controller.js';
import { PointNotesController } from './point-notes.controller.js';
import { RecommendController } from './recommend.controller.js';
import { RelationPagesController } from './relations.controller.js';
import { ReturnController } from './return.controller.js';
import { ReviewPages } from './review-pages.js';
import { TriageController } from './triage.controller.js';

/** What GDS Assurance does with a case: takes it, rates it, assesses it, returns it, recommends, decides, settles conditions. */
@Module({
  imports: [CaseworkPagesModule],
  controllers: [
    MovesController,
    AssignController,
    TriageController,
    ExtendClockController,
    ExternalDecisionsController,
    RelationPagesController,
    AssessController,
    PointNotesController,
    ReturnController,
    RecommendController,
    DecideController,
    SupersedeController,
    ConditionController,
    DoneController,
    EarnedAutonomyController,
  ],
  providers: [ReviewPages, AssessingPages, DecidingPages],
})
export class ReviewPagesModule {}

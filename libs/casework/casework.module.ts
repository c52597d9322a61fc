import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { CommentService } from './comments/comment-service.js';
import { ConditionService } from './conditions/condition-service.js';
import { DueConditionsService } from './conditions/due-conditions.js';
import { DecisionService } from './decision/decision-service.js';
import { AfterCommit, NobodyToNudge } from './desk/after-commit.js';
import { CaseDesk } from './desk/case-desk.js';
import { DraftingService } from './drafting/drafting-service.js';
import { ReadingService } from './reading/reading-service.js';
import { ReviewService } from './review/review-service.js';
import { SubmissionService } from './submission/submission-service.js';

const SERVICES = [
  DraftingService,
  SubmissionService,
  ReviewService,
  DecisionService,
  ConditionService,
  DueConditionsService,
  CommentService,
  ReadingService,
];

/** What people do with a case. Needs the platform and a database to be provided globally. */
@Module({})
export class CaseworkModule {
  /**
   * @param nudge who is told that emails are waiting; an injectable class whose needs `imports` provides. Nobody when
   * left out: a worker's sweep finds the emails.
   */
  static nudging(
    nudge: Type<AfterCommit> = NobodyToNudge,
    imports: NonNullable<DynamicModule['imports']> = [],
  ): DynamicModule {
    return {
      module: CaseworkModule,
      imports,
      providers: [{ provide: AfterCommit, useClass: nudge }, CaseDesk, ...SERVICES],
      exports: SERVICES,
    };
  }
}

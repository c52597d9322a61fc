import { Module } from '@nestjs/common';
import { AnsweringPages } from '../answering/answering-pages.js';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { EndingApprovalsController } from './ending.controller.js';
import { FollowingPageController } from './following.controller.js';
import { SpendPageController } from './spend.controller.js';
import { StartVariationController } from './start-variation.controller.js';

/** What comes after a decision: spending, variations and extensions, approvals that run out. */
@Module({
  imports: [CaseworkPagesModule],
  controllers: [
    SpendPageController,
    StartVariationController,
    FollowingPageController,
    EndingApprovalsController,
  ],
  providers: [AnsweringPages],
})
export class AfterDecisionPagesModule {}

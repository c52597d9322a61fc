import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from '#audit';
import { CaseworkModule } from '#casework';
import { MailNudge } from '#edge';
import { NotificationsModule, WebhookService } from '#notifications';
import type { Config } from '#platform';
import { DecisionLogController } from '../decision-log/decision-log.controller.js';
import { EventProofController } from '../decision-log/event-proof.controller.js';
import { OrganisationFeedController } from '../events/organisation-feed.controller.js';
import { EventsController } from '../events/events.controller.js';
import { LogExportController } from '../decision-log/log-export.controller.js';
import { DecisionImportsController } from '../imports/decision-imports.controller.js';
import { AdviceController } from '../advice/advice.controller.js';
import { GuidanceController } from '../advice/guidance.controller.js';
import { LikenessesController, LikenessOfCaseController } from '../likeness/likeness.controller.js';
import { PipelineController } from '../pipeline/pipeline.controller.js';
import { DisposalController, DisposalListController } from '../retention/disposals.controller.js';
import { SavedSearchesController } from '../searches/saved-searches.controller.js';
import { AfterDecisionController } from './after-decision.controller.js';
import { AsItStoodController } from './as-it-stood.controller.js';
import { AssignmentController } from './assignment.controller.js';
import { AttachmentsController } from './attachments.controller.js';
import { CaseHistoryController } from './case-history.controller.js';
import { WebhooksController } from '../webhooks/webhooks.controller.js';
import { CaseReadingController } from './case-reading.controller.js';
import { CaseReviewReadingController } from './case-review-reading.controller.js';
import { CommentsController } from './comments.controller.js';
import { ConditionsController } from './conditions.controller.js';
import { DecisionListController } from './decision-list.controller.js';
import { DecisionsController } from './decisions.controller.js';
import { DraftingController } from './drafting.controller.js';
import { EarnedAutonomyController } from './earned-autonomy.controller.js';
import { ReferenceDataController } from './reference-data.controller.js';
import { ReferenceDataVersionsController } from './reference-data-versions.controller.js';
import { RelationsController } from './relations.controller.js';
import { ReviewController } from './review.controller.js';
import { SubmissionController } from './submission.controller.js';
import { ThresholdCheckController } from './threshold-check.controller.js';
import { TriageController } from './triage.controller.js';
import { TriageReadingController } from './triage-reading.controller.js';

/** Cases over HTTP. Needs `PlatformModule` and `PersistenceModule` at the root. */
@Module({})
export class CasesModule {
  static forConfig(config: Config): DynamicModule {
    return {
      module: CasesModule,
      imports: [CaseworkModule.nudging(MailNudge, [NotificationsModule.forProducer(config)]), AuditModule],
      controllers: [
        CaseReadingController,
        CaseReviewReadingController,
        CaseHistoryController,
        AsItStoodController,
        AttachmentsController,
        DraftingController,
        SubmissionController,
        ReviewController,
        TriageReadingController,
        TriageController,
        RelationsController,
        AssignmentController,
        EarnedAutonomyController,
        ThresholdCheckController,
        DecisionsController,
        ConditionsController,
        AfterDecisionController,
        CommentsController,
        DecisionListController,
        ReferenceDataController,
        ReferenceDataVersionsController,
        SavedSearchesController,
        EventsController,
        OrganisationFeedController,
        WebhooksController,
        DecisionLogController,
        EventProofController,
        LogExportController,
        DecisionImportsController,
        LikenessesController,
        LikenessOfCaseController,
        PipelineController,
        AdviceController,
        GuidanceController,
        DisposalController,
        DisposalListController,
      ],
      providers: [WebhookService],
    };
  }
}

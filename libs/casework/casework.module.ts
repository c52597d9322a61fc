import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { chooseObjectStore, ObjectStore } from '#persistence';
import { Config } from '#platform';
import { AdviceReadingService } from './advice/advice-reading-service.js';
import { AdviceService } from './advice/advice-service.js';
import { AskingService } from './advice/asking-service.js';
import { GuidanceService } from './advice/guidance-service.js';
import { AttachmentKeepingService } from './attachments/attachment-keeping-service.js';
import { AttachmentService } from './attachments/attachment-service.js';
import { LeftOverFolders } from './attachments/left-over-folders.js';
import { chooseScanner } from './attachments/scanning/choose-scanner.js';
import { ScanService } from './attachments/scanning/scan-service.js';
import { Scanner } from './attachments/scanning/scanner.js';
import { SpendService } from './after-decision/spend-service.js';
import { VariationService } from './after-decision/variation-service.js';
import { AssignmentService } from './assignment/assignment-service.js';
import { ClockService } from './clock/clock-service.js';
import { CommentService } from './comments/comment-service.js';
import { ConditionService } from './conditions/condition-service.js';
import { DecisionService } from './decision/decision-service.js';
import { StepUp } from './decision/step-up.js';
import { AfterCommit, NobodyToNudge } from './desk/after-commit.js';
import { ReviewerReleaseService } from './assignment/reviewer-release-service.js';
import { CaseDesk } from './desk/case-desk.js';
import { PairDesk } from './desk/pair-desk.js';
import { LikenessFinder } from './likeness/likeness-finder.js';
import { LikenessService } from './likeness/likeness-service.js';
import { FormFaults } from './desk/form-faults.js';
import { CaseLoading } from './desk/case-loading.js';
import { DraftingService } from './drafting/drafting-service.js';
import { DecisionImportService } from './importing/decision-import-service.js';
import { PipelineService } from './pipeline/pipeline-service.js';
import { PlanImportService } from './pipeline/plan-import-service.js';
import { EarnedAutonomyService } from './policy/earned-autonomy-service.js';
import { PolicyBook } from './policy/policy-book.js';
import { PolicyReadingService } from './policy/policy-reading-service.js';
import { ReferenceDataService } from './policy/reference-data-service.js';
import { CaseHistoryService } from './reading/case-history-service.js';
import { EventStreamService } from './reading/event-stream-service.js';
import { ReadingService } from './reading/reading-service.js';
import { RelationService } from './relations/relation-service.js';
import { ReminderService } from './reminders/reminder-service.js';
import { DisposalService } from './retention/disposal-service.js';
import { ReviewReadingService } from './review/review-reading-service.js';
import { ReviewService } from './review/review-service.js';
import { SavedSearchService } from './saved-searches/saved-search-service.js';
import { TellFollowersService } from './saved-searches/tell-followers.js';
import { SubmissionService } from './submission/submission-service.js';
import { TriageService } from './triage/triage-service.js';

const SERVICES = [
  AskingService,
  AdviceService,
  GuidanceService,
  AdviceReadingService,
  AttachmentService,
  AttachmentKeepingService,
  LeftOverFolders,
  ScanService,
  DraftingService,
  PipelineService,
  PlanImportService,
  SubmissionService,
  TriageService,
  RelationService,
  LikenessService,
  LikenessFinder,
  AssignmentService,
  ReviewService,
  ReviewReadingService,
  DecisionService,
  StepUp,
  FormFaults,
  ConditionService,
  SpendService,
  VariationService,
  CommentService,
  ReadingService,
  CaseHistoryService,
  EventStreamService,
  ClockService,
  PolicyReadingService,
  EarnedAutonomyService,
  ReferenceDataService,
  ReminderService,
  ReviewerReleaseService,
  PolicyBook,
  SavedSearchService,
  TellFollowersService,
  DecisionImportService,
  DisposalService,
];

/** What keeps attached files, and what looks at them. */
const TOOLS = [
  { provide: ObjectStore, useFactory: chooseObjectStore, inject: [Config] },
  { provide: Scanner, useFactory: chooseScanner, inject: [Config] },
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
      providers: [
        { provide: AfterCommit, useClass: nudge },
        CaseDesk,
        PairDesk,
        CaseLoading,
        ...TOOLS,
        ...SERVICES,
      ],
      exports: [...SERVICES, ObjectStore, Scanner],
    };
  }
}

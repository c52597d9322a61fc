import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { LimitGuard, LimitsModule, patienceOf } from '#edge';
import { PersistenceModule } from '#persistence';
import { PlatformModule, type AppLogger, type Clock, type Config } from '#platform';
import { AccountPagesModule } from './account/account.module.js';
import { AdministrationPagesModule } from './administration/administration.module.js';
import { AfterDecisionPagesModule } from './after-decision/after-decision.module.js';
import { AnsweringPagesModule } from './answering/answering.module.js';
import { AdvicePagesModule } from './advice/advice.module.js';
import { AttachmentPagesModule } from './attachments/attachments.module.js';
import { CasePagesModule } from './case/case.module.js';
import { CaseworkPagesModule } from './casework-pages.module.js';
import { DashboardPagesModule } from './dashboard/dashboard.module.js';
import { DecisionsPagesModule } from './decisions/decisions.module.js';
import { HealthController } from './health/health.controller.js';
import { HomePagesModule } from './home/home.module.js';
import { SecurityTxtController } from './information/security-txt.controller.js';
import { InformationController } from './information/information.controller.js';
import { LikenessPagesModule } from './likeness/likeness.module.js';
import { PipelinePagesModule } from './pipeline/pipeline.module.js';
import { RequestPagesModule } from './request/request.module.js';
import { ReviewPagesModule } from './review/review.module.js';
import { PageFilter } from './server/page-filter.js';
import { PageGuard } from './server/page-guard.js';
import { PageInterceptor } from './server/page-interceptor.js';
import { ForgottenPasswordController } from './sign-in/forgotten/forgotten-password.controller.js';
import { ProviderSignInController } from './sign-in/provider-sign-in.controller.js';
import { SessionController } from './sign-in/session-end/session.controller.js';
import { UnsentWritingController } from './sign-in/session-end/unsent-writing.controller.js';
import { UnsentWriting } from './sign-in/session-end/unsent-writing.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignInPage } from './sign-in/sign-in-page.js';
import { PageViews } from './views/page-views.js';
import { WorklistPagesModule } from './worklist/worklist.module.js';

/** What the pages may be given beside their configuration: the machine's own clock and a logger of their own otherwise. */
export interface WebParts {
  readonly clock?: Clock;
  readonly logger?: AppLogger;
}

/** All pages. */
@Module({})
export class WebModule {
  static forConfig(config: Config, { clock, logger }: WebParts = {}): DynamicModule {
    return {
      module: WebModule,
      imports: [
        PlatformModule.forConfig(config, clock, logger),
        PersistenceModule.forDatabase({
          url: config.databaseUrl,
          poolSize: config.databasePoolSize,
          patience: patienceOf(config),
          eventFormat: config.logEventFormat,
        }),
        CaseworkPagesModule.forConfig(config),
        HomePagesModule,
        RequestPagesModule,
        AnsweringPagesModule,
        AfterDecisionPagesModule,
        CasePagesModule,
        AttachmentPagesModule,
        WorklistPagesModule,
        LikenessPagesModule,
        PipelinePagesModule,
        AdvicePagesModule,
        ReviewPagesModule,
        DecisionsPagesModule,
        DashboardPagesModule,
        AdministrationPagesModule,
        AccountPagesModule,
        LimitsModule,
      ],
      controllers: [
        HealthController,
        InformationController,
        SecurityTxtController,
        SignInController,
        SessionController,
        UnsentWritingController,
        ProviderSignInController,
        ForgottenPasswordController,
      ],
      providers: [
        PageViews,
        SignInPage,
        UnsentWriting,
        { provide: APP_GUARD, useClass: PageGuard },
        { provide: APP_GUARD, useExisting: LimitGuard },
        { provide: APP_FILTER, useClass: PageFilter },
        { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
      ],
    };
  }
}

import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { createValidationPipe, LimitGuard, LimitsModule } from '#edge';
import { AccessGuard, IdentityModule } from '#identity';
import { HealthController } from '../health/health.controller.js';
import { MachineAccessController } from '../machine-access/machine-access.controller.js';
import { OwnTokensController } from '../machine-access/own-tokens.controller.js';
import { EmailPreferenceController } from '../me/email-preference.controller.js';
import { OpenApiController, OpenApiDocument } from '../openapi/openapi.controller.js';
import { OrganisationsController } from '../organisations/organisations.controller.js';
import { PeopleController } from '../organisations/people.controller.js';
import { SessionsController } from '../sessions/sessions.controller.js';
import { WelcomeController } from '../welcome/welcome.controller.js';
import { ProblemFilter } from './problem-filter.js';

/**
 * What stands around every route (who may pass, what may be sent, how errors are told), and the routes that have
 * nothing to do with cases. Needs `PlatformModule` and `PersistenceModule` at the root.
 */
@Module({
  imports: [IdentityModule, LimitsModule],
  controllers: [
    HealthController,
    OpenApiController,
    SessionsController,
    OrganisationsController,
    PeopleController,
    EmailPreferenceController,
    OwnTokensController,
    MachineAccessController,
    WelcomeController,
  ],
  providers: [
    OpenApiDocument,
    { provide: APP_GUARD, useExisting: AccessGuard },
    { provide: APP_GUARD, useExisting: LimitGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useFactory: createValidationPipe },
  ],
  exports: [OpenApiDocument],
})
export class EdgeModule {}

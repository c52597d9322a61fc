import { Module } from '@nestjs/common';
import { Config } from '#platform';
import { AccessGuard } from './access/access-guard.js';
import { JwtVerifier } from './machine-access/jwt-verifier.js';
import { MachineClientService } from './machine-access/machine-client-service.js';
import { MachineCredentials } from './machine-access/machine-credentials.js';
import { MachineTokenService } from './machine-access/machine-token-service.js';
import { EmailPreferenceService } from './people/email-preference-service.js';
import { InvitationService } from './people/invitation-service.js';
import { OrganisationService } from './people/organisation-service.js';
import { PeopleService } from './people/people-service.js';
import { OwnSessionService } from './sessions/own-session-service.js';
import { SessionService } from './sessions/session-service.js';
import { UnsentWritingService } from './sessions/unsent-writing-service.js';
import { BearerStrategy } from './signing-in/bearer-strategy.js';
import { GuessLimits } from './signing-in/guess-limits.js';
import { IdentityService } from './signing-in/identity-service.js';
import { DemonstrationGuard } from './single-sign-on/demonstration-guard.js';
import { readProviders } from './single-sign-on/provider-settings.js';
import { SIGN_IN_PROVIDERS, SingleSignOnService } from './single-sign-on/single-sign-on-service.js';
import { PasswordService } from './signing-in/password-service.js';
import { PasswordStrategy } from './signing-in/password-strategy.js';

/** Who people are and what they may be. Needs `PlatformModule` and `PersistenceModule` at the root. */
@Module({
  providers: [
    GuessLimits,
    IdentityService,
    SessionService,
    OwnSessionService,
    UnsentWritingService,
    PasswordService,
    PeopleService,
    InvitationService,
    OrganisationService,
    EmailPreferenceService,
    JwtVerifier,
    MachineCredentials,
    MachineTokenService,
    MachineClientService,
    BearerStrategy,
    PasswordStrategy,
    AccessGuard,
    DemonstrationGuard,
    { provide: SIGN_IN_PROVIDERS, useFactory: readProviders, inject: [Config] },
    SingleSignOnService,
  ],
  exports: [
    GuessLimits,
    SingleSignOnService,
    IdentityService,
    SessionService,
    OwnSessionService,
    UnsentWritingService,
    PasswordService,
    PeopleService,
    InvitationService,
    OrganisationService,
    EmailPreferenceService,
    MachineTokenService,
    MachineClientService,
    BearerStrategy,
    PasswordStrategy,
    AccessGuard,
  ],
})
export class IdentityModule {}

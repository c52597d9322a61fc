import { Module } from '@nestjs/common';
import { AccessGuard } from './access/access-guard.js';
import { EmailPreferenceService } from './people/email-preference-service.js';
import { InvitationService } from './people/invitation-service.js';
import { OrganisationService } from './people/organisation-service.js';
import { PeopleService } from './people/people-service.js';
import { SessionService } from './sessions/session-service.js';
import { BearerStrategy } from './signing-in/bearer-strategy.js';
import { GuessLimits } from './signing-in/guess-limits.js';
import { IdentityService } from './signing-in/identity-service.js';
import { PasswordStrategy } from './signing-in/password-strategy.js';

/** Who people are and what they may be. Needs `PlatformModule` and `PersistenceModule` at the root. */
@Module({
  providers: [
    GuessLimits,
    IdentityService,
    SessionService,
    PeopleService,
    InvitationService,
    OrganisationService,
    EmailPreferenceService,
    BearerStrategy,
    PasswordStrategy,
    AccessGuard,
  ],
  exports: [
    GuessLimits,
    IdentityService,
    SessionService,
    PeopleService,
    InvitationService,
    OrganisationService,
    EmailPreferenceService,
    BearerStrategy,
    PasswordStrategy,
    AccessGuard,
  ],
})
export class IdentityModule {}

import { Module } from '@nestjs/common';
import { WebhookService } from '#notifications';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { InvitationPagesController } from './invitations/invitation.controller.js';
import { ClientPagesController } from './machine-access/clients.controller.js';
import { MachineAccessPagesController } from './machine-access/machine-access.controller.js';
import { OrganisationChoices } from './organisation-choices.js';
import { OrganisationFormsController } from './organisations/organisation-forms.controller.js';
import { OrganisationPagesController } from './organisations/organisations.controller.js';
import { InvitePagesController } from './people/invite.controller.js';
import { PeoplePagesController } from './people/people.controller.js';
import { RolePagesController } from './people/roles.controller.js';
import { SessionsOfPeopleController } from './people/sessions.controller.js';
import { SignInLockController } from './people/sign-in-lock.controller.js';
import { AddVersionController } from './reference-data/add-version.controller.js';
import { ReferenceDataPagesController } from './reference-data/reference-data.controller.js';
import { WebhookFormsController } from './webhooks/webhook-forms.controller.js';
import { WebhookPagesController } from './webhooks/webhooks.controller.js';

/** People, organisations, reference data, and other systems. */
@Module({
  imports: [CaseworkPagesModule],
  controllers: [
    SessionsOfPeopleController,
    PeoplePagesController,
    InvitePagesController,
    RolePagesController,
    SignInLockController,
    InvitationPagesController,
    MachineAccessPagesController,
    ClientPagesController,
    OrganisationPagesController,
    OrganisationFormsController,
    ReferenceDataPagesController,
    AddVersionController,
    WebhookFormsController,
    WebhookPagesController,
  ],
  providers: [OrganisationChoices, WebhookService],
})
export class AdministrationPagesModule {}

import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Acting } from '#casework';
import { SERVICE_ACCOUNT_ROLES, SERVICE_ACCOUNT_SCOPES } from '#domain';
import { IdParam, MachineClientRequest, NotRecorded } from '#edge';
import { Access, MachineClientService } from '#identity';
import { scopeItems } from '../../account/tokens/scope-items.js';
import { checkRequest } from '../../forms/check-request.js';
import type { ShownProblem } from '../../forms/form-problems.js';
import { heldIn, type PostedFields } from '../../forms/posted-form.js';
import { inOwnWords } from '../../forms/problem-words.js';
import { takeConfirmation, takeForm } from '../../forms/take-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { after } from '../notices.js';
import { OrganisationChoices } from '../organisation-choices.js';
import { roleItems } from '../role-items.js';

const WORDS = {
  name: 'Enter a name for the client',
  issuer: 'Choose the issuer of its tokens',
  subject: 'Enter what its tokens have as “sub”',
  scopes: 'Choose what the client may do',
  role: 'Choose a role',
  organisationId: 'Choose an organisation',
};
const HOME = '/machine-access';

/** Registering a client of an issuer with the service account it acts as, and ending one. */
@Controller('machine-access/clients')
@Access('administrator')
export class ClientPagesController {
  constructor(
    private readonly clients: MachineClientService,
    private readonly organisations: OrganisationChoices,
  ) {}

  @Get('register')
  @NotRecorded('clients of issuers')
  async ask(@CurrentActor() acting: Acting): Promise<PageAnswer> {
    if (this.clients.issuers.length === 0) return goTo(HOME);
    return this.registerPage(acting, {}, []);
  }

  @Post('register')
  @NotRecorded('clients of issuers')
  async register(@CurrentActor() by: Acting, @Body() body: unknown): Promise<PageAnswer> {
    return takeForm({
      body,
      act: async (form) => {
        const { name, issuer, subject, scopes, email, role, organisationId } = checkRequest(
          MachineClientRequest,
          {
            name: form.text('name'),
            issuer: form.text('issuer'),
            subject: form.text('subject'),
            scopes: form.all('scopes'),
            email: form.text('email'),
            role: form.text('role'),
            organisationId: form.text('organisationId'),
          },
        );
        const details = { name, issuer, subject, scopes, email, role, organisationId };
        await this.clients.register(by, details);
        return goTo(after('client-registered', HOME));
      },
      again: (fields, problems) => this.registerPage(by, fields, inOwnWords(problems, WORDS)),
    });
  }

  @Get(':id/revoke')
  @NotRecorded('clients of issuers')
  async askToRevoke(@IdParam() id: string): Promise<PageAnswer> {
    return this.revokePage(id, []);
  }

  @Post(':id/revoke')
  @NotRecorded('clients of issuers')
  async revoke(
    @CurrentActor() by: Acting,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeConfirmation({
      body,
      confirm: () => this.clients.revoke(by, id),
      then: after('client-revoked', HOME),
      again: (problems) => this.revokePage(id, problems),
    });
  }

  private async registerPage(
    acting: Acting,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const chosen = fields['scopes'] ?? [];
    const [first = '', ...others] = this.clients.issuers;
    // Where there is one issuer there is nothing to choose.
    const issuer = heldIn(fields, 'issuer') || (others.length === 0 ? first : '');
    return show(
      'administration/machine-access/register-client',
      {
        name: heldIn(fields, 'name'),
        subject: heldIn(fields, 'subject'),
        email: heldIn(fields, 'email'),
        issuers: this.clients.issuers.map((value) => ({ value, text: value, checked: value === issuer })),
        scopes: scopeItems(SERVICE_ACCOUNT_SCOPES, typeof chosen === 'string' ? [chosen] : chosen),
        roles: roleItems(heldIn(fields, 'role')).filter(({ value }) =>
          SERVICE_ACCOUNT_ROLES.some((role) => role === value),
        ),
        organisations: await this.organisations.current(acting, heldIn(fields, 'organisationId')),
        problems,
        once: randomUUID(),
      },
      problems.length > 0 ? 400 : 200,
    );
  }

  private async revokePage(id: string, problems: readonly ShownProblem[]): Promise<PageAnswer> {
    const client = await this.clients.one(id);
    if (client.revokedAt !== null && problems.length === 0) return goTo(HOME);
    return show(
      'administration/machine-access/revoke-client',
      { client, problems, once: randomUUID() },
      problems.length > 0 ? 409 : 200,
    );
  }
}

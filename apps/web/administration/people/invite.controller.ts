import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Acting } from '#casework';
import { IdParam, InvitationRequest, NotRecorded, PersonRequest } from '#edge';
import { Access, InvitationService, PeopleService } from '#identity';
import { Config, conflict } from '#platform';
import { checkRequest } from '../../forms/check-request.js';
import type { ShownProblem } from '../../forms/form-problems.js';
import type { PostedFields } from '../../forms/posted-form.js';
import { takeForm } from '../../forms/take-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { after } from '../notices.js';
import { OrganisationChoices } from '../organisation-choices.js';
import { inOwnWords } from '../../forms/problem-words.js';
import { roleItems } from '../role-items.js';

const WORDS = { name: 'Enter their name', role: 'Choose a role', organisationId: 'Choose an organisation' };

/** What an invitation is refused with where its address belongs to somebody who is here already. */
const IS_KNOWN = 'The person with this email address ';

/** Letting somebody in: by an invitation, or, where the service takes no passwords, by adding them. */
@Controller('people')
@Access('administrator')
export class InvitePagesController {
  constructor(
    private readonly people: PeopleService,
    private readonly invitations: InvitationService,
    private readonly organisations: OrganisationChoices,
    private readonly config: Config,
  ) {}

  @Get('invite')
  @NotRecorded('people')
  async ask(@CurrentActor() acting: Acting): Promise<PageAnswer> {
    if (this.config.passwordSignIn === 'off') return goTo('/people/add');
    return this.invitePage(acting, {}, []);
  }

  @Post('invite')
  @NotRecorded('people')
  async invite(@CurrentActor() by: Acting, @Body() body: unknown): Promise<PageAnswer> {
    return takeForm({
      body,
      act: async (form) => {
        const asked = checkRequest(InvitationRequest, {
          name: form.text('name'),
          email: form.text('email'),
          role: form.text('role'),
          organisationId: form.text('organisationId'),
        });
        const { name, email, role, organisationId } = asked;
        const { personId } = await this.invitations.invite(by, { name, email, role, organisationId });
        return goTo(`/people/${personId}/invited`);
      },
      again: (fields, problems) => this.invitePage(by, fields, inOwnWords(problems, WORDS)),
    });
  }

  @Get(':id/invited')
  @NotRecorded('people')
  async invited(@IdParam() id: string): Promise<PageAnswer> {
    const subject = await this.people.person(id);
    if (subject.invitation === null) return goTo(`/people/${id}`);
    return show('administration/people/invited', { subject });
  }

  @Post(':id/invitation')
  @NotRecorded('people')
  async inviteAgain(@CurrentActor() by: Acting, @IdParam() id: string): Promise<PageAnswer> {
    const { name, email, roles } = await this.people.person(id);
    const [held] = roles;
    if (held === undefined)
      throw conflict('This person holds no role. Give them one first, then invite them again.');
    const { role, organisation } = held;
    await this.invitations.invite(by, { name, email, role, organisationId: organisation.id });
    return goTo(after('invited-again', `/people/${id}`));
  }

  @Get('add')
  @NotRecorded('people')
  askToAdd(): PageAnswer {
    return addPage({}, []);
  }

  @Post('add')
  @NotRecorded('people')
  async add(@Body() body: unknown): Promise<PageAnswer> {
    return takeForm({
      body,
      act: async (form) => {
        const asked = checkRequest(PersonRequest, { name: form.text('name'), email: form.text('email') });
        const { name, email } = asked;
        const person = await this.people.createPerson({ name, email, password: null });
        return goTo(after('person-added', `/people/${person.id}`));
      },
      again: (fields, problems) => addPage(fields, inOwnWords(problems, WORDS)),
    });
  }

  private async invitePage(
    acting: Acting,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const { name = '', email = '', role = '', organisationId = '' } = fields;
    return show(
      'administration/people/invite',
      {
        name,
        email,
        roles: roleItems(String(role)),
        organisations: await this.organisations.current(acting, String(organisationId)),
        known: problems.some(({ text }) => text.startsWith(IS_KNOWN)),
        problems,
        once: randomUUID(),
      },
      problems.length > 0 ? 400 : 200,
    );
  }
}

function addPage(fields: PostedFields, problems: readonly ShownProblem[]): PageAnswer {
  const { name = '', email = '' } = fields;
  return show(
    'administration/people/add',
    { name, email, problems, once: randomUUID() },
    problems.length > 0 ? 400 : 200,
  );
}

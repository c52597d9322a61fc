import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Acting } from '#casework';
import { refusedToOneself } from '#domain';
import { IdParam, NotRecorded, RoleGivenRequest } from '#edge';
import { Access, PeopleService } from '#identity';
import { notFound, together } from '#platform';
import { checkRequest } from '../../forms/check-request.js';
import type { ShownProblem } from '../../forms/form-problems.js';
import type { PostedFields } from '../../forms/posted-form.js';
import { takeConfirmation, takeForm } from '../../forms/take-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { notPossiblePage } from '../not-possible.js';
import { after } from '../notices.js';
import { OrganisationChoices } from '../organisation-choices.js';
import { inOwnWords } from '../../forms/problem-words.js';
import { roleItems } from '../role-items.js';

const WORDS = { role: 'Choose a role', organisationId: 'Choose an organisation' };

/** Giving and ending roles, letting somebody sign in anew, and shutting them out. Each end is asked for once more on a page of its own. */
@Controller('people/:id')
@Access('administrator')
export class RolePagesController {
  constructor(
    private readonly people: PeopleService,
    private readonly organisations: OrganisationChoices,
  ) {}

  @Get('roles/add')
  @NotRecorded('people')
  async askForRole(@CurrentActor() acting: Acting, @IdParam() id: string): Promise<PageAnswer> {
    return this.rolePage(acting, id, {}, []);
  }

  @Post('roles/add')
  @NotRecorded('people')
  async giveRole(
    @CurrentActor() by: Acting,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeForm({
      body,
      act: async (form) => {
        const { role, organisationId, children } = checkRequest(RoleGivenRequest, {
          role: form.text('role'),
          organisationId: form.text('organisationId'),
          children: form.text('children') === 'yes',
        });
        await this.people.giveRole(by, id, role, organisationId, children);
        return goTo(after('role-given', `/people/${id}`));
      },
      again: (fields, problems) => this.rolePage(by, id, fields, inOwnWords(problems, WORDS)),
    });
  }

  @Get('roles/:roleId/end')
  @NotRecorded('people')
  async askToEnd(
    @CurrentActor() by: Acting,
    @IdParam() id: string,
    @IdParam('roleId') roleId: string,
  ): Promise<PageAnswer> {
    return this.endPage(by, id, roleId, []);
  }

  @Post('roles/:roleId/end')
  @NotRecorded('people')
  async endRole(
    @CurrentActor() by: Acting,
    @IdParam() id: string,
    @IdParam('roleId') roleId: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeConfirmation({
      body,
      confirm: () => this.people.endRole(by, id, roleId),
      then: after('role-ended', `/people/${id}`),
      again: (problems) => this.endPage(by, id, roleId, problems),
    });
  }

  @Get('deactivate')
  @NotRecorded('people')
  async askToDeactivate(@CurrentActor() by: Acting, @IdParam() id: string): Promise<PageAnswer> {
    return this.deactivatePage(by, id, []);
  }

  @Post('deactivate')
  @NotRecorded('people')
  async deactivate(
    @CurrentActor() by: Acting,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeConfirmation({
      body,
      confirm: () => this.people.deactivate(by, id),
      then: after('deactivated', `/people/${id}`),
      again: (problems) => this.deactivatePage(by, id, problems),
    });
  }

  @Get('sign-in-anew')
  @NotRecorded('people')
  async askForSignInAnew(@CurrentActor() by: Acting, @IdParam() id: string): Promise<PageAnswer> {
    return this.signInAnewPage(by, id, []);
  }

  @Post('sign-in-anew')
  @NotRecorded('people')
  async signInAnew(
    @CurrentActor() by: Acting,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    return takeConfirmation({
      body,
      confirm: () => this.people.endExternalIdentity(by, id),
      then: after('sign-in-anew', `/people/${id}`),
      again: (problems) => this.signInAnewPage(by, id, problems),
    });
  }

  private async signInAnewPage(
    by: Acting,
    id: string,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const subject = await this.people.person(id);
    const why = refusedToOneself('sign-in-anew', by.personId, id);
    if (why !== null)
      return notPossiblePage({ title: 'Let them sign in with another account', subject, why, problems });
    if (subject.externalIdentity === null && problems.length === 0) return goTo(`/people/${id}`);
    return show(
      'administration/people/sign-in-anew',
      { subject, problems, once: randomUUID() },
      problems.length > 0 ? 409 : 200,
    );
  }

  private async rolePage(
    acting: Acting,
    id: string,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const { role = '', organisationId = '', children = '' } = fields;
    const [subject, organisations] = await together([
      this.people.named(acting, id),
      this.organisations.current(acting, String(organisationId)),
    ]);
    const why = refusedToOneself('give-role', acting.personId, id);
    if (why !== null) return notPossiblePage({ title: 'Give a role', subject, why, problems });
    return show(
      'administration/people/give-role',
      {
        subject,
        roles: roleItems(String(role)),
        organisations,
        children,
        problems,
        once: randomUUID(),
      },
      problems.length > 0 ? 400 : 200,
    );
  }

  /** @throws ProblemError 404 when the person does not hold the role now */
  private async endPage(
    by: Acting,
    id: string,
    roleId: string,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const subject = await this.people.person(id);
    const role = subject.roles.find((held) => held.id === roleId);
    if (role === undefined) throw notFound('This person does not hold this role.');
    const why = refusedToOneself('end-role', by.personId, id, role.role);
    if (why !== null) return notPossiblePage({ title: 'End this role', subject, why, problems });
    return show(
      'administration/people/end-role',
      { subject, role, problems, once: randomUUID() },
      problems.length > 0 ? 409 : 200,
    );
  }

  private async deactivatePage(
    by: Acting,
    id: string,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const subject = await this.people.person(id);
    const why = refusedToOneself('deactivate', by.personId, id);
    if (why !== null) return notPossiblePage({ title: 'Deactivate this account', subject, why, problems });
    if (subject.deactivatedAt !== null && problems.length === 0) return goTo(`/people/${id}`);
    return show(
      'administration/people/deactivate',
      { subject, problems, once: randomUUID() },
      problems.length > 0 ? 409 : 200,
    );
  }
}

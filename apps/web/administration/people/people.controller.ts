import { Controller, Get, Query } from '@nestjs/common';
import type { Acting } from '#casework';
import { IdParam, namePositionOf, NotRecorded, pageOf, PeopleListQuery } from '#edge';
import { Access, PeopleService } from '#identity';
import { badRequest, Clock, Config, together } from '#platform';
import { checkRequest } from '../../forms/check-request.js';
import { fieldsOf } from '../../forms/posted-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { show, type PageAnswer } from '../../server/page.js';
import { filledIn } from '../filled-in.js';
import { noticeOf } from '../notices.js';
import { OrganisationChoices } from '../organisation-choices.js';
import { filterModel, nextAddress } from './people-list.js';
import { personModel, withInvitation } from './person-model.js';

/** Finding people, and everything about one. */
@Controller('people')
@Access('administrator')
export class PeoplePagesController {
  constructor(
    private readonly people: PeopleService,
    private readonly organisations: OrganisationChoices,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get()
  @NotRecorded('people')
  async list(@CurrentActor() acting: Acting, @Query() sent: unknown): Promise<PageAnswer> {
    const { done, ...asked } = fieldsOf(sent);
    const query = checkRequest(PeopleListQuery, filledIn(asked));
    const { text = null, organisationId = null, role = null, active = null, after, limit } = query;
    const filter = { text, organisationId, role, active };
    const [rows, organisations] = await together([
      this.people.listPeople(acting, { ...filter, after: namePositionOf(after), limit: limit + 1 }),
      this.organisations.all(acting),
    ]);
    if (organisationId !== null && !organisations.some(({ id }) => id === organisationId))
      throw badRequest('There is no such organisation.', [
        { pointer: '/organisationId', detail: 'Choose one of those there are' },
      ]);
    const page = pageOf(rows, limit, (last) => [last.name, last.id]);
    return show('administration/people/people', {
      people: page.items.map((person) => withInvitation(person, this.clock.now())),
      filter: filterModel(query, organisations),
      further: after !== undefined,
      next: nextAddress(query, page.next),
      invites: this.config.passwordSignIn === 'on',
      notice: noticeOf(done),
    });
  }

  @Get(':id')
  @NotRecorded('people')
  async read(
    @CurrentActor() acting: Acting,
    @IdParam() id: string,
    @Query('done') done: unknown,
  ): Promise<PageAnswer> {
    const person = await this.people.person(id);
    const invites = this.config.passwordSignIn === 'on';
    return show('administration/people/person', {
      ...personModel(person, acting.personId, this.clock.now(), invites),
      notice: noticeOf(done),
    });
  }
}

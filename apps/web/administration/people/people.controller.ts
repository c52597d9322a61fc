import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Acting } from '#casework';
import { IdParam, lastIdOf, NotRecorded, pageOf, PeopleListQuery, PeopleSearchQuery } from '#edge';
import { Access, PeopleService } from '#identity';
import { badRequest, Clock, Config, together } from '#platform';
import { checkRequest } from '../../forms/check-request.js';
import { fieldsOf, type PostedFields } from '../../forms/posted-form.js';
import { CHANGE_AGAIN } from '../../forms/take-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { sealedWords, wordsSealedIn } from '../../server/looked-for.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { filledIn } from '../filled-in.js';
import { noticeOf } from '../notices.js';
import { OrganisationChoices } from '../organisation-choices.js';
import { address, filterModel, nextAddress, type PeopleAsked } from './people-list.js';
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
  async list(
    @CurrentActor() acting: Acting,
    @Query() sent: unknown,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const { done, ...fields } = fieldsOf(sent);
    const asked = this.askedIn(filledIn(fields), request);
    const { query } = asked;
    const { text = null, organisationId = null, role = null, active = null, after, limit } = query;
    const filter = { text, organisationId, role, active };
    const [rows, organisations] = await together([
      this.people.listPeople(acting, { ...filter, after: lastIdOf(after), limit: limit + 1 }),
      this.organisations.all(acting),
    ]);
    if (organisationId !== null && !organisations.some(({ id }) => id === organisationId))
      throw badRequest('There is no such organisation.', [
        { pointer: '/organisationId', detail: 'Choose one of those there are' },
      ]);
    const page = pageOf(rows, limit, (last) => [last.id]);
    return show('administration/people/people', {
      people: page.items.map((person) => withInvitation(person, this.clock.now())),
      filter: filterModel(asked, organisations),
      further: after !== undefined,
      next: nextAddress(asked, page.next),
      invites: this.config.passwordSignIn === 'on',
      notice: noticeOf(done),
    });
  }

  /** Looks for people by what is posted: the address it leads to has it sealed. */
  @Post()
  @NotRecorded('people')
  look(@Body() body: unknown, @Req() request: FastifyRequest): PageAnswer {
    // What was looked for is not found out for who only came back to it.
    if (fieldsOf(body)[CHANGE_AGAIN] !== undefined) return goTo('/people');
    const { text, role, organisationId, active } = checkRequest(
      PeopleSearchQuery,
      Object.fromEntries(Object.entries(filledIn(fieldsOf(body))).filter(([name]) => name !== '_csrf')),
    );
    const fields = { text, role, organisationId, active: active === undefined ? undefined : String(active) };
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    return goTo(address(given, text === undefined ? null : sealedWords(request, this.config, text)));
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

  /** @throws ProblemError 400 naming what an address asks for that cannot be */
  private askedIn({ words, ...fields }: PostedFields, request: FastifyRequest): PeopleAsked {
    const query = checkRequest(PeopleListQuery, fields);
    if (words === undefined) return { query, words: null };
    const text = typeof words === 'string' ? wordsSealedIn(request, this.config, words) : null;
    if (text === null || typeof words !== 'string')
      throw badRequest('What was looked for cannot be read.', [
        {
          pointer: '/words',
          detail: 'Enter them again. They are kept for the session they were looked for in',
        },
      ]);
    return { query: Object.assign(new PeopleSearchQuery(), query, { text }), words };
  }
}

import { Body, Controller, Delete, Get, Headers, HttpCode, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Acting } from '#casework';
import {
  IdParam,
  InvitationRequest,
  lastIdOf,
  NotRecorded,
  pageOf,
  PeopleListQuery,
  PersonRequest,
  RoleGivenRequest,
  type Plain,
} from '#edge';
import {
  Access,
  CurrentPerson,
  GuessLimits,
  InvitationService,
  NeedsScope,
  OwnSessionService,
  PeopleOnly,
  PeopleService,
  type ActingPerson,
  type TokenHolder,
} from '#identity';
import { CurrentActor } from '../cases/acting.js';
import { LOOKED_FOR, LookedForHeader, lookedForIn } from './looked-for.js';
import {
  DeactivationResource,
  InvitationResource,
  PeoplePage,
  PersonDetailResource,
  PersonResource,
  RoleResource,
} from './person-dto.js';

/** People and their roles: for administrators. */
@ApiTags('People')
@Controller('api/v1/people')
@Access('administrator')
@PeopleOnly('Who may do what is for people to say.')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly invitations: InvitationService,
    private readonly guesses: GuessLimits,
    private readonly sessions: OwnSessionService,
  ) {}

  /** People by name, with the roles they hold now. */
  @Get()
  @NeedsScope('people:read')
  @NotRecorded('people')
  @ApiOkResponse({ type: PeoplePage, description: 'One page, by name.' })
  @LookedForHeader()
  async list(
    @CurrentActor() acting: Acting,
    @Query() query: PeopleListQuery,
    @Headers(LOOKED_FOR) lookedFor?: string,
  ): Promise<Plain<PeoplePage>> {
    const { organisationId = null, role = null, active = null, after, limit } = query;
    const filter = { text: lookedForIn(lookedFor), organisationId, role, active };
    const asked = { ...filter, after: lastIdOf(after), limit: limit + 1 };
    const rows = await this.people.listPeople(acting, asked);
    return pageOf(rows, limit, (last) => [last.id]);
  }

  /** Everything about one person: the roles they hold and held, and when they last signed in. */
  @Get(':id')
  @NeedsScope('people:read')
  @NotRecorded('people')
  @ApiOkResponse({ type: PersonDetailResource, description: 'The person.' })
  async read(@IdParam() id: string): Promise<Plain<PersonDetailResource>> {
    return this.people.person(id);
  }

  /**
   * Invites somebody by email: adds them if they are new, and gives them the role. The email has a link to choose a
   * first password, which works once. Inviting again replaces the earlier link.
   */
  @Post('invitations')
  @ApiCreatedResponse({ type: InvitationResource, description: 'Invited; the email is queued.' })
  async invite(
    @CurrentPerson() by: ActingPerson,
    @Body() request: InvitationRequest,
  ): Promise<Plain<InvitationResource>> {
    const { name, email, role, organisationId } = request;
    const invitation = await this.invitations.invite(by, { name, email, role, organisationId });
    return { ...invitation, expiresAt: invitation.expiresAt.toISOString() };
  }

  /** Adds a person, with no role yet: somebody who signs in elsewhere, or is invited afterwards. */
  @Post()
  @ApiCreatedResponse({ type: PersonResource, description: 'Added.' })
  async create(@Body() request: PersonRequest): Promise<Plain<PersonResource>> {
    const { email, name } = request;
    const person = await this.people.createPerson({ email, name, password: null });
    return { ...person, createdAt: person.createdAt.toISOString() };
  }

  /** Gives a person a role in an organisation, and where asked in all that belong to it, from now on. */
  @Post(':id/roles')
  @ApiCreatedResponse({ type: RoleResource, description: 'Given.' })
  async giveRole(
    @CurrentPerson() by: ActingPerson,
    @IdParam() id: string,
    @Body() { role, organisationId, children }: RoleGivenRequest,
  ): Promise<Plain<RoleResource>> {
    const given = await this.people.giveRole(by, id, role, organisationId, children);
    return { ...given, validFrom: given.validFrom.toISOString() };
  }

  /** Ends a role from now on; it stays on record. */
  @Delete(':id/roles/:roleId')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'Ended.' })
  async endRole(
    @CurrentPerson() by: ActingPerson,
    @IdParam() id: string,
    @IdParam('roleId') roleId: string,
  ): Promise<void> {
    await this.people.endRole(by, id, roleId);
  }

  /** Lets a person sign in again whose account is locked after wrong passwords. Where it is not locked, nothing changes. */
  @Delete(':id/sign-in-lock')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'Not locked, or not any more.' })
  async liftLock(@CurrentPerson() by: ActingPerson, @IdParam() id: string): Promise<void> {
    await this.people.person(id);
    await this.guesses.lift(by, id);
  }

  /** Signs everybody out but who asks: ends every browser session, and every token given for a password. */
  @Delete('sessions')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'Ended.' })
  async endEverybodysSessions(@CurrentPerson() by: TokenHolder): Promise<void> {
    await this.sessions.endEverybodys(by, by.tokenId);
  }

  /** Signs a person out everywhere. They can sign in again; it is on record who did it. */
  @Delete(':id/sessions')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'Ended.' })
  async endSessions(@CurrentPerson() by: ActingPerson, @IdParam() id: string): Promise<void> {
    await this.sessions.endAllOf(by, id);
  }

  /**
   * Lets a person sign in anew through an identity provider: what they are known by there ends, with their sessions
   * through it, and whoever signs in next with their verified address is them. For an account there that was made anew.
   */
  @Delete(':id/external-identity')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'Ended.' })
  async endExternalIdentity(@CurrentPerson() by: ActingPerson, @IdParam() id: string): Promise<void> {
    await this.people.endExternalIdentity(by, id);
  }

  /** Shuts a person out at once; what they did stays on record. */
  @Post(':id/deactivation')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: DeactivationResource, description: 'Shut out.' })
  async deactivate(
    @CurrentPerson() by: ActingPerson,
    @IdParam() id: string,
  ): Promise<Plain<DeactivationResource>> {
    const deactivatedAt = await this.people.deactivate(by, id);
    return { personId: id, deactivatedAt: deactivatedAt.toISOString() };
  }
}

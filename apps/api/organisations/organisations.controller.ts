import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Acting } from '#casework';
import {
  given,
  IdParam,
  namePositionOf,
  NotRecorded,
  OrganisationChangeRequest,
  OrganisationListQuery,
  OrganisationRequest,
  pageOf,
  type Plain,
} from '#edge';
import {
  Access,
  CurrentPerson,
  NeedsScope,
  OrganisationService,
  PeopleOnly,
  PeopleService,
  type ActingPerson,
} from '#identity';
import { CurrentActor } from '../cases/acting.js';
import { OrganisationChangesResource, OrganisationPage, OrganisationResource } from './organisation-dto.js';

/** Departments, arm's length bodies, and GDS Assurance itself. */
@ApiTags('Organisations')
@Controller('api/v1/organisations')
export class OrganisationsController {
  constructor(
    private readonly people: PeopleService,
    private readonly organisations: OrganisationService,
  ) {}

  /** Organisations by name. */
  @Get()
  @NotRecorded('organisations')
  @Access('signed-in')
  @NeedsScope('reference-data:read')
  @ApiOkResponse({ type: OrganisationPage, description: 'One page, by name.' })
  async list(
    @CurrentActor() acting: Acting,
    @Query() query: OrganisationListQuery,
  ): Promise<Plain<OrganisationPage>> {
    const { text = null, parentId = null, after, limit } = query;
    const filter = { text, parentId };
    const rows = await this.people.listOrganisations(acting, limit + 1, namePositionOf(after), filter);
    return pageOf(rows, limit, (last) => [last.name, last.id]);
  }

  /** Adds an organisation. */
  @Post()
  @Access('administrator')
  @PeopleOnly('What organisations there are is for people to say.')
  @ApiCreatedResponse({ type: OrganisationResource, description: 'Added.' })
  async create(@Body() request: OrganisationRequest): Promise<Plain<OrganisationResource>> {
    const { key, name, acronym = null, parentId = null, validFrom } = request;
    const details = { key, name, acronym, parentId };
    return this.people.createOrganisation(validFrom === undefined ? details : { ...details, validFrom });
  }

  /** One organisation. */
  @Get(':id')
  @NotRecorded('organisations')
  @Access('signed-in')
  @NeedsScope('reference-data:read')
  @ApiOkResponse({ type: OrganisationResource, description: 'The organisation.' })
  async read(@CurrentActor() acting: Acting, @IdParam() id: string): Promise<Plain<OrganisationResource>> {
    return this.organisations.organisation(acting, id);
  }

  /** Changes the name, the acronym or the end of an organisation; what it was stays on record. */
  @Patch(':id')
  @Access('administrator')
  @PeopleOnly('What organisations there are is for people to say.')
  @ApiOkResponse({ type: OrganisationResource, description: 'As it is now.' })
  async change(
    @CurrentPerson() by: ActingPerson,
    @IdParam() id: string,
    @Body() request: OrganisationChangeRequest,
  ): Promise<Plain<OrganisationResource>> {
    return this.organisations.change(by, id, given(request));
  }

  /** What was changed of an organisation, the last change first. */
  @Get(':id/changes')
  @NotRecorded('organisations')
  @Access('administrator')
  @NeedsScope('people:read')
  @ApiOkResponse({ type: OrganisationChangesResource, description: 'Every change.' })
  async changes(
    @CurrentActor() acting: Acting,
    @IdParam() id: string,
  ): Promise<Plain<OrganisationChangesResource>> {
    return { items: await this.organisations.changes(acting, id) };
  }
}

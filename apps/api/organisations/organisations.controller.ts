import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { decodeCursor, isUuid, NotRecorded, pageOf, PageQuery, type Plain } from '#edge';
import { Access, PeopleService } from '#identity';
import { badRequest } from '#platform';
import { OrganisationPage, OrganisationRequest, OrganisationResource } from './organisation-dto.js';

/** Where a page of organisations starts. */
function positionOf(cursor: string | undefined): { name: string; id: string } | null {
  if (cursor === undefined) return null;
  const [name, id] = decodeCursor(cursor, ['string', 'string']) as readonly [string, string];
  if (!isUuid(id)) throw badRequest('The cursor is not one this list gave.');
  return { name, id };
}

/** Departments, arm's length bodies, and GDS Assurance itself. */
@ApiTags('Organisations')
@Controller('api/v1/organisations')
export class OrganisationsController {
  constructor(private readonly people: PeopleService) {}

  /** Organisations by name. */
  @Get()
  @NotRecorded('organisations')
  @Access('signed-in')
  @ApiOkResponse({ type: OrganisationPage, description: 'One page, by name.' })
  async list(@Query() query: PageQuery): Promise<Plain<OrganisationPage>> {
    const rows = await this.people.listOrganisations(query.limit + 1, positionOf(query.after));
    return pageOf(rows, query.limit, (last) => [last.name, last.id]);
  }

  /** Adds an organisation. */
  @Post()
  @Access('administrator')
  @ApiCreatedResponse({ type: OrganisationResource, description: 'Added.' })
  async create(@Body() request: OrganisationRequest): Promise<Plain<OrganisationResource>> {
    const { key, name, acronym = null, parentId = null, validFrom } = request;
    const details = { key, name, acronym, parentId };
    return this.people.createOrganisation(validFrom === undefined ? details : { ...details, validFrom });
  }
}

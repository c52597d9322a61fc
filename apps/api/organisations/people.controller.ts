import { Body, Controller, Delete, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IdParam, type Plain } from '#edge';
import { Access, CurrentPerson, PeopleService, type ActingPerson } from '#identity';
import {
  DeactivationResource,
  PersonRequest,
  PersonResource,
  RoleRequest,
  RoleResource,
} from './person-dto.js';

/** People and their roles: for administrators. */
@ApiTags('People')
@Controller('api/v1/people')
@Access('administrator')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  /** Adds a person, with no role yet. */
  @Post()
  @ApiCreatedResponse({ type: PersonResource, description: 'Added.' })
  async create(@Body() request: PersonRequest): Promise<Plain<PersonResource>> {
    const { email, name, password = null } = request;
    const person = await this.people.createPerson({ email, name, password });
    return { ...person, createdAt: person.createdAt.toISOString() };
  }

  /** Gives a person a role in an organisation, from now on. */
  @Post(':id/roles')
  @ApiCreatedResponse({ type: RoleResource, description: 'Given.' })
  async giveRole(
    @CurrentPerson() by: ActingPerson,
    @IdParam() id: string,
    @Body() request: RoleRequest,
  ): Promise<Plain<RoleResource>> {
    const given = await this.people.giveRole(by, id, request.role, request.organisationId);
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

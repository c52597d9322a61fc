import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  IdParam,
  MachineClientRequest,
  NotRecorded,
  pageOf,
  PageQuery,
  tokenPositionOf,
  type Plain,
} from '#edge';
import {
  Access,
  CurrentPerson,
  MachineClientService,
  MachineTokenService,
  NeedsScope,
  PeopleOnly,
  type ActingPerson,
} from '#identity';
import { MachineClientsResource, MachineClientResource, MachineTokenPage } from './machine-access-dto.js';

const FOR_PEOPLE = 'Which programs get in is for people to say.';

/** Every token and every client: for administrators. */
@ApiTags('Machine access')
@Controller('api/v1/machine-access')
@Access('administrator')
export class MachineAccessController {
  constructor(
    private readonly tokens: MachineTokenService,
    private readonly clients: MachineClientService,
  ) {}

  /** Everybody's tokens, without what would open anything, the latest first. */
  @Get('tokens')
  @NeedsScope('people:read')
  @NotRecorded('tokens of people')
  @ApiOkResponse({ type: MachineTokenPage, description: 'One page, the latest first.' })
  async listTokens(
    @CurrentPerson() by: ActingPerson,
    @Query() { after, limit }: PageQuery,
  ): Promise<Plain<MachineTokenPage>> {
    const rows = await this.tokens.all(by, tokenPositionOf(after), limit + 1);
    return pageOf(rows, limit, (last) => [last.createdAt, last.id]);
  }

  /** Ends anybody's token at once. */
  @Delete('tokens/:id')
  @PeopleOnly(FOR_PEOPLE)
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'Ended.' })
  async revokeToken(@CurrentPerson() by: ActingPerson, @IdParam() id: string): Promise<void> {
    await this.tokens.revokeAnyones(by, id);
  }

  /** Clients of issuers, and the issuers one can be registered of. */
  @Get('clients')
  @NeedsScope('people:read')
  @NotRecorded('clients of issuers')
  @ApiOkResponse({ type: MachineClientsResource, description: 'Every client, the latest first.' })
  async listClients(@CurrentPerson() by: ActingPerson): Promise<Plain<MachineClientsResource>> {
    return { items: await this.clients.all(by), issuers: this.clients.issuers };
  }

  /** Lets a client of an issuer act as a service account, which is added with its role unless it is there. */
  @Post('clients')
  @PeopleOnly(FOR_PEOPLE)
  @ApiCreatedResponse({ type: MachineClientResource, description: 'Registered.' })
  async registerClient(
    @CurrentPerson() by: ActingPerson,
    @Body() { name, issuer, subject, scopes, email, role, organisationId }: MachineClientRequest,
  ): Promise<Plain<MachineClientResource>> {
    return this.clients.register(by, { name, issuer, subject, scopes, email, role, organisationId });
  }

  /** Ends a client at once. Its account stays on record. */
  @Delete('clients/:id')
  @PeopleOnly(FOR_PEOPLE)
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'Ended.' })
  async revokeClient(@CurrentPerson() by: ActingPerson, @IdParam() id: string): Promise<void> {
    await this.clients.revoke(by, id);
  }
}

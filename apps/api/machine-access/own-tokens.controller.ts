import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IdParam, MachineTokenRequest, NotRecorded, type Plain } from '#edge';
import {
  Access,
  CurrentPerson,
  MachineTokenService,
  PeopleOnly,
  type ActingPerson,
  type TokenHolder,
} from '#identity';
import { TellsOnce } from '../idempotency/keep-answer.js';
import { NewMachineTokenResource, OwnMachineTokensResource } from './machine-access-dto.js';

/** The tokens somebody made for programs of theirs. */
@ApiTags('Machine access')
@Controller('api/v1/me/tokens')
@Access('signed-in')
@PeopleOnly('Which programs act for somebody is theirs to say.')
export class OwnTokensController {
  constructor(private readonly tokens: MachineTokenService) {}

  /** Your tokens, without what would open anything. */
  @Get()
  @NotRecorded('the person’s own tokens')
  @ApiOkResponse({ type: OwnMachineTokensResource, description: 'Your tokens.' })
  async list(@CurrentPerson() by: ActingPerson): Promise<Plain<OwnMachineTokensResource>> {
    return { items: await this.tokens.own(by) };
  }

  /**
   * Makes a token for a program that acts for you.
   *
   * The program may do what you may at the time, and at most what its scopes say. The token is told once: repeating the
   * request makes no second one, and does not tell it again.
   */
  @Post()
  @TellsOnce('token')
  @ApiCreatedResponse({ type: NewMachineTokenResource, description: 'Made; you are told by email too.' })
  async make(
    @CurrentPerson() by: TokenHolder,
    @Body() { name, scopes, days }: MachineTokenRequest,
  ): Promise<Plain<NewMachineTokenResource>> {
    const { token, secret } = await this.tokens.make(by, { name, scopes, days });
    return { ...token, token: secret };
  }

  /** Ends a token of yours at once. */
  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'Ended.' })
  async revoke(@CurrentPerson() by: ActingPerson, @IdParam() id: string): Promise<void> {
    await this.tokens.revokeOwn(by, id);
  }
}

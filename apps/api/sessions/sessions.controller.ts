import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Ip, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { IdParam, NotRecorded, type Plain } from '#edge';
import {
  Access,
  CurrentPerson,
  IdentityService,
  OwnSessionService,
  PasswordStrategy,
  PeopleOnly,
  type ActingPerson,
  type TokenHolder,
} from '#identity';
import { CurrentSession, NewSession, OwnSessionsPage, SignInRequest } from './session-dto.js';

/** Signing in and out. */
@ApiTags('Sessions')
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(
    private readonly passwords: PasswordStrategy,
    private readonly identity: IdentityService,
    private readonly sessions: OwnSessionService,
  ) {}

  /**
   * Signs in with an email address and a password.
   *
   * Takes no Idempotency-Key: the answer to a repeated request would have to be kept in full, and it holds a token of
   * which only the hash may be kept. Signing in twice merely gives two tokens, and an unused one ends by itself.
   */
  @Post()
  @Access('anyone')
  @ApiCreatedResponse({ type: NewSession, description: 'Signed in.' })
  @ApiUnauthorizedResponse({ description: 'The email address or the password is not right.' })
  @ApiForbiddenResponse({ description: 'The service does not take passwords.' })
  async create(@Body() request: SignInRequest, @Ip() from: string): Promise<Plain<NewSession>> {
    const personId = await this.passwords.personIdFor(request.email, request.password, from);
    const { token, expiresAt, person } = await this.identity.issueToken(personId);
    return { token, expiresAt: expiresAt.toISOString(), person };
  }

  /** Who the token stands for, and what they may be. */
  @Get('current')
  @NotRecorded('the person’s own session')
  @Access('signed-in')
  @PeopleOnly('A program has no session.')
  @ApiOkResponse({ type: CurrentSession, description: 'Who is signed in.' })
  async current(@CurrentPerson() person: ActingPerson): Promise<Plain<CurrentSession>> {
    return { person: await this.identity.profileOf(person) };
  }

  /** Signs out: the token stops working at once. */
  @Delete('current')
  @Access('signed-in')
  @PeopleOnly('A program has no session.')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'Signed out.' })
  async end(@CurrentPerson() person: TokenHolder): Promise<void> {
    await this.identity.revoke(person.tokenId);
  }

  /** What the person is signed in with: browsers, and tokens given for their password. */
  @Get()
  @NotRecorded('the person’s own sessions')
  @Access('signed-in')
  @PeopleOnly('A program has no session.')
  @ApiOkResponse({ type: OwnSessionsPage, description: 'Sessions that are live.' })
  async list(@CurrentPerson() person: TokenHolder): Promise<Plain<OwnSessionsPage>> {
    const sessions = await this.sessions.list(person, person.tokenId);
    return {
      items: sessions.map(({ beganAt, lastUsedAt, expiresAt, ...rest }) => ({
        ...rest,
        beganAt: beganAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
        expiresAt: expiresAt.toISOString(),
      })),
    };
  }

  /** Ends everything the person is signed in with, at once, but for the token that was sent. */
  @Delete('others')
  @Access('signed-in')
  @PeopleOnly('A program has no session.')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'Ended.' })
  @ApiForbiddenResponse({ description: 'The token was given too long ago: sign in again.' })
  async endOthers(@CurrentPerson() person: TokenHolder): Promise<void> {
    await this.sessions.endOthers(person, person.tokenId);
  }

  /** Ends one session of the person at once. */
  @Delete(':id')
  @Access('signed-in')
  @PeopleOnly('A program has no session.')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'Ended.' })
  @ApiForbiddenResponse({ description: 'The token was given too long ago: sign in again.' })
  async endOne(@CurrentPerson() person: ActingPerson, @IdParam() id: string): Promise<void> {
    await this.sessions.end(person, id);
  }
}

import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { EmailPreferenceRequest, NotRecorded, type Plain } from '#edge';
import { Access, CurrentPerson, EmailPreferenceService, PeopleOnly, type ActingPerson } from '#identity';
import { EmailPreferenceResource } from './email-preference-dto.js';

/** How whoever is signed in wants to be told of what happens. */
@ApiTags('Me')
@Controller('api/v1/me/email-preference')
@Access('signed-in')
@PeopleOnly('How somebody is told is theirs to choose.')
export class EmailPreferenceController {
  constructor(private readonly preferences: EmailPreferenceService) {}

  /** How you want to be told. */
  @Get()
  @NotRecorded('the person’s own preference')
  @ApiOkResponse({ type: EmailPreferenceResource, description: 'Your preference.' })
  async read(@CurrentPerson() person: ActingPerson): Promise<Plain<EmailPreferenceResource>> {
    return { emailPreference: await this.preferences.preferenceOf(person) };
  }

  /**
   * Sets how you want to be told.
   *
   * Emails held for your next daily digest are sent at once when you ask for each email.
   */
  @Put()
  @ApiOkResponse({ type: EmailPreferenceResource, description: 'Your preference from now on.' })
  async choose(
    @CurrentPerson() person: ActingPerson,
    @Body() { emailPreference }: EmailPreferenceRequest,
  ): Promise<Plain<EmailPreferenceResource>> {
    await this.preferences.choose(person, emailPreference);
    return { emailPreference };
  }
}

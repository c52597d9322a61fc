import { ApiProperty } from '@nestjs/swagger';
import { EMAIL_PREFERENCES, type EmailPreference } from '#domain';
import { EMAIL_PREFERENCE_MEANING } from '#edge';

/** How somebody wants to be told. */
export class EmailPreferenceResource {
  @ApiProperty({ type: 'string', enum: [...EMAIL_PREFERENCES], description: EMAIL_PREFERENCE_MEANING })
  readonly emailPreference!: EmailPreference;
}

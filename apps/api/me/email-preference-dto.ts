import { ApiProperty } from '@nestjs/swagger';
import { EMAIL_PREFERENCES, type EmailPreference } from '#domain';
import { Choice } from '#edge';

const MEANING =
  'An email each time, or one at 08:00 (London) on each working day there is something to tell; what cannot wait comes at once all the same.';

/** How somebody wants to be told from now on. */
export class EmailPreferenceRequest {
  @Choice(EMAIL_PREFERENCES, { description: MEANING })
  readonly emailPreference!: EmailPreference;
}

/** How somebody wants to be told. */
export class EmailPreferenceResource {
  @ApiProperty({ type: 'string', enum: [...EMAIL_PREFERENCES], description: MEANING })
  readonly emailPreference!: EmailPreference;
}

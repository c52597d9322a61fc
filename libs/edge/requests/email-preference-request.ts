import { EMAIL_PREFERENCES, type EmailPreference } from '#domain';
import { Choice } from '../fields/fields.js';

/** What the choice means, for the description of the API. */
export const EMAIL_PREFERENCE_MEANING =
  'An email each time, or one at 08:00 (London) on each working day there is something to tell; what cannot wait comes at once all the same.';

/** How somebody wants to be told from now on. */
export class EmailPreferenceRequest {
  @Choice(EMAIL_PREFERENCES, { description: EMAIL_PREFERENCE_MEANING })
  readonly emailPreference!: EmailPreference;
}

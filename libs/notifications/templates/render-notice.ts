import { NOTICE_EVENTS } from '#domain';
import { dailyDigest } from './daily-digest.js';
import { invitation } from './invitation.js';
import { accountLocked } from './account-locked.js';
import { composeLetter, type Letter } from './letter.js';
import { readNoticeParameters } from './notice-parameters.js';
import { logCheckpoint } from './log-checkpoint.js';
import { machineTokenEnds, machineTokenMade } from './machine-token.js';
import { NOTICE_TEMPLATES } from './notice-templates.js';
import { passwordChanged, passwordReset } from './passwords.js';
import { webhookDisabled } from './webhook-disabled.js';
import { searchMatched } from './search-matched.js';

/** Names of the letters about several cases, or none, which tell of no one event. */
export const LETTERS_ABOUT_SEVERAL_CASES = [
  'daily-digest',
  'search-matched',
  'log-checkpoint',
  'invitation',
  'account-locked',
  'password-changed',
  'password-reset',
  'machine-token-made',
  'machine-token-ends',
  'webhook-disabled',
] as const;
export type LetterAboutSeveralCases = (typeof LETTERS_ABOUT_SEVERAL_CASES)[number];

/** Each of them is written as a whole: there is no one case to frame it with. */
const SEVERAL: Readonly<Record<LetterAboutSeveralCases, (parameters: unknown, publicUrl: string) => Letter>> =
  {
    'daily-digest': dailyDigest,
    'search-matched': searchMatched,
    'log-checkpoint': logCheckpoint,
    invitation,
    'account-locked': accountLocked,
    'password-changed': passwordChanged,
    'password-reset': passwordReset,
    'machine-token-made': machineTokenMade,
    'machine-token-ends': machineTokenEnds,
    'webhook-disabled': webhookDisabled,
  };

/**
 * Writes a queued email: one that tells of an event, or one about several cases.
 *
 * @param template name of the event, or of the letter about several cases, as stored with the email
 * @param parameters as stored with the email
 * @param publicUrl address people reach the service at, without a slash at its end
 * @throws TypeError when there is no such template or the parameters are not whole; never repeats their values
 */
export function renderNotice(template: string, parameters: unknown, publicUrl: string): Letter {
  const several = LETTERS_ABOUT_SEVERAL_CASES.find((known) => known === template);
  if (several !== undefined) return SEVERAL[several](parameters, publicUrl);
  const event = NOTICE_EVENTS.find((known) => known === template);
  if (event === undefined) throw new TypeError('No template has the name the email was queued with');
  const read = readNoticeParameters(parameters);
  return composeLetter(NOTICE_TEMPLATES[event](read), read, publicUrl);
}

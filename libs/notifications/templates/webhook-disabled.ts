import { formatDeadline } from './days-in-words.js';
import { NEXT_STEP, type Letter } from './letter.js';
import { isStored, line, needed } from './stored-values.js';

/**
 * Tells an administrator that another system is told nothing more, because nothing has arrived there for days or it says
 * that it is gone.
 *
 * @throws TypeError naming what is missing, never its value
 */
export function webhookDisabled(stored: unknown, publicUrl: string): Letter {
  if (!isStored(stored)) throw new TypeError('The parameters of the email are not an object');
  const since = new Date(needed(stored, 'since'));
  if (Number.isNaN(since.getTime()))
    throw new TypeError('The parameters of the email have an instant that is none: since');
  const why =
    stored['why'] === 'gone'
      ? `on ${formatDeadline(since)} or later it answered “410 Gone”, which means that it takes nothing any more`
      : `nothing we sent has arrived since ${formatDeadline(since)}`;
  const body = [
    `The webhook “${line(needed(stored, 'name'))}” was disabled: ${why}.`,
    'Nothing is lost. What happens meanwhile is sent when it is enabled again; what was given up can be sent again from its delivery log.',
    `${NEXT_STEP}have the other system put right, then enable the webhook again by the API:\nPOST ${publicUrl}/api/v1/webhooks/${needed(stored, 'id')}/enable`,
    'You get this email because you are an administrator of the service.',
  ];
  return { subject: 'A webhook was disabled', body: `${body.join('\n\n')}\n` };
}

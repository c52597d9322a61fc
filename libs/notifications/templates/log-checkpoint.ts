import { parseNote } from '#domain';
import type { Letter } from './letter.js';
import { count, isStored, needed } from './stored-values.js';

/**
 * A checkpoint of the decision log, for somebody outside to keep: with it they can establish later that nothing
 * recorded before it was altered. The note stands as it is, because every character of it is signed.
 * @throws TypeError naming what is missing, never its value
 */
export function logCheckpoint(stored: unknown): Letter {
  if (!isStored(stored)) throw new TypeError('The parameters of the email are not an object');
  const size = count(stored['size']);
  if (size === null) throw new TypeError('The parameters of the email lack size');
  const note = needed(stored, 'note');
  try {
    parseNote(note);
  } catch {
    throw new TypeError('The parameters of the email have a note that is none');
  }
  const body = [
    `This is a signed checkpoint of the decision log, which then held ${String(size)} ${size === 1 ? 'event' : 'events'}. Keep this email.`,
    'With the lines between the rulers you can establish at any later time, without trusting this service, that nothing recorded before it has been changed, removed or reordered. Save them as a file, ending in a line break, and give it to the verifier as --checkpoint.',
    '--------',
    note.trimEnd(),
    '--------',
    'You do not need to do anything else.',
  ];
  return { subject: `Checkpoint of the decision log at ${String(size)}`, body: `${body.join('\n\n')}\n` };
}

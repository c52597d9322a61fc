import { formatDeadline } from './days-in-words.js';
import { NEXT_STEP, type Letter } from './letter.js';
import { isStored, needed } from './stored-values.js';

/**
 * Tells somebody that their account was locked because of wrong passwords. It has no link: one that asks to be followed
 * is what a letter made up by somebody else would have.
 *
 * @throws TypeError naming what is missing, never its value
 */
export function accountLocked(stored: unknown): Letter {
  if (!isStored(stored)) throw new TypeError('The parameters of the email are not an object');
  const until = new Date(needed(stored, 'until'));
  if (Number.isNaN(until.getTime()))
    throw new TypeError('The parameters of the email have an instant that is none: until');
  const where =
    needed(stored, 'place') === 'known'
      ? 'The wrong passwords came from a place you have signed in from before.'
      : 'The wrong passwords came from places you have not signed in from before. Where you have signed in before, you still can.';
  const body = [
    `A wrong password for your account was entered many times, so it is locked until ${formatDeadline(until)}.`,
    `${where} Until then even your right password is refused, so that nobody can find out by trying whether they have guessed it.`,
    `${NEXT_STEP}if it was you, wait until then and sign in. If it was not, tell an administrator of the service. An administrator can also lift the lock.`,
    'Nobody has signed in to your account with a wrong password. You get at most one email like this a day.',
  ];
  return { subject: 'Your account is locked for a while', body: `${body.join('\n\n')}\n` };
}

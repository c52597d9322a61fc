import { formatDeadline } from './days-in-words.js';
import { NEXT_STEP, type Letter } from './letter.js';
import { linkWithCode } from './link-with-code.js';
import { isStored, line, list, needed } from './stored-values.js';

function instantIn(stored: Record<string, unknown>, name: string): Date {
  const instant = new Date(needed(stored, name));
  if (Number.isNaN(instant.getTime()))
    throw new TypeError(`The parameters of the email have an instant that is none: ${name}`);
  return instant;
}

/** What became of the tokens they made for programs; nothing where they had none that worked. */
function programs(stored: Record<string, unknown>): readonly string[] {
  const names = list(stored['tokens']).filter((name): name is string => typeof name === 'string');
  if (names.length === 0) return [];
  const said =
    stored['tokensEnded'] === true
      ? 'The tokens you made for programs have ended, so that those programs no longer act for you. Make new ones where they are needed:'
      : 'These tokens you made for programs go on working. End what you do not know, on the page of your tokens:';
  return [`${said}\n${names.map((name) => `- ${line(name)}`).join('\n')}`];
}

/**
 * Tells somebody that their password is another, so that they notice when it was not by them. It has no link: one that
 * asks to be followed is what a letter made up by somebody else would have.
 *
 * @throws TypeError naming what is missing, never its value
 */
export function passwordChanged(stored: unknown): Letter {
  if (!isStored(stored)) throw new TypeError('The parameters of the email are not an object');
  const at = instantIn(stored, 'at');
  const how =
    needed(stored, 'how') === 'reset'
      ? 'by a link that was sent to this address'
      : 'by somebody signed in as you';
  const body = [
    `The password of your account was changed at ${formatDeadline(at)}, ${how}.`,
    'Everything else that was signed in with your account has been signed out.',
    ...programs(stored),
    `${NEXT_STEP}nothing, if it was you. If it was not, tell an administrator of the service at once, and choose another password on the page where you sign in.`,
    'You get this email because it is your account.',
  ];
  return { subject: 'Your password was changed', body: `${body.join('\n\n')}\n` };
}

/**
 * Sends somebody who forgot their password a link to choose another.
 *
 * @throws TypeError naming what is missing, never its value
 */
export function passwordReset(stored: unknown, publicUrl: string): Letter {
  if (!isStored(stored)) throw new TypeError('The parameters of the email are not an object');
  const token = needed(stored, 'token');
  const expiresAt = instantIn(stored, 'expiresAt');
  const body = [
    'Somebody asked for a link to choose another password for your account.',
    `${NEXT_STEP}if it was you, open this link and choose a password by ${formatDeadline(expiresAt)}.\n${linkWithCode(`${publicUrl}/password-reset`, token)}`,
    'The code works once and is meant for you alone: do not pass it on.',
    'If it was not you, you can ignore this email: your password stays as it is.',
  ];
  return { subject: 'Choose another password', body: `${body.join('\n\n')}\n` };
}

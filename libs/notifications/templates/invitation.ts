import { formatDeadline } from './days-in-words.js';
import { NEXT_STEP, type Letter } from './letter.js';
import { linkWithCode } from './link-with-code.js';
import { isStored, line, needed } from './stored-values.js';

/**
 * Invites somebody to choose their first password.
 *
 * @throws TypeError naming what is missing, never its value
 */
export function invitation(stored: unknown, publicUrl: string): Letter {
  if (!isStored(stored)) throw new TypeError('The parameters of the email are not an object');
  const [role, organisation, invitedBy] = ['role', 'organisation', 'invitedBy'].map((name) =>
    line(needed(stored, name)),
  ) as [string, string, string];
  const token = needed(stored, 'token');
  const expiresAt = new Date(needed(stored, 'expiresAt'));
  if (Number.isNaN(expiresAt.getTime()))
    throw new TypeError('The parameters of the email have an instant that is none: expiresAt');
  const body = [
    `${invitedBy} has invited you to the spend control case management service.\nYour role: ${role}\nOrganisation: ${organisation}`,
    `${NEXT_STEP}open this link and choose a password by ${formatDeadline(expiresAt)}.\n${linkWithCode(`${publicUrl}/invitations`, token)}`,
    'The code works once and is meant for you alone: do not pass it on. After that you sign in with this email address and your password.',
    'If the code no longer works, ask an administrator to invite you again.',
    'You get this email because an administrator of the service entered this address. If you do not expect it, you can ignore it.',
  ];
  return { subject: 'You are invited to spend control case management', body: `${body.join('\n\n')}\n` };
}

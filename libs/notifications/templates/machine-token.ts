import { isScope, SCOPE_NAMES, type Scope } from '#domain';
import { formatDeadline } from './days-in-words.js';
import { NEXT_STEP, type Letter } from './letter.js';
import { isStored, line, list, needed } from './stored-values.js';

/** What both letters need of a token. */
interface ToldToken {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date;
}

/** @throws TypeError naming what is missing, never its value */
function tokenIn(stored: unknown): ToldToken {
  if (!isStored(stored)) throw new TypeError('The parameters of the email are not an object');
  const expiresAt = new Date(needed(stored, 'expiresAt'));
  if (Number.isNaN(expiresAt.getTime()))
    throw new TypeError('The parameters of the email have an instant that is none: expiresAt');
  return {
    name: line(needed(stored, 'name')),
    scopes: list(stored['scopes']).filter(
      (scope): scope is Scope => typeof scope === 'string' && isScope(scope),
    ),
    expiresAt,
  };
}

/** Address of the page where somebody sees their tokens. */
function tokensLink(publicUrl: string): string {
  return `${publicUrl}/account/tokens`;
}

function allowed(scopes: readonly Scope[]): string {
  return `What a program can do with it, as far as you may do so yourself:\n${scopes.map((scope) => `- ${SCOPE_NAMES[scope]}`).join('\n')}`;
}

/**
 * Tells somebody that a token was made in their name, so that they notice when it was not by them.
 *
 * @throws TypeError naming what is missing, never its value
 */
export function machineTokenMade(stored: unknown, publicUrl: string): Letter {
  const { name, scopes, expiresAt } = tokenIn(stored);
  const body = [
    `A token for a program was made in your name: ${name}.`,
    allowed(scopes),
    `It works until ${formatDeadline(expiresAt)}. We will write to you a week before.`,
    `${NEXT_STEP}nothing, if you made it. If you did not, revoke it at once and tell an administrator:\n${tokensLink(publicUrl)}`,
    'You get this email because the token acts for you.',
  ];
  return { subject: 'A token was made in your name', body: `${body.join('\n\n')}\n` };
}

/**
 * Tells somebody that a token of theirs ends within a week.
 *
 * @throws TypeError naming what is missing, never its value
 */
export function machineTokenEnds(stored: unknown, publicUrl: string): Letter {
  const { name, scopes, expiresAt } = tokenIn(stored);
  const body = [
    `A token of yours works only until ${formatDeadline(expiresAt)}: ${name}.`,
    allowed(scopes),
    `${NEXT_STEP}if the program is still needed, make a new token and give it to the program before then:\n${tokensLink(publicUrl)}`,
    'You get this email because the token acts for you.',
  ];
  return { subject: 'A token of yours ends soon', body: `${body.join('\n\n')}\n` };
}

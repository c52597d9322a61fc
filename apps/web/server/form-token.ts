import { createHash } from 'node:crypto';
import { SHORT_LIVED_DIGEST } from '#domain';
import { notPermitted, ProblemError } from '#platform';

// The token of a form also says whom the form was shown to, so that nothing one person wrote is sent, or even given to,
// another who signs in on the same browser.

/** Stands between the token and whom it was given to; in no token of its own. */
const BETWEEN = '~';
const MARK_LENGTH = 22;

/** Tells forms of one person from those of another, and nothing about either. */
export function markOf(personId: string): string {
  return createHash(SHORT_LIVED_DIGEST)
    .update(`form of ${personId}`)
    .digest('base64url')
    .slice(0, MARK_LENGTH);
}

/** @param mark of whom the form is shown to; `null` for nobody */
export function markedToken(token: string, mark: string | null): string {
  return mark === null ? token : `${token}${BETWEEN}${mark}`;
}

/** The token as it was before it was marked. */
export function bareToken(token: string): string {
  return token.split(BETWEEN, 1)[0] ?? '';
}

/** Whom a token was given to; `null` where it does not say. */
export function markIn(token: unknown): string | null {
  return typeof token === 'string' ? (token.split(BETWEEN)[1] ?? null) : null;
}

/** Whether what is marked may be given to a person: it is theirs, or of nobody in particular. */
export function isFormOf(mark: string | null, personId: string): boolean {
  return mark === null || mark === markOf(personId);
}

/** A form that was shown to somebody else, on the same browser. */
export class OtherPersonsFormError extends ProblemError {
  constructor() {
    super(notPermitted('Somebody else wrote what was sent. Nothing was done with it.').problem);
  }
}

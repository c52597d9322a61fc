import { notSignedIn, type ProblemError } from '#platform';

/** One answer for every reason not to sign somebody in, so that nobody learns who has an account. */
export function refused(): ProblemError {
  return notSignedIn('The email address or the password is not right.');
}

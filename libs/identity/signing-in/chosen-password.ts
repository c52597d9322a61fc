import { isMadeOfWords, SERVICE_WORDS, wordsOfPerson } from '#domain';
import { findPasswordOwner, type Queryable } from '#persistence';
import { unprocessable } from '#platform';
import { isCommonPassword } from './common-passwords.js';
import { hashPassword, passwordFault } from './password.js';
import { holdsToken } from './token.js';

/**
 * Hashes a password somebody chose for themselves, where it may be one: long enough, not one of the most common, and not
 * made of words that whoever knows the service or the person would try.
 *
 * @param personId who chooses it
 * @param cost that of new hashes
 * @returns argon2id in PHC form
 * @throws ProblemError 422 at `/password`, saying what to do
 */
export async function hashChosenPassword(
  queryable: Queryable,
  personId: string,
  password: string,
  cost: string,
): Promise<string> {
  const fault = passwordFault(password) ?? (await guessableFault(queryable, personId, password));
  if (fault !== null) throw unprocessable(`${fault}.`, [{ pointer: '/password', detail: fault }]);
  return hashPassword(password, cost);
}

async function guessableFault(
  queryable: Queryable,
  personId: string,
  password: string,
): Promise<string | null> {
  if (isCommonPassword(password))
    return 'Choose another password: this one is on lists of passwords that are tried first';
  // What somebody was sent to choose a password by must not become it.
  if (holdsToken(password)) return 'Choose a password of your own: this one has a link or a token in it';
  const owner = await findPasswordOwner(queryable, personId);
  const words = owner === null ? SERVICE_WORDS : [...SERVICE_WORDS, ...wordsOfPerson(owner)];
  return isMadeOfWords(password, words)
    ? 'Choose a password that is not made of your name, your address, your organisation or this service'
    : null;
}

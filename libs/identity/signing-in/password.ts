import { hash, verify } from '@node-rs/argon2';
import { isUnprintable, lengthOf } from '#domain';

/**
 * argon2id with the parameters of OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane. They are stored
 * with each hash, so raising them leaves older hashes readable.
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** Fewest characters of a password. This service's own choice, for passwords without a second factor. */
export const SHORTEST_PASSWORD = 12;
/** Most characters of a password; bounds the work of hashing. */
export const LONGEST_PASSWORD = 200;

/** What keeps a text from being a password, as a sentence without a full stop; `null` when nothing does. */
export function passwordFault(password: string): string | null {
  const length = lengthOf(password);
  if (length < SHORTEST_PASSWORD || password.trim() === '')
    return `Enter a password of at least ${SHORTEST_PASSWORD} characters`;
  if (length > LONGEST_PASSWORD) return `Shorten the password to at most ${LONGEST_PASSWORD} characters`;
  return isUnprintable(password, false) ? 'Take the control characters out of the password' : null;
}

/**
 * Hashes a password for keeping, as a PHC string: argon2id with a salt of its own. The password is taken exactly as it
 * was received, here and where it is verified: nothing is cut off, trimmed, composed alike or put in another case.
 */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

let standIn: Promise<string> | undefined;

/**
 * Whether the password matches the hash. Without a hash, the same work is done against a stand-in and the answer is
 * no, so that the time taken does not tell whether somebody is known here.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  standIn ??= hashPassword('nobody has this password');
  const matches = await verify(passwordHash ?? (await standIn), password);
  return matches && passwordHash !== null;
}

/** Makes the stand-in ready, so that not even the first refusal takes longer than the others. */
export async function prepareStandIn(): Promise<void> {
  await verifyPassword(null, '');
}

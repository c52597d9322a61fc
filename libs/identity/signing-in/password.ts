import { hash, verify } from '@node-rs/argon2';
import { isUnprintable, lengthOf } from '#domain';

/**
 * What hashing costs unless it is configured: argon2id with the parameters of OWASP's Password Storage Cheat Sheet, 19 MiB,
 * two passes, one lane. They are stored with each hash, so that older ones stay readable.
 */
const USUAL_COST = 'm=19456,t=2,p=1';

const OUTPUT_BYTES = 32;

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
export async function hashPassword(password: string, cost = USUAL_COST): Promise<string> {
  const [memoryCost, timeCost, parallelism] = cost.split(',').map((part) => Number(part.slice(2)));
  if (memoryCost === undefined || timeCost === undefined || parallelism === undefined)
    throw new RangeError('What hashing costs is memory, passes and lanes');
  return hash(password, { memoryCost, timeCost, parallelism, outputLen: OUTPUT_BYTES });
}

/** Whether a hash was made by the present algorithm at a cost. */
export function isCostOf(passwordHash: string, cost: string): boolean {
  return passwordHash.startsWith(`$argon2id$v=19$${cost}$`);
}

/** By their cost: a wrong address takes as long as a password that was hashed lately. */
const standIns = new Map<string, Promise<string>>();

function standIn(cost: string): Promise<string> {
  const made = standIns.get(cost) ?? hashPassword('nobody has this password', cost);
  standIns.set(cost, made);
  return made;
}

/**
 * Whether the password matches the hash. Without a hash, the same work is done against a stand-in and the answer is
 * no, so that the time taken does not tell whether somebody is known here.
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
  cost = USUAL_COST,
): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await standIn(cost)), password);
  return matches && passwordHash !== null;
}

/** Makes the stand-in ready, so that not even the first refusal takes longer than the others. */
export async function prepareStandIn(cost = USUAL_COST): Promise<void> {
  await verifyPassword(null, '', cost);
}

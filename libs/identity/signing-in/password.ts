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

/** What is verified where there is no hash of that cost, by cost. */
const standIns = new Map<string, Promise<string>>();

function standIn(cost: string): Promise<string> {
  const made = standIns.get(cost) ?? hashPassword('nobody has this password', cost);
  standIns.set(cost, made);
  return made;
}

/** Costs as `PASSWORD_COST` lists them: the first is that of new hashes. */
function listed(costs: string): readonly string[] {
  return costs.split(' ');
}

/** The cost of new hashes. @param costs as `PASSWORD_COST` lists them */
export function costOfNew(costs: string): string {
  const [first = USUAL_COST] = listed(costs);
  return first;
}

/**
 * Whether the password matches the hash. The work of every cost that is listed is done each time, against a stand-in
 * where the hash is of another or there is none, so that the time taken tells neither whether somebody is known here nor
 * when they chose their password.
 *
 * @param costs as `PASSWORD_COST` lists them; a hash of none of them is verified all the same, and takes longer
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
  costs = USUAL_COST,
): Promise<boolean> {
  let matches = false;
  let isListed = false;
  for (const cost of listed(costs)) {
    const isOwn = passwordHash !== null && isCostOf(passwordHash, cost);
    const answer = await verify(isOwn ? passwordHash : await standIn(cost), password);
    if (isOwn) [matches, isListed] = [answer, true];
  }
  return isListed || passwordHash === null ? matches : verify(passwordHash, password);
}

/** Makes the stand-ins ready, so that not even the first refusal takes longer than the others. */
export async function prepareStandIn(costs = USUAL_COST): Promise<void> {
  await verifyPassword(null, '', costs);
}

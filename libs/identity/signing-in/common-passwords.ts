import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMON_PASSWORDS_DIGEST } from '#domain';
import { prismaFolder } from '#persistence';

/** Bytes kept of the SHA-256 of each; see `prisma/passwords/README.md`, where they come from. */
const KEPT_BYTES = 6;

let known: Buffer | undefined;

function list(): Buffer {
  known ??= readFileSync(join(prismaFolder(), 'passwords', 'common-passwords.bin'));
  return known;
}

/** How many passwords the list has. */
export function countCommonPasswords(): number {
  return list().length / KEPT_BYTES;
}

/** Whether a password is one of the most common ones that became known elsewhere, in whatever letters. */
export function isCommonPassword(password: string): boolean {
  const sought = createHash(COMMON_PASSWORDS_DIGEST)
    .update(password.normalize('NFKC').toLowerCase())
    .digest()
    .subarray(0, KEPT_BYTES);
  const sorted = list();
  let [from, to] = [0, countCommonPasswords()];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const order = sorted.compare(sought, 0, KEPT_BYTES, middle * KEPT_BYTES, (middle + 1) * KEPT_BYTES);
    if (order === 0) return true;
    if (order < 0) from = middle + 1;
    else to = middle;
  }
  return false;
}

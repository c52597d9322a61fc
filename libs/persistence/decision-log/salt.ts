import { randomFillSync } from 'node:crypto';
import { SALT_BYTES } from '#domain';

/** Random bytes are drawn for many salts at once: to ask for them takes longer than to make them. */
const drawn = Buffer.alloc(SALT_BYTES * 256);
let used = drawn.length;

/** A salt nobody was given before, for the private text of one event. */
export function freshSalt(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  const salt = Buffer.from(drawn.subarray(used, used + SALT_BYTES));
  used += SALT_BYTES;
  return salt;
}

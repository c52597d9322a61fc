import { randomUUID } from 'node:crypto';

/** Numbers that fit into the three digits beside the time. */
const MOST_IN_A_MILLISECOND = 4096;

/**
 * UUIDs of version 7 (RFC 9562): the time in milliseconds, a number that counts up within it, and what is random. One
 * after another they are in order, save that counting starts over after 4,096 in one millisecond.
 */
export class TimeOrderedIds {
  private latest = 0;
  private count = 0;

  next(at: Date): string {
    const milliseconds = at.getTime();
    this.count = milliseconds === this.latest ? (this.count + 1) % MOST_IN_A_MILLISECOND : 0;
    this.latest = milliseconds;
    const time = milliseconds.toString(16).padStart(12, '0');
    const count = this.count.toString(16).padStart(3, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count}${randomUUID().slice(18)}`;
  }
}

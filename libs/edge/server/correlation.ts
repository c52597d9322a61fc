import { randomUUID } from 'node:crypto';

/** Header a caller may name its request with, and every answer names it with. */
export const CORRELATION_HEADER = 'x-correlation-id';

/** What a caller's own correlation id must look like; anything else is replaced, so nothing odd reaches a log. */
export const CORRELATION_ID = /^[\w-]{8,64}$/;

/** The caller's correlation id where it is usable, otherwise a random UUID. */
export function correlationIdOf(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' && CORRELATION_ID.test(header) ? header : randomUUID();
}

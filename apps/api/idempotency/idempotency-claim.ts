import { createHash } from 'node:crypto';
import type { IdempotencyClaim } from '#casework';
import { SHORT_LIVED_DIGEST, canonicalJson } from '#domain';
import { badRequest } from '#platform';
import { CsvBody } from '../http/csv-body.js';
import { FileBody } from '../http/file-body.js';

/** Header that names a request, so that repeating it does nothing twice. */
export const IDEMPOTENCY_HEADER = 'idempotency-key';

/** Shortest and longest key, in characters; printable ASCII. This service's own choice. */
export const SHORTEST_KEY = 8;
export const LONGEST_KEY = 200;

/** What a key looks like, as a regular expression. */
export const KEY_PATTERN = `^[ -~]{${SHORTEST_KEY},${LONGEST_KEY}}$`;
const KEY = new RegExp(KEY_PATTERN);

/** What is read of a request. */
export interface NamedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: unknown;
}

/**
 * The key a POST came with, and a hash of what it asks: method, address, precondition and body. Keys of the body may
 * come in any order.
 *
 * @throws ProblemError 400 when the key is missing or not 8 to 200 printable ASCII characters
 */
export function claimOf(request: NamedRequest): IdempotencyClaim {
  const key = request.headers[IDEMPOTENCY_HEADER];
  if (typeof key !== 'string' || !KEY.test(key))
    throw badRequest(
      `Send an Idempotency-Key header of ${SHORTEST_KEY} to ${LONGEST_KEY} printable ASCII characters, such as a new UUID for each new request. Repeating a request with its key does nothing twice.`,
    );
  return { key, requestHash: hashOf(request) };
}

/**
 * A quick hash must never be kept of a password: it could be guessed from the hash. Two requests that differ in the
 * password alone so count as the same one.
 */
function withoutSecrets(body: unknown): unknown {
  // A file is read as it arrives, once, by whoever it is for, who adds its checksum where the answer is kept.
  if (body instanceof CsvBody || body instanceof FileBody) return null;
  if (typeof body !== 'object' || body === null || !('password' in body)) return body;
  return { ...body, password: null };
}

function hashOf({ method, url, headers, body }: NamedRequest): Buffer {
  let text: string;
  try {
    text = canonicalJson([method, url, headers['if-match'] ?? null, withoutSecrets(body) ?? null]);
  } catch {
    // JSON.parse turns 1e999 into Infinity, which is no JSON value.
    throw badRequest('The body holds a number that is too large to be read.');
  }
  return createHash(SHORT_LIVED_DIGEST).update(text).digest();
}

import { createHash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';

/** The package is a CommonJS function whose types describe an ES module's default. */
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/**
 * The canonical text of a JSON value by RFC 8785, the same for equal values whatever the order of their keys.
 * @throws TypeError when the value is not JSON (undefined, a function, a number that is not finite)
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only a JSON value has a canonical form');
  return text;
}

/** SHA-256 of the canonical form, as 64 hexadecimal digits. */
export function canonicalHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}

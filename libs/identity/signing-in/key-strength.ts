import { errors, type CryptoKey } from 'jose';

/**
 * Fewest bits of the modulus of an RSA key: 128 bits of strength (NIST SP 800-57 part 1, table 2). The curves that are
 * taken have as much.
 */
export const SHORTEST_RSA_BITS = 3_072;

/** A signature by a key that is too short to prove much longer. */
export class ShortKeyError extends errors.JOSEError {
  static override code = 'SHORT_KEY';
  override code = 'SHORT_KEY';
}

/** The key, where it has 128 bits of strength. @throws ShortKeyError */
export function strongKey(key: CryptoKey): CryptoKey {
  const { modulusLength } = key.algorithm as { readonly modulusLength?: number };
  if (modulusLength !== undefined && modulusLength < SHORTEST_RSA_BITS)
    throw new ShortKeyError(`The key has fewer than ${String(SHORTEST_RSA_BITS)} bits`);
  return key;
}

/** How many bits the modulus of a JSON Web Key has; `null` where it is none of RSA. @param n the modulus, base64url */
export function rsaBits({ kty, n }: { readonly kty?: unknown; readonly n?: unknown }): number | null {
  return kty === 'RSA' && typeof n === 'string' ? Buffer.from(n, 'base64url').length * 8 : null;
}

import { createHash, randomBytes } from 'node:crypto';
import { seal, unseal } from './sealing.js';
import type { JourneyLuggage } from './sign-in-refused.js';

const SECRET_BYTES = 32;
const SECRET = /^[\w-]{43}$/;

/** How long a sign-in at a provider may take. This service's own choice. */
export const JOURNEY_MINUTES = 10;

/** What a sign-in under way needs when the person comes back. */
export interface JourneyContents extends JourneyLuggage {
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Who must come back; `null` where anybody may. */
  readonly personId: string | null;
}

/** A new secret: state, nonce, code verifier or key of a browser. 32 random bytes, base64url. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** Whether a text could be such a secret at all. */
export function looksLikeSecret(text: string | undefined): text is string {
  return text !== undefined && SECRET.test(text);
}

/** SHA-256 of a secret, which is what is kept of it. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Seals a journey with the key of the browser it begins in. */
export function packed(browserKey: string, contents: JourneyContents): Buffer {
  return seal(browserKey, 'sign-in journey', JSON.stringify(contents));
}

/** Opens it again; `null` where the browser is another. */
export function unpacked(browserKey: string, sealed: Uint8Array): JourneyContents | null {
  const text = unseal(browserKey, 'sign-in journey', sealed);
  // Nobody but this service can have sealed it.
  return text === null ? null : (JSON.parse(text) as JourneyContents);
}

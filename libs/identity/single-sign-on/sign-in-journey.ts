import { randomBytes } from 'node:crypto';
import { seal, unseal, type SealingSetting } from './sealing.js';
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

/** Seals a journey with the key of the browser it begins in. */
export function packed(setting: SealingSetting, browserKey: string, contents: JourneyContents): Buffer {
  return seal(setting, browserKey, 'sign-in journey', JSON.stringify(contents));
}

/** Opens it again; `null` where the browser is another. */
export function unpacked(
  setting: SealingSetting,
  browserKey: string,
  sealed: Uint8Array,
): JourneyContents | null {
  const text = unseal(setting, browserKey, 'sign-in journey', sealed);
  // Nobody but this service can have sealed it.
  return text === null ? null : (JSON.parse(text) as JourneyContents);
}

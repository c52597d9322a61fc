import { openBytes, sealBytes, sealingSuites } from '#domain';
import type { Config } from '#platform';

/** What a secret seals; each has keys of its own. */
export type SealedKind = 'sign-in journey' | 'id token' | 'looked for';

/** How rows are sealed: the first seals, all open. */
export type SealingSetting = Pick<Config, 'sealing'>;

/**
 * Seals a text so that only who has the secret can read it. The secret is a random token that a browser holds and of
 * which the database has no more than a hash: whoever reads the database reads nothing of it.
 */
export function seal({ sealing }: SealingSetting, secret: string, kind: SealedKind, text: string): Buffer {
  const [suite] = sealingSuites(sealing);
  return sealBytes(suite, { secret, purpose: kind }, Buffer.from(text, 'utf8'));
}

/** Opens what was sealed; `null` where the secret is another, it was tampered with, or its cipher is no longer taken. */
export function unseal(
  { sealing }: SealingSetting,
  secret: string,
  kind: SealedKind,
  sealed: Uint8Array,
): string | null {
  return openBytes(sealingSuites(sealing), { secret, purpose: kind }, sealed)?.toString('utf8') ?? null;
}

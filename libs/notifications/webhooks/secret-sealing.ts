import { isSealedBy, openBytes, sealBytes, sealingSuites } from '#domain';
import type { Config } from '#platform';

/** With what the secrets of webhooks are sealed: a key the database does not have, and the one before while it retires. */
export type SecretSetting = Pick<Config, 'webhookRetiringKey' | 'sealing'> & { readonly webhookKey: string };

function keyOf(secret: string) {
  return { secret, purpose: 'webhook secret' };
}

/** Seals a secret with a key the database does not have, so that a copy of the database signs nothing. */
export function sealSecret({ webhookKey, sealing }: SecretSetting, secret: Uint8Array): Buffer {
  const [suite] = sealingSuites(sealing);
  return sealBytes(suite, keyOf(webhookKey), secret);
}

/** Opens what was sealed, with the key or with the one that retires. @throws when both are others, or it was changed */
export function openSecret(
  { webhookKey, webhookRetiringKey, sealing }: SecretSetting,
  sealed: Uint8Array,
): Buffer {
  for (const secret of [webhookKey, webhookRetiringKey]) {
    const opened = secret === null ? null : openBytes(sealingSuites(sealing), keyOf(secret), sealed);
    if (opened !== null) return opened;
  }
  throw new Error('A secret of a webhook was sealed with another key, or was changed');
}

/** The same sealed with the key and in the way of today; `null` where it is so already, or does not open. */
export function sealedAnew(setting: SecretSetting, sealed: Uint8Array): Buffer | null {
  const [suite] = sealingSuites(setting.sealing);
  if (isSealedBy(suite, keyOf(setting.webhookKey), sealed)) return null;
  try {
    return sealSecret(setting, openSecret(setting, sealed));
  } catch {
    return null;
  }
}

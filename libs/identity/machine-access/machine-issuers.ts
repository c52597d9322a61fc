import type { Config } from '#platform';

/** The issuers whose tokens are taken, exactly as they write their name. */
export function issuersOf({ machineIssuers }: Pick<Config, 'machineIssuers'>): readonly string[] {
  return machineIssuers === null ? [] : machineIssuers.split(/\s+/);
}

/** Whom tokens must be meant for. */
export function audienceOf({
  machineAudience,
  publicUrl,
}: Pick<Config, 'machineAudience' | 'publicUrl'>): string {
  return machineAudience ?? publicUrl;
}

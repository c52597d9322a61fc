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

/** The issuers that may sign with RSA keys of fewer than 3,072 bits. */
export function issuersWithShortKeys({
  machineIssuersWithShortKeys: named,
}: Pick<Config, 'machineIssuersWithShortKeys'>): ReadonlySet<string> {
  return new Set(named === null ? [] : named.split(/\s+/));
}

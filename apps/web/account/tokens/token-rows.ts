import { SCOPE_NAMES } from '#domain';
import type { MachineToken } from '#identity';

/** How a token stands. */
export type TokenStanding = 'works' | 'revoked' | 'ended';

/** A token as pages show it. */
export interface TokenRow extends MachineToken {
  readonly standing: TokenStanding;
  /** Its scopes, as people read them. */
  readonly allows: readonly string[];
}

/** Tokens as pages show them. */
export function tokenRows(tokens: readonly MachineToken[], now: Date): readonly TokenRow[] {
  return tokens.map((token) => ({
    ...token,
    standing: standingOf(token, now),
    allows: token.scopes.map((scope) => SCOPE_NAMES[scope]),
  }));
}

function standingOf({ revokedAt, expiresAt }: MachineToken, now: Date): TokenStanding {
  if (revokedAt !== null) return 'revoked';
  return new Date(expiresAt) > now ? 'works' : 'ended';
}

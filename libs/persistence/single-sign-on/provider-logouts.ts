import type { Transactional } from '../database/statement.js';

/** A logout a provider tells of: of one of its sessions, or of everything of a person. */
export interface ProviderLogout {
  readonly issuer: string;
  /** The token's own id (`jti`). */
  readonly tokenId: string;
  readonly subject: string | null;
  /** The provider's id of its session (`sid`). */
  readonly providerSession: string | null;
  readonly now: Date;
}

/**
 * Ends the sessions a logout is of, and remembers its token, in one transaction.
 *
 * @returns how many ended; `null` where the token has been obeyed before
 */
export async function obeyLogout(database: Transactional, logout: ProviderLogout): Promise<number | null> {
  const { issuer, tokenId, subject, providerSession, now } = logout;
  return database.transaction(async (transaction) => {
    const fresh = await transaction.query({
      text: `insert into logout_token (issuer, token_id, received_at) values ($1, $2, $3)
             on conflict do nothing returning token_id`,
      values: [issuer, tokenId, now],
    });
    if (fresh.length === 0) return null;
    const ended = await transaction.query({
      // A session whose provider named none of its own is known by its person alone.
      text: `update web_session w set ended_at = $4 from external_identity e
             where e.id = w.external_identity_id and w.ended_at is null and e.issuer = $1
               and ($2::text is null or e.subject = $2)
               and ($3::text is null or w.provider_session = $3 or ($2::text is not null and w.provider_session is null))
             returning w.id`,
      values: [issuer, subject, providerSession, now],
    });
    return ended.length;
  });
}

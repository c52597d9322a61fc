import type { FastifyRequest } from 'fastify';
import { seal, unseal } from '#identity';
import type { Config } from '#platform';
import { cookiesFor } from './cookies.js';

// What somebody looks for may be a person's name or email address, which belongs into no address: browsers remember those
// and show them to whoever comes next. So it is posted, and the address of the list has it sealed with the token of the
// session: the list can be loaded again and gone on with, in that session alone, and nothing of it is kept here.

/** What was looked for, as an address has it. */
export function sealedWords({ cookies }: FastifyRequest, config: Config, words: string): string {
  const { session } = cookiesFor(config);
  return seal(config, cookies[session] ?? '', 'looked for', words).toString('base64url');
}

/** What an address asks to look for; `null` where it was sealed in another session, or never. */
export function wordsSealedIn({ cookies }: FastifyRequest, config: Config, sealed: string): string | null {
  const token = cookies[cookiesFor(config).session];
  return token === undefined ? null : unseal(config, token, 'looked for', Buffer.from(sealed, 'base64url'));
}

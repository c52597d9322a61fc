import { Injectable } from '@nestjs/common';
import { Database, findWritingKeyOf, findWritingKeys } from '#persistence';
import { Config } from '#platform';
import { possibleHashes } from '../signing-in/token.js';
import { openWriting, sealWriting } from './sealed-writing.js';
import { looksLikeSessionToken } from './session-token.js';

/** Id of the session, a dot, and what was sealed for it, base64url. */
const SEALED = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.([\w-]+)$/;

/** What somebody was writing when their session ended, sealed so that nobody but them, signed in again, is given it. */
@Injectable()
export class UnsentWritingService {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /**
   * Opens what a page sealed, for whom it was sealed for.
   *
   * @returns the text; `null` where it is somebody else's, was changed, or was sealed more than a month ago
   */
  async open(personId: string, sealed: string): Promise<string | null> {
    const [, sessionId, body] = SEALED.exec(sealed) ?? [];
    if (sessionId === undefined || body === undefined) return null;
    const keys = await findWritingKeys(this.database.asService(), sessionId, personId);
    return keys === null ? null : openWriting(keys, Buffer.from(body, 'base64url'));
  }

  /**
   * Seals what arrived after its session was over.
   *
   * @param token of that session
   * @param wrote whether a person wrote it: for another it is not sealed
   * @returns what {@link open} takes; `null` where the token is of no session of theirs that is known any more
   */
  async seal(token: string, text: string, wrote: (personId: string) => boolean): Promise<string | null> {
    if (!looksLikeSessionToken(token)) return null;
    const key = await findWritingKeyOf(this.database.asService(), possibleHashes(this.config, token));
    return key === null || !wrote(key.personId)
      ? null
      : `${key.sessionId}.${sealWriting(key.publicKey, text).toString('base64url')}`;
  }
}

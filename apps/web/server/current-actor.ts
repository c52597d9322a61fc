import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Acting, IdempotencyClaim } from '#casework';
import { SHORT_LIVED_DIGEST, canonicalJson } from '#domain';
import { witnessOf } from '#edge';
import { notSignedIn } from '#platform';
import { fieldsOf, type PostedFields } from '../forms/posted-form.js';
import { sessionOf } from './session-of-request.js';

/** Field that names one showing of a form, so that sending it twice does it once. */
export const ONCE_FIELD = '_once';

const KEY = /^[\w-]{8,100}$/;

/**
 * Gives a handler the person who acts, who hears what they are shown, and the key of the form that was sent.
 * @throws ProblemError 401 when nobody is signed in
 */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Acting => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const session = sessionOf(request);
  if (session === null) throw notSignedIn();
  const { personId, name, email, roles, rolesAt, authenticatedAt, recognised } = session;
  const acting = {
    personId,
    name,
    email,
    roles,
    rolesAt,
    authenticatedAt,
    recognised,
    witness: witnessOf(request),
  };
  if (request.method !== 'POST') return { ...acting, onlyReads: true };
  const claim = claimOf(request.url, fieldsOf(request.body));
  return claim === null ? acting : { ...acting, idempotency: claim };
});

/**
 * The key of a form and a hash of what it says; `null` for a form without one. What it says is part of the key: who goes
 * back to a form they sent, writes something else and sends it again asks for something else, and is not refused.
 */
function claimOf(url: string, fields: PostedFields): IdempotencyClaim | null {
  const key = fields[ONCE_FIELD];
  if (typeof key !== 'string' || !KEY.test(key)) return null;
  const requestHash = createHash(SHORT_LIVED_DIGEST)
    .update(canonicalJson([url, Object.entries(fields).filter(([name]) => !name.startsWith('_'))]))
    .digest();
  return { key: `form ${key} ${requestHash.toString('base64url')}`, requestHash };
}

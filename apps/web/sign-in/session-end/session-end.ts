import type { FastifyRequest } from 'fastify';
import type { Config } from '#platform';
import { sessionOf } from '../../server/session-of-request.js';
import { sessionFacts, type SessionFacts } from './session-facts.js';

/** What a page carries for when its session ends. */
export interface SessionEnd extends SessionFacts {
  readonly sessionId: string;
  /** The key to seal by what is being written, base64url; empty where the session has none. */
  readonly key: string;
  /** How long it may be idle, in milliseconds. */
  readonly idle: number;
  /** Where to come back to. */
  readonly then: string;
  /** Whether it answers a form, so that it may hold what was written and is nowhere else. */
  readonly answersForm: boolean;
}

const MINUTE_MS = 60_000;

/** `null` where nobody is signed in. */
export function sessionEndOf(
  request: FastifyRequest,
  { sessionIdleMinutes }: Pick<Config, 'sessionIdleMinutes'>,
  now: Date,
): SessionEnd | null {
  const session = sessionOf(request);
  if (session === null) return null;
  const { method, url, routeOptions, server } = request;
  const isThere = method === 'GET' || server.hasRoute({ method: 'GET', url: routeOptions.url ?? '' });
  return {
    ...sessionFacts(session, now),
    sessionId: session.sessionId,
    key: session.writingKey === null ? '' : Buffer.from(session.writingKey).toString('base64url'),
    idle: sessionIdleMinutes * MINUTE_MS,
    then: isThere ? url : '/',
    answersForm: method === 'POST',
  };
}

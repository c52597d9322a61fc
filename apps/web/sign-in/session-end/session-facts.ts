import type { SessionHolder } from '#identity';
import { markOf } from '../../server/form-token.js';

/** What pages are told of the session they are shown in. From now on, because a browser's clock may be wrong. */
export interface SessionFacts {
  /** Tells sessions of one person from those of another, and nothing about either. */
  readonly of: string;
  /** When it ends unless it is used, in milliseconds from now. */
  readonly idleIn: number;
  /** When it ends however much it is used, in milliseconds from now. */
  readonly endsIn: number;
}

/** @param now of the answer */
export function sessionFacts(session: SessionHolder, now: Date): SessionFacts {
  return {
    of: markOf(session.personId),
    idleIn: session.idleEndsAt.getTime() - now.getTime(),
    endsIn: session.expiresAt.getTime() - now.getTime(),
  };
}

import type { ActorFacts } from '#domain';
import type { PersonWithRoles } from '#persistence';
import type { Instruction } from '../desk/plan.js';
import type { NoticeDetails } from '../desk/notices.js';
import { noticeBy } from '../submission/submission-service.js';

/** Somebody to be named as reviewer: found by their id, or the person who acts, who needs no telling. */
export type NamedReviewer = PersonWithRoles | ActorFacts;

/** Acknowledges a submission and names its reviewer. */
export function acknowledgement(reviewer: NamedReviewer | null): Instruction<'acknowledged'> {
  return {
    action: 'acknowledge',
    request: () => ({ reviewer: namedOrNobody(reviewer) }),
    plan: (_record, by) => {
      const named = namedOrNobody(reviewer);
      return {
        type: 'acknowledged',
        payload: { reviewerId: named.personId },
        toState: 'acknowledged',
        set: [['reviewer_id', named.personId, 'uuid']],
        notice: { ...noticeBy(by), ...tellingOf(named) },
        made: { reviewerId: named.personId },
      };
    },
  };
}

/** Somebody who holds no role: what the rules are asked about where nobody with an account was named. */
const NOBODY: ActorFacts = { personId: '00000000-0000-0000-0000-000000000000', roles: [] };

/** The person named, or nobody, whom the rules refuse once they have looked at who is asking. */
export function namedOrNobody(reviewer: NamedReviewer | null): NamedReviewer {
  return reviewer ?? NOBODY;
}

/** Whom to tell that they are the reviewer now; nobody where they named themselves. */
export function tellingOf(reviewer: NamedReviewer): Pick<NoticeDetails, 'newReviewer'> {
  if (!('digest' in reviewer)) return {};
  const { personId, name, email, digest } = reviewer;
  return { newReviewer: { personId, name, email, digest } };
}

import type { EventType } from './events.js';

/** Where the payload of an event names another case. */
export interface NamedCase {
  /** Keys from the payload down to the reference. */
  readonly reference: readonly [string, ...string[]];
  /** False where the reference may be missing: the event then names no other case. */
  readonly always: boolean;
}

function at(...reference: readonly [string, ...string[]]): NamedCase {
  return { reference, always: true };
}

function maybeAt(...reference: readonly [string, ...string[]]): NamedCase {
  return { reference, always: false };
}

/**
 * Which events name another case, and where; `null` for those that name none. That a case is named tells that there is
 * one: whoever does not see it is not told of the event.
 */
export const NAMED_CASES: Readonly<Record<EventType, NamedCase | null>> = {
  'case-created': maybeAt('follows', 'reference'),
  'variation-started': at('followingReference'),
  'promises-carried-over': at('followingReference'),
  'case-related': at('relatedReference'),
  'case-unrelated': at('relatedReference'),
  'put-in-touch': at('relatedReference'),
  'likeness-dismissed': at('relatedReference'),
  'advice-asked': maybeAt('advice', 'aboutReference'),
  'advice-tied': at('aboutReference'),
  'details-changed': null,
  'point-evidence-saved': null,
  'legacy-exception-added': null,
  'legacy-exception-changed': null,
  'legacy-exception-removed': null,
  'comment-added': null,
  'comment-edited': null,
  'comment-resolved': null,
  'comment-reopened': null,
  'request-begun': null,
  'signed-off': null,
  'sign-off-taken-back': null,
  submitted: null,
  acknowledged: null,
  'review-started': null,
  'point-assessed': null,
  'legacy-exception-ruled-on': null,
  returned: null,
  resubmitted: null,
  recommended: null,
  'referred-back': null,
  decided: null,
  withdrawn: null,
  'closed-below-threshold': null,
  'condition-evidence-submitted': null,
  'condition-changed': null,
  'condition-extended': null,
  'spend-recorded': null,
  'spend-report-due': null,
  'approval-ending': null,
  'condition-due': null,
  'rating-reviewed': null,
  'review-depth-set': null,
  'external-decision-recorded': null,
  'clock-extended': null,
  'reviewer-assigned': null,
  'reviewer-unassigned': null,
  'assured-by-department': null,
  'called-in': null,
  'condition-due-soon': null,
  'condition-overdue': null,
  'return-unanswered': null,
  imported: null,
  'advice-followed-up': null,
  'advice-answered': null,
  'advice-referred': null,
  'advice-closed': null,
  'advice-reopened': null,
  'advice-marked': null,
  'guidance-published': null,
  'guidance-withdrawn': null,
  'attachment-added': null,
  'attachment-removed': null,
  'attachment-infected': null,
  'target-near': null,
  'target-missed': null,
  'disposal-marked': null,
  'disposal-held': null,
  'disposal-released': null,
  disposed: null,
};

/**
 * Events of a mark or a likeness between two cases: for nobody who speaks for an organisation of either, as what GDS
 * Assurance keeps to itself.
 */
export const EVENTS_BETWEEN_CASES: readonly EventType[] = [
  'case-related',
  'case-unrelated',
  'likeness-dismissed',
];

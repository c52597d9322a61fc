import { londonDate } from '../working-time/london-time.js';
import type { TriageRecord } from '../triage/triage-record.js';
import type { CaseEvent } from './events.js';
import { contentOfReplayed } from './replay-content.js';
import type { EventOf, Working } from './replay-working.js';

type Submission = EventOf<'submitted' | 'assured-by-department' | 'resubmitted'>;

/** A submission: the version it makes or stands on, and how the case is rated and routed by it. */
export function takeSubmission(working: Working, event: Submission): void {
  if (event.type === 'resubmitted') working.signedOffHash = event.payload.contentHash;
  else submit(working, event);
  rate(working, event);
  freeze(working, event);
}

/** The regime is pinned by the first submission. Before regimes were rows it was the one the case was started under. */
function submit(
  working: Working,
  { payload, occurredAt }: EventOf<'submitted' | 'assured-by-department'>,
): void {
  working.pinnedOn = londonDate(new Date(occurredAt));
  working.pinnedAutonomy = undefined;
  pin(working, payload.triage);
  working.submittedAt = occurredAt;
}

/** What a case is under for good: from its first submission, or from the end of a draft. */
export function pin(working: Working, triage: TriageRecord | undefined): void {
  if (triage === undefined) return;
  working.regimeVersion = triage.regimeVersion;
  working.pinnedOn = triage.pinnedOn;
  working.pinnedAutonomy = triage.earnedAutonomy;
}

/** Before it was kept, a case that was called in stayed on the route it had. */
export function takeCallIn(working: Working, { payload }: EventOf<'called-in'>): void {
  if (payload.triage === undefined) return;
  working.rating = payload.triage.rating;
  working.route = payload.triage.route;
  weigh(working, payload.workload);
}

/** Cases submitted before cases were rated have no rating, no route and no workload. */
function rate(working: Working, event: Submission): void {
  const { triage, workload } = event.payload;
  if (triage === undefined) return;
  working.rating = triage.rating;
  working.ratingConfirmed = event.type === 'resubmitted' && event.payload.ratingConfirmed === true;
  working.route = triage.route;
  weigh(working, workload);
}

function weigh(working: Working, workload: number | undefined): void {
  working.undetermined = workload === undefined ? ['workload'] : [];
  working.workload = workload ?? 0;
}

/** Content written before cases were rated lacks the answers that rate them, and was hashed without. */
function freeze(working: Working, { payload, version, actorId, occurredAt }: Submission): void {
  // The very first submissions did not say so: each of them made a version.
  if (payload.newVersion === false || version === null) return;
  const details = payload.triage === undefined ? working.detailsAsWritten : working.details;
  working.versions.push({
    number: version,
    content: contentOfReplayed(working, details),
    contentHash: payload.contentHash,
    assessable: true,
    regimeVersion: payload.triage?.regimeVersion ?? working.regimeVersion,
    submittedBy: actorId,
    submittedAt: occurredAt,
  });
}

export function takeRatingReview(working: Working, event: EventOf<'rating-reviewed'>): void {
  const { ratingReviewId, computed, rating, triage, workload } = event.payload;
  working.rating = rating;
  working.ratingConfirmed = true;
  working.ratingReviews.push({
    ...madeBy(event, ratingReviewId),
    computed,
    rating,
    reason: event.reason,
    reviewedBy: event.actorId,
    reviewedAt: event.occurredAt,
  });
  weigh(working, workload);
  if (triage === undefined) working.undetermined.push('route');
  else working.route = triage.route;
}

/** What an event made, by the version it is about. */
export function madeBy(
  { sequence, version }: CaseEvent,
  id: string,
): { readonly id: string; readonly sequence: number; readonly version: number | null } {
  return { id, sequence, version };
}

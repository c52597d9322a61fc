import { rateCase, triageRecordOf, type CaseFacts, type Policy, type TriageRecord } from '#domain';
import type { CaseChange, CaseRecord } from '#persistence';

type Columns = NonNullable<CaseChange['set']>;

/** Weight of a case nobody could rate, in points: as one in the middle. */
const UNRATED_WORKLOAD = 2;

/**
 * How much of a reviewer's time a case takes, in points: the place of its level in the regime's scale, counted from 1,
 * so that on version 6's scale high counts as three of low. This service's own measure.
 */
export function workloadOf({ regime }: Policy, rating: string | null): number {
  if (regime.rating === 'not-known' || rating === null) return UNRATED_WORKLOAD;
  const place = regime.rating.levels.findIndex((level) => level.id === rating);
  return place === -1 ? UNRATED_WORKLOAD : place + 1;
}

/** The level the answers make; `null` where they make none. */
export function computedRating({ policy, content }: Pick<CaseFacts, 'policy' | 'content'>): string | null {
  const rating = rateCase(policy, content.details);
  return rating.known ? rating.level : null;
}

/** How a case is rated and routed, for its event. @param confirmed what a reviewer said of the rating and still holds */
export function triageRecord(
  { policy, content }: Pick<CaseFacts, 'policy' | 'content'>,
  confirmed: string | null,
): TriageRecord {
  return triageRecordOf(policy, content.details, confirmed);
}

/** The columns that hold how a case is rated and routed. */
export function rated({ rating, route }: TriageRecord, policy: Policy): Columns {
  return [
    ['rating', rating, 'text'],
    ['route', route, 'text'],
    ['workload', workloadOf(policy, rating), 'smallint'],
  ];
}

/** The columns of a case that is under its policy for good from here on: the regime, the day, the earned autonomy. */
export function pinnedPolicy({ regimeVersion, pinnedOn }: TriageRecord, policy: Policy): Columns {
  return [
    ['regime_version', regimeVersion, 'text'],
    ['pinned_on', pinnedOn, 'date'],
    ['pinned_autonomy', policy.earnedAutonomy, 'text[]'],
  ];
}

/** The columns of a case that leaves its draft: what it is pinned to, how it is rated and routed, and when. */
export function pinned(triage: TriageRecord, policy: Policy, at: Date): Columns {
  return [...pinnedPolicy(triage, policy), ['submitted_at', at, 'timestamptz'], ...rated(triage, policy)];
}

/**
 * The rating a reviewer confirmed or set, while the answers still make the level they made then; `null` otherwise.
 * An override stands until the department changes what it overrode. This service's own rule.
 */
export function stillConfirmed(
  record: CaseRecord,
  facts: Pick<CaseFacts, 'policy' | 'content'>,
): string | null {
  const { ratingConfirmed, review } = record.triage;
  if (!ratingConfirmed || review === null) return null;
  return review.computed === computedRating(facts) ? review.rating : null;
}

import type { CaseDetails } from '../case/case-content.js';
import type { Missing } from '../code-of-practice/completeness.js';
import { levelNameOf, questionsFor, type AskedQuestion } from './questions.js';
import { effectiveLevel, rateCase, type Rating } from './rating.js';
import type { Policy } from './regime.js';
import { endedNote } from './regime-dates.js';
import { routeCase, type RouteAnswer } from './routing.js';
import { checkThreshold, type ThresholdCheck } from './thresholds.js';
import type { TriageRecord } from './triage-record.js';

/** How a regime treats a case, as far as its answers go; a value that can be written as JSON. */
export interface Triage {
  readonly regimeVersion: string;
  readonly regimeName: string;
  /** That the regime was over by its own dates on that day and counts all the same; `null` where it was not. */
  readonly regimeNote: string | null;
  /** London date whose question set counts, `YYYY-MM-DD`. */
  readonly on: string;
  readonly threshold: ThresholdCheck;
  readonly questions: readonly AskedQuestion[];
  /** What the answers make. */
  readonly rating: Rating;
  /** The level the case counts as rated at, and who says so; `null` where it is not rated. */
  readonly effectiveRating: {
    readonly level: string;
    readonly levelName: string;
    readonly saidBy: 'answers' | 'reviewer';
    /** A reviewer gave another level than the answers make, or one where they make none. */
    readonly overridden: boolean;
  } | null;
  /** Levels the organisation assures itself. */
  readonly earnedAutonomy: readonly string[];
  readonly route: RouteAnswer;
}

function effectiveRating(
  policy: Policy,
  rating: Rating,
  confirmed: string | null,
): Triage['effectiveRating'] {
  const scheme = policy.regime.rating;
  const level = effectiveLevel(rating, confirmed);
  if (scheme === 'not-known' || level === null) return null;
  return {
    level,
    levelName: levelNameOf(scheme, level),
    saidBy: confirmed === null ? 'answers' : 'reviewer',
    overridden: level !== effectiveLevel(rating, null),
  };
}

function noteOn({ regime, on }: Policy): string | null {
  const ended = endedNote(regime, on);
  return ended === null ? null : `${ended}; it counts here because it is the one adopted for new requests`;
}

/**
 * Everything a regime says of a case.
 * @param confirmed the level a reviewer confirmed or overrode the rating with; `null` where nobody has
 */
export function triageOf(policy: Policy, details: CaseDetails, confirmed: string | null): Triage {
  const { regime, on, earnedAutonomy } = policy;
  const rating = rateCase(policy, details);
  return {
    regimeVersion: regime.version,
    regimeName: regime.name,
    regimeNote: noteOn(policy),
    on,
    threshold: checkThreshold(regime, details),
    questions: questionsFor(policy, details),
    rating,
    effectiveRating: effectiveRating(policy, rating, confirmed),
    earnedAutonomy,
    route: routeCase(policy, details, confirmed),
  };
}

/** What is kept of it with the event of a submission. */
export function triageRecordOf(policy: Policy, details: CaseDetails, confirmed: string | null): TriageRecord {
  return {
    regimeVersion: policy.regime.version,
    pinnedOn: policy.on,
    rating: effectiveLevel(rateCase(policy, details), confirmed),
    route: routeCase(policy, details, confirmed).route.id,
    earnedAutonomy: policy.earnedAutonomy,
  };
}

/**
 * What the rating and the strategic commitments still ask before sign-off. The kind of spending and the amounts, which
 * they look at too, are asked for with the rest of the details. Where the regime has no questions nothing is missing.
 * @param confirmed as for {@link triageOf}: a case a reviewer rated higher is asked what that level asks
 */
export function missingFromTriage(
  policy: Policy,
  details: CaseDetails,
  confirmed: string | null = null,
): readonly Missing[] {
  const asked = [
    ...questionsFor(policy, details)
      .filter(({ workedOutFrom }) => workedOutFrom === null)
      .map(({ missing }) => missing),
    ...routeCase(policy, details, confirmed).commitments.questions.map(({ missing }) => missing),
  ];
  return asked.flatMap((missing) => (missing === null ? [] : [{ section: 'rating' as const, ...missing }]));
}

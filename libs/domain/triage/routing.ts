import type { CaseDetails } from '../case/case-content.js';
import { commitmentsAsked, type CommitmentsAsked } from './commitments.js';
import { ASK_FOR_CATEGORY, holds, unansweredOf, type TriageFacts, type Unanswered } from './evaluate.js';
import { keptRoute } from './kept-route.js';
import { expected, levelNameOf } from './questions.js';
import { effectiveLevel, rateCase, type Rating } from './rating.js';
import type { FurtherStepKind, Policy, Provenance, Regime, Route } from './regime.js';

/** A decision made elsewhere that a regime may ask for. */
export interface StepAsked {
  readonly kind: FurtherStepKind;
  readonly name: string;
  /** `null` while what it rests on is not answered. */
  readonly applies: boolean | null;
  readonly missing: readonly Unanswered[];
  /** To follow "because". */
  readonly reason: string;
  readonly provenance: Provenance;
}

/** The way a case takes to its decision, and why. */
export interface RouteAnswer {
  readonly route: Route;
  /** To follow "because". */
  readonly reason: string;
  readonly provenance: Provenance;
  /** False while an answer that is still open could bring another route. */
  readonly settled: boolean;
  /** What a reader should know of how it came about, each a sentence without a full stop. */
  readonly notes: readonly string[];
  /** False where no source that could be read says which decisions are made elsewhere. */
  readonly stepsKnown: boolean;
  readonly steps: readonly StepAsked[];
  readonly commitments: CommitmentsAsked;
}

/** Everything conditions look at, for one case. */
export function triageFacts(
  policy: Policy,
  details: CaseDetails,
  confirmedRating: string | null,
): TriageFacts {
  const { category, flags, requestedPence, wholeLifePence } = details;
  return {
    category,
    flags,
    requestedPence,
    wholeLifePence,
    rating: effectiveLevel(rateCase(policy, details), confirmedRating),
    earnedAutonomy: policy.earnedAutonomy,
  };
}

function notesOn(regime: Regime, rating: Rating, confirmed: string | null): readonly string[] {
  if (regime.rating === 'not-known') return [];
  if (confirmed !== null) {
    const name = levelNameOf(regime.rating, confirmed);
    if (!rating.known) return [`Rated ${name} by a reviewer; the answers make no rating`];
    return rating.level === confirmed
      ? [`Rated ${name}, confirmed by a reviewer`]
      : [`Rated ${name} by an override of a reviewer; the answers make ${rating.levelName}`];
  }
  const missing = rating.known ? [] : rating.missing;
  const first = missing.includes(ASK_FOR_CATEGORY)
    ? 'choose what kind of spending it is first'
    : 'questions of the rating are not answered';
  return [
    ...(missing.length > 0 ? [`Not rated yet: ${first}`] : []),
    ...(rating.note === null ? [] : [rating.note]),
  ];
}

function stepsAsked({ furtherSteps }: Regime, facts: TriageFacts): readonly StepAsked[] {
  if (furtherSteps === 'not-known') return [];
  return furtherSteps.map(({ kind, name, when, reason, provenance }) => ({
    kind,
    name,
    applies: holds(when, facts),
    missing: unansweredOf(when, facts),
    reason,
    provenance,
  }));
}

/**
 * The route a case takes by the rules of its regime: the first rule that applies, or the other one. What is not known
 * makes no rule apply, so a case that is not rated takes the other route. A case that is with GDS Assurance already
 * never goes back to its department's own route, and the answer says so.
 * @param confirmedRating the level a reviewer confirmed or overrode the rating with; `null` where nobody has
 * @throws Error when the regime is faulty
 */
export function routeCase(policy: Policy, details: CaseDetails, confirmedRating: string | null): RouteAnswer {
  const { regime } = policy;
  const { routes, rules, otherwise } = regime.routing;
  const facts = triageFacts(policy, details, confirmedRating);
  const answers = rules.map(({ when }) => holds(when, facts));
  const first = answers.indexOf(true);
  const { route: id, reason, provenance } = rules[first] ?? otherwise;
  const before = first === -1 ? answers : answers.slice(0, first);
  const route = expected(
    routes.find((one) => one.id === id),
    `there is no route “${id}”`,
  );
  const cameBy = policy.withGdsAssurance ?? null;
  const kept =
    cameBy === null || route.assuredBy === 'gds-assurance' ? null : keptRoute(regime.routing, route, cameBy);
  const notes = notesOn(regime, rateCase(policy, details), confirmedRating);
  return {
    route: kept?.route ?? route,
    reason: kept?.reason ?? reason,
    provenance: kept?.provenance ?? provenance,
    settled: kept !== null || !before.includes(null),
    notes: kept === null ? notes : [kept.note, ...notes],
    stepsKnown: regime.furtherSteps !== 'not-known',
    steps: stepsAsked(regime, facts),
    commitments: commitmentsAsked(regime, details, facts),
  };
}

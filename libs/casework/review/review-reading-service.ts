import { Injectable } from '@nestjs/common';
import {
  authorise,
  londonDate,
  mandatoryPoints,
  pointsToAssess,
  uncoveredMandatoryPoints,
  type ActionOffer,
  type CaseState,
  type ConditionKind,
  type ConditionStatus,
  type DecidedState,
  type ExceptionRuling,
  type NewCondition,
  type PointNumber,
  type RatingLevel,
  type ReviewDepth,
  type Verdict,
} from '#domain';
import { Database } from '#persistence';
import { Clock, notPermitted } from '#platform';
import { ACTION_OF, type DecisionRequest } from '../decision/decision-service.js';
import { promisesBinding } from '../decision/promises-of-decision.js';
import { seesInternal, type Acting } from '../desk/acting.js';
import { CaseLoading } from '../desk/case-loading.js';
import { offersTo } from '../desk/offers.js';
import { problemOf } from '../desk/refusals.js';

/** How far the review of a case has come, as of one revision. */
export interface ReviewStanding {
  readonly revision: number;
  readonly state: CaseState;
  /** The submission version the review is of; `null` before the first. */
  readonly version: number | null;
  readonly reviewDepth: ReviewDepth | null;
  readonly reviewerId: string | null;
  readonly mandatory: readonly PointNumber[];
  /** Levels a case can be rated at by its regime, lowest first; none where that is not known. */
  readonly levels: readonly RatingLevel[];
  /** The points the review is of, by its depth. */
  readonly toAssess: readonly PointNumber[];
  /** Verdicts that stand on the version, those said of an earlier one and still true included. */
  readonly verdicts: ReadonlyMap<PointNumber, Verdict>;
  /** Points on which the department answered a question in words that nobody has assessed since. */
  readonly answersToLookAt: readonly PointNumber[];
  readonly rulings: ReadonlyMap<string, ExceptionRuling>;
  /** Mandatory points that are not met and have no accepted legacy exception: to approve, each needs something more. */
  readonly uncovered: readonly PointNumber[];
  /** Everybody who recommended on the version. */
  readonly recommenders: readonly string[];
  /** What the person can do now, and why not where they can't. */
  readonly offers: readonly ActionOffer[];
}

/** What would follow from a decision that is not made yet, beside the conditions it is worded with. */
export interface DecisionInWaiting {
  /** What the department promised that would be followed like a condition. */
  readonly promises: readonly (NewCondition & { readonly kind: ConditionKind })[];
  /** Unsettled conditions of the decision it takes the place of that it does not ask for again, word for word. */
  readonly lapsing: readonly {
    readonly number: number;
    readonly kind: ConditionKind;
    readonly text: string;
    readonly dueOn: string;
  }[];
}

/** Statuses of a condition that still has to be met. */
const UNSETTLED: readonly ConditionStatus[] = ['open', 'evidence-submitted'];

/** Reads how a review stands, for whoever may read what GDS Assurance keeps to itself. */
@Injectable()
export class ReviewReadingService {
  constructor(
    private readonly database: Database,
    private readonly loading: CaseLoading,
    private readonly clock: Clock,
  ) {}

  /**
   * How the review of a case stands.
   * @throws ProblemError 404; 403 for who speaks for the case's organisation
   */
  async standing(acting: Acting, reference: string): Promise<ReviewStanding> {
    const loaded = await this.loading.load(acting, reference);
    const { record, facts } = loaded;
    const { rating } = facts.policy.regime;
    if (!seesInternal(acting.roles, record.organisation.id))
      throw notPermitted(
        'You speak for the organisation this case belongs to, so somebody else at GDS Assurance must review it',
      );
    return {
      revision: record.revision,
      state: record.state,
      version: record.currentVersion,
      reviewDepth: facts.reviewDepth,
      reviewerId: record.reviewerId,
      mandatory: mandatoryPoints(facts.policy.regime, facts.content.details.flags),
      levels: rating === 'not-known' ? [] : rating.levels,
      toAssess: pointsToAssess(facts),
      verdicts: facts.verdicts,
      answersToLookAt: facts.answersToLookAt,
      rulings: facts.rulings,
      uncovered: uncoveredMandatoryPoints(facts, {}),
      recommenders: facts.recommenders,
      offers: offersTo(acting, loaded, this.clock.now()),
    };
  }

  /**
   * Whether a decision could be made now, before it is made final, and what would follow from it beside the conditions
   * it is worded with. Changes nothing.
   * @param supersedes id of the decision it would take the place of; `null` for the first
   * @throws ProblemError as {@link DecisionService.decide} would
   */
  async rehearse(
    acting: Acting,
    reference: string,
    outcome: DecidedState,
    request: DecisionRequest,
    supersedes: string | null,
  ): Promise<DecisionInWaiting> {
    const { record, facts } = await this.loading.load(acting, reference);
    const action = supersedes === null ? ACTION_OF[outcome] : 'supersede';
    const permit = authorise({
      kind: 'case-action',
      action,
      facts,
      actor: acting,
      request: {
        ...request,
        outcome,
        ...(supersedes === null ? {} : { supersedes }),
        today: londonDate(this.clock.now()),
      },
    });
    if (!permit.allowed) throw problemOf(permit.refusals);
    const { asked: promises } = await promisesBinding(this.database.as(acting), record, facts, outcome);
    const asked = new Set([...(request.conditions ?? []), ...promises].map(({ text }) => text));
    return {
      promises,
      lapsing: record.conditions
        .filter(({ decisionId, status }) => decisionId === supersedes && UNSETTLED.includes(status))
        .filter(({ text }) => !asked.has(text))
        .map(({ number, kind, text, dueOn }) => ({ number, kind, text, dueOn })),
    };
  }
}

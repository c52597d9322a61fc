import {
  backwardsRefusal,
  repeatedYears,
  isStricter,
  UNANSWERED_FLAGS,
  type CaseDetails,
  type CaseFlags,
  type CommitmentAnswer,
  type StartsFrom,
} from '#domain';
import type { askedByRegimes } from '#persistence';
import { unprocessable } from '#platform';

/** Details of which only what is to change is given; flags and answers likewise, `null` taking an answer back. */
export type DetailsPatch = Partial<Omit<CaseDetails, 'flags' | 'ratingAnswers' | 'commitmentAnswers'>> & {
  readonly flags?: Partial<CaseFlags>;
  readonly ratingAnswers?: Readonly<Record<string, string | null>>;
  readonly commitmentAnswers?: Readonly<Record<string, CommitmentAnswer | null>>;
};

/** A change of details, and, of planned spend, of the key its organisation knows it by. */
export type DetailsChange = DetailsPatch & {
  /** `null` takes it away. */
  readonly pipelineKey?: string | null;
};

/** Details of which nothing is known but a title. */
export const BLANK_DETAILS: Omit<CaseDetails, 'title'> = {
  description: null,
  category: null,
  phase: null,
  requestedPence: null,
  wholeLifePence: null,
  yearAmounts: [],
  spendStartsOn: null,
  spendEndsOn: null,
  contractEndsOn: null,
  currentSuppliers: [],
  proposedSuppliers: [],
  commercialApproach: null,
  flags: UNANSWERED_FLAGS,
  retrospectiveExplanation: null,
  protectiveMarking: 'OFFICIAL',
  seniorResponsibleOwner: null,
  ratingAnswers: {},
  commitmentAnswers: {},
};

/** Only what starts from an approval has something it changes of it. @throws ProblemError 422 */
export function refuseWithoutApproval(details: Pick<CaseDetails, 'whatChanges'>, patch: DetailsPatch): void {
  if (patch.whatChanges === undefined || details.whatChanges !== undefined) return;
  const detail = 'Leave this out: the request starts from no approval, so there is nothing it changes';
  throw unprocessable(`${detail}.`, [{ pointer: '/whatChanges', detail }]);
}

/**
 * What starts from an approval says what that says, so it is marked at least as that is. This service's own rule.
 * @throws ProblemError 422
 */
export function refuseLessMarked(patch: DetailsPatch, approved: Pick<StartsFrom, 'content'> | null): void {
  const marking = approved?.content.details.protectiveMarking;
  if (marking === undefined || patch.protectiveMarking === undefined) return;
  if (!isStricter(marking, patch.protectiveMarking)) return;
  const detail = `Keep the marking: the approval this starts from is marked ${marking}, and what it says was carried over`;
  throw unprocessable(`${detail}.`, [{ pointer: '/protectiveMarking', detail }]);
}

/** Details with a change put in. */
export function patchedDetails(
  details: CaseDetails,
  { flags, ratingAnswers, commitmentAnswers, ...rest }: DetailsPatch,
): CaseDetails {
  return {
    ...details,
    ...rest,
    flags: { ...details.flags, ...flags },
    ratingAnswers: answered(details.ratingAnswers, ratingAnswers),
    commitmentAnswers: answered(details.commitmentAnswers, commitmentAnswers),
  };
}

/** Answers with some changed, and those given as `null` taken back. */
function answered<Answer>(
  before: Readonly<Record<string, Answer>>,
  changes: Readonly<Record<string, Answer | null>> = {},
): Readonly<Record<string, Answer>> {
  const entries = Object.entries<Answer | null>({ ...before, ...changes });
  return Object.fromEntries(entries.filter((entry): entry is [string, Answer] => entry[1] !== null));
}

/** Ids of what regimes ask. */
export type AskedIds = Awaited<ReturnType<typeof askedByRegimes>>;

/**
 * Answers to what no regime asks would only pile up. Those to another regime's questions are kept: a draft may come
 * under another one. Taking an answer back is never refused.
 * @throws ProblemError 422 naming each
 */
export function refuseUnasked(patch: DetailsPatch, asked: AskedIds | null): void {
  if (asked === null) return;
  const errors = (['ratingAnswers', 'commitmentAnswers'] as const).flatMap((part) =>
    Object.entries(patch[part] ?? {})
      .filter(([id, answer]) => answer !== null && !asked[part].includes(id))
      .map(([id]) => ({ pointer: `/${part}/${id}`, detail: `No regime asks “${id}”: leave it out` })),
  );
  const [first] = errors;
  if (first !== undefined) throw unprocessable(`${first.detail}.`, errors);
}

/**
 * Days that contradict one another are refused where one of them is given, and not only when the request is signed off.
 * @throws ProblemError 422
 */
export function refuseBackwards(patch: DetailsPatch, details: CaseDetails): void {
  const detail = backwardsRefusal(patch, details);
  if (detail !== null) throw unprocessable(`${detail}.`, [{ pointer: '/spendEndsOn', detail }]);
}

/**
 * A financial year has one amount, and is refused a second one as soon as it is given.
 * @throws ProblemError 422 naming each that is too much
 */
export function refuseRepeatedYears({ yearAmounts }: DetailsPatch): void {
  const errors = repeatedYears(yearAmounts ?? []);
  const [first] = errors;
  if (first !== undefined) throw unprocessable(`${first.detail}.`, errors);
}

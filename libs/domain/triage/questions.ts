import type { CaseDetails, SpendCategory } from '../case/case-content.js';
import type { Measure } from './condition.js';
import { amountOf, askForAmount, type Unanswered } from './evaluate.js';
import type {
  Policy,
  Provenance,
  QuestionSet,
  RatingOption,
  RatingQuestion,
  RatingScheme,
} from './regime.js';

/** What the rating of a case looks at. */
export type RatingDetails = Pick<
  CaseDetails,
  'category' | 'requestedPence' | 'wholeLifePence' | 'ratingAnswers'
>;

/** A question as somebody is asked it, with what has been answered. */
export interface AskedQuestion {
  readonly id: string;
  readonly text: string;
  /** The amount the answer is worked out from, so that nobody is asked; `null` where somebody has to answer. */
  readonly workedOutFrom: Measure | null;
  readonly options: readonly {
    readonly id: string;
    readonly label: string;
    readonly level: string;
    readonly levelName: string;
  }[];
  /** Id of the option, given or worked out; `null` where there is none, or none the question allows. */
  readonly answer: string | null;
  /** What to do where there is no answer. */
  readonly missing: Unanswered | null;
  readonly provenance: Provenance;
}

/**
 * Takes what a sound regime always has.
 * @throws Error when it is absent, which only a regime that was never checked can bring about
 */
export function expected<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The regime is faulty: ${what}`);
  return value;
}

/**
 * What people read for a level.
 * @throws Error when the scheme has no such level
 */
export function levelNameOf(scheme: RatingScheme, level: string): string {
  return expected(
    scheme.levels.find(({ id }) => id === level),
    `there is no level “${level}”`,
  ).name;
}

/** The questions that count for a category on the policy's day; `undefined` where the regime has no such set. */
export function questionSetFor({ regime, on }: Policy, category: SpendCategory): QuestionSet | undefined {
  if (regime.rating === 'not-known') return undefined;
  return regime.rating.questionSets.find(
    ({ categories, validFrom, validTo }) =>
      categories.includes(category) && validFrom <= on && (validTo === null || on <= validTo),
  );
}

function fallsIn(amount: number, { upToPence }: RatingOption): boolean {
  return upToPence === null || (upToPence !== undefined && amount <= upToPence);
}

/** The option a case gives a question, or what to do where it gives none. */
export function answerTo(question: RatingQuestion, details: RatingDetails): RatingOption | Unanswered {
  const { id, text, workedOutFrom, options } = question;
  if (workedOutFrom !== undefined) {
    const amount = amountOf(workedOutFrom, details);
    if (amount === null) return askForAmount(workedOutFrom);
    return expected(
      options.find((option) => fallsIn(amount, option)),
      `no answer to “${id}” covers every amount`,
    );
  }
  // Through a map, so that a question called like a part every object has is not answered by it.
  const given = new Map(Object.entries(details.ratingAnswers)).get(id);
  const pointer = `/details/ratingAnswers/${id}`;
  if (given === undefined) return { pointer, message: `Answer “${text}”` };
  return (
    options.find((option) => option.id === given) ?? {
      pointer,
      message: `Answer “${text}” again: “${given}” is not among its answers`,
    }
  );
}

/** The questions a case is asked, with its answers; none while its category is not known or has none. */
export function questionsFor(policy: Policy, details: RatingDetails): readonly AskedQuestion[] {
  const scheme = policy.regime.rating;
  if (scheme === 'not-known' || details.category === null) return [];
  const set = questionSetFor(policy, details.category);
  return (set?.questions ?? []).map((question) => {
    const answer = answerTo(question, details);
    const isAnswered = 'level' in answer;
    return {
      id: question.id,
      text: question.text,
      workedOutFrom: question.workedOutFrom ?? null,
      options: question.options.map(({ id, label, level }) => ({
        id,
        label,
        level,
        levelName: levelNameOf(scheme, level),
      })),
      answer: isAnswered ? answer.id : null,
      missing: isAnswered ? null : answer,
      provenance: question.provenance,
    };
  });
}

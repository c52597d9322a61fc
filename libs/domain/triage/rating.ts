import type { Measure } from './condition.js';
import { ASK_FOR_CATEGORY, type Unanswered } from './evaluate.js';
import { answerTo, expected, levelNameOf, questionSetFor, type RatingDetails } from './questions.js';
import type { Policy, RatingScheme } from './regime.js';

/** An answer with the level it brings. */
export interface RatedAnswer {
  /** Id of the question. */
  readonly question: string;
  readonly text: string;
  /** Id of the option. */
  readonly answer: string;
  readonly label: string;
  readonly level: string;
  readonly levelName: string;
  readonly workedOutFrom: Measure | null;
}

/** How a case is rated by its answers, or what stands in the way. */
export type Rating =
  | {
      readonly known: true;
      readonly level: string;
      readonly levelName: string;
      /** How the answers made it, as a plain sentence without a full stop. */
      readonly how: string;
      /** The answers that made it. */
      readonly madeBy: readonly RatedAnswer[];
      readonly answers: readonly RatedAnswer[];
      /** False where the framework has questions that could not be read, so that the rating rests on the others. */
      readonly complete: boolean;
      /** What is not known of the questions. */
      readonly note: string | null;
    }
  | {
      readonly known: false;
      /** Empty where nothing anybody could answer would make a rating; the note then says why. */
      readonly missing: readonly Unanswered[];
      readonly note: string | null;
    };

type Made = Pick<Extract<Rating, { readonly known: true }>, 'level' | 'how' | 'madeBy'>;

/** The level of the highest answer. */
function highest(scheme: RatingScheme, answers: readonly RatedAnswer[]): Made {
  const level = expected(
    scheme.levels.findLast(({ id }) => answers.some((answer) => answer.level === id)),
    'an answer is at a level there is not',
  ).id;
  return {
    level,
    how: `The highest answer counts, which is ${levelNameOf(scheme, level)}`,
    madeBy: answers.filter((answer) => answer.level === level),
  };
}

function combine(scheme: RatingScheme, answers: readonly RatedAnswer[]): Made {
  const { combination, levels } = scheme;
  if (combination.kind === 'highest-answer') return highest(scheme, answers);
  const top = levels.at(-1);
  const atTheTop = answers.filter(({ level }) => level === top?.id);
  if (atTheTop.length > 0) {
    const made = highest(scheme, answers);
    const name = levelNameOf(scheme, made.level);
    return { ...made, how: `Any answer of ${name} makes the whole ${name}` };
  }
  const total = answers.reduce(
    (sum, { level }) => sum + expected(combination.scores[level], `the level “${level}” has no score`),
    0,
  );
  const { level } = expected(
    combination.bands.find(({ upTo }) => upTo === null || total <= upTo),
    `no band covers a sum of ${total}`,
  );
  return {
    level,
    how: `The answers score ${total} together, which makes ${levelNameOf(scheme, level)}`,
    madeBy: answers,
  };
}

/**
 * Rates a case by the questions of its regime that count on the policy's day. Every question must be answered. An
 * answer the question does not allow counts as none.
 */
export function rateCase(policy: Policy, details: RatingDetails): Rating {
  const { rating: scheme, name } = policy.regime;
  if (scheme === 'not-known')
    return { known: false, missing: [], note: `How ${name} rates cases is not known to this service` };
  if (details.category === null) return { known: false, missing: [ASK_FOR_CATEGORY], note: null };

  const set = questionSetFor(policy, details.category);
  if (set === undefined)
    return { known: false, missing: [], note: `No questions of ${name} on this kind of spending are known` };
  const note = set.note ?? null;
  const given = set.questions.map((question) => ({ question, answer: answerTo(question, details) }));
  const missing = given.flatMap(({ answer }) => ('level' in answer ? [] : [answer]));
  const answers = given.flatMap(({ question: { id, text, workedOutFrom }, answer }) => {
    if (!('level' in answer)) return [];
    const { id: option, label, level } = answer;
    const levelName = levelNameOf(scheme, level);
    return [
      { question: id, text, answer: option, label, level, levelName, workedOutFrom: workedOutFrom ?? null },
    ];
  });
  if (missing.length > 0 || answers.length === 0) return { known: false, missing, note };

  const made = combine(scheme, answers);
  return {
    known: true,
    ...made,
    levelName: levelNameOf(scheme, made.level),
    answers,
    complete: set.complete,
    note,
  };
}

/** The level a case counts as rated at: what a reviewer confirmed, else what the answers make, else none. */
export function effectiveLevel(rating: Rating, confirmed: string | null): string | null {
  return confirmed ?? (rating.known ? rating.level : null);
}

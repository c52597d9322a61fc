import type { CaseFlags, SpendCategory } from '../case/case-content.js';
import { askForFlag } from '../case/flag-statements.js';
import type { Pence } from '../money/pence.js';
import type { Condition, Measure } from './condition.js';

/** What conditions look at; `null` is not answered, or not known, yet. */
export interface TriageFacts {
  readonly category: SpendCategory | null;
  readonly flags: CaseFlags;
  readonly requestedPence: Pence | null;
  readonly wholeLifePence: Pence | null;
  /** Level of the regime's scale the case is rated at. */
  readonly rating: string | null;
  /** Levels the organisation assures itself; empty without earned autonomy. */
  readonly earnedAutonomy: readonly string[];
}

/** Something that has to be answered first, and where. */
export interface Unanswered {
  /** JSON pointer into the case's content. */
  readonly pointer: string;
  /** What to do, as a plain sentence without a full stop. */
  readonly message: string;
}

/** To ask for the kind of spending. */
export const ASK_FOR_CATEGORY: Unanswered = {
  pointer: '/details/category',
  message: 'Say what kind of spending it is',
};

const ASK_FOR_AMOUNT: Readonly<Record<Measure, Unanswered>> = {
  requested: { pointer: '/details/requestedPence', message: 'Give the amount requested' },
  'whole-life': { pointer: '/details/wholeLifePence', message: 'Give the whole-life cost' },
};

/** To ask for an amount. */
export function askForAmount(measure: Measure): Unanswered {
  return ASK_FOR_AMOUNT[measure];
}

/** The amount a rule compares; `null` where it has not been given. */
export function amountOf(
  measure: Measure,
  amounts: Pick<TriageFacts, 'requestedPence' | 'wholeLifePence'>,
): Pence | null {
  return measure === 'requested' ? amounts.requestedPence : amounts.wholeLifePence;
}

/** Yes as soon as one is `decisive`; not known as soon as one is not; the opposite otherwise. */
function settle(answers: readonly (boolean | null)[], decisive: boolean): boolean | null {
  if (answers.includes(decisive)) return decisive;
  return answers.includes(null) ? null : !decisive;
}

/**
 * Whether a condition holds: `null` while something it rests on has not been answered. One part that does not hold
 * settles an “all”, and one that holds an “any”, whatever is not known of the rest.
 */
export function holds(condition: Condition, facts: TriageFacts): boolean | null {
  switch (condition.kind) {
    case 'always':
      return true;
    case 'flag':
      return facts.flags[condition.flag];
    case 'category':
      return facts.category === null ? null : condition.categories.includes(facts.category);
    case 'over': {
      const amount = amountOf(condition.measure, facts);
      return amount === null ? null : amount > condition.pence;
    }
    case 'rating':
      return facts.rating === null ? null : condition.levels.includes(facts.rating);
    case 'earned-autonomy':
      if (facts.earnedAutonomy.length === 0) return false;
      return facts.rating === null ? null : facts.earnedAutonomy.includes(facts.rating);
    case 'all':
      return settle(
        condition.of.map((part) => holds(part, facts)),
        false,
      );
    case 'any':
      return settle(
        condition.of.map((part) => holds(part, facts)),
        true,
      );
  }
}

function asksFor(condition: Condition, facts: TriageFacts): readonly Unanswered[] {
  if (condition.kind === 'always' || holds(condition, facts) !== null) return [];
  switch (condition.kind) {
    case 'flag':
      return [{ pointer: `/details/flags/${condition.flag}`, message: askForFlag(condition.flag) }];
    case 'category':
      return [ASK_FOR_CATEGORY];
    case 'over':
      return [askForAmount(condition.measure)];
    case 'rating':
    case 'earned-autonomy':
      return [{ pointer: '/details/ratingAnswers', message: 'Answer the questions of the rating' }];
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => asksFor(part, facts));
  }
}

/** What has to be answered before anybody can say whether the condition holds, each thing once; nothing when they can. */
export function unansweredOf(condition: Condition, facts: TriageFacts): readonly Unanswered[] {
  const asked = asksFor(condition, facts);
  return asked.filter(({ pointer }, index) => asked.findIndex((one) => one.pointer === pointer) === index);
}

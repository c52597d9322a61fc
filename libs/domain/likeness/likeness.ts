import type { IsoDate, SpendCategory } from '../case/case-content.js';
import { CATEGORY_NAMES } from '../case/case-words.js';
import type { CaseState } from '../lifecycle/states.js';

/** States in which spend is over or given up, or there is none, so that nobody need be put in touch about it. */
export const PAST_COMPARING = [
  'not-approved',
  'withdrawn',
  'closed-below-threshold',
  'advice-asked',
  'advice-answered',
  'advice-closed',
] as const satisfies readonly CaseState[];

/** How much each sign counts when two cases are compared; together 1. This service's own choice. */
export const LIKENESS_WEIGHTS = {
  title: 0.4,
  words: 0.4,
  suppliers: 0.12,
  category: 0.03,
  time: 0.05,
} as const;

/**
 * What is suggested scores at least so much, from 0 to 1: more than supplier, category and time come to without a word in
 * common. This service's own choice.
 */
export const ALIKE_ENOUGH = 0.22;

/** What a likeness is looked for with. This service's own choice. */
export const LOOKING_FOR_LIKENESS = {
  /** Uncommon words of a case by which others are looked for. */
  words: 10,
  /** A word in more cases than so many tells nothing. */
  mostCasesOfAWord: 400,
  /** Cases that are compared, found by title and by words each. */
  compared: 40,
  /** As much as so many words nobody else has must be shared before the likeness of words counts in full. */
  enough: 2,
  /** Suggestions kept of one case. */
  kept: 10,
} as const;

/** What adds so much to the score is given as a reason: of a suggestion all that carries it is said. */
const TOLD_FROM = 0.01;
const MOST_WORDS_TOLD = 5;
/** Spend of which no end is known is taken to last so long, in months. This service's own choice. */
const LASTS_MONTHS = 12;

/** What is looked at of a case. */
export interface Compared {
  readonly category: SpendCategory | null;
  readonly spendStartsOn: IsoDate | null;
  readonly spendEndsOn: IsoDate | null;
}

/** What two texts have in common, as the database measures it. */
export interface MeasuredLikeness {
  /** From 0 to 1, by shared trigrams. */
  readonly title: number;
  /** From 0 to 1: the words both have against the words each has, an uncommon word counting for more. */
  readonly words: number;
  /** Uncommon words in both, the most uncommon first. */
  readonly sharedWords: readonly string[];
  /** Suppliers named in both, as the first of the two writes them. */
  readonly suppliers: readonly string[];
}

/** How alike two cases look, and why. */
export interface Likeness {
  /** From 0 to 1, to three decimals. */
  readonly score: number;
  /** Sentences without full stops. */
  readonly reasons: readonly string[];
}

/** How alike two cases look. It decides nothing; a person does. */
export function likenessOf(one: Compared, other: Compared, measured: MeasuredLikeness): Likeness {
  const { title, words, sharedWords, suppliers } = measured;
  const sameCategory = one.category !== null && one.category === other.category;
  const sameTime = overlap(one, other);
  const has = (sign: boolean): number => (sign ? 1 : 0);
  const score =
    LIKENESS_WEIGHTS.title * title +
    LIKENESS_WEIGHTS.words * words +
    LIKENESS_WEIGHTS.suppliers * has(suppliers.length > 0) +
    LIKENESS_WEIGHTS.category * has(sameCategory) +
    LIKENESS_WEIGHTS.time * has(sameTime);
  return {
    score: Math.round(score * 1000) / 1000,
    reasons: [
      ...(LIKENESS_WEIGHTS.title * title >= TOLD_FROM
        ? [`Their titles are ${String(Math.round(title * 100))}% alike`]
        : []),
      ...(LIKENESS_WEIGHTS.words * words >= TOLD_FROM ? [saidOfWords(sharedWords)] : []),
      ...(suppliers.length > 0
        ? [`Both name the same supplier${suppliers.length === 1 ? '' : 's'}: ${suppliers.join(', ')}`]
        : []),
      ...(sameCategory ? [`Both are in the category “${CATEGORY_NAMES[one.category]}”`] : []),
      ...(sameTime ? ['Their spending is expected at the same time'] : []),
    ],
  };
}

function saidOfWords(shared: readonly string[]): string {
  return shared.length > 0
    ? `Both use words few others use: ${shared.slice(0, MOST_WORDS_TOLD).join(', ')}`
    : 'Their titles and descriptions use some of the same words';
}

function overlap(one: Compared, other: Compared): boolean {
  const [mine, theirs] = [spanOf(one), spanOf(other)];
  return mine !== null && theirs !== null && mine.from <= theirs.to && theirs.from <= mine.to;
}

function spanOf({
  spendStartsOn,
  spendEndsOn,
}: Compared): { readonly from: IsoDate; readonly to: IsoDate } | null {
  if (spendStartsOn === null) return null;
  return { from: spendStartsOn, to: spendEndsOn ?? monthsAfter(spendStartsOn, LASTS_MONTHS) };
}

function monthsAfter(day: IsoDate, months: number): IsoDate {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

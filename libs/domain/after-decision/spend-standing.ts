/** How what was spent of an approval that stands compares with it, by the latest report. */
export const SPEND_STANDINGS = ['over', 'within', 'not-reported', 'replaced'] as const;
export type SpendStanding = (typeof SPEND_STANDINGS)[number];

/** What people read for each. */
export const SPEND_STANDING_NAMES: Readonly<Record<SpendStanding, string>> = {
  over: 'More than was approved',
  within: 'Within what was approved',
  'not-reported': 'Nothing reported',
  replaced: 'Reported on the variation in its place',
};

/** What can be asked of it; `overdue` goes with any but `replaced`. */
export const SPEND_WORDS = [...SPEND_STANDINGS, 'overdue'] as const;
export type SpendWord = (typeof SPEND_WORDS)[number];

/** What people read for what can be asked. */
export const SPEND_WORD_NAMES: Readonly<Record<SpendWord, string>> = {
  ...SPEND_STANDING_NAMES,
  overdue: 'Report overdue',
};

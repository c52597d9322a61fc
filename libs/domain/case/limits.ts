/** Bounds of what people write, in characters, and of lists. This service's own. */
export const LONGEST_NAME = 200;
export const LONGEST_TITLE = 200;
export const LONGEST_REASON = 5_000;
export const LONGEST_COMMENT = 10_000;
export const LONGEST_NARRATIVE = 20_000;
export const MOST_LINKS = 20;
export const MOST_SUPPLIERS = 20;
export const MOST_YEARS = 20;
export const MOST_CONDITIONS = 50;
/** Benefits promised of putting one legacy system right. */
export const MOST_BENEFITS = 10;
/** Largest whole number the database holds for versions and revisions. */
export const LARGEST_INTEGER = 2_147_483_647;

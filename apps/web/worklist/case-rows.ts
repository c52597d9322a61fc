import { TERMINAL_STATES, type CaseState } from '#domain';
import type { ListedCaseText } from '../case/case-texts.js';
import { deadlineInWords } from '../views/page-filters.js';

/** When something of a case is due, as a list says it. The template is `worklist/due-parts.njk`. */
export interface DueInWords {
  readonly overdue: boolean;
  /** What is due: “decide”. */
  readonly what: string;
  /** Until when it is in time, to follow “by”. */
  readonly by: string;
}

/** What is due next of a case, and whether that is missed; `null` where nothing is. */
export function dueInWords(
  { nextDueAt, nextDueTarget }: Pick<ListedCaseText, 'nextDueAt' | 'nextDueTarget'>,
  now: Date,
): DueInWords | null {
  if (nextDueAt === null) return null;
  return {
    overdue: new Date(nextDueAt) <= now,
    what: (nextDueTarget ?? 'be dealt with').replaceAll('-', ' '),
    by: deadlineInWords(nextDueAt),
  };
}

const OVER: readonly CaseState[] = TERMINAL_STATES;

/** The cases of a list with what is worked out of each. */
export function rowsOf(
  items: readonly ListedCaseText[],
  now: Date,
  levels: ReadonlyMap<string, string>,
): readonly (ListedCaseText & {
  readonly due: DueInWords | null;
  readonly ratingName: string;
  readonly isOver: boolean;
})[] {
  return items.map((item) => ({
    ...item,
    due: dueInWords(item, now),
    // Nobody comes to it any more, where nobody has.
    isOver: OVER.includes(item.state),
    ratingName: item.rating === null ? '' : (levels.get(item.rating) ?? item.rating),
  }));
}

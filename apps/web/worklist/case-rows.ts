import { londonDate } from '#domain';
import type { ListedCaseText } from '../case/case-texts.js';

/** When something of a case is due, as a list says it. */
export interface DueInWords {
  readonly overdue: boolean;
  /** What is due: “decide”. */
  readonly what: string;
  /** Last day on which it is in time, `YYYY-MM-DD`. */
  readonly by: string;
}

/** Time runs out at a midnight, so the day before it is the last one. */
export function dueInWords(
  { nextDueAt, nextDueTarget }: Pick<ListedCaseText, 'nextDueAt' | 'nextDueTarget'>,
  now: Date,
): DueInWords | null {
  if (nextDueAt === null) return null;
  const dueAt = new Date(nextDueAt);
  return {
    overdue: dueAt <= now,
    what: (nextDueTarget ?? 'be dealt with').replaceAll('-', ' '),
    by: londonDate(new Date(dueAt.getTime() - 1)),
  };
}

/** The cases of a list with what is worked out of each. */
export function rowsOf(
  items: readonly ListedCaseText[],
  now: Date,
  levels: ReadonlyMap<string, string>,
): readonly (ListedCaseText & { readonly due: DueInWords | null; readonly ratingName: string })[] {
  return items.map((item) => ({
    ...item,
    due: dueInWords(item, now),
    ratingName: item.rating === null ? '' : (levels.get(item.rating) ?? item.rating),
  }));
}

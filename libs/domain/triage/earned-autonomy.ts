import type { RatingScheme } from './regime.js';

/** What is recorded of an organisation's earned autonomy, as far as time goes by it. */
export interface AutonomyRecord {
  readonly id: string;
  /** Levels it assures itself; none takes back what is corrected. */
  readonly levels: readonly string[];
  /** First and last day, `YYYY-MM-DD`; `null` for no end. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** The record this one corrects. */
  readonly supersedesId: string | null;
}

/**
 * What keeps an organisation from earning autonomy for some levels, as a sentence without a full stop; `null` where
 * nothing does. The highest level of a scale always goes to GDS Assurance: government's rule in version 6, and this
 * service's own for every other scale.
 */
export function levelsInTheWay(
  { rating, name }: { readonly rating: RatingScheme | 'not-known'; readonly name: string },
  levels: readonly string[],
): string | null {
  if (levels.length === 0) return null;
  if (rating === 'not-known')
    return `Leave the levels out: how ${name} rates cases is not known to this service`;
  const ids = rating.levels.map(({ id }) => id);
  const highest = ids.at(-1);
  const allowed = ids.slice(0, -1);
  const wrong = levels.find((level) => !allowed.includes(level));
  if (wrong === undefined) return null;
  const choose = `Choose from ${allowed.map((id) => `“${id}”`).join(', ')}`;
  return wrong === highest
    ? `${choose}: spending rated “${wrong}” always goes to GDS Assurance`
    : `${choose}: “${wrong}” is not a level of ${name}`;
}

/** A first record and the corrections of it, in order. */
function linesOf(records: readonly AutonomyRecord[]): readonly (readonly AutonomyRecord[])[] {
  return records
    .filter(({ supersedesId }) => supersedesId === null)
    .map((first) => {
      const line = [first];
      for (let next: AutonomyRecord | undefined = first; next !== undefined;) {
        const { id }: AutonomyRecord = next;
        next = records.find(({ supersedesId }) => supersedesId === id);
        if (next !== undefined) line.push(next);
      }
      return line;
    });
}

/**
 * The record that a new one would overlap with; `null` where it overlaps with none. A correction counts from its own
 * first day on, so before that what it corrects still does; the line it belongs to is left out.
 */
export function overlappedBy(
  records: readonly AutonomyRecord[],
  given: Omit<AutonomyRecord, 'id'>,
): AutonomyRecord | null {
  if (given.levels.length === 0) return null;
  const isOwn = (line: readonly AutonomyRecord[]): boolean =>
    line.some(({ id }) => id === given.supersedesId);
  for (const line of linesOf(records).filter((one) => !isOwn(one))) {
    for (const [index, record] of line.entries()) {
      const { levels, validFrom, validTo } = record;
      const later = line.slice(index + 1).map((correction) => correction.validFrom);
      const starts = validFrom > given.validFrom ? validFrom : given.validFrom;
      const isOver =
        levels.length === 0 ||
        (validTo !== null && validTo < starts) ||
        (given.validTo !== null && given.validTo < starts) ||
        later.some((correctedFrom) => correctedFrom <= starts);
      if (!isOver) return record;
    }
  }
  return null;
}

import type { Organisation, OrganisationChangeRow } from '#identity';

/** Whether an organisation exists on a day. */
export type Standing = 'not-yet' | 'exists' | 'ends' | 'ended';

/** How an organisation stands. @param today in London, `YYYY-MM-DD` */
export function standingOf(
  { validFrom, validTo }: Pick<Organisation, 'validFrom' | 'validTo'>,
  today: string,
): Standing {
  if (validTo !== null) return validTo <= today ? 'ended' : 'ends';
  return validFrom > today ? 'not-yet' : 'exists';
}

/** A change to an organisation: who, when, and each thing that became another. */
export interface ChangeRow {
  readonly at: string;
  readonly by: string;
  readonly changes: readonly {
    readonly what: string;
    readonly before: string | null;
    readonly after: string | null;
    /** Whether both are days. */
    readonly days: boolean;
  }[];
}

const PARTS = [
  ['name', 'Name', false],
  ['acronym', 'Acronym', false],
  ['validTo', 'End', true],
] as const;

/** The history of an organisation as its page shows it. */
export function changeRows(rows: readonly OrganisationChangeRow[]): readonly ChangeRow[] {
  return rows.map(({ changedAt, changedBy, before, after }) => ({
    at: changedAt,
    by: changedBy.name,
    changes: PARTS.filter(([part]) => before[part] !== after[part]).map(([part, what, days]) => ({
      what,
      before: before[part],
      after: after[part],
      days,
    })),
  }));
}

import type { Sight, HistoryQuestion } from '#domain';

/** Under which sight an answer was given: which cases were looked at, and what was kept from the reader. */
export interface HistorySight {
  readonly cases: 'every' | 'own-organisations' | 'none';
  /** Organisations the reader speaks for. */
  readonly ownOrganisationIds: readonly string[];
  /** Whether the reader sees what GDS Assurance keeps to itself. */
  readonly internal: 'shown' | 'withheld-for-own-organisations' | 'withheld';
  /** Columns that are `null`, or shown only once released, where it is withheld. */
  readonly withheldColumns: readonly string[];
}

/** Puts a sight into an answer's words. */
export function historySight(
  { everything, organisationIds }: Sight,
  { columns }: HistoryQuestion,
): HistorySight {
  const internal = !everything
    ? 'withheld'
    : organisationIds.length > 0
      ? 'withheld-for-own-organisations'
      : 'shown';
  return {
    cases: everything ? 'every' : organisationIds.length > 0 ? 'own-organisations' : 'none',
    ownOrganisationIds: organisationIds,
    internal,
    withheldColumns:
      internal === 'shown'
        ? []
        : columns.filter(({ withheld }) => withheld !== undefined).map(({ name }) => name),
  };
}

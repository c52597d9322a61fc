import type { IsoDate } from '../case/case-content.js';
import type { Regime } from '../triage/regime.js';
import { comparedOrganisationName, nearestName } from '../organisations/organisation-name.js';
import { bad, shown, type Cell } from './cells.js';

/** Organisations as files name them. */
export interface KnownOrganisations {
  readonly organisationIdByKey: ReadonlyMap<string, string>;
  /** By their exact name, and by what it is compared by; several where organisations share one. */
  readonly organisationIdsByName: ReadonlyMap<string, readonly string[]>;
  /** The organisation that was probably meant by a name no organisation has; `null` where none is like it. */
  readonly suggest: (name: string) => Pick<NamedOrganisation, 'id' | 'name'> | null;
}

/** For so many names that no organisation has is one looked for in a file, which takes time. */
const MOST_SUGGESTIONS = 200;

/** What rows are held against. */
export interface ImportContext extends KnownOrganisations {
  readonly regimes: readonly Pick<Regime, 'version' | 'validFrom' | 'validTo' | 'rating'>[];
  /** London, `YYYY-MM-DD`. */
  readonly today: IsoDate;
}

/** Arranges what rows are held against, once for a file. */
export function makeImportContext(
  organisations: readonly NamedOrganisation[],
  regimes: ImportContext['regimes'],
  today: IsoDate,
): ImportContext {
  return { ...knownOrganisations(organisations), regimes, today };
}

/** An organisation by what files may call it. */
export interface NamedOrganisation {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** Arranges organisations to be looked up as files name them. */
export function knownOrganisations(organisations: readonly NamedOrganisation[]): KnownOrganisations {
  const byName = new Map<string, string[]>();
  const add = (name: string, id: string): void => {
    byName.set(name, [...(byName.get(name) ?? []), id]);
  };
  for (const { id, name } of organisations) {
    add(name, id);
    if (comparedOrganisationName(name) !== name) add(comparedOrganisationName(name), id);
  }
  return {
    organisationIdByKey: new Map(organisations.map(({ id, key }) => [key, id])),
    organisationIdsByName: byName,
    suggest: suggestionsAmong(organisations),
  };
}

function suggestionsAmong(organisations: readonly NamedOrganisation[]): KnownOrganisations['suggest'] {
  const byName = new Map(organisations.map((one) => [one.name, one]));
  const found = new Map<string, NamedOrganisation | null>();
  return (name) => {
    const compared = comparedOrganisationName(name);
    const before = found.get(compared);
    if (before !== undefined || found.size >= MOST_SUGGESTIONS) return before ?? null;
    const nearest = byName.get(nearestName(compared, byName.keys()) ?? '') ?? null;
    found.set(compared, nearest);
    return nearest;
  };
}

/** The id of the organisation that has a cell as its key or its name, whatever the capitals and blanks of either. */
export function organisationOf(cell: string, context: KnownOrganisations): Cell<string> {
  const { organisationIdByKey: byKey, organisationIdsByName: byName } = context;
  const compared = comparedOrganisationName(cell);
  const keyed = byKey.get(cell) ?? byKey.get(compared);
  if (keyed !== undefined) return { ok: true, value: keyed };
  const [first, second] = byName.get(cell) ?? byName.get(compared) ?? [];
  if (first !== undefined)
    return second === undefined
      ? { ok: true, value: first }
      : bad(`Several organisations are called “${shown(cell)}”: give the key of the right one`);
  const meant = context.suggest(cell);
  return bad(
    meant === null
      ? `No organisation has “${shown(cell)}” as its key or its name: look it up in the list of organisations, or add it`
      : `No organisation has “${shown(cell)}” as its key or its name. Did you mean “${meant.name}”?`,
  );
}

/** Name of a source system: small letters, figures and hyphens, at most 50 characters. */
export const SOURCE_NAME = /^(?=.{1,50}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** The source where none is named: the service this one stands beside, Get approval to spend. */
export const DEFAULT_SOURCE = 'get-approval-to-spend';

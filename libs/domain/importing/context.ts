import type { IsoDate } from '../case/case-content.js';
import type { Regime } from '../triage/regime.js';
import { bad, shown, type Cell } from './cells.js';

/** Organisations as files name them. */
export interface KnownOrganisations {
  readonly organisationIdByKey: ReadonlyMap<string, string>;
  /** Several where organisations share a name. */
  readonly organisationIdsByName: ReadonlyMap<string, readonly string[]>;
}

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
  for (const { id, name } of organisations) byName.set(name, [...(byName.get(name) ?? []), id]);
  return {
    organisationIdByKey: new Map(organisations.map(({ id, key }) => [key, id])),
    organisationIdsByName: byName,
  };
}

/** The id of the organisation that has a cell as its key or its exact name. */
export function organisationOf(cell: string, context: KnownOrganisations): Cell<string> {
  const byKey = context.organisationIdByKey.get(cell);
  if (byKey !== undefined) return { ok: true, value: byKey };
  const [first, second] = context.organisationIdsByName.get(cell) ?? [];
  if (first === undefined)
    return bad(
      `No organisation has “${shown(cell)}” as its key or its exact name: look it up in the list of organisations, or add it`,
    );
  return second === undefined
    ? { ok: true, value: first }
    : bad(`Several organisations are called “${shown(cell)}”: give the key of the right one`);
}

/** Name of a source system: small letters, figures and hyphens, at most 50 characters. */
export const SOURCE_NAME = /^(?=.{1,50}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** The source where none is named: the service this one stands beside, Get approval to spend. */
export const DEFAULT_SOURCE = 'get-approval-to-spend';

import type { IsoDate } from '../case/case-content.js';
import type { Regime } from '../triage/regime.js';

/** What rows are held against. */
export interface ImportContext {
  readonly organisationIdByKey: ReadonlyMap<string, string>;
  /** Several where organisations share a name. */
  readonly organisationIdsByName: ReadonlyMap<string, readonly string[]>;
  readonly regimes: readonly Pick<Regime, 'version' | 'validFrom' | 'validTo' | 'rating'>[];
  /** London, `YYYY-MM-DD`. */
  readonly today: IsoDate;
}

/** Arranges what rows are held against, once for a file. */
export function makeImportContext(
  organisations: readonly { readonly id: string; readonly key: string; readonly name: string }[],
  regimes: ImportContext['regimes'],
  today: IsoDate,
): ImportContext {
  const byName = new Map<string, string[]>();
  for (const { id, name } of organisations) byName.set(name, [...(byName.get(name) ?? []), id]);
  return {
    organisationIdByKey: new Map(organisations.map(({ id, key }) => [key, id])),
    organisationIdsByName: byName,
    regimes,
    today,
  };
}

/** Name of a source system: small letters, figures and hyphens, at most 50 characters. */
export const SOURCE_NAME = /^(?=.{1,50}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** The source where none is named: the service this one stands beside, Get approval to spend. */
export const DEFAULT_SOURCE = 'get-approval-to-spend';

import type { IsoDate } from '../case/case-content.js';
import type { Regime } from './regime.js';

/** Whether a regime was in force on a day. Where its dates are known to the month or the year only, all of it counts. */
export function wasInForceOn(
  { validFrom, validTo }: Pick<Regime, 'validFrom' | 'validTo'>,
  day: IsoDate,
): boolean {
  const begun = day.slice(0, validFrom.length) >= validFrom;
  return begun && (validTo === null || day.slice(0, validTo.length) <= validTo);
}

/**
 * The regime in force on a day; of several, the one that began last, because regimes overlapped while one took over
 * from another. `null` where none that is known was. This service's own reading.
 */
export function regimeInForceOn<Known extends Pick<Regime, 'validFrom' | 'validTo'>>(
  regimes: readonly Known[],
  day: IsoDate,
): Known | null {
  const inForce = regimes.filter((regime) => wasInForceOn(regime, day));
  return inForce.toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0] ?? null;
}

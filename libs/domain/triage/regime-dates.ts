import { dateInWords } from '../case/dates.js';
import type { Regime } from './regime.js';

/**
 * That a regime was over by its own dates before a day, as a sentence without a full stop; `null` where it was not. A
 * date known to the month or year only is over with the last day of it.
 * @param day `YYYY-MM-DD`
 */
export function endedNote(
  { version, validTo }: Pick<Regime, 'version' | 'validTo'>,
  day: string,
): string | null {
  if (validTo === null || day.slice(0, validTo.length) <= validTo) return null;
  return `By its own dates ${version} ended ${validTo.length === day.length ? 'on' : 'in'} ${dateInWords(validTo)}`;
}

import type { IsoDate } from './case-content.js';
import { FIRST_YEAR, isIsoDate, LAST_YEAR, MONTH_NAMES } from './dates.js';

/** The parts of a date in the order they are asked for. */
export type DatePart = 'day' | 'month' | 'year';

/** A date as somebody wrote it, part by part. */
export type WrittenDate = Readonly<Record<DatePart, string>>;

/** A date, read: the date, or what is wrong with it, without a full stop, and the part to put right. */
export type DateReading =
  | { readonly ok: true; readonly date: IsoDate }
  | { readonly ok: false; readonly part: DatePart; readonly message: string };

const SMALLEST_OF_FOUR_NUMBERS = 1_000;

/** `6` of `june` and `Jun`; anything else as it is. The GOV.UK Design System asks to take months that are written out. */
function monthNumber(month: string): string {
  const asked = month.toLowerCase();
  const place = MONTH_NAMES.findIndex((name) => asked.length >= 3 && name.toLowerCase().startsWith(asked));
  return place === -1 ? month : String(place + 1);
}

/**
 * Reads a date somebody wrote in parts, none of them empty. What is wrong is said in the words of the GOV.UK Design
 * System (date input, error messages), each beginning with which date it is of, since a page may ask for several.
 * @param what which date, to begin a sentence with: “First day of spending”
 */
export function readWrittenDate({ day, month, year }: WrittenDate, what: string): DateReading {
  const no = (part: DatePart, message: string): DateReading => ({
    ok: false,
    part,
    message: `${what} ${message}`,
  });
  if (/^\d+$/.test(year) && (year.length !== 4 || Number(year) < SMALLEST_OF_FOUR_NUMBERS))
    return { ok: false, part: 'year', message: `${what}: year must include 4 numbers` };
  const rest = `-${monthNumber(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isIsoDate(`${year}${rest}`)) return { ok: true, date: `${year}${rest}` };
  // Nobody is asked to correct a day that exists: only its year is out of reach.
  const isTooFar = /^\d{4}$/.test(year) && (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR);
  return isTooFar
    ? no('year', `must be between 1 January ${FIRST_YEAR} and 31 December ${LAST_YEAR}`)
    : no('day', 'must be a real date, like 27 3 2026');
}

/** The same of a date that is written in one, as an address has it. @param text such as `2026-04-01` */
export function readDateInAddress(text: string, what: string): DateReading {
  const [year = '', month = '', day = ''] = text.split('-');
  return readWrittenDate({ day, month, year }, what);
}

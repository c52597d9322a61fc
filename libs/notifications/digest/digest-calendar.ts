/** Knows on which days digests go out. Whoever keeps the calendar of working days implements it. */
export abstract class DigestCalendar {
  /**
   * The day whose digest may be made at an instant: from 08:00 in London on a working day until that day ends.
   *
   * @param now UTC
   * @returns a London date, `YYYY-MM-DD`; `null` when it is not yet time, or no working day
   */
  abstract digestDay(now: Date): string | null | Promise<string | null>;
}

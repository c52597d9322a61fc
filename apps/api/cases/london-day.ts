import { londonDate } from '#casework';
import type { IsoDate } from '#domain';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The instant a day begins in the United Kingdom, UTC. */
export function startOfLondonDay(day: IsoDate): string {
  const midnight = new Date(`${day}T00:00:00.000Z`);
  const hourBefore = new Date(midnight.getTime() - HOUR_MS);
  // In British Summer Time it is that day in London an hour before it is in UTC.
  return (londonDate(hourBefore) === day ? hourBefore : midnight).toISOString();
}

/** The instant a day has ended in the United Kingdom, UTC. */
export function endOfLondonDay(day: IsoDate): string {
  const next = new Date(new Date(`${day}T12:00:00.000Z`).getTime() + DAY_MS);
  return startOfLondonDay(next.toISOString().slice(0, 10));
}

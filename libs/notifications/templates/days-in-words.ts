import { dateInWords, isIsoDate } from '#domain';

/** `2027-01-31` as people read it, `31 January 2027`; anything that is not such a date stays as it is. */
export function formatDay(isoDate: string): string {
  return isIsoDate(isoDate) ? dateInWords(isoDate) : isoDate;
}

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function inLondon(instant: Date): { day: string; time: string } {
  const part = Object.fromEntries(LONDON.formatToParts(instant).map(({ type, value }) => [type, value]));
  return {
    day: `${String(part['year'])}-${String(part['month'])}-${String(part['day'])}`,
    time: `${String(part['hour'])}:${String(part['minute'])}`,
  };
}

/** `5:54pm` of `17:54`: midday in words, no nought minutes. */
function inTwelveHours(time: string): string {
  if (time === '12:00') return 'midday';
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${String(hour % 12 === 0 ? 12 : hour % 12)}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** The day an instant falls on in London, as people read it. */
export function formatDayOf(instant: Date): string {
  return formatDay(inLondon(instant).day);
}

/**
 * The instant a time runs out, to follow "by": a London midnight is the end of the day before it, `the end of 4 March
 * 2027`; any other is said with its time as GOV.UK writes it, `1pm on 4 March 2027`, `5:54pm on 4 March 2027`.
 */
export function formatDeadline(instant: Date): string {
  const { day, time } = inLondon(instant);
  if (time !== '00:00') return `${inTwelveHours(time)} on ${formatDay(day)}`;
  return `the end of ${formatDayOf(new Date(instant.getTime() - 1))}`;
}

/** `1 day`, `5 days`. */
export function counted(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}

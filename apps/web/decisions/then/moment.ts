import {
  addDays,
  atLondonTime,
  londonDate,
  londonMinutes,
  minutesOf,
  readDateInAddress,
  startOfLondonDay,
  type IsoDate,
} from '#domain';
import { badRequest } from '#platform';
import { dateBoxes, PostedForm, type PostedFields } from '../../forms/posted-form.js';
import { withQuery } from '../history-address.js';

/** What an address asks for: no instant yet, what a form says, or an instant. */
export type MomentAsked =
  { readonly kind: 'none' } | { readonly kind: 'form' } | { readonly kind: 'at'; readonly at: Date };

const TIME = /^(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2}))?)?\s*(am|pm)?$/i;
const NO_TIME = 'The time must be like 14:30, 2:30pm or, to the second, 14:30:15';
const NOON = 12;
const HOURS = 24;

/** A time of the day as `14:30`, or `14:30:15`, of `14:30`, `2:30pm`, `2pm` or `2:30:15pm`; `null` where it is none. */
export function timeOf(text: string): string | null {
  if (/^midday$/i.test(text)) return '12:00';
  if (/^midnight$/i.test(text)) return '00:00';
  const [all, hour = '', written, second = '00', half] = TIME.exec(text) ?? [];
  const minute = written ?? '00';
  if (all === undefined || Number(minute) >= 60 || Number(second) >= 60) return null;
  const rest = second === '00' ? minute : `${minute}:${second}`;
  // “14” alone may be meant as anything.
  if (half === undefined)
    return written !== undefined && Number(hour) < HOURS ? `${hour.padStart(2, '0')}:${rest}` : null;
  const onClock = Number(hour);
  if (onClock < 1 || onClock > NOON) return null;
  const hours = (onClock % NOON) + (half.toLowerCase() === 'pm' ? NOON : 0);
  return `${String(hours).padStart(2, '0')}:${rest}`;
}

/** The instant of a date and a time of United Kingdom clocks; without a time the end of the day. */
export function instantOf(date: IsoDate, time: string | null): Date {
  if (time === null) return new Date(startOfLondonDay(addDays(date, 1)).getTime() - 1);
  const [hour = '', minute = '', second = '0'] = time.split(':');
  return new Date(atLondonTime(date, minutesOf(`${hour}:${minute}`)).getTime() + Number(second) * 1000);
}

/**
 * The address of a case as it stood at what a form says.
 * @throws ProblemError 400 naming every field that is wrong
 */
export function addressOfForm(path: string, form: PostedForm): string {
  const date = form.date('date', 'The date');
  const written = form.text('time');
  const time = written === '' ? null : timeOf(written);
  if (date === null && form.problems.length === 0)
    form.refuse('date-day', 'Enter the date to see the case as it stood');
  if (written !== '' && time === null) form.refuse('time', NO_TIME);
  if (date === null || form.problems.length > 0) throw badRequest('Check the date.', form.problems);
  return withQuery(path, { date, time: time ?? undefined });
}

/**
 * The instant an address asks for. Of a day that is not over, the end is now.
 * @throws ProblemError 400 for what is no instant, or one still to come
 */
export function momentAsked(fields: PostedFields, now: Date): MomentAsked {
  const form = new PostedForm(fields);
  if (form.text('date-day') !== '' || fields['date-day'] !== undefined) return { kind: 'form' };
  const exact = form.text('at');
  const date = form.text('date');
  if (exact === '' && date === '') return { kind: 'none' };
  const at = exact === '' ? ofDate(date, form.text('time'), now) : ofText(exact);
  if (at > now) throw refusal('The date and time must be in the past');
  return { kind: 'at', at };
}

function ofText(text: string): Date {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(text) ? new Date(text) : null;
  if (at === null || Number.isNaN(at.getTime())) throw refusal('Enter a date and a time');
  return at;
}

function ofDate(date: string, written: string, now: Date): Date {
  const reading = readDateInAddress(date, 'The date');
  if (!reading.ok) throw refusal(reading.message);
  const time = written === '' ? null : timeOf(written);
  if (written !== '' && time === null) throw refusal(NO_TIME);
  const at = instantOf(date, time);
  return time === null && date === londonDate(now) ? now : at;
}

function refusal(detail: string) {
  return badRequest('Check the date.', [{ pointer: '/date-day', detail }]);
}

/** Seconds are the same on every clock there is. */
function secondsOf(at: Date): string {
  return String(at.getUTCSeconds()).padStart(2, '0');
}

/** The time of an instant to the second, and further where it lies within one: `14:30:15`, United Kingdom time. */
export function exactTimeOf(at: Date): string {
  const minutes = londonMinutes(at);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  const within = at.getUTCMilliseconds();
  const fraction = within === 0 ? '' : `.${String(within).padStart(3, '0')}`;
  return `${hour ?? ''}:${minute ?? ''}:${secondsOf(at)}${fraction}`;
}

/** The fields that show an instant. */
export function fieldsOfMoment(at: Date): PostedFields {
  const date = londonDate(at);
  const minutes = londonMinutes(at);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  const second = secondsOf(at);
  return {
    ...dateBoxes('date', date),
    time: `${hour ?? ''}:${minute ?? ''}${second === '00' ? '' : `:${second}`}`,
  };
}

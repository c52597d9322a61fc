import type { Queryable } from '../database/statement.js';

/** The bank holidays as they were known from an instant on; the content is read by the rules. */
export interface StoredCalendar {
  readonly id: string;
  readonly content: unknown;
  readonly contentHash: string;
}

/**
 * SQL of the id of the calendar that counts at an instant, given as SQL: the latest loaded by then, or, for times
 * before the first was loaded, the first.
 */
export function calendarAt(instant: string): string {
  return `(select k.id from working_calendar k
    order by k.loaded_at > ${instant}, abs(extract(epoch from k.loaded_at - ${instant})), k.id limit 1)`;
}

/** One calendar. */
export async function storedCalendar(queryable: Queryable, id: string): Promise<StoredCalendar | null> {
  const [row] = await queryable.query<StoredCalendar>({
    name: 'stored_calendar',
    text: `select id, content, content_hash as "contentHash" from working_calendar where id = $1`,
    values: [id],
  });
  return row ?? null;
}

/** The id of the calendar that counted at an instant, for who has read it already; `null` where none was ever loaded. */
export async function calendarIdAt(queryable: Queryable, at: Date): Promise<string | null> {
  const [row] = await queryable.query<{ id: string | null }>({
    name: 'calendar_id_at',
    text: `select ${calendarAt('$1::timestamptz')} as id`,
    values: [at],
  });
  return row?.id ?? null;
}

/** The calendar that counted at an instant; `null` where none was ever loaded. */
export async function calendarInForceAt(queryable: Queryable, at: Date): Promise<StoredCalendar | null> {
  const [row] = await queryable.query<StoredCalendar>({
    name: 'calendar_in_force_at',
    text: `select id, content, content_hash as "contentHash" from working_calendar where id = ${calendarAt('$1::timestamptz')}`,
    values: [at],
  });
  return row ?? null;
}

/** Adds a calendar, which counts from then on. */
export async function recordCalendar(
  queryable: Queryable,
  calendar: StoredCalendar & { readonly loadedAt: Date },
): Promise<void> {
  await queryable.query({
    text: `insert into working_calendar (id, content, content_hash, loaded_at) values ($1, $2::jsonb, $3, $4)`,
    values: [calendar.id, JSON.stringify(calendar.content), calendar.contentHash, calendar.loadedAt],
  });
}

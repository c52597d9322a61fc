import { isPence, type Pence } from '#domain';

/** A JSON object as it was stored. */
export type Stored = Readonly<Record<string, unknown>>;

/** Whether a stored value is an object, and not a list. */
export function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a stored list; none where it is no list. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** A text that says something, or `null`. */
export function optional(record: Stored, name: string): string | null {
  const value = record[name];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** @throws TypeError naming what is missing, never its value */
export function needed(record: Stored, name: string): string {
  const value = optional(record, name);
  if (value === null) throw new TypeError(`The parameters of the email lack ${name}`);
  return value;
}

/** An amount in pence, or `null`. */
export function amount(value: unknown): Pence | null {
  return isPence(value) ? value : null;
}

/** A whole number from 0 up, or `null`. */
export function count(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** One line: whatever would break it, or hide in it, becomes a space. */
export function line(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** As {@link line}, for what may be missing. */
export function lineOrNull(text: string | null): string | null {
  return text === null ? null : line(text);
}

/** Several lines, without control characters. */
export function paragraphs(text: string | null): string | null {
  if (text === null) return null;
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(line)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

import { poundsToPence, readWrittenDate, type IsoDate, type Pence } from '#domain';
import type { FieldProblem } from '#platform';

/** What a browser sent, name by name; several values where a name came more than once. */
export type PostedFields = Readonly<Record<string, string | readonly string[]>>;

/** Line ends of a form are CR LF; the service keeps LF. */
function tidied(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

/** Takes the body of a form as fields. Anything that is not text is dropped: forms send nothing else. */
export function fieldsOf(body: unknown): PostedFields {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, string | readonly string[]][] => {
      if (typeof value === 'string') return [[name, tidied(value)]];
      if (Array.isArray(value)) return [[name, value.filter((one) => typeof one === 'string').map(tidied)]];
      return [];
    }),
  );
}

/** What a field held, to show it again: its first value, or nothing. */
export function heldIn(fields: PostedFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/**
 * Reads a form as people fill it in: amounts in pounds, dates in three boxes, one supplier a line. What cannot be read
 * is collected, each with the name of its field, so that everything wrong is told at once.
 */
export class PostedForm {
  readonly problems: FieldProblem[] = [];

  constructor(readonly fields: PostedFields) {}

  /** Text without spaces around it; empty where the field did not come. */
  text(name: string): string {
    const value = this.fields[name];
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
  }

  /** Text, or `null` where nothing was written. */
  textOrNull(name: string): string | null {
    const text = this.text(name);
    return text === '' ? null : text;
  }

  /** Every value of a field, such as the boxes that are ticked. */
  all(name: string): readonly string[] {
    const value = this.fields[name];
    if (value === undefined) return [];
    return (typeof value === 'string' ? [value] : value).map((one) => one.trim()).filter((one) => one !== '');
  }

  /** One line an entry, without the empty ones. */
  lines(name: string): readonly string[] {
    return this.text(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }

  /** `yes` or `no` as true or false; `null` where neither was chosen. */
  yesOrNo(name: string): boolean | null {
    const text = this.text(name);
    return text === 'yes' ? true : text === 'no' ? false : null;
  }

  /** A whole number; `null` where nothing, or none, was written (then a problem is noted). @param what “Level” */
  wholeNumber(name: string, what: string): number | null {
    const text = this.text(name);
    if (text === '') return null;
    if (/^\d{1,9}$/.test(text)) return Number(text);
    this.refuse(name, `${what} must be a whole number, like 3`);
    return null;
  }

  /**
   * An amount in pounds, in pence; `null` where nothing, or no amount, was written.
   * @param what “Amount requested”
   * @param written in the field; of a row in whose place another one stood, what the row says
   */
  pounds(name: string, what: string, written = this.text(name)): Pence | null {
    const text = written.replaceAll(' ', '');
    if (text === '') return null;
    try {
      return poundsToPence(text);
    } catch {
      this.refuse(
        name,
        /^£?\d{13,}(\.\d{1,2})?$/.test(text.replaceAll(',', ''))
          ? `${what} is more than this service can take. Check the number of noughts`
          : `${what} must be an amount in pounds, like 1,250,000 or 1250000.50`,
      );
      return null;
    }
  }

  /** A date from three boxes; `null` where all are empty, or it is no date. @param what “First day of spending” */
  date(name: string, what: string): IsoDate | null {
    const [day, month, year] = DATE_PARTS.map((part) => this.text(`${name}-${part}`));
    if (day === undefined || month === undefined || year === undefined) return null;
    const missing = DATE_PARTS.filter((part) => this.text(`${name}-${part}`) === '');
    const [first] = missing;
    if (missing.length === DATE_PARTS.length) return null;
    if (first !== undefined) {
      this.refuse(`${name}-${first}`, `${what} must include a ${missing.join(' and ')}`);
      return null;
    }
    const reading = readWrittenDate({ day, month, year }, what);
    if (reading.ok) return reading.date;
    this.refuse(`${name}-${reading.part}`, reading.message);
    return null;
  }

  /** Whether something is noted of a field already. */
  isRefused(name: string): boolean {
    return this.problems.some(({ pointer }) => pointer === `/${name}`);
  }

  /** Notes what is wrong with a field. */
  refuse(name: string, sentence: string): void {
    this.problems.push({ pointer: `/${name}`, detail: sentence });
  }
}

/** The boxes of a date, in their order. */
export const DATE_PARTS = ['day', 'month', 'year'] as const;

/** A date as the three boxes show it. @param name of the field, which the names of the boxes begin with */
export function dateBoxes(name: string, date: IsoDate | null): PostedFields {
  const [year = '', month = '', day = ''] = date === null ? [] : date.split('-');
  return {
    [`${name}-day`]: day === '' ? '' : String(Number(day)),
    [`${name}-month`]: month === '' ? '' : String(Number(month)),
    [`${name}-year`]: year,
  };
}

/** An amount as its box shows it: without the pound sign, which stands before the box. */
export function poundsBox(pence: number | null): string {
  if (pence === null) return '';
  const odd = pence % 100;
  const pounds = ((pence - odd) / 100).toLocaleString('en-GB');
  return odd === 0 ? pounds : `${pounds}.${String(odd).padStart(2, '0')}`;
}

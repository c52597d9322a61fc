import { DATE_PARTS, type PostedFields } from '../posted-form.js';

/** Answers that are given in rows of boxes, by the field an answer is known by. A list merges as one answer. */
const ROWS: Readonly<Record<string, RegExp>> = {
  'linkTitle-0': /^link(?:Title|Url)-\d+$/,
  'year-0': /^(?:year|amount)-\d+$/,
  components: /^(?:component|use|why)-\d+$/,
};

const FIRST_OF_A_DATE = '-day';

/** Whether a box of a form belongs to the answer that is known by a field. */
export function isBoxOf(field: string, box: string): boolean {
  const rows = ROWS[field];
  if (rows !== undefined) return rows.test(box);
  if (!field.endsWith(FIRST_OF_A_DATE)) return box === field;
  const date = field.slice(0, -FIRST_OF_A_DATE.length);
  return DATE_PARTS.some((part) => box === `${date}-${part}`);
}

/** The boxes of one answer. */
export function boxesOf(fields: PostedFields, field: string): PostedFields {
  return Object.fromEntries(Object.entries(fields).filter(([box]) => isBoxOf(field, box)));
}

/** Fields as hidden inputs carry them: one entry a value. */
export function carriedBoxes(
  fields: PostedFields,
): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => ({ name, value: one })),
  );
}

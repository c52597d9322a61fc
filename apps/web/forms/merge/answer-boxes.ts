import { financialYearIn } from '../financial-year.js';
import { DATE_PARTS, heldIn, type PostedFields } from '../posted-form.js';

/** Answers that are given in rows of boxes, by the field an answer is known by. A list merges as one answer. */
const ROWS: ReadonlyMap<string, RegExp> = new Map([
  ['linkTitle-0', /^link(?:Title|Url)-\d+$/],
  ['components', /^(?:component|use|why)-\d+$/],
]);

const FIRST_OF_A_DATE = '-day';

/** The answer about one financial year, which is known by the year and not by the row it happens to stand in. */
const YEAR_FIELD = /^year-(\d{4}-\d{2})$/;
const YEAR_BOX = /^(?:year|amount)-(\d+)$/;

/** The field an amount of a financial year, such as `2026-27`, is known by. */
export function yearField(financialYear: string): string {
  return `year-${financialYear}`;
}

/** Whether an answer is about one financial year. */
export function isYearField(field: string): boolean {
  return YEAR_FIELD.test(field);
}

/** Whether a box of a form belongs to the answer that is known by a field. */
export function isBoxOf(fields: PostedFields, field: string, box: string): boolean {
  const [, year] = YEAR_FIELD.exec(field) ?? [];
  if (year !== undefined) {
    const [, row] = YEAR_BOX.exec(box) ?? [];
    return row !== undefined && financialYearIn(heldIn(fields, `year-${row}`)) === year;
  }
  const rows = ROWS.get(field);
  if (rows !== undefined) return rows.test(box);
  if (!field.endsWith(FIRST_OF_A_DATE)) return box === field;
  const date = field.slice(0, -FIRST_OF_A_DATE.length);
  return DATE_PARTS.some((part) => box === `${date}-${part}`);
}

/** The boxes of one answer. */
export function boxesOf(fields: PostedFields, field: string): PostedFields {
  return Object.fromEntries(Object.entries(fields).filter(([box]) => isBoxOf(fields, field, box)));
}

/** Rows of years that have an amount, each as its boxes say it. */
function yearRows(fields: PostedFields) {
  return Object.keys(fields).flatMap((box) => {
    const [, row] = /^year-(\d+)$/.exec(box) ?? [];
    if (row === undefined) return [];
    const [year, amount] = [heldIn(fields, box), heldIn(fields, `amount-${row}`)];
    return amount.trim() === '' ? [] : [{ year, amount }];
  });
}

/** A form with rows of years of another one put among its own, in their order; the rows are numbered anew. */
export function withYears(fields: PostedFields, others: readonly PostedFields[]): PostedFields {
  const rows = [fields, ...others]
    .flatMap(yearRows)
    .toSorted((one, other) => (financialYearIn(one.year) < financialYearIn(other.year) ? -1 : 1));
  return {
    ...Object.fromEntries(Object.entries(fields).filter(([box]) => !YEAR_BOX.test(box))),
    ...Object.fromEntries(
      rows.flatMap(({ year, amount }, row) => [
        [`year-${String(row)}`, year],
        [`amount-${String(row)}`, amount],
      ]),
    ),
  };
}

/** Fields as hidden inputs carry them: one entry a value. */
export function carriedBoxes(
  fields: PostedFields,
): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => ({ name, value: one })),
  );
}

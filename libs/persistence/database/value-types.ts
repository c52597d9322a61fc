import pg from 'pg';

/** PostgreSQL's own numbers for its types; fixed in its catalogue. */
const INT8 = 20;
const DATE = 1082;

/** What makes a value of the text PostgreSQL sends for a type of that number. */
export function textReader(oid: number): (text: string) => unknown {
  if (oid === DATE) return (text) => text;
  if (oid === INT8) return exactInteger;
  // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- a type this program does not name
  return pg.types.getTypeParser(oid, 'text') as (text: string) => unknown;
}

/** Dates without a time stay text, `YYYY-MM-DD`; counts and pence stay exact numbers. */
export const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- a type this program does not name
    return format === 'binary' ? pg.types.getTypeParser(oid, format) : textReader(oid);
  },
};

function exactInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large to be held exactly`);
  return number;
}

import pg from 'pg';

/** PostgreSQL's own numbers for its types; fixed in its catalogue. */
const INT8 = 20;
const DATE = 1082;

/** Dates without a time stay text, `YYYY-MM-DD`; counts and pence stay exact numbers. */
export const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    if (format !== 'binary') {
      if (oid === DATE) return (value: string) => value;
      if (oid === INT8) return exactInteger;
    }
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- a type this program does not name
    return pg.types.getTypeParser(oid, format);
  },
};

function exactInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large to be held exactly`);
  return number;
}

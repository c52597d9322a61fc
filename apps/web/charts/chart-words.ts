import { MONTH_NAMES } from '#domain';
/** `2026-10` as people read it: “October 2026”. */
export function monthName(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${MONTH_NAMES[Number(number) - 1] ?? number} ${year}`;
}

/** “1 case”, “2 cases”; of a thousand and more with commas. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${wholeNumber(count)} ${count === 1 ? one : several}`;
}

/** A whole number with commas: “12,345”. */
export function wholeNumber(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

const UNITS = [
  { pence: 100_000_000_000, sign: 'bn' },
  { pence: 100_000_000, sign: 'm' },
  { pence: 100_000, sign: 'k' },
] as const;

/** Whole pence, short enough to stand beside a bar: “£1.2bn”, “£90m”, “£950k”, “£12”. Rounded to a tenth of its unit. */
export function shortMoney(pence: number): string {
  for (const { pence: unit, sign } of UNITS) {
    // What would round up to a thousand of the next smaller unit is one of this.
    if (pence < unit - unit / 20_000) continue;
    const tenths = Math.round((pence * 10) / unit);
    const rest = tenths % 10 === 0 ? '' : `.${String(tenths % 10)}`;
    return `£${wholeNumber(Math.floor(tenths / 10))}${rest}${sign}`;
  }
  return `£${wholeNumber(Math.round(pence / 100))}`;
}

/** Whole pence in full: “£1,234,567” or “£12.34”. */
export function fullMoney(pence: number): string {
  const odd = pence % 100;
  const pounds = wholeNumber((pence - odd) / 100);
  return odd === 0 ? `£${pounds}` : `£${pounds}.${String(odd).padStart(2, '0')}`;
}

/** Cuts a word that is too long for a line by itself. */
function pieces(word: string, width: number): readonly string[] {
  const characters = Array.from(word);
  const parts: string[] = [];
  for (let start = 0; start < characters.length; start += width)
    parts.push(characters.slice(start, start + width).join(''));
  return parts;
}

/**
 * Breaks a text into lines; what is left over after the last ends in “…”.
 *
 * @param width most characters in a line
 * @param most most lines
 */
export function linesOf(text: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((each) => pieces(each, width))) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && Array.from(longer).length <= width) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  if (lines.length <= most) return lines.length === 0 ? [''] : lines;
  const last = Array.from(lines[most - 1] ?? '')
    .slice(0, width - 1)
    .join('');
  return [...lines.slice(0, most - 1), `${last}…`];
}

/** An amount of money in whole pence sterling, never negative and never more than {@link MAX_PENCE}. */
export type Pence = number & { readonly __unit: 'pence' };

/** One trillion pounds, in pence: far above any request, far below where whole numbers stop being exact. */
export const MAX_PENCE = 100_000_000_000_000 as Pence;

/** Whether a value is a whole number of pence from nought to {@link MAX_PENCE}. */
export function isPence(value: unknown): value is Pence {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= MAX_PENCE;
}

/**
 * Takes a number as an amount in pence.
 *
 * @throws RangeError when it is not a whole number of pence from nought to {@link MAX_PENCE}.
 */
export function pence(n: number): Pence {
  if (!isPence(n))
    throw new RangeError('An amount of money must be a whole number of pence, from nought to £1 trillion');
  return n;
}

/** Writes an amount as people read it: `£1,443,700,000`, or `£12.34` when there are odd pence. */
export function formatPounds(p: Pence): string {
  const oddPence = p % 100;
  const pounds = String((p - oddPence) / 100).replace(/\B(?=(\d{3})+$)/g, ',');
  return oddPence === 0 ? `£${pounds}` : `£${pounds}.${String(oddPence).padStart(2, '0')}`;
}

/** Digits, with thousands commas only where they belong, and a decimal part. */
const DECIMAL = /^£?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

/** Longer than any amount somebody would write; keeps the arithmetic small whatever is sent. */
const LONGEST_AMOUNT = 40;

/**
 * Reads an amount in pounds, written `1443.7`, `1,443.70` or `£1443`, exactly: no rounding and no binary fractions.
 *
 * @param text the amount in pounds, or in larger units of `poundsPerUnit` pounds
 * @param poundsPerUnit whole pounds one unit stands for, 1 unless given (1,000,000 for "£ million")
 * @throws RangeError when the text is not such an amount, is not whole pence, or is more than {@link MAX_PENCE}.
 */
export function poundsToPence(text: string, poundsPerUnit = 1): Pence {
  const match = text.length > LONGEST_AMOUNT ? null : DECIMAL.exec(text.trim());
  const whole = match?.[1]?.replaceAll(',', '');
  if (whole === undefined) throw new RangeError('Write the amount in pounds, like 1234 or 1234.50');
  const fraction = match?.[2] ?? '';
  const scaled = BigInt(whole + fraction) * 100n * BigInt(poundsPerUnit);
  const divisor = 10n ** BigInt(fraction.length);
  if (scaled % divisor !== 0n) throw new RangeError('The amount must not have fractions of a penny');
  return pence(Number(scaled / divisor));
}

/**
 * Reads an amount in millions of pounds exactly, as published cost tables give it: `1443.7` is £1,443,700,000.
 *
 * @throws RangeError as {@link poundsToPence}.
 */
export function millionPoundsToPence(text: string): Pence {
  return poundsToPence(text, 1_000_000);
}

/**
 * Adds amounts up; nothing adds up to nought.
 *
 * @throws RangeError when the total is more than {@link MAX_PENCE}.
 */
export function sumPence(amounts: Iterable<Pence>): Pence {
  let total = 0;
  for (const amount of amounts) total += amount;
  return pence(total);
}

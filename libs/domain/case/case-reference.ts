/**
 * Symbols of a case reference: no vowels, so no words, and none that is easily taken for another. There are 19, and 19
 * being prime is what makes the check symbol catch every slip it is meant to catch.
 */
const ALPHABET = '34679CDFHJKMNPQRTWX';

const PREFIX = 'DT';
const RANDOM_SYMBOLS = 7;

/** A case reference in its one canonical form, `DT-XXXX-XXXC`. It says nothing of the check symbol being right. */
export const CASE_REFERENCE_PATTERN = /^DT-[34679CDFHJKMNPQRTWX]{4}-[34679CDFHJKMNPQRTWX]{4}$/;

/** Spaces and the hyphens and dashes that word processors put in their place. */
const SEPARATORS = /[\s\-\u2010-\u2015]/g;

/**
 * Every position has a weight of its own, the check symbol's being 1, and the weighted sum of a right reference is a
 * multiple of 19. Changing one symbol, or swapping two, changes the sum by something 19 does not divide.
 */
function weightedSum(symbols: string): number {
  return Array.from(symbols).reduce(
    (sum, symbol, index) => sum + ALPHABET.indexOf(symbol) * (RANDOM_SYMBOLS + 1 - index),
    0,
  );
}

function canonical(symbols: string): string {
  return `${PREFIX}-${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}

/**
 * Makes a new reference that people can read out and type: this service's own form.
 *
 * @param random gives a whole number from 0 to `max - 1`, each as likely as any other
 * @throws RangeError when the random source gives anything else.
 */
export function makeCaseReference(random: (max: number) => number): string {
  let symbols = '';
  while (symbols.length < RANDOM_SYMBOLS) {
    const symbol = ALPHABET[random(ALPHABET.length)];
    if (symbol === undefined)
      throw new RangeError('The random source must give a whole number below its maximum');
    symbols += symbol;
  }
  const check = (ALPHABET.length - (weightedSum(symbols) % ALPHABET.length)) % ALPHABET.length;
  return canonical(symbols + ALPHABET.charAt(check));
}

/**
 * Reads a reference as somebody typed it: small letters, spaces and missing hyphens are forgiven, a wrong symbol is
 * not. Gives the canonical form, or `null` when it cannot be a reference this service gave out.
 */
export function parseCaseReference(text: string): string | null {
  const typed = text.toUpperCase().replace(SEPARATORS, '');
  const symbols = typed.slice(PREFIX.length);
  const reference = canonical(symbols);
  const isRight =
    typed.startsWith(PREFIX) &&
    CASE_REFERENCE_PATTERN.test(reference) &&
    weightedSum(symbols) % ALPHABET.length === 0;
  return isRight ? reference : null;
}

import fc from 'fast-check';
import { CASE_REFERENCE_PATTERN, makeCaseReference, parseCaseReference } from './case-reference.js';

const SYMBOLS = Array.from('34679CDFHJKMNPQRTWX');
/** Where the symbols stand in `DT-XXXX-XXXC`. */
const PLACES = [3, 4, 5, 6, 8, 9, 10, 11];

/** A random source that gives the listed numbers, in turn. */
function taking(numbers: readonly number[]): (max: number) => number {
  const left = [...numbers];
  return () => left.shift()!;
}

const anyReference = fc
  .array(fc.integer({ min: 0, max: 18 }), { minLength: 7, maxLength: 7 })
  .map((numbers) => makeCaseReference(taking(numbers)));

function put(reference: string, place: number, symbol: string): string {
  return reference.slice(0, place) + symbol + reference.slice(place + 1);
}

describe('makeCaseReference', () => {
  it('makes references in the canonical form that read back as themselves', () => {
    fc.assert(
      fc.property(anyReference, (reference) => {
        expect(reference).toMatch(CASE_REFERENCE_PATTERN);
        expect(parseCaseReference(reference)).toBe(reference);
      }),
    );
  });

  it('keeps giving the references it gave before', () => {
    expect(makeCaseReference(taking([0, 0, 0, 0, 0, 0, 0]))).toBe('DT-3333-3333');
    // 8×1 + 7×2 + 6×3 + 5×4 + 4×5 + 3×6 + 2×7 = 112, and 2 more make 6 × 19.
    expect(makeCaseReference(taking([1, 2, 3, 4, 5, 6, 7]))).toBe('DT-4679-CDF6');
  });

  it('asks for numbers below 19 and refuses any other', () => {
    expect(() => makeCaseReference((max) => max)).toThrow(RangeError);
    expect(makeCaseReference((max) => max - 1)).toMatch(/^DT-XXXX-XXX/);
  });
});

describe('parseCaseReference', () => {
  it('catches every single wrong symbol', () => {
    fc.assert(
      fc.property(
        anyReference,
        fc.constantFrom(...PLACES),
        fc.constantFrom(...SYMBOLS),
        (reference, place, symbol) => {
          fc.pre(reference[place] !== symbol);
          expect(parseCaseReference(put(reference, place, symbol))).toBeNull();
        },
      ),
    );
  });

  it('catches every swap of neighbours', () => {
    fc.assert(
      fc.property(anyReference, fc.integer({ min: 0, max: 6 }), (reference, index) => {
        const one = PLACES[index]!;
        const other = PLACES[index + 1]!;
        fc.pre(reference[one] !== reference[other]);
        const swapped = put(put(reference, one, reference[other]!), other, reference[one]!);
        expect(parseCaseReference(swapped)).toBeNull();
      }),
    );
  });

  it.each(['dt-4679-cdf6', 'DT4679CDF6', ' dt 4679 cdf6 ', 'DT\u20134679\u2013CDF6'])(
    'forgives %p',
    (text) => {
      expect(parseCaseReference(text)).toBe('DT-4679-CDF6');
    },
  );

  it.each([
    '',
    'DT',
    '4679-CDFM',
    'XX-4679-CDFM',
    'DT-4679-CDF',
    'DT-4679-CDF66',
    'DT-4679-ADFM',
    'COSC-00103',
  ])('does not take %p for a reference', (text) => {
    expect(parseCaseReference(text)).toBeNull();
  });
});

import canonicalizeModule from 'canonicalize';
import fc from 'fast-check';
import { canonicalHash, canonicalJson, contentHashOf, isHashOf } from './canonical.js';

describe('canonical JSON', () => {
  it('orders keys by their UTF-16 units, as the example in RFC 8785 does', () => {
    // The Hebrew letter is written as an escape: as a character, tools may normalise it into another that sorts elsewhere.
    expect(canonicalJson({ '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 })).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    );
  });

  it('gives equal values one hash and different values another', () => {
    expect(canonicalHash({ a: 1, b: [1, 2] })).toBe(canonicalHash({ b: [1, 2], a: 1 }));
    expect(canonicalHash({ a: 1, b: [1, 2] })).not.toBe(canonicalHash({ a: 1, b: [2, 1] }));
    expect(canonicalHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  it('is what the package made for it writes, for any value', () => {
    // The package is a CommonJS function whose types describe an ES module's default.
    const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
    );
    for (const number of [0, -0, 1e21, 1e-7, 333333333.33333329, 4.5, Number.MAX_SAFE_INTEGER, 5e-324])
      expect(canonicalJson({ number })).toBe(canonicalize({ number }));
  });

  it('leaves out keys without a value, and has nothing in a list stand as null', () => {
    expect(canonicalJson({ a: undefined, b: [undefined, true, false, null] })).toBe(
      '{"b":[null,true,false,null]}',
    );
  });

  it('refuses what JSON cannot say', () => {
    for (const value of [undefined, () => 1, NaN, Infinity, 1n])
      expect(() => canonicalJson(value)).toThrow('Only a JSON value has a canonical form');
  });
});

describe('a hash that is kept', () => {
  it.each(['sha256', 'sha384'] as const)('tells that it is by %s, and of what', (by) => {
    const kept = canonicalHash({ a: 1 }, by);
    expect(contentHashOf(kept)).toBe(by);
    expect(isHashOf(kept, { a: 1 })).toBe(true);
    expect(isHashOf(kept, { a: 2 })).toBe(false);
  });

  it('is of nothing once it was erased', () => {
    expect(contentHashOf('')).toBe('sha256');
    expect(isHashOf('', {})).toBe(false);
  });
});

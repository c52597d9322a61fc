import fc from 'fast-check';
import {
  formatPounds,
  isPence,
  MAX_PENCE,
  millionPoundsToPence,
  pence,
  poundsToPence,
  sumPence,
} from './pence.js';

const anyPence = fc.integer({ min: 0, max: MAX_PENCE }).map(pence);

describe('pence', () => {
  it.each([0, 1, 99_999, MAX_PENCE])('takes %p', (n) => {
    expect(pence(n)).toBe(n);
    expect(isPence(n)).toBe(true);
  });

  it.each([-1, 0.5, NaN, Infinity, MAX_PENCE + 1])('refuses %p', (n) => {
    expect(() => pence(n)).toThrow(RangeError);
    expect(isPence(n)).toBe(false);
  });

  it.each(['1', null, undefined, 1n])('does not take %p for an amount', (value) => {
    expect(isPence(value)).toBe(false);
  });
});

describe('formatPounds', () => {
  it.each([
    [0, '£0'],
    [5, '£0.05'],
    [1234, '£12.34'],
    [99_900, '£999'],
    [100_000, '£1,000'],
    [144_370_000_000, '£1,443,700,000'],
    [123_456_789, '£1,234,567.89'],
    [100_000_000_000_000, '£1,000,000,000,000'],
  ])('writes %p pence as %s', (amount, text) => {
    expect(formatPounds(pence(amount))).toBe(text);
  });

  it('writes what can be read back, whatever the amount', () => {
    fc.assert(
      fc.property(anyPence, (amount) => {
        expect(poundsToPence(formatPounds(amount))).toBe(amount);
      }),
    );
  });
});

describe('poundsToPence', () => {
  it.each([
    ['0', 0],
    ['1234', 123_400],
    ['12.3', 1230],
    ['12.34', 1234],
    ['12.3400', 1234],
    [' £41,464,000 ', 4_146_400_000],
    ['1.15', 115],
    ['1000000000000', 100_000_000_000_000],
  ])('reads %p', (text, amount) => {
    expect(poundsToPence(text)).toBe(amount);
  });

  it.each(['', 'ten', '-5', '1.', '.5', '1,23', '1,2345', '12,34,567', '1e3', '£', '9'.repeat(41)])(
    'does not read %p as an amount',
    (text) => {
      expect(() => poundsToPence(text)).toThrow('Write the amount in pounds, like 1234 or 1234.50');
    },
  );

  it('refuses fractions of a penny rather than rounding them', () => {
    expect(() => poundsToPence('12.345')).toThrow('fractions of a penny');
  });

  it('refuses more than a trillion pounds', () => {
    expect(() => poundsToPence('1000000000000.01')).toThrow('from nought to £1 trillion');
  });

  it('reads millions of pounds exactly', () => {
    expect(millionPoundsToPence('1443.7')).toBe(144_370_000_000);
    expect(millionPoundsToPence('478.08')).toBe(47_808_000_000);
    expect(millionPoundsToPence('0.00000001')).toBe(1);
    expect(() => millionPoundsToPence('0.000000001')).toThrow('fractions of a penny');
  });
});

describe('sumPence', () => {
  it('adds up', () => {
    expect(sumPence([])).toBe(0);
    expect(sumPence([pence(1), pence(2), pence(3)])).toBe(6);
  });

  it('refuses a total above the greatest amount', () => {
    expect(() => sumPence([MAX_PENCE, pence(1)])).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { Decimal, isDecimal, percentage, readDecimal, rounded, withinDigits } from './decimals';

it.each([
  [0, true],
  [0.1, true],
  [123456789012345, true],
  [0.123456789012345, true],
  [1234567890123456, false],
  [0.1234567890123456, false],
  [1e30, true],
  [1e31, false],
  [1e-30, true],
  [1e-31, false],
  [NaN, false],
  [Infinity, false],
  ['1', false],
])('%p can be kept: %p', (value, expected) => {
  expect(isDecimal(value)).toBe(expected);
});

it.each([
  ['1.50', 1.5],
  ['-0.000001', -0.000001],
  ['0.1000000000000000055', undefined],
  ['12345678901234567890', undefined],
  ['1e400', undefined],
])('the text %s is read as %p', (text, expected) => {
  expect(readDecimal(text)).toBe(expected);
});

it('comes back digit for digit, whatever the 15 digits are', () => {
  const digits = fc.tuple(
    fc.boolean(),
    fc.bigInt({ min: 1n, max: 999_999_999_999_999n }),
    fc.integer({ min: -15, max: 15 }),
  );
  fc.assert(
    fc.property(digits, ([isNegative, whole, exponent]) => {
      const text = new Decimal(`${isNegative ? '-' : ''}${whole}e${exponent}`).toFixed();
      const kept = readDecimal(text);
      expect(new Decimal(JSON.parse(JSON.stringify(kept)) as number).toFixed()).toBe(text);
    }),
  );
});

it('is computed in decimals', () => {
  expect(withinDigits(new Decimal(0.1).plus(0.2))).toBe(0.3);
  expect(rounded(new Decimal(1.005))).toBe(1.01);
  expect(rounded(new Decimal(-1.005))).toBe(-1.01);
  expect(percentage(1000, 44000)).toBe(2.27);
  expect(percentage(1, 0)).toBeNull();
});

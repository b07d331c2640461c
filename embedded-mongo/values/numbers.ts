import type { Decimal128, Double, Int32, Long } from 'bson';
import { bsonClass } from './types';

/**
 * A number of any BSON type, reduced to what comparison needs: a double where the value fits one exactly, a bigint
 * for a 64-bit integer beyond that, and the decimal text for Decimal128.
 */
export type PlainNumber = number | bigint | DecimalText;

/** The decimal notation of a Decimal128, told apart from strings. */
export interface DecimalText {
  readonly decimal: string;
}

/** Reduces a numeric value; the caller has made sure that it is numeric. */
export function plainNumber(value: unknown): PlainNumber {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  switch (bsonClass(value)) {
    case 'Long': {
      const long = (value as Long).toBigInt();
      return Number.isSafeInteger(Number(long)) ? Number(long) : long;
    }
    case 'Decimal128':
      return decimalNumber((value as Decimal128).toString());
    default:
      return (value as Int32 | Double).valueOf();
  }
}

function decimalNumber(text: string): PlainNumber {
  if (text === 'NaN') return NaN;
  if (text === 'Infinity') return Infinity;
  if (text === '-Infinity') return -Infinity;
  return { decimal: text };
}

/** Orders two reduced numbers by their exact values; NaN sorts below every other number, as in MongoDB. */
export function comparePlainNumbers(a: PlainNumber, b: PlainNumber): number {
  if (typeof a === 'number' && typeof b === 'number') {
    if (a < b) return -1;
    if (a > b) return 1;
    if (a === b) return 0;
    return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  }
  if (typeof a === 'number' && !Number.isFinite(a)) return a === Infinity ? 1 : -1;
  if (typeof b === 'number' && !Number.isFinite(b)) return b === Infinity ? -1 : 1;
  return compareFractions(fractionOf(a), fractionOf(b));
}

/** The double nearest to a reduced number. */
export function nearestDouble(value: PlainNumber): number {
  return typeof value === 'object' ? Number(value.decimal) : Number(value);
}

/** A finite number as `numerator / denominator`, with a positive denominator. */
interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function fractionOf(value: PlainNumber): Fraction {
  if (typeof value === 'bigint') return { numerator: value, denominator: 1n };
  return typeof value === 'number' ? fractionOfDouble(value) : fractionOfDecimal(value.decimal);
}

function fractionOfDouble(value: number): Fraction {
  // Doubling is exact in binary floating point, so the loop ends at the integer that the fraction is made of.
  let scaled = value;
  let shift = 0n;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift += 1n;
  }
  return { numerator: BigInt(scaled), denominator: 1n << shift };
}

function fractionOfDecimal(text: string): Fraction {
  const [mantissa = '0', exponentText = '0'] = text.toUpperCase().split('E');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const digits =
    BigInt(`${whole}${fraction}`.replace(/^-/, '') || '0') * (mantissa.startsWith('-') ? -1n : 1n);
  const exponent = BigInt(exponentText.replace('+', '')) - BigInt(fraction.length);
  return exponent >= 0n
    ? { numerator: digits * 10n ** exponent, denominator: 1n }
    : { numerator: digits, denominator: 10n ** -exponent };
}

function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

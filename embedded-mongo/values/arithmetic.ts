import { type Decimal128, type Double, Long } from 'bson';
import { doubleValue } from './decode';
import {
  addDecimals,
  decimalOfDouble,
  multiplyDecimals,
  negated,
  parseDecimal,
  toDecimal128,
} from './decimal';
import type { Decimal } from './decimal';
import { nearestDouble, plainNumber } from './numbers';
import { bsonClass } from './types';

/** A number as `decode` gives it. */
export type BsonNumber = number | Double | Long | Decimal128;

/** The BSON types of numbers, the wider ones later. */
export const WIDTH = { int: 0, long: 1, double: 2, decimal: 3 } as const;

const WIDTH_OF_CLASS: Readonly<Record<string, number>> = {
  Int32: WIDTH.int,
  Long: WIDTH.long,
  Double: WIDTH.double,
  Decimal128: WIDTH.decimal,
};

/** The type of a number. */
export function widthOf(value: unknown): number {
  if (typeof value === 'number')
    return (value | 0) === value && !Object.is(value, -0) ? WIDTH.int : WIDTH.double;
  return WIDTH_OF_CLASS[bsonClass(value) ?? ''] ?? WIDTH.long;
}

/** The wider of the types of two numbers, which is the type of what they are computed to. */
export function commonWidth(a: unknown, b: unknown): number {
  return Math.max(widthOf(a), widthOf(b));
}

/** The value of an Int32 or a Long. */
export function integerOf(value: unknown): bigint {
  return bsonClass(value) === 'Long' ? (value as Long).toBigInt() : BigInt(Number(value));
}

/** The double nearest to a number. */
export function doubleOf(value: unknown): number {
  return typeof value === 'number' ? value : nearestDouble(plainNumber(value));
}

/** The number as a decimal. */
export function decimalOf(value: unknown): Decimal {
  switch (widthOf(value)) {
    case WIDTH.decimal:
      return parseDecimal((value as Decimal128).toString());
    case WIDTH.double:
      return decimalOfDouble(doubleOf(value));
    default:
      return parseDecimal(integerOf(value).toString());
  }
}

/** An integer as Int32 where both its type and its size allow, as Long otherwise; undefined beyond 64 bits. */
export function integerValue(value: bigint, width: number): number | Long | undefined {
  if (width === WIDTH.int && BigInt.asIntN(32, value) === value) return Number(value);
  return BigInt.asIntN(64, value) === value ? Long.fromBigInt(value) : undefined;
}

/** An operation on numbers, for each type that its result may have. */
interface Operation {
  readonly integers: (a: bigint, b: bigint) => bigint;
  readonly doubles: (a: number, b: number) => number;
  readonly decimals: (a: Decimal, b: Decimal) => Decimal;
}

/** The result in the wider of the two types; undefined where integers pass 64 bits. */
function compute(operation: Operation, a: unknown, b: unknown): BsonNumber | undefined {
  const width = commonWidth(a, b);
  if (width === WIDTH.decimal) return toDecimal128(operation.decimals(decimalOf(a), decimalOf(b)));
  if (width === WIDTH.double) return doubleValue(operation.doubles(doubleOf(a), doubleOf(b)));
  return integerValue(operation.integers(integerOf(a), integerOf(b)), width);
}

const ADDITION: Operation = { integers: (a, b) => a + b, doubles: (a, b) => a + b, decimals: addDecimals };
const SUBTRACTION: Operation = {
  integers: (a, b) => a - b,
  doubles: (a, b) => a - b,
  decimals: (a, b) => addDecimals(a, negated(b)),
};
const MULTIPLICATION: Operation = {
  integers: (a, b) => a * b,
  doubles: (a, b) => a * b,
  decimals: multiplyDecimals,
};

/** `a + b` in the wider type; undefined where integers pass 64 bits. */
export function sumOf(a: unknown, b: unknown): BsonNumber | undefined {
  return compute(ADDITION, a, b);
}

/** `a - b`, in the same manner. */
export function differenceOf(a: unknown, b: unknown): BsonNumber | undefined {
  return compute(SUBTRACTION, a, b);
}

/** `a * b`, in the same manner. */
export function productOf(a: unknown, b: unknown): BsonNumber | undefined {
  return compute(MULTIPLICATION, a, b);
}

/** Whether a number of any type is not a number. */
export function isNaNValue(value: unknown): boolean {
  return typeof value === 'number'
    ? Number.isNaN(value)
    : bsonClass(value) === 'Decimal128' && String(value) === 'NaN';
}

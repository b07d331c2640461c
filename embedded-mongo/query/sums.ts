import { Long } from 'bson';
import { notSupported } from '../errors';
import { nearestDouble, plainNumber } from '../values/numbers';
import { compareValues } from '../values/order';
import { bsonClass, isNumeric } from '../values/types';

function numbersOf(values: readonly unknown[]): unknown[] {
  const numbers = values.filter(isNumeric);
  if (numbers.some((value) => bsonClass(value) === 'Decimal128'))
    throw notSupported('arithmetic on Decimal128 values');
  return numbers;
}

/** The sum of the numbers among the values: exact for integers up to 64 bits, a double otherwise. */
export function total(values: readonly unknown[]): number | Long {
  const numbers = numbersOf(values);
  const plain = numbers.reduce<number>((sum, value) => sum + nearestDouble(plainNumber(value)), 0);
  if (Number.isSafeInteger(plain) || !numbers.every(isInteger)) return plain;
  const exact = numbers.reduce<bigint>(
    (sum, value) => sum + BigInt(plainNumber(value) as number | bigint),
    0n,
  );
  return BigInt.asIntN(64, exact) === exact ? Long.fromBigInt(exact) : plain;
}

function isInteger(value: unknown): boolean {
  return bsonClass(value) === 'Long' || Number.isInteger(value);
}

/** The mean of the numbers among the values, or null where there is none. */
export function average(values: readonly unknown[]): number | null {
  const numbers = numbersOf(values);
  if (numbers.length === 0) return null;
  return nearestDouble(plainNumber(total(numbers))) / numbers.length;
}

function present(values: readonly unknown[]): unknown[] {
  return values.filter((value) => value !== undefined && value !== null);
}

/** The smallest of the values that are neither null nor missing, or null. */
export function smallest(values: readonly unknown[]): unknown {
  return present(values).reduce<unknown>(
    (best, value) => (best === null || compareValues(value, best) < 0 ? value : best),
    null,
  );
}

/** The largest of the values that are neither null nor missing, or null. */
export function largest(values: readonly unknown[]): unknown {
  return present(values).reduce<unknown>(
    (best, value) => (best === null || compareValues(value, best) > 0 ? value : best),
    null,
  );
}

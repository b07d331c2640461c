import { Long } from 'bson';
import { MongoError, badValue, location } from '../../errors';
import {
  WIDTH,
  commonWidth,
  decimalOf,
  differenceOf,
  doubleOf,
  integerOf,
  integerValue,
  productOf,
  sumOf,
} from '../../values/arithmetic';
import { divideDecimals, remainderOfDecimals, toDecimal128 } from '../../values/decimal';
import { doubleValue } from '../../values/decode';
import { equalValues } from '../../values/order';
import { typeName } from '../../values/type-names';
import { isNumeric } from '../../values/types';
import { isNullish, over } from '../operator';
import type { Operators } from '../operator';

function mismatch(message: string): MongoError {
  return new MongoError('TypeMismatch', message);
}

/** The date that lies a number of milliseconds from another one. */
function shifted(date: Date, amount: unknown): Date {
  const time = date.getTime() + Math.round(doubleOf(amount));
  if (Number.isNaN(new Date(time).getTime())) throw new MongoError('Overflow', 'date overflow in $add');
  return new Date(time);
}

function add(args: unknown[]): unknown {
  if (args.some(isNullish)) return null;
  const wrong = args.find((arg) => !isNumeric(arg) && !(arg instanceof Date));
  if (wrong !== undefined) throw mismatch(`$add only supports numeric or date types, not ${typeName(wrong)}`);
  const dates = args.filter((arg) => arg instanceof Date);
  if (dates.length > 1) throw location(16612, 'only one date allowed in an $add expression');
  const sum = args.filter(isNumeric).reduce<unknown>(plus, 0);
  const [date] = dates;
  return date === undefined ? sum : shifted(date, sum);
}

/** Integers that pass 64 bits become a double. */
function plus(a: unknown, b: unknown): unknown {
  return sumOf(a, b) ?? doubleValue(doubleOf(a) + doubleOf(b));
}

function subtract([a, b]: unknown[]): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof Date) {
    if (b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
    if (isNumeric(b)) return shifted(a, -doubleOf(b));
  } else if (isNumeric(a) && isNumeric(b)) {
    return differenceOf(a, b) ?? doubleValue(doubleOf(a) - doubleOf(b));
  }
  throw mismatch(`can't $subtract ${typeName(b)} from ${typeName(a)}`);
}

function multiply(args: unknown[]): unknown {
  if (args.some(isNullish)) return null;
  const wrong = args.find((arg) => !isNumeric(arg));
  if (wrong !== undefined) throw mismatch(`$multiply only supports numeric types, not ${typeName(wrong)}`);
  return args.reduce<unknown>((a, b) => productOf(a, b) ?? doubleValue(doubleOf(a) * doubleOf(b)), 1);
}

function divide([a, b]: unknown[]): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (!isNumeric(a) || !isNumeric(b))
    throw mismatch(`$divide only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
  if (equalValues(b, 0)) throw badValue("can't $divide by zero");
  if (commonWidth(a, b) === WIDTH.decimal) return toDecimal128(divideDecimals(decimalOf(a), decimalOf(b)));
  return doubleValue(doubleOf(a) / doubleOf(b));
}

function modulo([a, b]: unknown[]): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (!isNumeric(a) || !isNumeric(b))
    throw location(16611, `$mod only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
  if (equalValues(b, 0)) throw location(16610, "can't $mod by zero");
  const width = commonWidth(a, b);
  if (width === WIDTH.decimal) return toDecimal128(remainderOfDecimals(decimalOf(a), decimalOf(b)));
  if (width === WIDTH.double) return doubleValue(doubleOf(a) % doubleOf(b));
  return integerValue(integerOf(a) % integerOf(b), width);
}

function bitwise(name: string, start: bigint, combine: (a: bigint, b: bigint) => bigint): Operators {
  const compute = (args: unknown[]): unknown => {
    if (args.some(isNullish)) return null;
    if (args.some((arg) => !isNumeric(arg) || commonWidth(arg, 0) > WIDTH.long))
      throw mismatch(`${name} only supports int and long operands.`);
    const width = args.reduce<number>(
      (widest, arg) => commonWidth(arg, widest === WIDTH.int ? 0 : Long.ZERO),
      WIDTH.int,
    );
    return integerValue(args.map(integerOf).reduce(combine, start), width);
  };
  return { [name]: over(name, 0, Infinity, compute) };
}

/** Operators that combine numbers, and dates with numbers. */
export const ARITHMETIC_OPERATORS: Operators = {
  $add: over('$add', 0, Infinity, add),
  $subtract: over('$subtract', 2, 2, subtract),
  $multiply: over('$multiply', 0, Infinity, multiply),
  $divide: over('$divide', 2, 2, divide),
  $mod: over('$mod', 2, 2, modulo),
  ...bitwise('$bitAnd', -1n, (a, b) => a & b),
  ...bitwise('$bitOr', 0n, (a, b) => a | b),
  ...bitwise('$bitXor', 0n, (a, b) => a ^ b),
  $bitNot: over('$bitNot', 1, 1, ([value]) => {
    if (isNullish(value)) return null;
    if (!isNumeric(value) || commonWidth(value, 0) > WIDTH.long)
      throw mismatch(`$bitNot only supports int and long, not: ${typeName(value)}.`);
    return integerValue(~integerOf(value), commonWidth(value, 0));
  }),
};

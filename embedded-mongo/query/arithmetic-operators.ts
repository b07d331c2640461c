import { evalExpr } from 'mingo/core';
import { MongoError, badValue, notSupported } from '../errors';
import { bsonClass } from '../values/types';
import { isNullish, over } from './operator';
import type { Operator } from './operator';
import { typeName } from './type-names';

/** Arithmetic on plain numbers: null spreads, and numbers that JavaScript cannot hold exactly are refused. */
function arithmetic(name: string, arity: number | undefined, compute: (args: number[]) => unknown): Operator {
  return over(name, arity, (args) => {
    if (args.some(isNullish)) return null;
    return compute(args.map((arg) => plainOperand(name, arg)));
  });
}

function plainOperand(name: string, value: unknown): number {
  if (typeof value === 'number') return value;
  if (bsonClass(value) === 'Long' || bsonClass(value) === 'Decimal128') {
    throw notSupported(`${name} on ${typeName(value)} values`);
  }
  throw new MongoError('TypeMismatch', `${name} only supports numeric types, not ${typeName(value)}`);
}

/** Addition and subtraction also take a date with numbers of milliseconds. */
function withDates(name: string, plain: Operator, dates: (args: unknown[]) => unknown): Operator {
  return (document, operand, state) => {
    const list = (Array.isArray(operand) ? operand : [operand]).map((item: unknown) =>
      evalExpr(document, item, state),
    );
    if (list.some(isNullish)) return null;
    if (list.some((item) => item instanceof Date)) return dates(list);
    if (list.every((item) => typeof item === 'number')) return plain(document, list, state);
    return list.map((item) => plainOperand(name, item));
  };
}

function addToDate(args: unknown[]): Date {
  if (args.filter((arg) => arg instanceof Date).length > 1)
    throw badValue('only one date allowed in an $add expression');
  return new Date(
    args.reduce<number>(
      (sum, arg) => sum + (arg instanceof Date ? arg.getTime() : plainOperand('$add', arg)),
      0,
    ),
  );
}

function subtractFromDate([from, amount]: unknown[]): Date | number {
  if (!(from instanceof Date)) throw new MongoError('TypeMismatch', "can't $subtract date from a number");
  return amount instanceof Date
    ? from.getTime() - amount.getTime()
    : new Date(from.getTime() - plainOperand('$subtract', amount));
}

function divisor(name: string, value: number): number {
  if (value === 0) throw badValue(`can't ${name} by zero`);
  return value;
}

/** Rounds half to even at a decimal place, on the number's decimal notation. */
function roundTo(value: number, place: number): number {
  if (!Number.isFinite(value)) return value;
  const scaled = Number(`${value}e${place}`);
  if (!Number.isFinite(scaled) || Number.isNaN(scaled))
    throw notSupported('$round of a number in exponent notation');
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  const rounded = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
  return Number(`${rounded}e${-place}`);
}

/** The operators on numbers and dates, by name. */
export const ARITHMETIC_OPERATORS: readonly [string, Operator][] = [
  [
    '$add',
    withDates(
      '$add',
      arithmetic('$add', undefined, (args) => args.reduce((a, b) => a + b, 0)),
      addToDate,
    ),
  ],
  [
    '$subtract',
    withDates(
      '$subtract',
      arithmetic('$subtract', 2, ([a, b]) => (a as number) - (b as number)),
      subtractFromDate,
    ),
  ],
  ['$multiply', arithmetic('$multiply', undefined, (args) => args.reduce((a, b) => a * b, 1))],
  ['$divide', arithmetic('$divide', 2, ([a, b]) => (a as number) / divisor('$divide', b as number))],
  ['$mod', arithmetic('$mod', 2, ([a, b]) => (a as number) % divisor('$mod', b as number))],
  ['$abs', arithmetic('$abs', 1, ([a]) => Math.abs(a as number))],
  ['$ceil', arithmetic('$ceil', 1, ([a]) => Math.ceil(a as number))],
  ['$floor', arithmetic('$floor', 1, ([a]) => Math.floor(a as number))],
  ['$sqrt', arithmetic('$sqrt', 1, ([a]) => Math.sqrt(a as number))],
  ['$pow', arithmetic('$pow', 2, ([a, b]) => (a as number) ** (b as number))],
  ['$round', arithmetic('$round', undefined, ([value, place]) => roundTo(value as number, place ?? 0))],
  ['$trunc', arithmetic('$trunc', 1, ([a]) => Math.trunc(a as number))],
];

import { badValue, location } from '../../errors';
import { doubleOf } from '../../values/arithmetic';
import { compareValues } from '../../values/order';
import { typeName } from '../../values/type-names';
import { isNumeric } from '../../values/types';
import { isNullish, over, overNamed } from '../operator';
import type { Operators } from '../operator';
import { average, largest, percentiles, smallest, standardDeviation, total } from '../sums';
import { show } from '../../values/show';

/** An accumulator used as an expression: a single array is spread, several operands are taken as they are. */
function accumulating(name: string, compute: (values: unknown[]) => unknown): Operators {
  return {
    [name]: over(name, 0, Infinity, (args) =>
      compute(args.length === 1 && Array.isArray(args[0]) ? (args[0] as unknown[]) : args),
    ),
  };
}

const N_CODES = { notObject: 5787801, unknown: 5787901, missing: 5787906 };

/** The number of items that `$firstN` and its like are to take. */
export function itemCount(name: string, n: unknown): number {
  if (!isNumeric(n) || !Number.isInteger(doubleOf(n)))
    throw location(5787902, `Value for 'n' must be of integral type, but found ${show(n)}`);
  if (doubleOf(n) < 1)
    throw location(5787908, `'n' must be greater than 0, found ${doubleOf(n)} for ${name}`);
  return doubleOf(n);
}

/** Takes n of the values. */
export type TakeSome = (values: unknown[], n: number) => unknown[];

/** The accumulators that take n of their values, by name. */
export const TAKING: Readonly<Record<string, TakeSome>> = {
  $firstN: (values, n) => values.slice(0, n).map((value) => value ?? null),
  $lastN: (values, n) => values.slice(-n).map((value) => value ?? null),
  $minN: (values, n) =>
    values
      .filter((value) => !isNullish(value))
      .sort(compareValues)
      .slice(0, n),
  $maxN: (values, n) =>
    values
      .filter((value) => !isNullish(value))
      .sort((a, b) => compareValues(b, a))
      .slice(0, n),
};

function taking([name, take]: [string, TakeSome]): [string, Operators[string]] {
  return [
    name,
    overNamed(name, ['input', 'n'], [], N_CODES, ({ input, n }) => {
      const count = itemCount(name, n);
      if (!Array.isArray(input)) throw location(5788200, `Input must be an array, found ${typeName(input)}`);
      return take([...(input as unknown[])], count);
    }),
  ];
}

/** The fractions of `$percentile`. Throws where one is none. */
export function fractionsOf(p: unknown): number[] {
  if (!Array.isArray(p) || p.length === 0)
    throw location(7750301, "The $percentile 'p' field must be an array of numbers from [0.0, 1.0]");
  return p.map((fraction: unknown) => {
    if (!isNumeric(fraction) || doubleOf(fraction) < 0 || doubleOf(fraction) > 1)
      throw location(7750303, "The $percentile 'p' field must be an array of numbers from [0.0, 1.0]");
    return doubleOf(fraction);
  });
}

/** Throws where the method of `$median` or `$percentile` is one that does not exist. */
export function checkMethod(method: unknown): void {
  if (method !== 'approximate')
    throw badValue("Currently only 'approximate' can be used as percentile 'method'.");
}

const PERCENTILE_CODES = { notObject: 7436200, unknown: 40415, missing: 40414 };

function numbersIn(input: unknown): unknown[] {
  return Array.isArray(input) ? (input as unknown[]) : [input];
}

/** Accumulators where they are used as expressions. */
export const ACCUMULATING_OPERATORS: Operators = {
  ...accumulating('$sum', total),
  ...accumulating('$avg', average),
  ...accumulating('$min', smallest),
  ...accumulating('$max', largest),
  ...accumulating('$stdDevPop', (values) => standardDeviation(values, false)),
  ...accumulating('$stdDevSamp', (values) => standardDeviation(values, true)),
  ...Object.fromEntries(Object.entries(TAKING).map(taking)),
  $median: overNamed('$median', ['input', 'method'], [], PERCENTILE_CODES, ({ input, method }) => {
    checkMethod(method);
    return percentiles(numbersIn(input), [0.5])[0];
  }),
  $percentile: overNamed(
    '$percentile',
    ['input', 'p', 'method'],
    [],
    PERCENTILE_CODES,
    ({ input, p, method }) => {
      checkMethod(method);
      return percentiles(numbersIn(input), fractionsOf(p));
    },
  ),
};

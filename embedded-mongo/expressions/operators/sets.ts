import { location } from '../../errors';
import { compareValues, equalValues } from '../../values/order';
import { typeName } from '../../values/type-names';
import { isNullish, over } from '../operator';
import type { Operators } from '../operator';

type Lists = readonly (readonly unknown[])[];

function distinctSorted(values: readonly unknown[]): unknown[] {
  return [...values]
    .sort(compareValues)
    .filter((value, index, all) => index === 0 || !equalValues(value, all[index - 1]));
}

function has(list: readonly unknown[], value: unknown): boolean {
  return list.some((item) => equalValues(item, value));
}

function subset(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.every((value) => has(b, value));
}

/** An operator on any number of arrays, of which one that is null makes the whole null. */
function anyNumber(name: string, code: number, compute: (lists: Lists) => unknown): Operators {
  const apply = (args: unknown[]): unknown => {
    if (args.some(isNullish)) return null;
    const wrong = args.find((arg) => !Array.isArray(arg));
    if (wrong !== undefined)
      throw location(
        code,
        `All operands of ${name} must be arrays. One argument is of type: ${typeName(wrong)}`,
      );
    return compute(args as unknown[][]);
  };
  return { [name]: over(name, 0, Infinity, apply) };
}

interface TwoListCodes {
  readonly first: number;
  readonly second: number;
}

function checkBoth(name: string, args: readonly unknown[], codes: TwoListCodes): [unknown[], unknown[]] {
  const [a, b] = args;
  const message = (which: string, value: unknown): string =>
    `both operands of ${name} must be arrays. ${which} argument is of type: ${typeName(value)}`;
  if (!Array.isArray(a)) throw location(codes.first, message('First', a));
  if (!Array.isArray(b)) throw location(codes.second, message('Second', b));
  return [a as unknown[], b as unknown[]];
}

/** Operators on arrays as sets. */
export const SET_OPERATORS: Operators = {
  ...anyNumber('$setUnion', 17043, (lists) => distinctSorted(lists.flat(1))),
  ...anyNumber('$setIntersection', 17047, (lists) =>
    distinctSorted(lists[0] ?? []).filter((value) => lists.every((list) => has(list, value))),
  ),
  $setDifference: over('$setDifference', 2, 2, (args) => {
    if (args.some(isNullish)) return null;
    const [a, b] = checkBoth('$setDifference', args, { first: 17048, second: 17049 });
    return a.filter((value, at) => !has(b, value) && !has(a.slice(0, at), value));
  }),
  $setIsSubset: over('$setIsSubset', 2, 2, (args) => {
    const [a, b] = checkBoth('$setIsSubset', args, { first: 17046, second: 17042 });
    return subset(a, b);
  }),
  $setEquals: (operand, compile) => {
    const count = Array.isArray(operand) ? operand.length : 1;
    if (count < 2) throw location(17045, `$setEquals needs at least two arguments had: ${count}`);
    const lists = (operand as unknown[]).map((item) => compile(item));
    return (scope) => {
      const [first = [], ...others] = lists.map((list) => {
        const value = list(scope);
        if (Array.isArray(value)) return value as unknown[];
        throw location(
          17044,
          `All operands of $setEquals must be arrays. One argument is of type: ${typeName(value)}`,
        );
      });
      return others.every((other) => subset(first, other) && subset(other, first));
    };
  },
};

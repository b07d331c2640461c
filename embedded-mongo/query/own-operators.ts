import { evalExpr } from 'mingo/core';
import { MongoError, badValue } from '../errors';
import { compareValues, equalValues } from '../values/order';
import { isDocument } from '../values/types';
import { ARITHMETIC_OPERATORS } from './arithmetic-operators';
import { isNullish, over, truthy } from './operator';
import type { Operator } from './operator';
import { average, largest, smallest, total } from './sums';
import { typeName } from './type-names';

function comparison(name: string, accepts: (order: number) => boolean): [string, Operator] {
  return [name, over(name, 2, ([a, b]) => accepts(compareValues(a, b)))];
}

function lookupIn([item, list]: unknown[]): boolean {
  if (!Array.isArray(list)) {
    throw new MongoError(
      'Location40081',
      `$in requires an array as a second argument, found: ${typeName(list)}`,
    );
  }
  return list.some((member) => equalValues(member, item));
}

function sizeOf([list]: unknown[]): number {
  if (!Array.isArray(list)) {
    throw new MongoError(
      'Location17124',
      `The argument to $size must be an array, but was of type: ${typeName(list)}`,
    );
  }
  return list.length;
}

function textOf([value]: unknown[]): string | null {
  if (isNullish(value)) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) || isDocument(value)) {
    throw new MongoError(
      'ConversionFailure',
      `Unsupported conversion from ${typeName(value)} to string in $convert`,
    );
  }
  return (value as { toString(): string }).toString();
}

function changeCase(change: (text: string) => string): (args: unknown[]) => string {
  // Outside of ASCII the real server leaves letters as they are.
  return (args) => (textOf(args) ?? '').replace(/[a-z]/gi, change);
}

const condition: Operator = (document, operand, state) => {
  const [test, yes, no] = Array.isArray(operand)
    ? (operand as unknown[])
    : [(operand as never)['if'], (operand as never)['then'], (operand as never)['else']];
  return evalExpr(document, truthy(evalExpr(document, test, state)) ? yes : no, state);
};

const switchCase: Operator = (document, operand, state) => {
  const { branches, default: otherwise } = operand as {
    branches: { case: unknown; then: unknown }[];
    default?: unknown;
  };
  const taken = branches.find((branch) => truthy(evalExpr(document, branch.case, state)));
  if (taken !== undefined) return evalExpr(document, taken.then, state);
  if (otherwise !== undefined) return evalExpr(document, otherwise, state);
  throw new MongoError(
    'Location40066',
    '$switch could not find a matching branch for an input, and no default was specified.',
  );
};

/** An accumulator used as an expression: a single array is spread, several operands are taken as they are. */
function accumulating(name: string, compute: (values: unknown[]) => unknown): [string, Operator] {
  return [
    name,
    over(name, undefined, (args) =>
      compute(args.length === 1 && Array.isArray(args[0]) ? (args[0] as unknown[]) : args),
    ),
  ];
}

function merge(args: unknown[]): object {
  const documents = args.length === 1 && Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  const wrong = documents.find((item) => !isNullish(item) && !isDocument(item));
  if (wrong !== undefined) {
    throw new MongoError(
      'Location40400',
      `$mergeObjects requires object inputs, but input is of type ${typeName(wrong)}`,
    );
  }
  return Object.assign({}, ...(documents as object[])) as object;
}

function distinctSorted(values: unknown[]): unknown[] {
  return [...values]
    .sort(compareValues)
    .filter((value, index, all) => index === 0 || !equalValues(value, all[index - 1]));
}

function sets(name: string, compute: (lists: unknown[][]) => unknown): [string, Operator] {
  return [
    name,
    over(name, undefined, (args) => {
      if (args.some(isNullish)) return null;
      const wrong = args.find((arg) => !Array.isArray(arg));
      if (wrong !== undefined)
        throw badValue(`All operands of ${name} must be arrays. One argument is of type: ${typeName(wrong)}`);
      return compute(args as unknown[][]);
    }),
  ];
}

const has = (list: unknown[], value: unknown): boolean => list.some((item) => equalValues(item, value));

/** The expression operators that are this server's own, because mingo's differ from MongoDB's. */
export const OWN_OPERATORS: Readonly<Record<string, Operator>> = Object.fromEntries([
  comparison('$eq', (order) => order === 0),
  comparison('$ne', (order) => order !== 0),
  comparison('$gt', (order) => order > 0),
  comparison('$gte', (order) => order >= 0),
  comparison('$lt', (order) => order < 0),
  comparison('$lte', (order) => order <= 0),
  ['$cmp', over('$cmp', 2, ([a, b]) => Math.sign(compareValues(a, b)))],
  ['$and', over('$and', undefined, (args) => args.every(truthy))],
  ['$or', over('$or', undefined, (args) => args.some(truthy))],
  ['$not', over('$not', 1, ([value]) => !truthy(value))],
  ['$cond', condition],
  ['$switch', switchCase],
  ['$in', over('$in', 2, lookupIn)],
  ['$size', over('$size', 1, sizeOf)],
  ...ARITHMETIC_OPERATORS,
  ['$toString', over('$toString', 1, textOf)],
  [
    '$toLower',
    over(
      '$toLower',
      1,
      changeCase((letter) => letter.toLowerCase()),
    ),
  ],
  [
    '$toUpper',
    over(
      '$toUpper',
      1,
      changeCase((letter) => letter.toUpperCase()),
    ),
  ],
  ['$mergeObjects', over('$mergeObjects', undefined, merge)],
  accumulating('$sum', total),
  accumulating('$avg', average),
  accumulating('$min', smallest),
  accumulating('$max', largest),
  sets('$setUnion', (lists) => distinctSorted(lists.flat(1))),
  sets('$setIntersection', (lists) =>
    distinctSorted(lists[0] ?? []).filter((value) => lists.every((list) => has(list, value))),
  ),
  sets('$setDifference', ([a, b]) =>
    (a ?? []).filter((value, at, all) => !has(b ?? [], value) && !has(all.slice(0, at), value)),
  ),
  sets('$setIsSubset', ([a, b]) => (a ?? []).every((value) => has(b ?? [], value))),
  sets(
    '$setEquals',
    ([a, b]) => (a ?? []).every((v) => has(b ?? [], v)) && (b ?? []).every((v) => has(a ?? [], v)),
  ),
] satisfies [string, Operator][]);

import { location } from '../../errors';
import { doubleOf } from '../../values/arithmetic';
import { equalValues } from '../../values/order';
import { typeName } from '../../values/type-names';
import { isDocument, isNumeric } from '../../values/types';
import { isNullish, namedArguments, over, truthy } from '../operator';
import type { Operator, Operators } from '../operator';
import { show } from '../../values/show';
import { documentOf, membersOf } from '../../values/members';

/** A number that fits 32 bits. Throws one of two errors where it is none. */
export function int32(value: unknown, notNumeric: () => Error, notIntegral: () => Error): number {
  if (!isNumeric(value)) throw notNumeric();
  const number = doubleOf(value);
  if ((number | 0) !== number) throw notIntegral();
  return number;
}

function itemAt(name: string, list: unknown, index: unknown): unknown {
  if (isNullish(list) || isNullish(index)) return null;
  if (!Array.isArray(list))
    throw location(28689, `${name}'s first argument must be an array, but is ${typeName(list)}`);
  const at = int32(
    index,
    () => location(28690, `${name}'s second argument must be a numeric value, but is ${typeName(index)}`),
    () =>
      location(28691, `${name}'s second argument must be representable as a 32-bit integer: ${show(index)}`),
  );
  return (list as unknown[]).at(at);
}

function concatArrays(args: unknown[]): unknown {
  const lists: unknown[] = [];
  for (const arg of args) {
    if (isNullish(arg)) return null;
    if (!Array.isArray(arg))
      throw location(28664, `$concatArrays only supports arrays, not ${typeName(arg)}`);
    lists.push(...(arg as unknown[]));
  }
  return lists;
}

function range([start, end, step = 1]: unknown[]): number[] {
  const number = (value: unknown, role: string, code: number): number =>
    int32(
      value,
      () =>
        location(code, `$range requires a numeric ${role} value, found value of type: ${typeName(value)}`),
      () =>
        location(
          code + 1,
          `$range requires a ${role} value that can be represented as a 32-bit integer, found value: ${show(value)}`,
        ),
    );
  const from = number(start, 'starting', 34443);
  const to = number(end, 'ending', 34445);
  const by = number(step, 'step', 34447);
  if (by === 0) throw location(34449, '$range requires a non-zero step value');
  const length = Math.max(0, Math.ceil((to - from) / by));
  return Array.from({ length }, (_, index) => from + index * by);
}

function slice([list, second, third]: unknown[]): unknown {
  if (isNullish(list) || isNullish(second) || third === null) return null;
  if (!Array.isArray(list))
    throw location(28724, `First argument to $slice must be an array, but is of type: ${typeName(list)}`);
  const number = (value: unknown, role: string, code: number): number =>
    int32(
      value,
      () => location(code, `${role} argument to $slice must be numeric, but is of type: ${typeName(value)}`),
      () =>
        location(
          code + 1,
          `${role} argument to $slice can't be represented as a 32-bit integer: ${show(value)}`,
        ),
    );
  const at = number(second, 'Second', 28725);
  if (third === undefined) return at >= 0 ? list.slice(0, at) : list.slice(at);
  const count = number(third, 'Third', 28727);
  if (count <= 0) throw location(28729, `Third argument to $slice must be positive: ${count}`);
  const start = at < 0 ? Math.max(0, list.length + at) : at;
  return list.slice(start, start + count);
}

function indexOfArray([list, wanted, from = 0, to]: unknown[]): unknown {
  if (isNullish(list)) return null;
  if (!Array.isArray(list))
    throw location(40090, `$indexOfArray requires an array as a first argument, found: ${typeName(list)}`);
  const index = (value: unknown): number => {
    const at = int32(
      value,
      () =>
        location(
          40096,
          `$indexOfArray requires an integral index, found a value of type: ${typeName(value)}`,
        ),
      () => location(40096, `$indexOfArray requires an integral index, found: ${show(value)}`),
    );
    if (at < 0) throw location(40097, `$indexOfArray requires a nonnegative index, found: ${at}`);
    return at;
  };
  const start = index(from);
  const end = to === undefined ? list.length : Math.min(index(to), list.length);
  return list.findIndex((item, at) => at >= start && at < end && equalValues(item, wanted));
}

const zip: Operator = (operand, compile) => {
  const args = namedArguments('$zip', operand, ['inputs'], ['useLongestLength', 'defaults'], {
    notObject: 34460,
    unknown: 34464,
    missing: 34465,
  });
  const { inputs, defaults, useLongestLength = false } = args;
  if (!Array.isArray(inputs))
    throw location(34461, `inputs must be an array of expressions, found ${typeName(inputs)}`);
  if (inputs.length === 0) throw location(34465, '$zip requires at least one input array');
  if (typeof useLongestLength !== 'boolean')
    throw location(34463, `useLongestLength must be a bool, found ${typeName(useLongestLength)}`);
  if (defaults !== undefined && !useLongestLength)
    throw location(34466, 'cannot specify defaults unless useLongestLength is true');
  if (Array.isArray(defaults) && defaults.length !== inputs.length)
    throw location(34467, 'defaults and inputs must have the same length');
  const lists = inputs.map((input) => compile(input));
  const fillers = (Array.isArray(defaults) ? defaults : []).map((item) => compile(item));
  return (scope) => {
    const rows = lists.map((list) => list(scope));
    if (rows.some(isNullish)) return null;
    const wrong = rows.find((row) => !Array.isArray(row));
    if (wrong !== undefined)
      throw location(34468, `$zip found a non-array expression in input: ${typeName(wrong)}`);
    const lengths = (rows as unknown[][]).map((row) => row.length);
    const length = useLongestLength ? Math.max(...lengths) : Math.min(...lengths);
    return Array.from({ length }, (_, at) =>
      (rows as unknown[][]).map((row, list) => (at < row.length ? row[at] : fillers[list]?.(scope)) ?? null),
    );
  };
};

function quantified(name: string, decide: (items: unknown[]) => boolean): Operators {
  return {
    [name]: over(name, 1, 1, ([list]) => {
      if (!Array.isArray(list))
        throw location(
          name === '$allElementsTrue' ? 17040 : 17041,
          `${name}'s argument must be an array, but is ${typeName(list)}`,
        );
      return decide(list as unknown[]);
    }),
  };
}

function pairOf(item: unknown): [string, unknown] {
  if (Array.isArray(item)) {
    if (item.length !== 2)
      throw location(
        40397,
        `$arrayToObject requires an array of size 2 arrays,found array of size: ${item.length}`,
      );
    if (typeof item[0] !== 'string')
      throw location(
        40395,
        `$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${typeName(item[0])}`,
      );
    return [item[0], item[1]];
  }
  if (!isDocument(item))
    throw location(40398, `Unrecognised input type format for $arrayToObject: ${typeName(item)}`);
  const keys = Object.keys(item);
  if (keys.length !== 2)
    throw location(
      40392,
      `$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:${keys.length}`,
    );
  if (!('k' in item && 'v' in item))
    throw location(
      40393,
      "$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys",
    );
  if (typeof item['k'] !== 'string')
    throw location(
      40394,
      `$arrayToObject requires an object with keys 'k' and 'v', where the value of 'k' must be of type string. Found type: ${typeName(item['k'])}`,
    );
  return [item['k'], item['v']];
}

function arrayToObject([list]: unknown[]): unknown {
  if (isNullish(list)) return null;
  if (!Array.isArray(list))
    throw location(40386, `$arrayToObject requires an array input, found: ${typeName(list)}`);
  return documentOf(list.map(pairOf));
}

/** Operators on arrays. */
export const ARRAY_OPERATORS: Operators = {
  $arrayElemAt: over('$arrayElemAt', 2, 2, ([list, index]) => itemAt('$arrayElemAt', list, index)),
  $first: over('$first', 1, 1, ([list]) => itemAt('$first', list, 0)),
  $last: over('$last', 1, 1, ([list]) => itemAt('$last', list, -1)),
  $concatArrays: over('$concatArrays', 0, Infinity, concatArrays),
  $isArray: over('$isArray', 1, 1, ([value]) => Array.isArray(value)),
  $size: over('$size', 1, 1, ([list]) => {
    if (Array.isArray(list)) return list.length;
    throw location(17124, `The argument to $size must be an array, but was of type: ${typeName(list)}`);
  }),
  $in: over('$in', 2, 2, ([item, list]) => {
    if (Array.isArray(list)) return list.some((member) => equalValues(member, item));
    throw location(40081, `$in requires an array as a second argument, found: ${typeName(list)}`);
  }),
  $reverseArray: over('$reverseArray', 1, 1, ([list]) => {
    if (isNullish(list)) return null;
    if (Array.isArray(list)) return [...(list as unknown[])].reverse();
    throw location(
      34435,
      `The argument to $reverseArray must be an array, but was of type: ${typeName(list)}`,
    );
  }),
  $range: over('$range', 2, 3, range),
  $slice: over('$slice', 2, 3, slice),
  $indexOfArray: over('$indexOfArray', 2, 4, indexOfArray),
  $zip: zip,
  ...quantified('$allElementsTrue', (items) => items.every(truthy)),
  ...quantified('$anyElementTrue', (items) => items.some(truthy)),
  $arrayToObject: over('$arrayToObject', 1, 1, arrayToObject),
  $objectToArray: over('$objectToArray', 1, 1, ([value]) => {
    if (isNullish(value)) return null;
    if (!isDocument(value))
      throw location(40390, `$objectToArray requires a document input, found: ${typeName(value)}`);
    return membersOf(value).map(([k, v]) => ({ k, v }));
  }),
};

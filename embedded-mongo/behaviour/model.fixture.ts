import { Decimal128, Double, Long } from 'mongodb';
import type { Document } from 'mongodb';

/**
 * MongoDB's rules once more, as small as they can be written down: for documents whose numbers JavaScript holds exactly,
 * with no regard to speed. It shares nothing with the server, so that both would have to be wrong in the same way.
 */

/** `undefined` is a missing field. */
export type Value = unknown;

const isList = (value: Value): value is Value[] => Array.isArray(value);
const isNumber = (value: Value): boolean =>
  typeof value === 'number' ||
  value instanceof Long ||
  value instanceof Double ||
  value instanceof Decimal128;
const isPlain = (value: Value): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  !isList(value) &&
  !isNumber(value) &&
  !(value instanceof Date);

/** The place of a type in the order of types; null and a missing field share one. */
function rank(value: Value): number {
  const tests = [
    (v: Value) => v === undefined || v === null,
    isNumber,
    (v: Value) => typeof v === 'string',
    isPlain,
    isList,
    (v: Value) => typeof v === 'boolean',
    (v: Value) => v instanceof Date,
  ];
  return tests.findIndex((test) => test(value));
}

const number = (value: Value): number => Number(String(value));

/** The order of two values. */
export function order(a: Value, b: Value): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (isNumber(a)) return Math.sign(number(a) - number(b));
  if (isList(a) && isList(b)) return inTurn(a, b, order);
  if (isPlain(a) && isPlain(b)) {
    return inTurn(
      Object.entries(a),
      Object.entries(b),
      ([m, x], [n, y]) => rank(x) - rank(y) || (m < n ? -1 : m > n ? 1 : order(x, y)),
    );
  }
  if (a instanceof Date && b instanceof Date) return Math.sign(a.getTime() - b.getTime());
  const [x, y] = [a, b] as [string, string];
  return a === b || a === undefined || b === undefined || a === null || b === null ? 0 : x < y ? -1 : 1;
}

function inTurn<T>(a: T[], b: T[], compare: (x: T, y: T) => number): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = compare(a[at] as T, b[at] as T);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Everything that a path leads to; arrays on the way are entered. */
function reached(value: Value, path: string[]): Value[] {
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  if (isList(value)) return value.filter(isPlain).flatMap((item) => reached(item, path));
  return isPlain(value) ? reached(value[name], rest) : [undefined];
}

/** What a condition is asked about: what the path leads to, and the items of arrays there. */
function candidates(document: Document, path: string): Value[] {
  return reached(document, path.split('.')).flatMap((value) => (isList(value) ? [...value, value] : [value]));
}

type Condition = [operator: string, operand: Value];

/** Whether a document meets a condition at a path. */
export function meets(document: Document, path: string, [operator, operand]: Condition): boolean {
  const any = (test: (value: Value) => boolean): boolean => candidates(document, path).some(test);
  const comparable = (value: Value): boolean => rank(value) === rank(operand);
  switch (operator) {
    case '$eq':
      return any((value) => order(value, operand) === 0);
    case '$ne':
      return !meets(document, path, ['$eq', operand]);
    case '$gt':
      return any((value) => comparable(value) && order(value, operand) > 0);
    case '$gte':
      return any((value) => comparable(value) && order(value, operand) >= 0);
    case '$lt':
      return any((value) => comparable(value) && order(value, operand) < 0);
    case '$lte':
      return any((value) => comparable(value) && order(value, operand) <= 0);
    case '$in':
      return (operand as Value[]).some((item) => meets(document, path, ['$eq', item]));
    case '$nin':
      return !meets(document, path, ['$in', operand]);
    case '$exists':
      return reached(document, path.split('.')).some((value) => value !== undefined) === operand;
    case '$size':
      return reached(document, path.split('.')).some((value) => isList(value) && value.length === operand);
    default:
      throw new Error(`no rule for ${operator}`);
  }
}

/** What a document sorts by at a path: an array by its smallest item, or its largest downwards. */
function sortKey(document: Document, path: string, direction: 1 | -1): Value {
  // An array without items comes before everything.
  const values = reached(document, path.split('.')).flatMap((value) =>
    isList(value) ? (value.length === 0 ? [EMPTY] : value) : [value],
  );
  // Array.prototype.sort would leave `undefined` out of the comparison.
  return values.map((value) => value ?? null).sort((a, b) => keyOrder(a, b) * direction)[0];
}

const EMPTY = Symbol('an array without items');

function keyOrder(a: Value, b: Value): number {
  if (a === EMPTY || b === EMPTY) return Number(b === EMPTY) - Number(a === EMPTY);
  return order(a, b);
}

/** The documents in the order of a path, equal ones by their `_id`. */
export function inOrder(documents: Document[], path: string, direction: 1 | -1): Document[] {
  return [...documents].sort(
    (a, b) =>
      keyOrder(sortKey(a, path, direction), sortKey(b, path, direction)) * direction ||
      order(a['_id'], b['_id']),
  );
}

/** The wider of two types of number: the type of their sum. */
function widest(a: Value, b: Value): (value: number) => Value {
  const either = (test: (value: Value) => boolean): boolean => test(a) || test(b);
  if (either((v) => v instanceof Decimal128)) return (value) => Decimal128.fromString(String(value));
  if (either((v) => v instanceof Double || (typeof v === 'number' && !Number.isInteger(v))))
    return (value) => new Double(value);
  return either((v) => v instanceof Long) ? (value) => Long.fromNumber(value) : (value) => value;
}

/** The field `a` after an update, or 'refused'. */
export function updated(a: Value, operator: string, operand: Value): Value {
  switch (operator) {
    case '$set':
      return operand;
    case '$unset':
      return undefined;
    case '$inc':
      if (a === undefined) return operand;
      return isNumber(a) ? widest(a, operand)(number(a) + number(operand)) : 'refused';
    case '$min':
      return a === undefined || order(operand, a) < 0 ? operand : a;
    case '$max':
      return a === undefined || order(operand, a) > 0 ? operand : a;
    case '$push':
      return a === undefined ? [operand] : isList(a) ? [...a, operand] : 'refused';
    case '$addToSet':
      if (isList(a) && a.some((item) => order(item, operand) === 0)) return a;
      return updated(a, '$push', operand);
    case '$pull':
      if (a === undefined) return a;
      return isList(a) ? a.filter((item) => order(item, operand) !== 0) : 'refused';
    default:
      throw new Error(`no rule for ${operator}`);
  }
}

/** What `$group` by `a` answers for each key, in the order of keys. */
export function grouped(documents: Document[]): { key: Value; ids: Value[]; sum: number; largest: Value }[] {
  const keys = documents.map(({ a }) => (a ?? null) as Value);
  const distinct = keys.filter((key, at) => keys.findIndex((other) => order(other, key) === 0) === at);
  return distinct.sort(order).map((key) => {
    const members = documents.filter(({ a }) => order(a ?? null, key) === 0);
    const present = members.map(({ b }) => b as Value).filter((b) => b !== undefined && b !== null);
    return {
      key,
      ids: members.map(({ _id }) => _id as Value),
      sum: present.filter(isNumber).reduce<number>((sum, b) => sum + number(b), 0),
      largest: [...present].sort(order).at(-1) ?? null,
    };
  });
}

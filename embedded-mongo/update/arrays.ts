import { badValue, failedToParse, typeMismatch } from '../errors';
import { compileFilter, elemMatchItem, isOperatorDocument } from '../query/matcher';
import { parseSort, sortBy } from '../query/sort';
import { compareValues, equalValues } from '../values/order';
import { RawArray, RawObject, decodeValue, openValue } from '../values/raw';
import type { RawValue } from '../values/raw';
import { RANK, isDocument, isNumeric, rankOf } from '../values/types';
import { bsonTypeName, shown } from './arithmetic';

/** The operand of `$push` or `$addToSet`: the values to add, with the modifiers given. */
interface Additions {
  readonly values: readonly RawValue[];
  readonly position?: number;
  readonly slice?: number;
  readonly sort?: unknown;
}

const MODIFIERS = new Set(['$each', '$position', '$slice', '$sort']);

function additionsOf(operator: string, operand: RawValue): Additions {
  const opened = openValue(operand);
  if (!(opened instanceof RawObject) || !opened.members.has('$each')) return { values: [operand] };
  const unknown = [...opened.members.keys()].find(
    (name) => !MODIFIERS.has(name) || (operator === '$addToSet' && name !== '$each'),
  );
  if (unknown !== undefined) throw badValue(`Unrecognized clause in ${operator}: ${unknown}`);
  const each = opened.open('$each');
  if (!(each instanceof RawArray)) {
    const message = `The argument to $each in ${operator} must be an array but it was of type: ${bsonTypeName(each?.type ?? 0)}`;
    throw operator === '$push' ? badValue(message) : typeMismatch(message);
  }
  const number = (name: string): number | undefined => {
    const value = opened.members.get(name);
    if (value === undefined) return undefined;
    const decoded = decodeValue(value);
    if (!isNumeric(decoded) || !Number.isInteger(Number(decoded)))
      throw badValue(
        `The value for ${name} must be an integer value but was given type: ${bsonTypeName(value.type)}`,
      );
    return Number(decoded);
  };
  const position = number('$position');
  const slice = number('$slice');
  const sort = opened.members.get('$sort');
  return {
    values: each.items,
    ...(position === undefined ? {} : { position }),
    ...(slice === undefined ? {} : { slice }),
    ...(sort === undefined ? {} : { sort: decodeValue(sort) }),
  };
}

function arrayAt(operator: string, path: string, current: RawValue | undefined): RawArray {
  const opened = openValue(current);
  if (opened === undefined) return new RawArray();
  if (opened instanceof RawArray) return opened;
  const type = bsonTypeName(opened.type);
  switch (operator) {
    case '$push':
      throw badValue(`The field '${path}' must be an array but is of type ${type} in document`);
    case '$addToSet':
      throw badValue(
        `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${type}`,
      );
    case '$pop':
      throw typeMismatch(`Path '${path}' contains an element of non-array type '${type}'`);
    default:
      throw badValue(`Cannot apply ${operator} to a non-array value`);
  }
}

/** The array after `$push`, with `$each`, `$position`, `$sort` and `$slice`. */
export function push(path: string, current: RawValue | undefined, operand: RawValue): RawArray {
  const additions = additionsOf('$push', operand);
  const items = [...arrayAt('$push', path, current).items];
  items.splice(additions.position ?? items.length, 0, ...additions.values);
  const sorted = additions.sort === undefined ? items : sortItems(items, additions.sort);
  return new RawArray(sliced(sorted, additions.slice));
}

function sortItems(items: readonly RawValue[], sort: unknown): RawValue[] {
  const decoded = items.map((item) => ({ item, value: decodeValue(item) }));
  if (isNumeric(sort)) {
    const direction = Number(sort);
    if (direction !== 1 && direction !== -1) throw badValue('The $sort element value must be either 1 or -1');
    return decoded.sort((a, b) => compareValues(a.value, b.value) * direction).map(({ item }) => item);
  }
  if (!isDocument(sort))
    throw badValue(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  const fields = parseSort(sort);
  return sortBy(decoded, fields, ({ value }) => (isDocument(value) ? value : {})).map(({ item }) => item);
}

function sliced(items: RawValue[], slice: number | undefined): RawValue[] {
  if (slice === undefined) return items;
  if (slice === 0) return [];
  return slice > 0 ? items.slice(0, slice) : items.slice(slice);
}

/** The array after `$addToSet`. */
export function addToSet(path: string, current: RawValue | undefined, operand: RawValue): RawArray {
  const items = [...arrayAt('$addToSet', path, current).items];
  const known = items.map(decodeValue);
  for (const value of additionsOf('$addToSet', operand).values) {
    const decoded = decodeValue(value);
    if (known.some((item) => equalValues(item, decoded))) continue;
    known.push(decoded);
    items.push(value);
  }
  return new RawArray(items);
}

/** The array without the items that match the operand of `$pull`. */
export function pull(path: string, current: RawValue, operand: RawValue): RawArray {
  const items = arrayAt('$pull', path, current).items;
  const matches = pullTest(decodeValue(operand));
  return new RawArray(items.filter((item) => !matches(decodeValue(item))));
}

function pullTest(operand: unknown): (item: unknown) => boolean {
  if (isOperatorDocument(operand)) return elemMatchItem(operand);
  if (rankOf(operand) === RANK.regex) return elemMatchItem({ $regex: operand });
  if (isDocument(operand)) {
    const { matches } = compileFilter(operand);
    return (item) => isDocument(item) && matches(item);
  }
  return (item) => equalValues(item, operand);
}

/** The array without the items that equal one of the operand of `$pullAll`. */
export function pullAll(path: string, current: RawValue, operand: RawValue): RawArray {
  const unwanted = decodeValue(operand);
  if (!Array.isArray(unwanted))
    throw badValue('$pullAll requires an array argument but was given a ' + bsonTypeName(operand.type));
  const items = arrayAt('$pullAll', path, current).items;
  return new RawArray(
    items.filter((item) => !unwanted.some((value) => equalValues(value, decodeValue(item)))),
  );
}

/** The array without its last item, or without its first where the operand of `$pop` is -1. */
export function pop(path: string, current: RawValue, operand: RawValue): RawArray {
  const value = decodeValue(operand);
  if (!isNumeric(value)) throw failedToParse(`Expected a number in: ${path}: ${shown(operand)}`);
  const end = Number(value);
  if (end !== 1 && end !== -1) throw failedToParse(`$pop expects 1 or -1, found: ${end}`);
  const items = arrayAt('$pop', path, current).items;
  return new RawArray(end === 1 ? items.slice(0, -1) : items.slice(1));
}

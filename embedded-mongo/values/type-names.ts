import { badValue, typeMismatch } from '../errors';
import { RANK, bsonClass, isNumeric, rankOf } from './types';

const CODES: Readonly<Record<string, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};

const NAMES = new Map(Object.entries(CODES).map(([name, code]) => [code, name]));

const NAME_OF_RANK: Readonly<Record<number, string>> = {
  [RANK.minKey]: 'minKey',
  [RANK.missing]: 'missing',
  [RANK.null]: 'null',
  [RANK.string]: 'string',
  [RANK.object]: 'object',
  [RANK.array]: 'array',
  [RANK.binary]: 'binData',
  [RANK.objectId]: 'objectId',
  [RANK.boolean]: 'bool',
  [RANK.date]: 'date',
  [RANK.timestamp]: 'timestamp',
  [RANK.regex]: 'regex',
  [RANK.code]: 'javascript',
  [RANK.maxKey]: 'maxKey',
};

const NUMBER_NAMES: Readonly<Record<string, string>> = {
  Int32: 'int',
  Double: 'double',
  Long: 'long',
  Decimal128: 'decimal',
};

/** The alias that MongoDB has for a value's type. */
export function typeName(value: unknown): string {
  const rank = rankOf(value);
  if (rank !== RANK.number) return NAME_OF_RANK[rank] ?? 'object';
  const wrapped = NUMBER_NAMES[bsonClass(value) ?? ''];
  if (wrapped !== undefined) return wrapped;
  if (typeof value === 'bigint') return 'long';
  return (Number(value) | 0) === value && !Object.is(value, -0) ? 'int' : 'double';
}

/** The predicate of `$type`: one alias or number, or an array of them. */
export function typePredicate(operand: unknown): (value: unknown) => boolean {
  const wanted = (Array.isArray(operand) ? operand : [operand]).map(typeNameOf);
  return (value) => {
    const name = typeName(value);
    return wanted.some((alias) => alias === name || (alias === 'number' && isNumeric(value)));
  };
}

/** The alias of a type that is given by its alias or its number. Throws where there is none. */
export function typeNameOf(operand: unknown): string {
  if (typeof operand === 'string') {
    if (operand === 'number' || operand in CODES) return operand;
    throw badValue(`Unknown type name alias: ${operand}`);
  }
  if (!isNumeric(operand)) throw typeMismatch('type must be represented as a number or a string');
  const name = NAMES.get(Number(operand));
  if (name === undefined) throw badValue(`Invalid numerical type code: ${String(operand)}`);
  return name;
}

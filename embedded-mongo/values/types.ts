import type { Code } from 'bson';

/** Type numbers of BSON elements. */
export const BSON_TYPE = {
  double: 0x01,
  string: 0x02,
  object: 0x03,
  array: 0x04,
  binary: 0x05,
  undefined: 0x06,
  objectId: 0x07,
  boolean: 0x08,
  date: 0x09,
  null: 0x0a,
  regex: 0x0b,
  dbPointer: 0x0c,
  code: 0x0d,
  symbol: 0x0e,
  codeWithScope: 0x0f,
  int: 0x10,
  timestamp: 0x11,
  long: 0x12,
  decimal: 0x13,
  minKey: 0xff,
  maxKey: 0x7f,
} as const;

/**
 * Classes of values in MongoDB's sort order. Numbers of all types share one class, as do null and a missing field
 * (`undefined` here stands for "missing", which sorts before null in expressions and together with it in sorts).
 */
export const RANK = {
  minKey: 1,
  missing: 2,
  null: 3,
  number: 4,
  string: 5,
  object: 6,
  array: 7,
  binary: 8,
  objectId: 9,
  boolean: 10,
  date: 11,
  timestamp: 12,
  regex: 13,
  dbPointer: 14,
  code: 15,
  codeWithScope: 16,
  maxKey: 17,
} as const;

const RANK_OF_BSON_CLASS: Readonly<Record<string, number>> = {
  MinKey: RANK.minKey,
  Int32: RANK.number,
  Double: RANK.number,
  Long: RANK.number,
  Decimal128: RANK.number,
  BSONSymbol: RANK.string,
  Binary: RANK.binary,
  ObjectId: RANK.objectId,
  Timestamp: RANK.timestamp,
  BSONRegExp: RANK.regex,
  DBRef: RANK.dbPointer,
  Code: RANK.code,
  MaxKey: RANK.maxKey,
};

/** The class name that the bson library puts on its values, or undefined for a plain value. */
export function bsonClass(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const name = (value as { _bsontype?: unknown })._bsontype;
  return typeof name === 'string' ? name : undefined;
}

/** A plain embedded document: neither array, nor date, nor one of the bson classes. */
export function isDocument(value: unknown): value is Record<string, unknown> {
  return rankOf(value) === RANK.object;
}

/** The place of a value's type in MongoDB's order of types. */
export function rankOf(value: unknown): number {
  switch (typeof value) {
    case 'undefined':
      return RANK.missing;
    case 'number':
    case 'bigint':
      return RANK.number;
    case 'string':
    case 'symbol':
      return RANK.string;
    case 'boolean':
      return RANK.boolean;
    case 'function':
      return RANK.code;
    case 'object':
      break;
  }
  if (value === null) return RANK.null;
  if (Array.isArray(value)) return RANK.array;
  if (value instanceof Date) return RANK.date;
  if (value instanceof RegExp) return RANK.regex;
  if (value instanceof Uint8Array) return RANK.binary;
  const name = bsonClass(value);
  if (name === undefined) return RANK.object;
  if (name === 'Code' && (value as Code).scope) return RANK.codeWithScope;
  return RANK_OF_BSON_CLASS[name] ?? RANK.object;
}

/** Whether the value is a number of any BSON type. */
export function isNumeric(value: unknown): boolean {
  return rankOf(value) === RANK.number;
}

import type { BSONRegExp, BSONSymbol, Binary, Code, ObjectId, Timestamp } from 'bson';
import { comparePlainNumbers, plainNumber } from './numbers';
import type { Collation } from './collation';
import { RANK, bsonClass, rankOf } from './types';
import { membersOf } from './members';

/**
 * MongoDB's order of values of all types: below zero when `a` sorts first, above zero when `b` does, zero when they
 * are equal. Numbers of different BSON types are compared by their exact values. `undefined` stands for a missing field.
 */
export function compareValues(a: unknown, b: unknown, strings: Collation = compareStrings): number {
  if (typeof a === 'string' && typeof b === 'string') return strings(a, b);
  if (typeof a === 'number' && typeof b === 'number') return comparePlainNumbers(a, b);
  const rank = rankOf(a);
  const difference = rank - rankOf(b);
  return difference !== 0 ? difference : compareWithinRank(rank, a, b, strings);
}

/** Whether two values are equal in MongoDB's sense. */
export function equalValues(a: unknown, b: unknown, strings: Collation = compareStrings): boolean {
  return compareValues(a, b, strings) === 0;
}

function compareWithinRank(rank: number, a: unknown, b: unknown, strings: Collation): number {
  switch (rank) {
    case RANK.number:
      return comparePlainNumbers(plainNumber(a), plainNumber(b));
    case RANK.string:
      return strings(textOf(a), textOf(b));
    case RANK.object:
      return compareDocuments(a as object, b as object, strings);
    case RANK.array:
      return compareArrays(a as unknown[], b as unknown[], strings);
    case RANK.binary:
      return compareBinaries(binaryParts(a), binaryParts(b));
    case RANK.objectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case RANK.boolean:
      return Number(a) - Number(b);
    case RANK.date:
      return compareNumbers((a as Date).getTime(), (b as Date).getTime());
    case RANK.timestamp:
      return compareUnsigned((a as Timestamp).toBigInt(), (b as Timestamp).toBigInt());
    case RANK.regex:
      return compareRegexes(regexParts(a), regexParts(b));
    case RANK.code:
    case RANK.codeWithScope:
      return compareCode(a as Code, b as Code);
    default:
      return 0;
  }
}

/** The text of a string or of a symbol, which is a string of another BSON type. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (value as BSONSymbol).valueOf();
}

function compareCode(a: Code, b: Code): number {
  return compareStrings(a.code, b.code) || compareDocuments(a.scope ?? {}, b.scope ?? {}, compareStrings);
}

function compareUnsigned(a: bigint, b: bigint): number {
  return a === b ? 0 : BigInt.asUintN(64, a) < BigInt.asUintN(64, b) ? -1 : 1;
}

function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Strings are ordered by their UTF-8 bytes, which differs from UTF-16 order only around surrogate pairs. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left === right) continue;
    return left >= 0xd800 && right >= 0xd800 ? utf8Rank(left) - utf8Rank(right) : left - right;
  }
  return a.length - b.length;
}

/** Lifts surrogates above the rest of the basic plane: what they encode has four bytes in UTF-8. */
function utf8Rank(codeUnit: number): number {
  return codeUnit <= 0xdfff ? codeUnit + 0x2000 : codeUnit - 0x0800;
}

function compareDocuments(a: object, b: object, strings: Collation): number {
  const left = membersOf(a);
  const right = membersOf(b);
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const [leftName, leftValue] = left[index] as [string, unknown];
    const [rightName, rightValue] = right[index] as [string, unknown];
    const order =
      rankOf(leftValue) - rankOf(rightValue) ||
      compareStrings(leftName, rightName) ||
      compareValues(leftValue, rightValue, strings);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareArrays(a: readonly unknown[], b: readonly unknown[], strings: Collation): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const order = compareValues(a[index], b[index], strings);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

interface BinaryParts {
  readonly subtype: number;
  readonly bytes: Uint8Array;
}

/** Subtype and bytes of a binary value. */
export function binaryParts(value: unknown): BinaryParts {
  if (bsonClass(value) === 'Binary') {
    const binary = value as Binary;
    return { subtype: binary.sub_type, bytes: binary.buffer.subarray(0, binary.position) };
  }
  return { subtype: 0, bytes: value as Uint8Array };
}

function compareBinaries(a: BinaryParts, b: BinaryParts): number {
  return a.bytes.length - b.bytes.length || a.subtype - b.subtype || Buffer.compare(a.bytes, b.bytes);
}

interface RegexParts {
  readonly pattern: string;
  readonly options: string;
}

/** Pattern and options of a regular expression, as BSON or as JavaScript has them. */
export function regexParts(value: unknown): RegexParts {
  if (value instanceof RegExp) return { pattern: value.source, options: value.flags };
  const regex = value as BSONRegExp;
  return { pattern: regex.pattern, options: regex.options };
}

function compareRegexes(a: RegexParts, b: RegexParts): number {
  return compareStrings(a.pattern, b.pattern) || compareStrings(a.options, b.options);
}

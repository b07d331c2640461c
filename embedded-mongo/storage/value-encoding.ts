import { createHash } from 'node:crypto';
import type { BSONSymbol, Code, ObjectId, Timestamp } from 'bson';
import { comparePlainNumbers, nearestDouble, plainNumber } from '../values/numbers';
import type { PlainNumber } from '../values/numbers';
import { binaryParts, regexParts } from '../values/order';
import { RANK, rankOf } from '../values/types';
import { KeyBytes } from './key-bytes';
import { membersOf } from '../values/members';

/**
 * Values as bytes whose order is MongoDB's order of values. No encoding is the beginning of another one, so that the
 * encodings of several values can follow each other in one key.
 */
export interface EncodedValue {
  readonly bytes: Buffer;
  /** Different values may share these bytes; who needs to know has to compare the values themselves. */
  readonly exact: boolean;
}

/** Above this length an encoding is cut and completed by a hash: lmdb's keys are limited to 1978 bytes. */
const MAX_BYTES = 400;

/** Stands between the double nearest to an integer and what that double leaves out. */
const NO_REMAINDER = 0x8000;

const key = new KeyBytes();

/** Encodes a value. An empty array as such (see index-keys.ts) and a missing field have encodings of their own. */
export function encodeForOrder(value: unknown): EncodedValue {
  key.clear();
  const exact = appendValue(value);
  const bytes = key.take();
  if (bytes.length <= MAX_BYTES) return { bytes, exact };
  const hash = createHash('sha256').update(bytes).digest();
  return { bytes: Buffer.concat([bytes.subarray(0, MAX_BYTES), hash]), exact: false };
}

/** What an inexact encoding shares with its neighbours: the part of it that is in order. */
export function orderedPart(encoded: EncodedValue): Buffer {
  if (encoded.exact) return encoded.bytes;
  return encoded.bytes.length > MAX_BYTES
    ? encoded.bytes.subarray(0, MAX_BYTES)
    : encoded.bytes.subarray(0, 9);
}

/** The byte that all values of a rank begin with. */
export function rankPrefix(rank: number): Buffer {
  return Buffer.of(rank);
}

/** The encoding of an array without items, which sorts below null. */
export const EMPTY_ARRAY_BYTES = Buffer.of(RANK.missing);

/** The same bytes for a descending field. */
export function inverted(bytes: Buffer): Buffer {
  const other = Buffer.allocUnsafe(bytes.length);
  for (let index = 0; index < bytes.length; index += 1) other[index] = 0xff - (bytes[index] as number);
  return other;
}

function appendValue(value: unknown): boolean {
  const rank = placeOf(value);
  key.byte(rank);
  return appendBody(rank, value);
}

/** A missing field and null share their place in an index. */
function placeOf(value: unknown): number {
  const rank = rankOf(value);
  return rank === RANK.missing ? RANK.null : rank;
}

function appendBody(rank: number, value: unknown): boolean {
  switch (rank) {
    case RANK.number:
      return appendNumber(plainNumber(value));
    case RANK.string:
      key.text((value as string | BSONSymbol).valueOf());
      return true;
    case RANK.object:
      return appendDocument(value as object);
    case RANK.array:
      return appendArray(value as unknown[]);
    case RANK.binary: {
      const { subtype, bytes } = binaryParts(value);
      key.unsigned32(bytes.length);
      key.byte(subtype);
      key.all(bytes);
      return true;
    }
    case RANK.objectId:
      key.all((value as ObjectId).id);
      return true;
    case RANK.boolean:
      key.byte(value === true ? 1 : 0);
      return true;
    case RANK.date:
      key.unsigned64(BigInt((value as Date).getTime()) + 2n ** 63n);
      return true;
    case RANK.timestamp:
      key.unsigned64(BigInt.asUintN(64, (value as Timestamp).toBigInt()));
      return true;
    case RANK.regex: {
      const { pattern, options } = regexParts(value);
      key.text(pattern);
      key.text(options);
      return true;
    }
    case RANK.code:
    case RANK.codeWithScope:
      key.text((value as Code).code);
      return true;
    default:
      return true;
  }
}

const double = Buffer.allocUnsafe(8);

/** A double in order, then how far the number is from it: never for a double, little for a 64-bit integer. */
function appendNumber(value: PlainNumber): boolean {
  const nearest = nearestDouble(value);
  double.writeDoubleBE(Number.isNaN(nearest) ? -Infinity : nearest === 0 ? 0 : nearest);
  const negative = ((double[0] as number) & 0x80) !== 0;
  for (let index = 0; index < 8; index += 1)
    double[index] = (double[index] as number) ^ (negative ? 0xff : index === 0 ? 0x80 : 0);
  // NaN sorts below all numbers, hence just below minus infinity.
  const remainder = Number.isNaN(nearest) ? -1 : remainderOf(value, nearest);
  const shifted = NO_REMAINDER + remainder;
  key.all(double);
  key.byte(shifted >> 8);
  key.byte(shifted & 0xff);
  return typeof value !== 'object' || remainder === 0;
}

function remainderOf(value: PlainNumber, nearest: number): number {
  if (typeof value === 'bigint') return Number(value - BigInt(nearest));
  return typeof value === 'object' ? Math.sign(comparePlainNumbers(value, nearest)) : 0;
}

function appendDocument(document: object): boolean {
  let exact = true;
  for (const [name, value] of membersOf(document)) {
    const rank = placeOf(value);
    key.byte(rank);
    key.text(name);
    exact = appendBody(rank, value) && exact;
  }
  key.byte(0);
  return exact;
}

function appendArray(items: readonly unknown[]): boolean {
  let exact = true;
  for (const item of items) exact = appendValue(item) && exact;
  key.byte(0);
  return exact;
}

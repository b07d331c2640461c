import { createHash } from 'node:crypto';
import type { BSONSymbol, Code, ObjectId, Timestamp } from 'bson';
import { comparePlainNumbers, nearestDouble, plainNumber } from '../values/numbers';
import type { PlainNumber } from '../values/numbers';
import { binaryParts, regexParts } from '../values/order';
import { RANK, rankOf } from '../values/types';
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

/** Encodes a value. An empty array as such (see index-keys.ts) and a missing field have encodings of their own. */
export function encodeForOrder(value: unknown): EncodedValue {
  const parts: Uint8Array[] = [];
  let exact = appendValue(parts, value);
  let bytes = Buffer.concat(parts);
  if (bytes.length > MAX_BYTES) {
    const hash = createHash('sha256').update(bytes).digest();
    bytes = Buffer.concat([bytes.subarray(0, MAX_BYTES), hash]);
    exact = false;
  }
  return { bytes, exact };
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
  return Buffer.from(bytes.map((byte) => 0xff - byte));
}

function appendValue(parts: Uint8Array[], value: unknown): boolean {
  // A missing field and null share their place in an index.
  const rank = rankOf(value) === RANK.missing ? RANK.null : rankOf(value);
  parts.push(Buffer.of(rank));
  return appendBody(parts, rank, value);
}

function appendBody(parts: Uint8Array[], rank: number, value: unknown): boolean {
  switch (rank) {
    case RANK.number:
      return appendNumber(parts, plainNumber(value));
    case RANK.string:
      parts.push(terminated((value as string | BSONSymbol).valueOf()));
      return true;
    case RANK.object:
      return appendDocument(parts, value as object);
    case RANK.array:
      return appendArray(parts, value as unknown[]);
    case RANK.binary: {
      const { subtype, bytes } = binaryParts(value);
      parts.push(unsigned32(bytes.length), Buffer.of(subtype), bytes);
      return true;
    }
    case RANK.objectId:
      parts.push((value as ObjectId).id);
      return true;
    case RANK.boolean:
      parts.push(Buffer.of(value === true ? 1 : 0));
      return true;
    case RANK.date:
      parts.push(unsigned64(BigInt((value as Date).getTime()) + 2n ** 63n));
      return true;
    case RANK.timestamp:
      parts.push(unsigned64(BigInt.asUintN(64, (value as Timestamp).toBigInt())));
      return true;
    case RANK.regex: {
      const { pattern, options } = regexParts(value);
      parts.push(terminated(pattern), terminated(options));
      return true;
    }
    case RANK.code:
    case RANK.codeWithScope:
      parts.push(terminated((value as Code).code));
      return true;
    default:
      return true;
  }
}

/** A double in order, then how far the number is from it: never for a double, little for a 64-bit integer. */
function appendNumber(parts: Uint8Array[], value: PlainNumber): boolean {
  const nearest = nearestDouble(value);
  const bytes = Buffer.alloc(10);
  bytes.writeDoubleBE(Number.isNaN(nearest) ? -Infinity : nearest === 0 ? 0 : nearest);
  const negative = ((bytes[0] as number) & 0x80) !== 0;
  for (let index = 0; index < 8; index += 1)
    bytes[index] = (bytes[index] as number) ^ (negative ? 0xff : index === 0 ? 0x80 : 0);
  // NaN sorts below all numbers, hence just below minus infinity.
  const remainder = Number.isNaN(nearest) ? -1 : remainderOf(value, nearest);
  bytes.writeUInt16BE(NO_REMAINDER + remainder, 8);
  parts.push(bytes);
  return typeof value !== 'object' || remainder === 0;
}

function remainderOf(value: PlainNumber, nearest: number): number {
  if (typeof value === 'bigint') return Number(value - BigInt(nearest));
  return typeof value === 'object' ? Math.sign(comparePlainNumbers(value, nearest)) : 0;
}

function appendDocument(parts: Uint8Array[], document: object): boolean {
  let exact = true;
  for (const [name, value] of membersOf(document)) {
    const rank = rankOf(value) === RANK.missing ? RANK.null : rankOf(value);
    parts.push(Buffer.of(rank), terminated(name));
    exact = appendBody(parts, rank, value) && exact;
  }
  parts.push(Buffer.alloc(1));
  return exact;
}

function appendArray(parts: Uint8Array[], items: readonly unknown[]): boolean {
  let exact = true;
  for (const item of items) exact = appendValue(parts, item) && exact;
  parts.push(Buffer.alloc(1));
  return exact;
}

/** UTF-8 ended by a zero; zeros and ones inside are escaped so that the order stays. */
function terminated(text: string): Buffer {
  const bytes = Buffer.from(text);
  // eslint-disable-next-line no-control-regex -- these two bytes are the ones to escape
  if (!/[\u0000\u0001]/.test(text)) return Buffer.concat([bytes, Buffer.alloc(1)]);
  const escaped: number[] = [];
  for (const byte of bytes) escaped.push(...(byte > 1 ? [byte] : [1, byte + 1]));
  return Buffer.from([...escaped, 0]);
}

function unsigned32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function unsigned64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
}

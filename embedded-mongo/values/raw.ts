import { MongoError } from '../errors';
import { Long, Timestamp } from 'bson';
import { decodeLeaf, encode } from './codec';
import type { Document } from './codec';
import { malformed, nameEnd, textBetween } from './texts';
import { BSON_TYPE } from './types';

/** One BSON value as the bytes it came in. Embedded documents and arrays stay unparsed until `open` is asked. */
export interface RawLeaf {
  readonly type: number;
  readonly bytes: Uint8Array;
}

/** A value of a document that is kept to the bit: bytes, or an opened document or array. */
export type RawValue = RawLeaf | RawObject | RawArray;

/** Deepest nesting that the real server accepts. */
const MAX_DEPTH = 180;

/** Length of the value of a type that starts at an offset; throws where it would pass the end. */
function valueLength(type: number, bytes: Buffer, offset: number): number {
  switch (type) {
    case BSON_TYPE.double:
    case BSON_TYPE.date:
    case BSON_TYPE.timestamp:
    case BSON_TYPE.long:
      return 8;
    case BSON_TYPE.int:
      return 4;
    case BSON_TYPE.boolean:
      return 1;
    case BSON_TYPE.objectId:
      return 12;
    case BSON_TYPE.decimal:
      return 16;
    case BSON_TYPE.null:
    case BSON_TYPE.undefined:
    case BSON_TYPE.minKey:
    case BSON_TYPE.maxKey:
      return 0;
    case BSON_TYPE.string:
    case BSON_TYPE.code:
    case BSON_TYPE.symbol:
      return 4 + readSize(bytes, offset);
    case BSON_TYPE.object:
    case BSON_TYPE.array:
    case BSON_TYPE.codeWithScope:
      return readSize(bytes, offset);
    case BSON_TYPE.binary:
      return 5 + readSize(bytes, offset);
    case BSON_TYPE.dbPointer:
      return 16 + readSize(bytes, offset);
    case BSON_TYPE.regex:
      return nameEnd(bytes, nameEnd(bytes, offset) + 1) + 1 - offset;
    default:
      throw malformed();
  }
}

function readSize(bytes: Buffer, offset: number): number {
  if (offset + 4 > bytes.length) throw malformed();
  const size = bytes.readInt32LE(offset);
  if (size < 0) throw malformed();
  return size;
}

/** Tells of the members of a document in turn, until one is said to be enough. */
function visitMembers(source: Uint8Array, visit: (name: string, value: RawLeaf) => unknown): void {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  if (bytes.length < 5 || readSize(bytes, 0) !== bytes.length || bytes[bytes.length - 1] !== 0)
    throw malformed();
  let offset = 4;
  while (offset < bytes.length - 1) {
    const type = bytes[offset] as number;
    const end = nameEnd(bytes, offset + 1);
    const name = textBetween(bytes, offset + 1, end);
    const length = valueLength(type, bytes, end + 1);
    offset = end + 1 + length;
    if (offset > bytes.length - 1) throw malformed();
    if (visit(name, { type, bytes: bytes.subarray(end + 1, offset) }) === true) return;
  }
}

/** One member of a document, which is read no further than that. */
export function memberOf(document: Uint8Array, name: string): RawLeaf | undefined {
  let member: RawLeaf | undefined;
  visitMembers(document, (found, value) => {
    if (found !== name) return false;
    member = value;
    return true;
  });
  return member;
}

/** A BSON document whose members keep their order and, until they are replaced, their bytes. */
export class RawObject {
  readonly type = BSON_TYPE.object;
  readonly members: Map<string, RawValue>;

  constructor(members = new Map<string, RawValue>()) {
    this.members = members;
  }

  /** Splits a document into its members. Throws FailedToParse where the bytes are not a BSON document. */
  static parse(bytes: Uint8Array): RawObject {
    const members = new Map<string, RawValue>();
    visitMembers(bytes, (name, value) => void members.set(name, value));
    return new RawObject(members);
  }

  /** A document with the given values in JavaScript's form. */
  static of(document: Document): RawObject {
    return RawObject.parse(encode(document));
  }

  /** The member as a document or array that can be changed in place, or as the leaf it is. */
  open(name: string): RawValue | undefined {
    const opened = openValue(this.members.get(name));
    if (opened !== undefined) this.members.set(name, opened);
    return opened;
  }
}

/** A BSON array, in the same manner. */
export class RawArray {
  readonly type = BSON_TYPE.array;
  items: RawValue[];

  constructor(items: RawValue[] = []) {
    this.items = items;
  }

  static parse(bytes: Uint8Array): RawArray {
    const items: RawValue[] = [];
    visitMembers(bytes, (_index, value) => void items.push(value));
    return new RawArray(items);
  }

  /** The item as a document or array that can be changed in place, or as the leaf it is. */
  open(index: number): RawValue | undefined {
    const opened = openValue(this.items[index]);
    if (opened !== undefined) this.items[index] = opened;
    return opened;
  }
}

/** Parses a leaf that holds a document or an array; every other value comes back as it is. */
export function openValue<T extends RawValue | undefined>(value: T): T | RawObject | RawArray {
  if (value === undefined || value instanceof RawObject || value instanceof RawArray) return value;
  if (value.type === BSON_TYPE.object) return RawObject.parse(value.bytes);
  if (value.type === BSON_TYPE.array) return RawArray.parse(value.bytes);
  return value;
}

/** The bytes of a document or array. Throws where it is nested deeper than the real server allows. */
export function toBytes(value: RawObject | RawArray, depth = 1): Buffer {
  if (depth > MAX_DEPTH) throw new MongoError('BadValue', `Exceeded depth limit of ${MAX_DEPTH}`);
  const members: { readonly name: string; readonly leaf: RawLeaf }[] = [];
  let size = 5;
  const add = (name: string, member: RawValue): void => {
    const leaf = leafOf(member, depth);
    size += 2 + Buffer.byteLength(name) + leaf.bytes.length;
    members.push({ name, leaf });
  };
  if (value instanceof RawObject) for (const [name, member] of value.members) add(name, member);
  else value.items.forEach((item, index) => add(String(index), item));
  return written(members, size);
}

function written(
  members: readonly { readonly name: string; readonly leaf: RawLeaf }[],
  size: number,
): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  bytes.writeInt32LE(size, 0);
  let at = 4;
  for (const { name, leaf } of members) {
    bytes[at] = leaf.type;
    at += 1 + bytes.write(name, at + 1);
    bytes[at] = 0;
    bytes.set(leaf.bytes, at + 1);
    at += 1 + leaf.bytes.length;
  }
  bytes[at] = 0;
  return bytes;
}

function leafOf(value: RawValue, depth = 0): RawLeaf {
  if (value instanceof RawObject || value instanceof RawArray) {
    return { type: value.type, bytes: toBytes(value, depth + 1) };
  }
  return value;
}

/** The value as filters and expressions see it. */
export function decodeValue(value: RawValue): unknown {
  const { type, bytes } = leafOf(value);
  return decodeLeaf(type, bytes);
}

/** A JavaScript value as bytes; a number becomes an Int32 where it can, a Double otherwise. */
export function encodeValue(value: unknown): RawLeaf {
  return plainLeaf(value) ?? (RawObject.parse(encode({ v: value })).members.get('v') as RawLeaf);
}

/** What replies and records are full of, without the detour over a document. */
function plainLeaf(value: unknown): RawLeaf | undefined {
  if (typeof value === 'boolean') return { type: BSON_TYPE.boolean, bytes: Buffer.of(value ? 1 : 0) };
  if (typeof value === 'number' && (value | 0) === value && !Object.is(value, -0)) {
    const bytes = Buffer.allocUnsafe(4);
    bytes.writeInt32LE(value);
    return { type: BSON_TYPE.int, bytes };
  }
  if (value instanceof Date) return wide(BSON_TYPE.date, Long.fromNumber(value.getTime()));
  return value instanceof Long && !(value instanceof Timestamp) ? wide(BSON_TYPE.long, value) : undefined;
}

function wide(type: number, { low, high }: Long): RawLeaf {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeInt32LE(low);
  bytes.writeInt32LE(high, 4);
  return { type, bytes };
}

/** Whether two values have the same type and the same bytes. */
export function sameBytes(a: RawValue, b: RawValue): boolean {
  const left = leafOf(a);
  const right = leafOf(b);
  return left.type === right.type && Buffer.compare(left.bytes, right.bytes) === 0;
}

/** Another value that shares no changeable part with this one. */
export function cloneValue(value: RawValue): RawLeaf {
  return leafOf(value);
}

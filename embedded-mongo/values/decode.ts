import {
  BSONRegExp,
  BSONSymbol,
  Binary,
  Code,
  DBRef,
  Decimal128,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { MongoError } from '../errors';
import { isIndexName, keepOrder } from './members';
import type { Document } from './members';
import { malformed, nameEnd, textBetween } from './texts';
import { BSON_TYPE } from './types';

export type { Document } from './members';

/** A place in the bytes of a document, moving on as values are read. */
interface Reader {
  readonly bytes: Buffer;
  at: number;
}

/**
 * Reads a document so that encoding it again gives the same bytes, with plain numbers wherever those say enough: an
 * Int32 is a plain number, and so is every Double that JavaScript would not take for an Int32. A Double such as 1.0
 * stays a `Double`, and a 64-bit integer a `Long`. Throws FailedToParse where the bytes are no BSON.
 */
export function decode(bytes: Uint8Array): Document {
  return from(bytes, readDocument);
}

/** Reads one value of a type. Throws FailedToParse where the bytes are none. */
export function decodeLeaf(type: number, bytes: Uint8Array): unknown {
  return from(bytes, (reader) => readValue(reader, type));
}

function from<T>(bytes: Uint8Array, read: (reader: Reader) => T): T {
  try {
    return read({ bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 });
  } catch (error) {
    if (error instanceof MongoError) throw error;
    throw malformed();
  }
}

function readDocument(reader: Reader): Document {
  const document: Document = {};
  /** The names so far, from the first on that JavaScript would move. */
  let names: string[] | undefined;
  const end = openBlock(reader);
  for (let type = readByte(reader); type !== 0; type = readByte(reader)) {
    const name = readName(reader);
    const value = readValue(reader, type);
    if (names !== undefined) names.push(name);
    else if (isIndexName(name)) names = [...Object.keys(document), name];
    if (name === '__proto__')
      Object.defineProperty(document, name, { value, enumerable: true, configurable: true, writable: true });
    else document[name] = value;
  }
  if (reader.at !== end) throw malformed();
  if (names !== undefined) keepOrder(document, names);
  return document;
}

function readArray(reader: Reader): unknown[] {
  const items: unknown[] = [];
  const end = openBlock(reader);
  for (let type = readByte(reader); type !== 0; type = readByte(reader)) {
    reader.at = nameEnd(reader.bytes, reader.at) + 1;
    items.push(readValue(reader, type));
  }
  if (reader.at !== end) throw malformed();
  return items;
}

/** Reads the length that a document begins with, and says where it ends. */
function openBlock(reader: Reader): number {
  const end = reader.at + reader.bytes.readInt32LE(reader.at);
  if (end > reader.bytes.length || end < reader.at + 5) throw malformed();
  reader.at += 4;
  return end;
}

function readByte(reader: Reader): number {
  const byte = reader.bytes[reader.at];
  if (byte === undefined) throw malformed();
  reader.at += 1;
  return byte;
}

function readName(reader: Reader): string {
  const start = reader.at;
  const end = nameEnd(reader.bytes, start);
  reader.at = end + 1;
  return textBetween(reader.bytes, start, end);
}

function readText(reader: Reader): string {
  const start = reader.at + 4;
  const end = start + reader.bytes.readInt32LE(reader.at);
  if (end <= start || reader.bytes[end - 1] !== 0) throw malformed();
  reader.at = end;
  return textBetween(reader.bytes, start, end - 1);
}

function take(reader: Reader, size: number): Buffer {
  const start = reader.at;
  reader.at += size;
  if (size < 0 || reader.at > reader.bytes.length) throw malformed();
  return reader.bytes.subarray(start, reader.at);
}

function readInt(reader: Reader): number {
  reader.at += 4;
  return reader.bytes.readInt32LE(reader.at - 4);
}

function readLong(reader: Reader): Long {
  const low = readInt(reader);
  return new Long(low, readInt(reader));
}

/** A Double that JavaScript would write as an Int32 is kept apart from one. */
export function doubleValue(value: number): number | Double {
  return (value | 0) === value && !Object.is(value, -0) ? new Double(value) : value;
}

function readDouble(reader: Reader): number | Double {
  reader.at += 8;
  return doubleValue(reader.bytes.readDoubleLE(reader.at - 8));
}

function readValue(reader: Reader, type: number): unknown {
  switch (type) {
    case BSON_TYPE.int:
      return readInt(reader);
    case BSON_TYPE.string:
      return readText(reader);
    case BSON_TYPE.object:
      return readDocument(reader);
    case BSON_TYPE.array:
      return readArray(reader);
    case BSON_TYPE.boolean:
      return readByte(reader) !== 0;
    case BSON_TYPE.null:
      return null;
    case BSON_TYPE.undefined:
      return undefined;
    case BSON_TYPE.double:
      return readDouble(reader);
    case BSON_TYPE.long:
      return readLong(reader);
    case BSON_TYPE.date:
      return new Date(readLong(reader).toNumber());
    default:
      return readRareValue(reader, type);
  }
}

function readRareValue(reader: Reader, type: number): unknown {
  switch (type) {
    case BSON_TYPE.objectId:
      return new ObjectId(Buffer.from(take(reader, 12)));
    case BSON_TYPE.decimal:
      return new Decimal128(Buffer.from(take(reader, 16)));
    case BSON_TYPE.binary: {
      const size = readInt(reader);
      const subtype = readByte(reader);
      return new Binary(Buffer.from(take(reader, size)), subtype);
    }
    case BSON_TYPE.timestamp:
      return new Timestamp(readLong(reader));
    case BSON_TYPE.regex: {
      const pattern = readName(reader);
      return new BSONRegExp(pattern, readName(reader));
    }
    case BSON_TYPE.code:
      return new Code(readText(reader));
    case BSON_TYPE.codeWithScope: {
      readInt(reader);
      const code = readText(reader);
      return new Code(code, readDocument(reader));
    }
    case BSON_TYPE.symbol:
      return new BSONSymbol(readText(reader));
    case BSON_TYPE.dbPointer: {
      const namespace = readText(reader);
      return new DBRef(namespace, new ObjectId(Buffer.from(take(reader, 12))));
    }
    case BSON_TYPE.minKey:
      return new MinKey();
    case BSON_TYPE.maxKey:
      return new MaxKey();
    default:
      throw malformed();
  }
}

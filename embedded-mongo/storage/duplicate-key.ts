import { Decimal128, Long, ObjectId } from 'bson';
import { MongoError } from '../errors';
import type { Document } from '../values/codec';
import { binaryParts, regexParts } from '../values/order';
import { RANK, rankOf } from '../values/types';
import type { CollectionMeta, IndexMeta } from './catalog';

/** The error of a unique index, in the real server's words. */
export function duplicateKeyError(
  collection: CollectionMeta,
  index: IndexMeta,
  values: readonly unknown[],
): MongoError {
  const keyValue: Document = {};
  index.key.forEach(([path], at) => {
    keyValue[path] = values[at] ?? null;
  });
  const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${show(value)}`);
  return new MongoError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${collection.namespace} index: ${index.name} dup key: { ${shown.join(', ')} }`,
    { details: { keyPattern: Object.fromEntries(index.key), keyValue } },
  );
}

/** A value as the real server prints it in messages. */
function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof Decimal128) return `Decimal128("${value.toString()}")`;
  if (value instanceof Long) return value.toString();
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(show).join(', ')} ]`;
  switch (rankOf(value)) {
    case RANK.binary: {
      const { subtype, bytes } = binaryParts(value);
      return `BinData(${subtype}, ${Buffer.from(bytes).toString('hex').toUpperCase()})`;
    }
    case RANK.regex: {
      const { pattern, options } = regexParts(value);
      return `/${pattern}/${options}`;
    }
    case RANK.object: {
      const members = Object.entries(value as Document).map(([name, member]) => `${name}: ${show(member)}`);
      return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
    }
    default:
      return String(value);
  }
}

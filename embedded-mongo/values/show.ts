import { Decimal128, Double, Long, ObjectId } from 'bson';
import type { Document } from './decode';
import { binaryParts, regexParts } from './order';
import { RANK, rankOf } from './types';
import { membersOf } from './members';

/** A value as the real server prints it in messages. */
export function show(value: unknown): string {
  if (value === undefined) return 'MISSING';
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof Decimal128) return `Decimal128("${value.toString()}")`;
  if (value instanceof Long) return value.toString();
  if (value instanceof Double)
    return Number.isInteger(value.value) ? `${value.value}.0` : String(value.value);
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
      const members = membersOf(value as Document).map(([name, member]) => `${name}: ${show(member)}`);
      return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
    }
    default:
      return `${value as number | boolean | null}`;
  }
}

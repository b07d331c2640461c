import { MongoError } from '../errors';
import { RawArray, RawObject, openValue } from './raw';

/** Deepest nesting of a document that can be stored. */
const MAX_DEPTH = 180;

/** Fewest bytes that a level of nesting takes. */
const LEVEL_BYTES = 7;

/** Throws Overflow where a document is nested more deeply than the real server stores it. */
export function checkDepth(bytes: Uint8Array): void {
  if (bytes.length > MAX_DEPTH * LEVEL_BYTES) descend(RawObject.parse(bytes), 1);
}

function descend(value: RawObject | RawArray, depth: number): void {
  if (depth > MAX_DEPTH)
    throw new MongoError(
      'Overflow',
      `cannot insert document because it exceeds ${MAX_DEPTH} levels of nesting`,
    );
  const members = value instanceof RawObject ? value.members.values() : value.items;
  for (const member of members) {
    // What is shorter cannot be too deep.
    if ('bytes' in member && member.bytes.length < (MAX_DEPTH - depth) * LEVEL_BYTES) continue;
    const opened = openValue(member);
    if (opened instanceof RawObject || opened instanceof RawArray) descend(opened, depth + 1);
  }
}

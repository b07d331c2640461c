import { isRecord } from '../projection/places';
import { put } from '../projection/rules';
import type { DataObject } from './types';

/**
 * Merges what a subgraph sent into the data, in place. Objects and lists of equal length are merged member by
 * member; a null never takes away an object that another subgraph has given.
 */
export function mergeInto(target: DataObject, source: DataObject): void {
  for (const key in source) {
    const value = source[key];
    // No field has this name, but a member of a scalar may: what stands there by nature is the prototype of all objects.
    if (key === '__proto__') put(target, key, value);
    else if (value !== undefined) target[key] = merged(target[key], value);
  }
}

function merged(present: unknown, value: unknown): unknown {
  if (isRecord(present) && isRecord(value)) {
    mergeInto(present, value);
    return present;
  }
  if (Array.isArray(present) && Array.isArray(value) && present.length === value.length) {
    for (const [index, element] of value.entries()) present[index] = merged(present[index], element);
    return present;
  }
  const keep = value === null && typeof present === 'object' && present !== null;
  return keep ? present : value;
}

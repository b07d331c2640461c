import type { PathPart } from '../plan/types';
import { isRecord } from '../projection/places';
import type { Path } from '../projection/places';
import type { DataObject } from './types';

/** An object of the data and the path at which it stands. */
export interface Located {
  readonly object: DataObject;
  readonly path: Path;
}

/**
 * The objects at a path of the plan, in the order of the data, each once: places that show the same entity may share
 * its object. Lists are gone through where they are met.
 */
export function objectsAt(root: DataObject, at: readonly PathPart[]): DataObject[] {
  let objects = new Set([root]);
  for (const part of at) {
    if (part.kind === 'elements') continue;
    const found = new Set<DataObject>();
    for (const object of objects) {
      if (part.kind === 'field') collect(object[part.name], found);
      else if (part.names.has(String(object['__typename']))) found.add(object);
    }
    objects = found;
  }
  return [...objects];
}

function collect(value: unknown, found: Set<DataObject>): void {
  if (Array.isArray(value)) for (const element of value) collect(element, found);
  else if (isRecord(value)) found.add(value);
}

/** The same objects with their paths, for errors only: an execution that goes well needs no paths. */
export function locate(root: DataObject, at: readonly PathPart[]): Located[] {
  const found: Located[] = [];
  walk(root, at, 0, [], found);
  return found;
}

function walk(value: unknown, at: readonly PathPart[], depth: number, path: Path, found: Located[]): void {
  const part = at[depth];
  if (Array.isArray(value)) {
    const next = part?.kind === 'elements' ? depth + 1 : depth;
    for (const [index, element] of value.entries()) walk(element, at, next, [...path, index], found);
  } else if (isRecord(value)) {
    if (!part) found.push({ object: value, path });
    else if (part.kind === 'field') walk(value[part.name], at, depth + 1, [...path, part.name], found);
    else if (part.kind === 'types' && part.names.has(String(value['__typename']))) {
      walk(value, at, depth + 1, path, found);
    }
  }
}

import type { PathPart } from '../plan/types';
import { isRecord } from '../projection/places';
import type { Path } from '../projection/places';
import type { DataObject } from './types';

/** An object of the data and the path at which it stands. */
export interface Located {
  readonly object: DataObject;
  readonly path: Path;
}

/** What holds an object: the object of its field, or the list that it is an element of. */
export type Holder = Record<string | number, unknown>;

/** Told of an object at a path; the holder, at this key, may be given another object in its place. */
export type Visit = (object: DataObject, holder: Holder, key: string | number) => void;

/**
 * Visits the objects at a path of the plan, in the order of the data. Places that show the same entity may share one
 * object; an object that is shared is gone through once. Lists are gone through where they are met.
 */
export function visitAt(root: DataObject, at: readonly PathPart[], visit: Visit): void {
  let objects = new Set([root]);
  const last = at.findLast((part) => part.kind !== 'elements');
  for (const part of at) {
    if (part.kind === 'elements') continue;
    const found = new Set<DataObject>();
    const next: Visit = part === last ? visit : (object) => found.add(object);
    for (const object of objects) {
      if (part.kind === 'field') visitValue(object[part.name], object, part.name, next);
      else if (part.names.has(String(object['__typename']))) found.add(object);
    }
    objects = found;
  }
  for (const object of objects) visit(object, {}, '');
}

/** The objects at a path, each once. */
export function objectsAt(root: DataObject, at: readonly PathPart[]): DataObject[] {
  const objects = new Set<DataObject>();
  visitAt(root, at, (object) => objects.add(object));
  return [...objects];
}

function visitValue(value: unknown, holder: Holder, key: string | number, visit: Visit): void {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      visitValue(value[index], value as unknown as Holder, index, visit);
    }
  } else if (isRecord(value)) visit(value, holder, key);
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

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
 * Visits the objects at a path of the plan, in the order of the data. Lists are gone through where they are met; a
 * shared object that is met again on the way is not gone through again.
 */
export function visitAt(
  root: DataObject,
  at: readonly PathPart[],
  shared: ReadonlySet<object>,
  visit: Visit,
): void {
  new Walk(at, shared, visit).into(root, 0, {}, '');
}

class Walk {
  /** The shared objects that were gone through, by how far they are on the path. */
  private readonly gone: Set<object>[] = [];

  constructor(
    private readonly at: readonly PathPart[],
    private readonly shared: ReadonlySet<object>,
    private readonly visit: Visit,
  ) {}

  into(value: unknown, depth: number, holder: Holder, key: string | number): void {
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) {
        this.into(value[index], depth, value as unknown as Holder, index);
      }
    } else if (isRecord(value)) {
      const part = this.at[depth];
      if (!part) this.visit(value, holder, key);
      else if (part.kind === 'elements') this.into(value, depth + 1, holder, key);
      else if (part.kind === 'types') {
        if (part.names.has(String(value['__typename']))) this.into(value, depth + 1, holder, key);
      } else if (!this.isGone(value, depth)) this.into(value[part.name], depth + 1, value, part.name);
    }
  }

  private isGone(object: DataObject, depth: number): boolean {
    if (!this.shared.has(object)) return false;
    const gone = (this.gone[depth] ??= new Set());
    if (gone.has(object)) return true;
    gone.add(object);
    return false;
  }
}

/** The objects at a path, each once. */
export function objectsAt(
  root: DataObject,
  at: readonly PathPart[],
  shared: ReadonlySet<object>,
): DataObject[] {
  const objects = new Set<DataObject>();
  visitAt(root, at, shared, (object) => objects.add(object));
  return [...objects];
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

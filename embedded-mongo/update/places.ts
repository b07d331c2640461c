import { MongoError } from '../errors';
import { RawArray, RawObject, decodeValue, encodeValue } from '../values/raw';
import type { RawValue } from '../values/raw';

/** Longest array that an update may create by writing beyond its end, as in the real server. */
const MAX_PADDING = 1_500_000;

/** Where a path ends in a document: its value can be read, written or removed there. */
export interface Place {
  get(): RawValue | undefined;
  set(value: RawValue): void;
  /** Removes a member of a document; an item of an array becomes null. */
  unset(): void;
}

/**
 * The place that a path without placeholders leads to. With `create`, documents that are missing on the way are added;
 * without it, undefined is returned where the way ends early. Throws PathNotViable where something else is in the way.
 */
export function placeAt(root: RawObject, path: readonly string[], create: boolean): Place | undefined {
  let parent: RawObject | RawArray = root;
  for (const [at, name] of path.slice(0, -1).entries()) {
    let child = openMember(parent, name);
    if (child === undefined) {
      if (!create) return undefined;
      child = new RawObject();
      writeMember(parent, name, child, path);
    }
    if (!(child instanceof RawObject || child instanceof RawArray)) {
      if (!create) return undefined;
      throw notViable(path[at + 1] as string, name, child);
    }
    parent = child;
  }
  const last = path.at(-1) as string;
  if (parent instanceof RawArray && !isIndex(last)) {
    if (!create) return undefined;
    throw notViable(last, path.at(-2) as string, parent);
  }
  return placeIn(parent, last, path);
}

function placeIn(parent: RawObject | RawArray, name: string, path: readonly string[]): Place {
  return {
    get: () => openMember(parent, name),
    set: (value) => writeMember(parent, name, value, path),
    unset: () => {
      if (parent instanceof RawObject) parent.members.delete(name);
      else if (Number(name) < parent.items.length) parent.items[Number(name)] = encodeValue(null);
    },
  };
}

function isIndex(name: string): boolean {
  return /^(0|[1-9]\d*)$/.test(name);
}

function openMember(parent: RawObject | RawArray, name: string): RawValue | undefined {
  if (parent instanceof RawObject) return parent.open(name);
  return isIndex(name) ? parent.open(Number(name)) : undefined;
}

function writeMember(
  parent: RawObject | RawArray,
  name: string,
  value: RawValue,
  path: readonly string[],
): void {
  if (parent instanceof RawObject) {
    parent.members.set(name, value);
    return;
  }
  if (!isIndex(name)) throw notViable(name, path[path.indexOf(name) - 1] ?? '', parent);
  const index = Number(name);
  if (index - parent.items.length > MAX_PADDING)
    throw new MongoError('BadValue', 'cannot backfill array to that many elements');
  while (parent.items.length < index) parent.items.push(encodeValue(null));
  parent.items[index] = value;
}

function notViable(name: string, holder: string, value: RawValue): MongoError {
  const shown = JSON.stringify(decodeValue(value));
  return new MongoError('PathNotViable', `Cannot create field '${name}' in element {${holder}: ${shown}}`);
}

import { withMember } from '../values/members';
import type { Document } from '../values/members';
import { isDocument } from '../values/types';

/** The value at a path through documents alone; undefined where there is none. */
export function valueAt(document: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isDocument(value) ? value[name] : undefined), document);
}

/** A copy of the document with another value at the path, or without any. */
export function withValue(document: Document, [name, ...rest]: readonly string[], value: unknown): Document {
  const key = name as string;
  const held = document[key];
  const inner = rest.length === 0 ? value : withValue(isDocument(held) ? held : {}, rest, value);
  return withMember(document, key, inner);
}

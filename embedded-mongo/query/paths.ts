import { isDocument } from '../values/types';

const INDEX = /^(0|[1-9]\d*)$/;

/** A dotted path, split. */
export function splitPath(path: string): string[] {
  return path.split('.');
}

/** Whether a path component can address an array item. */
export function isArrayIndex(part: string): boolean {
  return INDEX.test(part);
}

/**
 * Calls `visit` with each value that a dotted path leads to, entering the documents of every array on the way, as
 * queries do. `undefined` is visited where a document lacks the field. Stops as soon as `visit` returns true, and
 * says whether it did.
 */
export function visitPath(
  value: unknown,
  parts: readonly string[],
  visit: (value: unknown) => boolean,
  from = 0,
): boolean {
  const part = parts[from];
  if (part === undefined) return visit(value);
  if (Array.isArray(value)) return visitArray(value, parts, visit, from);
  if (!isDocument(value)) return visit(undefined);
  return visitPath(ownMember(value, part), parts, visit, from + 1);
}

function visitArray(
  items: readonly unknown[],
  parts: readonly string[],
  visit: (value: unknown) => boolean,
  from: number,
): boolean {
  const part = parts[from] as string;
  if (isArrayIndex(part) && Number(part) < items.length) {
    if (visitPath(items[Number(part)], parts, visit, from + 1)) return true;
  }
  return items.some((item) => isDocument(item) && visitPath(item, parts, visit, from));
}

function ownMember(document: Record<string, unknown>, name: string): unknown {
  return Object.prototype.hasOwnProperty.call(document, name) ? document[name] : undefined;
}

/**
 * Like `visitPath`, and where the path ends at an array visits its items first and then the array itself: what most
 * query operators are asked about.
 */
export function visitLeaves(
  document: unknown,
  parts: readonly string[],
  visit: (value: unknown) => boolean,
): boolean {
  return visitPath(document, parts, (value) => (Array.isArray(value) && value.some(visit)) || visit(value));
}

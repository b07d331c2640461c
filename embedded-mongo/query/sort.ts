import { location, notSupported, typeMismatch } from '../errors';
import { fieldPath } from '../expressions/compile';
import type { Document } from '../values/codec';
import type { Collation } from '../values/collation';
import { compareValues } from '../values/order';
import { isDocument, isNumeric } from '../values/types';
import { splitPath, visitPath } from './paths';
import { show } from '../values/show';
import { membersOf } from '../values/members';

/** One field of a sort, with its direction. */
export interface SortField {
  readonly path: string;
  readonly direction: 1 | -1;
}

/** Reads a sort document. Throws where a direction is neither 1 nor -1. */
export function parseSort(sort: unknown): SortField[] {
  if (sort === undefined || sort === null) return [];
  if (!isDocument(sort)) throw typeMismatch('Expected field sort to be of type object');
  return membersOf(sort).map(([path, direction]) => {
    if (isDocument(direction)) throw notSupported('sort by $meta');
    if (!isNumeric(direction))
      throw location(15974, `Illegal key in $sort specification: ${path}: ${show(direction)}`);
    const sign = Number(direction);
    if (sign !== 1 && sign !== -1)
      throw location(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    if (path === '') throw location(40352, 'FieldPath cannot be constructed with empty string');
    if (path !== '$natural') fieldPath(path);
    return { path, direction: sign };
  });
}

/** The value a document sorts by: of an array its smallest item, or its largest where the order is descending. */
function sortKey(
  document: Document,
  parts: readonly string[],
  direction: 1 | -1,
  collation: Collation | undefined,
): unknown {
  const best: unknown[] = [];
  const consider = (value: unknown): void => {
    const candidate = value ?? null;
    if (best.length === 0 || compareKeys(candidate, best[0], collation) * direction < 0) best[0] = candidate;
  };
  visitPath(document, parts, (value) => {
    if (!Array.isArray(value)) consider(value);
    else if (value.length === 0) consider(EMPTY_ARRAY);
    else value.forEach(consider);
    return false;
  });
  return best[0] ?? null;
}

/** An empty array sorts below null, where BSON's `undefined` is. */
const EMPTY_ARRAY = Symbol('empty array');

function compareKeys(a: unknown, b: unknown, collation: Collation | undefined): number {
  if (a === EMPTY_ARRAY || b === EMPTY_ARRAY) return Number(b === EMPTY_ARRAY) - Number(a === EMPTY_ARRAY);
  return compareValues(a, b, collation);
}

/** The items in order; equal ones keep the order in which they came. */
export function sortBy<T>(
  items: readonly T[],
  fields: readonly SortField[],
  documentOf: (item: T) => Document,
  collation?: Collation,
): T[] {
  const paths = fields.map((field) => splitPath(field.path));
  const keyed = items.map((item) => ({
    item,
    keys: fields.map((field, index) =>
      sortKey(documentOf(item), paths[index] as string[], field.direction, collation),
    ),
  }));
  keyed.sort((a, b) => {
    for (const [index, field] of fields.entries()) {
      const order = compareKeys(a.keys[index], b.keys[index], collation);
      if (order !== 0) return order * field.direction;
    }
    return 0;
  });
  return keyed.map((entry) => entry.item);
}

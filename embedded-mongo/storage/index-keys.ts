import { MongoError } from '../errors';
import type { Document } from '../values/codec';
import { isDocument } from '../values/types';
import type { IndexMeta } from './catalog';
import { EMPTY_ARRAY_BYTES, encodeForOrder, inverted } from './value-encoding';

/** One key of a document in an index. */
export interface IndexKey {
  readonly bytes: Buffer;
  /** False where other values may have the same bytes. */
  readonly exact: boolean;
  /** The indexed values, in the order of the index's fields. */
  readonly values: readonly unknown[];
}

/** All keys that a document has in an index. */
export interface IndexKeys {
  readonly keys: readonly IndexKey[];
  /** An array was met on one of the paths. */
  readonly multikey: boolean;
}

/** A walk along one path: where it has come to, and what is left of it. */
interface Cursor {
  readonly value: unknown;
  readonly rest: readonly string[];
  readonly done: boolean;
}

const NO_KEYS: IndexKeys = { keys: [], multikey: false };

/**
 * The keys of a document: one for each combination of values along the paths, an array giving one for each of its
 * items. Throws CannotIndexParallelArrays where two paths lead into different arrays.
 */
export function indexKeysOf(index: IndexMeta, document: Document): IndexKeys {
  const start = index.key.map(([path]) => ({
    value: document,
    rest: path.split('.'),
    done: false,
  }));
  const tuples: unknown[][] = [];
  const state = { multikey: false, sawField: false };
  expand(start, tuples, state);
  if (index.sparse && !state.sawField) return NO_KEYS;
  const seen = new Map<string, IndexKey>();
  for (const values of tuples) {
    const key = encodeKey(index, values);
    seen.set(key.bytes.toString('latin1'), key);
  }
  return { keys: [...seen.values()], multikey: state.multikey };
}

function expand(
  cursors: readonly Cursor[],
  tuples: unknown[][],
  state: { multikey: boolean; sawField: boolean },
): void {
  const advanced = cursors.map(advance);
  const array = advanced.find((cursor) => !cursor.done && Array.isArray(cursor.value))?.value;
  if (array === undefined) {
    if (advanced.some((cursor) => cursor.value !== undefined)) state.sawField = true;
    tuples.push(advanced.map((cursor) => cursor.value));
    return;
  }
  if (advanced.some((cursor) => !cursor.done && Array.isArray(cursor.value) && cursor.value !== array)) {
    throw new MongoError('CannotIndexParallelArrays', 'cannot index parallel arrays');
  }
  state.multikey = true;
  state.sawField = true;
  const items = array as unknown[];
  for (const item of items.length === 0 ? [EMPTY_ARRAY] : items) {
    const next = advanced.map((cursor) =>
      !cursor.done && cursor.value === array ? enter(cursor, item) : cursor,
    );
    expand(next, tuples, state);
  }
}

/** Goes on through documents, up to an array, the end of the path, or a place where there is nothing. */
function advance(cursor: Cursor): Cursor {
  let { value, rest } = cursor;
  if (cursor.done) return cursor;
  while (rest.length > 0) {
    const [name, ...others] = rest as [string, ...string[]];
    if (Array.isArray(value)) {
      if (!/^\d+$/.test(name)) return { value, rest, done: false };
      value = (value as unknown[])[Number(name)];
    } else if (isDocument(value)) {
      value = Object.prototype.hasOwnProperty.call(value, name) ? value[name] : undefined;
    } else {
      return { value: undefined, rest: [], done: true };
    }
    rest = others;
  }
  return { value, rest, done: !Array.isArray(value) };
}

/** Enters one item of an array: at the end of the path the item is the value, even where it is an array again. */
function enter(cursor: Cursor, item: unknown): Cursor {
  if (cursor.rest.length === 0) return { value: item, rest: [], done: true };
  if (isDocument(item)) return { value: item, rest: cursor.rest, done: false };
  return { value: undefined, rest: [], done: true };
}

/** Stands for an array without items, which has one key, below null. */
const EMPTY_ARRAY = Symbol('empty array');

function encodeKey(index: IndexMeta, values: readonly unknown[]): IndexKey {
  let exact = true;
  const parts = index.key.map(([, direction], at) => {
    const value = values[at];
    const encoded = value === EMPTY_ARRAY ? { bytes: EMPTY_ARRAY_BYTES, exact: true } : encodeForOrder(value);
    exact = exact && encoded.exact;
    return direction === 1 ? encoded.bytes : inverted(encoded.bytes);
  });
  return {
    bytes: Buffer.concat(parts),
    exact,
    values: values.map((value) => (value === EMPTY_ARRAY ? undefined : value)),
  };
}

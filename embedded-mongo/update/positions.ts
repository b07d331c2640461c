import { MongoError, badValue, failedToParse } from '../errors';
import { elemMatchItem, compileFilter, isOperatorDocument } from '../query/matcher';
import { visitPath } from '../query/paths';
import type { Document } from '../values/codec';
import { RawArray, RawObject, decodeValue, openValue } from '../values/raw';
import type { RawValue } from '../values/raw';
import { isDocument } from '../values/types';

/** What the placeholders of update paths stand for. */
export interface Positions {
  /** The filters of `$[name]`, by name. */
  readonly filters: ReadonlyMap<string, (item: unknown) => boolean>;
  /** The item of `$`: asked with the array's path, undefined where the query did not match an item. */
  readonly matched: (arrayPath: string) => number | undefined;
}

/** Compiles the arrayFilters option. Throws FailedToParse where a filter names no or several placeholders. */
export function parseArrayFilters(filters: readonly unknown[] | undefined): Positions['filters'] {
  const compiled = new Map<string, (item: unknown) => boolean>();
  for (const filter of filters ?? []) {
    if (!isDocument(filter)) throw failedToParse('Expected a document in arrayFilters');
    const names = new Set(identifiersOf(filter));
    const [name] = names;
    if (name === undefined)
      throw failedToParse('Cannot use an expression without a top-level field name in arrayFilters');
    if (names.size > 1)
      throw failedToParse(
        `Error parsing array filter :: caused by :: Expected a single top-level field name, found ${[...names].map((n) => `'${n}'`).join(' and ')}`,
      );
    if (compiled.has(name))
      throw failedToParse(`Found multiple array filters with the same top-level field name ${name}`);
    const { matches } = compileFilter(filter);
    compiled.set(name, (item) => matches({ [name]: item }));
  }
  return compiled;
}

function identifiersOf(filter: Document): string[] {
  return Object.entries(filter).flatMap(([path, operand]) => {
    if (!path.startsWith('$')) return [path.split('.', 1)[0] as string];
    return Array.isArray(operand) ? operand.filter(isDocument).flatMap(identifiersOf) : [];
  });
}

/** The paths without placeholders that a path stands for in a document. */
export function expandPath(root: RawObject, path: readonly string[], positions: Positions): string[][] {
  return expand(root, path, 0, positions);
}

function expand(
  value: RawValue | undefined,
  path: readonly string[],
  at: number,
  positions: Positions,
): string[][] {
  const part = path[at];
  if (part === undefined) return [[...path]];
  if (!part.startsWith('$')) {
    const opened = openValue(value);
    const child =
      opened instanceof RawObject
        ? opened.members.get(part)
        : opened instanceof RawArray
          ? opened.items[Number(part)]
          : undefined;
    return expand(child, path, at + 1, positions);
  }
  const indexes = indexesOf(part, openValue(value), path, at, positions);
  return indexes.flatMap((index) => {
    const concrete = [...path];
    concrete[at] = String(index);
    const items = (openValue(value) as RawArray).items;
    return expand(items[index], concrete, at + 1, positions);
  });
}

function indexesOf(
  part: string,
  value: RawValue | undefined,
  path: readonly string[],
  at: number,
  positions: Positions,
): number[] {
  const holder = path.slice(0, at).join('.');
  if (part === '$') {
    const index = positions.matched(holder);
    if (index === undefined)
      throw badValue('The positional operator did not find the match needed from the query.');
    return [index];
  }
  const name = /^\$\[(.*)\]$/.exec(part)?.[1];
  if (name === undefined)
    throw new MongoError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${part}' in '${path.join('.')}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
  if (value === undefined)
    throw badValue(`The path '${holder}' must exist in the document in order to apply array updates.`);
  if (!(value instanceof RawArray))
    throw badValue(`Cannot apply array updates to non-array element ${holder}`);
  if (name === '') return value.items.map((_item, index) => index);
  const filter = positions.filters.get(name);
  if (filter === undefined)
    throw badValue(`No array filter found for identifier '${name}' in path '${path.join('.')}'`);
  return value.items.flatMap((item, index) => (filter(decodeValue(item)) ? [index] : []));
}

/**
 * Finds which item of an array made a query match, for the positional `$`: the first one that satisfies all of the
 * query's conditions on that array.
 */
export function matchedPosition(
  filter: Document,
  document: Document,
): (arrayPath: string) => number | undefined {
  return (arrayPath) => {
    const parts = arrayPath.split('.');
    let array: unknown[] | undefined;
    visitPath(document, parts, (value) => {
      if (Array.isArray(value)) array = value;
      return array !== undefined;
    });
    if (array === undefined) return undefined;
    const tests = itemTests(filter, arrayPath);
    if (tests.length === 0) return undefined;
    const index = array.findIndex((item) => tests.every((test) => test(item)));
    if (index >= 0) return index;
    const some = array.findIndex((item) => tests.some((test) => test(item)));
    return some >= 0 ? some : undefined;
  };
}

function itemTests(filter: Document, arrayPath: string): ((item: unknown) => boolean)[] {
  return Object.entries(filter).flatMap(([path, operand]) => {
    if (path === '$and' && Array.isArray(operand))
      return operand.filter(isDocument).flatMap((clause) => itemTests(clause, arrayPath));
    if (path === arrayPath) return [itemTest(operand)];
    if (!path.startsWith(`${arrayPath}.`)) return [];
    const { matches } = compileFilter({ [path.slice(arrayPath.length + 1)]: operand });
    return [(item: unknown) => isDocument(item) && matches(item)];
  });
}

function itemTest(operand: unknown): (item: unknown) => boolean {
  if (isOperatorDocument(operand) && '$elemMatch' in operand) return elemMatchItem(operand['$elemMatch']);
  const { matches } = compileFilter({ item: operand });
  return (item) => matches({ item });
}

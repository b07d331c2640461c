import { hold } from '../conditions';
import type { ObjectShape, Place, ProjectedField, Shape } from './types';

/** A path in an answer, from the outside in. */
export type Path = readonly (string | number)[];

/** The path that a place stands for. */
export function pathOf(place: Place | undefined): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = place; at; at = at.above) path.push(at.key);
  return path.reverse();
}

/**
 * Finds where the caller sees what stands at a path of the data. One field of the data may be written several
 * times. What is not written at all (a key, a required field) is found at the nearest object that is.
 */
export function placesOf(
  shape: ObjectShape,
  data: unknown,
  path: Path,
  variables: Readonly<Record<string, unknown>>,
): { exact: boolean; paths: Path[] } {
  const search: Search = { path, variables, exact: [], nearest: [] };
  descend(search, shape, data, 0, undefined);
  const exact = search.exact.length > 0;
  return { exact, paths: exact ? search.exact : longest(search.nearest) };
}

interface Search {
  readonly path: Path;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly exact: Path[];
  readonly nearest: Path[];
}

function descend(
  search: Search,
  shape: Shape,
  value: unknown,
  depth: number,
  place: Place | undefined,
): void {
  const part = search.path[depth];
  if (part === undefined) {
    search.exact.push(pathOf(place));
  } else if (shape.kind === 'list' && typeof part === 'number') {
    const element: unknown = Array.isArray(value) ? value[part] : undefined;
    descend(search, shape.of, element, depth + 1, { above: place, key: part });
  } else if (shape.kind === 'object' && typeof part === 'string') {
    descendIntoObject(search, shape, value, depth, place);
  } else {
    search.nearest.push(pathOf(place));
  }
}

function descendIntoObject(
  search: Search,
  shape: ObjectShape,
  value: unknown,
  depth: number,
  place: Place | undefined,
): void {
  const object = isRecord(value) ? value : undefined;
  const part = search.path[depth];
  const fields = candidates(shape, object).filter(
    ({ source, when }) =>
      source.kind === 'data' &&
      source.name === part &&
      (!when || when.some((conditions) => hold(conditions, search.variables))),
  );
  if (fields.length === 0) search.nearest.push(pathOf(place));
  for (const field of fields) {
    descend(search, field.shape, object?.[String(part)], depth + 1, placeIn(place, field));
  }
}

/** Where a field of the object at a place is written. */
function placeIn(place: Place | undefined, { rule, names }: ProjectedField): Place | undefined {
  if (rule.hoist) return place;
  const above = rule.nest ? { above: place, key: rule.nest[0] } : place;
  return { above, key: names[0] };
}

/** The fields of the object's type, or, when its type is not known because it is null, of the first that fits. */
export function candidates(
  shape: ObjectShape,
  object: Record<string, unknown> | undefined,
): readonly ProjectedField[] {
  const typename = object?.['__typename'];
  const known = typeof typename === 'string' && shape.abstract ? shape.fieldsOf(typename) : undefined;
  if (known) return known;
  const declared = shape.fieldsOf(shape.type) ?? [];
  if (!shape.abstract || object) return declared;
  return shape.possible.flatMap((name) => shape.fieldsOf(name) ?? []);
}

function longest(paths: readonly Path[]): Path[] {
  const unique = new Map(paths.map((path) => [JSON.stringify(path), path]));
  const length = Math.max(0, ...paths.map((path) => path.length));
  return [...unique.values()].filter((path) => path.length === length);
}

/** Whether this is an object with members. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

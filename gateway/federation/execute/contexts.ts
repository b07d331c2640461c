import type { GraphQLSchema } from 'graphql';
import type { ContextVariable, FetchStep, RewritePart } from '../plan/types';
import { isRecord } from '../projection/places';
import type { Path } from '../projection/places';
import { locate } from './locate';
import type { Batch, ContextValues } from './orders';
import { representAll } from './representations';
import type { Run } from './run';
import { satisfies } from './schema-types';
import type { DataObject } from './types';

/** Objects for which the contexts have the same values. */
interface Surrounded {
  readonly values: ContextValues;
  readonly objects: DataObject[];
}

/**
 * Makes the representations for a fetch that reads contexts. What a subgraph says to an entity depends on where the
 * entity stands, so those with other values are others, even where they refer to the same.
 */
export function representInContexts(run: Run, fetch: FetchStep): Batch {
  const representations: DataObject[] = [];
  const keys: string[] = [];
  const owners: Batch['owners'][number][] = [];
  const contexts: ContextValues[] = [];
  for (const { values, objects } of surroundings(run, fetch)) {
    const batch = representAll(run, fetch, (visit) => {
      for (const object of objects) visit(object, {}, '');
    });
    representations.push(...batch.representations);
    keys.push(...batch.keys.map((key) => `${values.text} ${key}`));
    owners.push(...batch.owners);
    contexts.push(...batch.keys.map(() => values));
  }
  return { representations, keys, owners, contexts };
}

function surroundings({ data, surroundings: { schema } }: Run, fetch: FetchStep): Iterable<Surrounded> {
  const found = new Map<string, Surrounded>();
  for (const { object, path } of locate(data, fetch.at)) {
    const variables = valuesFor(schema, fetch.contexts, objectsOn(data, path));
    const text = JSON.stringify(variables);
    const same = found.get(text);
    if (same) same.objects.push(object);
    else found.set(text, { values: { text, variables }, objects: [object] });
  }
  return found.values();
}

/** What the variables hold for the last of these objects, which stand in each other. */
function valuesFor(
  schema: GraphQLSchema,
  contexts: readonly ContextVariable[],
  objects: readonly DataObject[],
): DataObject {
  const variables: DataObject = {};
  for (const { name, places } of contexts) {
    let value: unknown;
    for (const { levels, path } of places) value ??= valueAt(schema, objects.at(-1 - levels), path, 0);
    variables[name] = value ?? null;
  }
  return variables;
}

/** The objects on a path, with the one at its end. */
function objectsOn(root: DataObject, path: Path): DataObject[] {
  const objects: DataObject[] = [];
  let value: unknown = root;
  for (const key of path) {
    if (isRecord(value)) objects.push(value);
    value = (value as Record<string | number, unknown>)[key];
  }
  if (isRecord(value)) objects.push(value);
  return objects;
}

function valueAt(
  schema: GraphQLSchema,
  value: unknown,
  path: readonly RewritePart[],
  depth: number,
): unknown {
  const part = path[depth];
  if (!part) return value;
  if (Array.isArray(value))
    return value.map((element: unknown) => valueAt(schema, element, path, depth) ?? null);
  if (!isRecord(value)) return undefined;
  if (part.kind === 'field') return valueAt(schema, value[part.name], path, depth + 1);
  const isOther = '__typename' in value && !satisfies(schema, value['__typename'], part.name);
  return isOther ? undefined : valueAt(schema, value, path, depth + 1);
}

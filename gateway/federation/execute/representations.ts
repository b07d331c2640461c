import type { GraphQLSchema } from 'graphql';
import type { FetchStep, Requirement } from '../plan/types';
import { isRecord } from '../projection/places';
import { mergeInto } from './merge';
import { applyRewrites } from './rewrites';
import { satisfies } from './schema-types';
import type { DataObject } from './types';

/** What an entity fetch sends, and whose fields each answer fills. */
export interface Batch {
  readonly representations: readonly DataObject[];
  /** Each representation as text; equal texts are equal entities. */
  readonly keys: readonly string[];
  /** For each representation the objects that it stands for: equal entities are asked for once. */
  readonly owners: readonly (readonly DataObject[])[];
}

/** Makes the representations of these objects. Objects that lack what the fetch requires are left out. */
export function represent(schema: GraphQLSchema, fetch: FetchStep, objects: readonly DataObject[]): Batch {
  const owners = new Map<string, DataObject[]>();
  const representations: DataObject[] = [];
  for (const object of objects) {
    const representation: DataObject = {};
    if (!build(schema, object, fetch.requires ?? [], representation) || !identifies(representation)) continue;
    if (fetch.inputRewrites.length > 0) applyRewrites(schema, fetch.inputRewrites, representation);
    const key = JSON.stringify(representation);
    const known = owners.get(key);
    if (known) {
      known.push(object);
    } else {
      owners.set(key, [object]);
      representations.push(representation);
    }
  }
  return { representations, keys: [...owners.keys()], owners: [...owners.values()] };
}

/** An object whose members beside the type are all null is no entity that a subgraph could find. */
function identifies(representation: DataObject): boolean {
  if (typeof representation['__typename'] !== 'string') return false;
  for (const name in representation) {
    if (name !== '__typename' && representation[name] !== null) return true;
  }
  return false;
}

/** Writes what is required of the source into the target; false when something is missing. */
function build(
  schema: GraphQLSchema,
  source: DataObject,
  requirements: readonly Requirement[],
  target: DataObject,
): boolean {
  for (const requirement of requirements) {
    if (requirement.kind === 'field') {
      const { name, members } = requirement;
      const value = members ? pick(schema, source[name], members) : source[name];
      if (value === undefined) return false;
      const present = target[name];
      if (isRecord(present) && isRecord(value)) mergeInto(present, value);
      else target[name] = value;
    } else if (requirement.on === undefined || satisfies(schema, source['__typename'], requirement.on)) {
      if (!build(schema, source, requirement.members, target)) return false;
    }
  }
  return true;
}

function pick(schema: GraphQLSchema, value: unknown, members: readonly Requirement[]): unknown {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) {
    const elements = value.map((element: unknown) => pick(schema, element, members));
    return elements.includes(undefined) ? undefined : elements;
  }
  if (!isRecord(value)) return undefined;
  const picked: DataObject = {};
  return build(schema, value, members, picked) ? picked : undefined;
}

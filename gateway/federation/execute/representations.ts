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
    const representation = build(schema, object, fetch.requires ?? []);
    if (!representation || !identifies(representation)) continue;
    applyRewrites(schema, fetch.inputRewrites, representation);
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
  const { __typename: typename, ...members } = representation;
  return typeof typename === 'string' && Object.values(members).some((value) => value !== null);
}

function build(
  schema: GraphQLSchema,
  source: DataObject,
  requirements: readonly Requirement[],
): DataObject | undefined {
  const built: DataObject = {};
  for (const requirement of requirements) {
    if (requirement.kind === 'field') {
      const value = pick(schema, source[requirement.name], requirement.members);
      if (value === undefined) return undefined;
      built[requirement.name] = value;
    } else if (requirement.on === undefined || satisfies(schema, source['__typename'], requirement.on)) {
      const part = build(schema, source, requirement.members);
      if (!part) return undefined;
      mergeInto(built, part);
    }
  }
  return built;
}

function pick(schema: GraphQLSchema, value: unknown, members: readonly Requirement[] | undefined): unknown {
  if (!members || value === null || value === undefined) return value;
  if (Array.isArray(value)) {
    const elements = value.map((element: unknown) => pick(schema, element, members));
    return elements.includes(undefined) ? undefined : elements;
  }
  return isRecord(value) ? build(schema, value, members) : undefined;
}

import type { GraphQLSchema } from 'graphql';
import type { FetchStep, Requirement } from '../plan/types';
import { isRecord } from '../projection/places';
import { visitAt } from './locate';
import type { Visit } from './locate';
import { mergeInto } from './merge';
import type { Batch } from './orders';
import { applyRewrites } from './rewrites';
import type { Run } from './run';
import { satisfies } from './schema-types';
import type { DataObject } from './types';

/** Objects that stand for the same entity. */
interface Group {
  readonly objects: [DataObject, ...DataObject[]];
  /** What is required of them, and all that the first of them holds where it is no more than a reference. */
  readonly required: DataObject;
  /** How many members that are. */
  readonly size: number;
  readonly isReference: boolean;
}

/**
 * Makes the representations of the objects at the path of a fetch. Objects that lack what it requires are left out.
 * Where references to one entity are met that hold nothing else, one of them takes the place of all: what follows has
 * one object to fill and to write.
 */
export function represent(run: Run, fetch: FetchStep): Batch {
  return representAll(run, fetch, (visit) => visitAt(run.data, fetch.at, run.shared, visit));
}

/** The same for any objects. */
export function representAll(run: Run, fetch: FetchStep, visitAll: (visit: Visit) => void): Batch {
  const { schema } = run.surroundings;
  const { requires = [], unites } = fetch;
  const groups = new Map<string, Group>();
  /** Of those that stand at several places. */
  const seen = new Set<DataObject>();
  visitAll((object, holder, key) => {
    if (seen.has(object)) return;
    if (run.shared.has(object)) seen.add(object);
    const text = textOf(schema, object, requires);
    if (text === undefined) return;
    const group = groups.get(text);
    if (!group) {
      const required: DataObject = {};
      build(schema, object, requires, required);
      const size = Object.keys(required).length;
      const isReference = unites && isAll(object, required, size);
      if (identifies(required)) groups.set(text, { objects: [object], required, size, isReference });
    } else if (group.isReference && isAll(object, group.required, group.size)) {
      const [first] = group.objects;
      holder[key] = first;
      run.shared.add(first);
    } else group.objects.push(object);
  });
  return {
    representations: Array.from(groups.values(), ({ required }) => rewritten(schema, fetch, required)),
    keys: [...groups.keys()],
    owners: Array.from(groups.values(), ({ objects }) => objects),
    contexts: undefined,
  };
}

/** What a representation would hold, as text that no other has; undefined when something is missing. */
function textOf(
  schema: GraphQLSchema,
  source: DataObject,
  requirements: readonly Requirement[],
): string | undefined {
  let text = '';
  for (const requirement of requirements) {
    if (requirement.kind === 'fragment') {
      if (requirement.on !== undefined && !satisfies(schema, source['__typename'], requirement.on)) continue;
      const members = textOf(schema, source, requirement.members);
      if (members === undefined) return undefined;
      text += members;
      continue;
    }
    const { name, members } = requirement;
    const value = members ? pick(schema, source[name], members) : source[name];
    if (value === undefined) return undefined;
    text +=
      typeof value === 'string' ? `${name}:${value.length}:${value}` : `${name}=${JSON.stringify(value)}`;
  }
  return text;
}

function rewritten(schema: GraphQLSchema, { inputRewrites }: FetchStep, required: DataObject): DataObject {
  if (inputRewrites.length === 0) return required;
  const representation = { ...required };
  applyRewrites(schema, inputRewrites, representation);
  return representation;
}

/** Whether the representation holds all that the object does, and nothing that could hold more. */
function isAll(object: DataObject, representation: DataObject, size: number): boolean {
  let count = 0;
  for (const name in object) {
    const value = object[name];
    if (representation[name] !== value || (typeof value === 'object' && value !== null)) return false;
    count += 1;
  }
  return count === size;
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

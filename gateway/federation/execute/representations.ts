import type { GraphQLSchema } from 'graphql';
import type { FetchStep, Requirement } from '../plan/types';
import { isRecord } from '../projection/places';
import { visitAt } from './locate';
import { mergeInto } from './merge';
import type { Batch } from './orders';
import { applyRewrites } from './rewrites';
import type { Run } from './run';
import { satisfies } from './schema-types';
import type { DataObject } from './types';

/** Objects that stand for the same entity. */
interface Group {
  readonly objects: [DataObject, ...DataObject[]];
  /** Whether the first of them is no more than its representation. */
  readonly isReference: boolean;
}

/**
 * Makes the representations of the objects at the path of a fetch. Objects that lack what it requires are left out.
 * Where references to one entity are met that hold nothing else, one of them takes the place of all: what follows has
 * one object to fill and to write.
 */
export function represent(run: Run, fetch: FetchStep): Batch {
  const { schema } = run.surroundings;
  const groups = new Map<string, Group>();
  const representations: DataObject[] = [];
  /** Of those that stand at several places. */
  const seen = new Set<DataObject>();
  visitAt(run.data, fetch.at, run.shared, (object, holder, key) => {
    if (seen.has(object)) return;
    if (run.shared.has(object)) seen.add(object);
    const representation: DataObject = {};
    if (!build(schema, object, fetch.requires ?? [], representation) || !identifies(representation)) return;
    const isReference = fetch.unites && isAll(object, representation);
    if (fetch.inputRewrites.length > 0) applyRewrites(schema, fetch.inputRewrites, representation);
    const text = textOf(representation);
    const group = groups.get(text);
    if (group?.isReference && isReference) {
      const [first] = group.objects;
      holder[key] = first;
      run.shared.add(first);
      return;
    }
    if (group) return void group.objects.push(object);
    groups.set(text, { objects: [object], isReference });
    representations.push(representation);
  });
  return {
    representations,
    keys: [...groups.keys()],
    owners: Array.from(groups.values(), ({ objects }) => objects),
  };
}

/** The representation as text that no other has; shorter work than JSON, of which only this much is needed. */
function textOf(representation: DataObject): string {
  let text = '';
  for (const name in representation) {
    const value = representation[name];
    text +=
      typeof value === 'string' ? `${name}:${value.length}:${value}` : `${name}=${JSON.stringify(value)}`;
  }
  return text;
}

/** Whether the representation holds all that the object does, and nothing that could hold more. */
function isAll(object: DataObject, representation: DataObject): boolean {
  let count = 0;
  for (const name in object) {
    const value = object[name];
    if (representation[name] !== value || (typeof value === 'object' && value !== null)) return false;
    count += 1;
  }
  return count === Object.keys(representation).length;
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

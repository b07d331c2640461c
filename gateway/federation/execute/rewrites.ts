import type { GraphQLSchema } from 'graphql';
import type { Rewrite } from '../plan/types';
import { isRecord } from '../projection/places';
import { satisfies } from './schema-types';

/** Applies the planner's rewrites to a representation that is sent, or to data that were received. */
export function applyRewrites(schema: GraphQLSchema, rewrites: readonly Rewrite[], value: unknown): void {
  for (const rewrite of rewrites) applyAt(schema, rewrite, 0, value);
}

function applyAt(schema: GraphQLSchema, rewrite: Rewrite, depth: number, value: unknown): void {
  if (Array.isArray(value)) {
    for (const element of value) applyAt(schema, rewrite, depth, element);
    return;
  }
  if (!isRecord(value)) return;
  const part = rewrite.path[depth];
  if (!part) change(rewrite, value);
  else if (part.kind === 'field') applyAt(schema, rewrite, depth + 1, value[part.name]);
  else if (!('__typename' in value) || satisfies(schema, value['__typename'], part.name)) {
    applyAt(schema, rewrite, depth + 1, value);
  }
}

function change({ field, change: what }: Rewrite, object: Record<string, unknown>): void {
  if (what.kind === 'set') {
    object[field] = what.value;
  } else if (field in object) {
    object[what.to] = object[field];
    Reflect.deleteProperty(object, field);
  }
}

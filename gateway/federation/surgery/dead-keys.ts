import type { DocumentNode } from 'graphql';
import { applied, argument, mapTypes } from './join';

/**
 * Drops keys by which a subgraph says that it cannot be entered, where it has another by which it can. When the
 * planner comes back to a subgraph that it has left for a required field, it takes the first key that it finds, dead
 * or not, and the subgraph answers null.
 */
export function dropDeadKeys(supergraph: DocumentNode): DocumentNode {
  return mapTypes(supergraph, (type) => {
    const keys = applied(type, 'join__type').filter((directive) => argument(directive, 'key') !== undefined);
    const isDead = (key: (typeof keys)[number]): boolean => argument(key, 'resolvable') === false;
    const enterable = new Set(keys.filter((key) => !isDead(key)).map((key) => argument(key, 'graph')));
    const dropped = new Set(keys.filter((key) => isDead(key) && enterable.has(argument(key, 'graph'))));
    if (dropped.size === 0) return type;
    return { ...type, directives: (type.directives ?? []).filter((directive) => !dropped.has(directive)) };
  });
}

import { Kind } from 'graphql';
import type { DocumentNode } from 'graphql';
import type { FetchDataRewrite } from '@apollo/query-planner';
import { compileRewritePath } from './rewrite';
import type { ContextPlace, ContextVariable } from './types';

const ABOVE = '..';

/**
 * The variables of a fetch that hold contexts. The planner says for each, as a rewrite, where its value stands: so
 * many objects above the entity, then on by types and fields. Types that set a context each in their own way make
 * several rewrites of one variable.
 */
export function compileContexts(
  rewrites: readonly FetchDataRewrite[],
  document: DocumentNode,
): ContextVariable[] {
  if (rewrites.length === 0) return [];
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    return (definition.variableDefinitions ?? []).flatMap(({ variable: { name } }): ContextVariable[] => {
      const places = placesOf(rewrites, name.value);
      return places.length === 0 ? [] : [{ name: name.value, places }];
    });
  });
}

function placesOf(rewrites: readonly FetchDataRewrite[], variable: string): ContextPlace[] {
  return rewrites.flatMap((rewrite): ContextPlace[] => {
    if (rewrite.kind !== 'KeyRenamer' || rewrite.renameKeyTo !== variable) return [];
    const { path } = rewrite;
    const levels = path.filter((part) => part === ABOVE).length;
    return [{ levels, path: compileRewritePath(path.slice(levels)) }];
  });
}

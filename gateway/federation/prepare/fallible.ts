import { isListType, isNonNullType, print } from 'graphql';
import type { GraphQLOutputType } from 'graphql';
import type { Conditions } from '../conditions';
import type { Selected, SelectedField } from './selection';

/**
 * What below these fields takes away what is around it when it fails: the non-null ones, each with its place, its
 * conditions and whether it comes later. Fields that share data may differ in nothing of this: what one of them alone
 * asks for would else be missed by all.
 */
export function fallible(fields: readonly SelectedField[]): string {
  const found = new Set<string>();
  for (const { selections } of fields) collect(selections, '', found);
  return [...found].sort().join();
}

function collect(level: readonly Selected[], path: string, found: Set<string>): void {
  for (const selected of level) {
    const within = `${path}${conditionsText(selected.conditions)}`;
    if (selected.kind === 'fragment') {
      collect(selected.selections, `${within} on ${selected.on.name}${selected.defer?.id ?? ''}`, found);
      continue;
    }
    const { node, definition, selections } = selected;
    const place = `${within} ${definition.name}(${(node.arguments ?? []).map(print).sort().join()})`;
    if (hasNonNull(definition.type)) found.add(place);
    collect(selections, place, found);
  }
}

const conditionsText = (conditions: Conditions): string =>
  conditions.map(({ variable, is }) => `@${variable}${is ? '' : '!'}`).join('');

function hasNonNull(type: GraphQLOutputType): boolean {
  if (isNonNullType(type)) return true;
  return isListType(type) && hasNonNull(type.ofType);
}

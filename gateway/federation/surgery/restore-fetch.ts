import type { FetchDataKeyRenamer, QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import type { FieldNode } from 'graphql';
import type { Copies } from './surgery';

/** Asks for the field itself in place of each copy, and for the answer under the name of the copy. */
export function restoreDocument(operation: string, copies: Copies): string {
  const document = visit(parse(operation, { noLocation: true }), {
    Field: (node): FieldNode | undefined => {
      const copy = copies.get(node.name.value);
      if (!copy) return undefined;
      return {
        ...node,
        alias: node.alias ?? node.name,
        name: { kind: Kind.NAME, value: copy.field },
        arguments: copy.arguments,
      };
    },
  });
  return stripIgnoredCharacters(print(document));
}

/** A representation holds what was required under the name of the field: the inner names first. */
export function restoreInputs(
  requires: readonly QueryPlanSelectionNode[],
  copies: Copies,
  above: readonly string[] = [],
): FetchDataKeyRenamer[] {
  return requires.flatMap((node): FetchDataKeyRenamer[] => {
    if (node.kind === 'InlineFragment') return restoreInputs(node.selections, copies, above);
    const path = [...above, node.name];
    const below = restoreInputs(node.selections ?? [], copies, path);
    const copy = copies.get(node.name);
    return copy ? [...below, { kind: 'KeyRenamer', path, renameKeyTo: copy.field }] : below;
  });
}

import { Kind, OperationTypeNode, executeSync } from 'graphql';
import type { DocumentNode, FieldNode, GraphQLSchema, VariableDefinitionNode } from 'graphql';
import { conditionDirectives } from './conditions';
import type { Conditions } from './conditions';
import { isIntrospection } from './prepare/selection';
import type { Selected } from './prepare/selection';

/** The part of an operation that the schema itself answers. */
export interface Introspection {
  answer(variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

/** Takes the introspection fields out of an operation; undefined when there are none. */
export function compileIntrospection(
  api: GraphQLSchema,
  document: DocumentNode,
  variables: readonly VariableDefinitionNode[],
  root: readonly Selected[],
): Introspection | undefined {
  const fields = introspectionFields(root, []);
  if (fields.length === 0) return undefined;
  const own: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        variableDefinitions: variables,
        selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
      },
      ...document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION),
    ],
  };
  return {
    answer: (variableValues) => executeSync({ schema: api, document: own, variableValues }).data ?? {},
  };
}

function introspectionFields(level: readonly Selected[], above: Conditions): FieldNode[] {
  return level.flatMap((selected) => {
    const conditions = [...above, ...selected.conditions];
    if (selected.kind === 'fragment') return introspectionFields(selected.selections, conditions);
    return isIntrospection(selected)
      ? [{ ...selected.node, directives: conditionDirectives(conditions) }]
      : [];
  });
}

/** What is left of a root level for the subgraphs: neither introspection nor the name of the root type. */
export function withoutMetaFields(level: readonly Selected[]): Selected[] {
  return level.flatMap((selected): Selected[] => {
    if (selected.kind === 'field') return selected.definition.name.startsWith('__') ? [] : [selected];
    const selections = withoutMetaFields(selected.selections);
    return selections.length === 0 ? [] : [{ ...selected, selections }];
  });
}

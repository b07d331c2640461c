import { Kind, type OperationTypeNode, getNamedType, isAbstractType, isCompositeType } from 'graphql';
import type {
  ArgumentNode,
  DirectiveNode,
  DocumentNode,
  FieldNode,
  GraphQLCompositeType,
  InlineFragmentNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
  VariableDefinitionNode,
} from 'graphql';
import { conditionDirectives, hold, isConditional } from '../conditions';
import { deferDirective, isDefer } from './defer';
import type { Deferred } from './defer';
import type { InternalNames } from './naming';
import type { Selected, SelectedField, SelectedFragment } from './selection';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** The parts of an operation in its internal form. */
export interface InternalOperation {
  readonly kind: OperationTypeNode;
  readonly name: string | undefined;
  readonly variables: readonly VariableDefinitionNode[];
  readonly root: GraphQLCompositeType;
  readonly selections: readonly Selected[];
  readonly names: InternalNames;
  /** Arguments of root fields that the engine itself provides. */
  readonly provided: ReadonlyMap<SelectedField, readonly ArgumentNode[]>;
  /** Values of condition variables when the operation is written for these alone: it then has no conditions. */
  readonly fixed: Readonly<Record<string, boolean>> | undefined;
  /** The fragments that the planner shall defer; none where absent. */
  readonly deferred?: Deferred | undefined;
}

/** A document that holds one operation and nothing else. */
export interface InternalDocument extends DocumentNode {
  readonly definitions: readonly [OperationDefinitionNode];
}

/** Writes the operation that the planner sees: internal names, fragments in place, nothing of the caller's own. */
export function internalDocument(operation: InternalOperation): InternalDocument {
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: operation.kind,
        ...(operation.name !== undefined && { name: { kind: Kind.NAME, value: operation.name } }),
        variableDefinitions: operation.variables.map(
          ({ directives: _callersOwn, ...definition }) => definition,
        ),
        selectionSet: {
          kind: Kind.SELECTION_SET,
          selections: operation.selections.flatMap((selected) =>
            writeOne(operation, operation.root, selected),
          ),
        },
      },
    ],
  };
}

/**
 * Below an abstract type the projection must know the concrete type when fragments ask for it. A selection that
 * literals or conditions may empty, or that comes later, must still tell whether there is an object. `__typename` says
 * both.
 */
function writeBelow(
  operation: InternalOperation,
  type: GraphQLCompositeType,
  selections: readonly Selected[],
): SelectionSetNode {
  const written = selections.flatMap((selected) => writeOne(operation, type, selected));
  const narrows = (selected: Selected): boolean => selected.kind === 'fragment' && selected.on !== type;
  const wantsType = isAbstractType(type) && selections.some(narrows);
  const mayBeEmpty = written.every(({ directives = [] }) =>
    directives.some((directive) => isConditional(directive) || isDefer(directive)),
  );
  return {
    kind: Kind.SELECTION_SET,
    selections: wantsType || mayBeEmpty ? [TYPENAME, ...written] : written,
  };
}

function writeOne(
  operation: InternalOperation,
  parent: GraphQLCompositeType,
  selected: Selected,
): SelectionNode[] {
  const { fixed } = operation;
  if (fixed && !hold(selected.conditions, fixed)) return [];
  const directives = fixed ? [] : conditionDirectives(selected.conditions);
  if (selected.kind === 'field') return [writeField(operation, selected, directives)];
  if (selected.selections.length === 0) return [];
  return [writeFragment(operation, parent, selected, directives)];
}

function writeFragment(
  operation: InternalOperation,
  parent: GraphQLCompositeType,
  { on, selections, defer }: SelectedFragment,
  directives: readonly DirectiveNode[],
): InlineFragmentNode {
  const fragment: InlineFragmentNode = {
    kind: Kind.INLINE_FRAGMENT,
    ...(on !== parent && {
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: on.name } },
    }),
    directives,
    selectionSet: writeBelow(operation, on, selections),
  };
  if (!defer || !operation.deferred?.has(defer.id)) return fragment;
  const later = { ...fragment, directives: [deferDirective(defer.id)] };
  if (directives.length === 0) return later;
  // The conditions stand around it: the planner takes one directive of a fragment at a time.
  return {
    kind: Kind.INLINE_FRAGMENT,
    directives,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [later] },
  };
}

function writeField(
  operation: InternalOperation,
  field: SelectedField,
  conditions: readonly DirectiveNode[],
): FieldNode {
  const fieldName = field.definition.name;
  const name = operation.names.get(field) ?? fieldName;
  const type = getNamedType(field.definition.type);
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: fieldName },
    ...(name !== fieldName && { alias: { kind: Kind.NAME, value: name } }),
    arguments: [...(field.node.arguments ?? []), ...(operation.provided.get(field) ?? [])],
    directives: [...conditions, ...field.directives],
    ...(isCompositeType(type) && { selectionSet: writeBelow(operation, type, field.selections) }),
  };
}

/** Where each selected field of an endpoint stands in its result. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import type { EndpointDocument } from '../documents/load';

export interface FieldPlace {
  readonly field: FieldNode;
  /** The type that it is selected of. */
  readonly on: GraphQLCompositeType;
  /** Undefined for a field that the graph lacks. */
  readonly type: GraphQLOutputType | undefined;
  /** The fields on the way to it, the outermost first. */
  readonly above: readonly FieldNode[];
  /** Whether one of the fields on the way is a list. */
  readonly isBelowList: boolean;
}

/** All fields, each as often as the fragments that it stands in are spread. */
export function fieldPlaces(
  { document, operation }: EndpointDocument,
  schema: GraphQLSchema,
): readonly FieldPlace[] {
  const fragments = new Map(
    document.definitions.flatMap((definition): [string, FragmentDefinitionNode][] =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const places: FieldPlace[] = [];
  const walk = (
    { selections }: SelectionSetNode,
    type: GraphQLCompositeType,
    above: Pick<FieldPlace, 'above' | 'isBelowList'>,
  ): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const found = isUnionType(type) ? undefined : type.getFields()[selection.name.value]?.type;
        places.push({ field: selection, on: type, type: found, ...above });
        const named = found && getNamedType(found);
        if (!selection.selectionSet || !found || !isCompositeType(named)) continue;
        const isBelowList = above.isBelowList || isListType(getNullableType(found));
        walk(selection.selectionSet, named, { above: [...above.above, selection], isBelowList });
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const on = fragment?.typeCondition ? typeFromAST(schema, fragment.typeCondition) : type;
      if (fragment && isCompositeType(on)) walk(fragment.selectionSet, on, above);
    }
  };
  const root = schema.getRootType(operation.operation);
  if (root) walk(operation.selectionSet, root, { above: [], isBelowList: false });
  return places;
}

/** Where the variables of an operation stand in the graph's arguments, and what is demanded of them there. */
import {
  type DocumentNode,
  type GraphQLSchema,
  type InputValueDefinitionNode,
  isInputObjectType,
  Kind,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

export interface VariableUsage {
  readonly variable: string;
  /** The argument, and the members of input objects and the places in lists below it. */
  readonly path: readonly string[];
  /** The argument or input field that takes the variable. */
  readonly definition: InputValueDefinitionNode | undefined;
}

/** All places where variables are given, read with the supergraph: only there definitions carry their directives. */
export function usagesOf(document: DocumentNode, supergraph: GraphQLSchema): readonly VariableUsage[] {
  const usages: VariableUsage[] = [];
  const typeInfo = new TypeInfo(supergraph);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Argument: ({ name, value }) => {
        const definition = typeInfo.getArgument()?.astNode ?? undefined;
        usages.push(...usagesIn(value, [name.value], definition, supergraph));
      },
      // Arguments of directives (@skip, @include) name no member of the graph.
      Directive: () => false,
    }),
  );
  return usages;
}

function usagesIn(
  value: ValueNode,
  path: readonly string[],
  definition: InputValueDefinitionNode | undefined,
  supergraph: GraphQLSchema,
): VariableUsage[] {
  if (value.kind === Kind.VARIABLE) return [{ variable: value.name.value, path, definition }];
  if (value.kind === Kind.LIST) {
    return value.values.flatMap((item, index) =>
      usagesIn(item, [...path, String(index)], definition, supergraph),
    );
  }
  if (value.kind !== Kind.OBJECT || !definition) return [];
  const type = supergraph.getType(namedTypeOf(definition));
  if (!isInputObjectType(type)) return [];
  return value.fields.flatMap((field) => {
    const member = type.getFields()[field.name.value]?.astNode ?? undefined;
    return usagesIn(field.value, [...path, field.name.value], member, supergraph);
  });
}

function namedTypeOf({ type }: InputValueDefinitionNode): string {
  let inner = type;
  while (inner.kind !== Kind.NAMED_TYPE) inner = inner.type;
  return inner.name.value;
}

import { Kind, isInterfaceType, isObjectType } from 'graphql';
import type { ConstDirectiveNode, GraphQLSchema } from 'graphql';

/** Names of the fields that some subgraph computes from fields of others, by `@requires` or `@fromContext`. */
export function fieldsThatRequire(schema: GraphQLSchema): Set<string> {
  const requiring = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.astNode?.directives?.some(requires)) requiring.add(field.name);
    }
  }
  return requiring;
}

function requires({ name, arguments: args = [] }: ConstDirectiveNode): boolean {
  return (
    name.value === 'join__field' &&
    args.some(
      ({ name: { value: read }, value: { kind } }) =>
        (read === 'requires' && kind === Kind.STRING) || (read === 'contextArguments' && kind === Kind.LIST),
    )
  );
}

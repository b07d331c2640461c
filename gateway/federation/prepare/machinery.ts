import { Kind, isInterfaceType, isObjectType, parse, visit } from 'graphql';
import type { ConstDirectiveNode, GraphQLSchema } from 'graphql';

const MACHINERY = new Map([
  ['join__type', 'key'],
  ['join__field', 'requires'],
]);

/**
 * Names of the fields with arguments that some `@key` or `@requires` selects.
 * The planner adds such a field to a fetch under its plain name. A client's use of it, possibly with other
 * arguments, must therefore go under a generated alias, or one would silently get the data of the other.
 */
export function fieldsThatMachineryReads(schema: GraphQLSchema): Set<string> {
  const withArguments = namesOfFieldsWithArguments(schema);
  const contested = new Set<string>();
  for (const text of fieldSets(schema)) {
    visit(parse(`{ ${text} }`), {
      Field: ({ name }) => {
        if (withArguments.has(name.value)) contested.add(name.value);
      },
    });
  }
  return contested;
}

/** Names of the fields that some subgraph computes from fields of others, by `@requires`. */
export function fieldsThatRequire(schema: GraphQLSchema): Set<string> {
  const requiring = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const [fieldSet] = fieldSetsOf(field.astNode?.directives);
      if (fieldSet !== undefined) requiring.add(field.name);
    }
  }
  return requiring;
}

function namesOfFieldsWithArguments(schema: GraphQLSchema): Set<string> {
  const names = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.args.length > 0) names.add(field.name);
    }
  }
  return names;
}

function* fieldSets(schema: GraphQLSchema): Generator<string> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    yield* fieldSetsOf(type.astNode?.directives);
    for (const field of Object.values(type.getFields())) yield* fieldSetsOf(field.astNode?.directives);
  }
}

function* fieldSetsOf(directives: readonly ConstDirectiveNode[] = []): Generator<string> {
  for (const directive of directives) {
    const argument = MACHINERY.get(directive.name.value);
    for (const { name, value } of directive.arguments ?? []) {
      if (name.value === argument && value.kind === Kind.STRING) yield value.value;
    }
  }
}

import { GraphQLError, getVariableValues, valueFromASTUntyped } from 'graphql';
import type { GraphQLSchema, VariableDefinitionNode } from 'graphql';

/** The variables of one execution, or what is wrong with them. */
export type Variables =
  | {
      /** As the caller gave them, with defaults: the form in which subgraphs take them. */
      readonly given: Readonly<Record<string, unknown>>;
      /** As their types read them, with the defaults of input fields too. */
      readonly coerced: Readonly<Record<string, unknown>>;
    }
  | { readonly errors: readonly GraphQLError[] };

/** Checks the caller's variables against their types. */
export function readVariables(
  api: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  inputs: Readonly<Record<string, unknown>>,
): Variables {
  if (definitions.length === 0) return NONE;
  const read = getVariableValues(api, definitions, inputs);
  if (read.errors) return { errors: read.errors.map(asUserInput) };
  const given: Record<string, unknown> = {};
  for (const { variable, defaultValue } of definitions) {
    const name = variable.name.value;
    if (Object.hasOwn(inputs, name) && inputs[name] !== undefined) given[name] = inputs[name];
    else if (defaultValue) given[name] = valueFromASTUntyped(defaultValue);
  }
  return { given, coerced: read.coerced };
}

const NONE: Variables = { given: {}, coerced: {} };

function asUserInput(error: GraphQLError): GraphQLError {
  const extensions = { ...error.extensions, code: 'BAD_USER_INPUT' };
  return new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions });
}

import { type GraphQLScalarType, isScalarType, valueFromASTUntyped } from 'graphql';
import type { GraphQLSchema } from 'graphql';

/** Scalars by their name, for what they say of values that come in. */
export type Scalars = Readonly<Record<string, GraphQLScalarType>>;

/**
 * Lets the scalars of a schema refuse what those of the same name refuse, so that a malformed value is the caller's fault
 * before anything is asked of a subgraph. Values stay as they were given: subgraphs read them themselves. A supergraph
 * says no more of a scalar than its name.
 */
export function checkByScalars(schema: GraphQLSchema, scalars: Scalars): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const known = isScalarType(type) ? scalars[type.name] : undefined;
    if (!known) continue;
    const scalar = type as GraphQLScalarType;
    scalar.parseValue = (value) => {
      known.parseValue(value);
      return value;
    };
    scalar.parseLiteral = (node, variables) => {
      known.parseLiteral(node, variables);
      return valueFromASTUntyped(node, variables);
    };
  }
}

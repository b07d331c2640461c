/**
 * The scalars of the graph beyond GraphQL's own, by their name in the SDL. All subgraphs and the gateway share them.
 * Moments are ISO 8601 in UTC with milliseconds; REST documents write them without fraction (common.yaml, formats).
 */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO, GraphQLJSONObject } from 'graphql-scalars';
import { isDecimal, NO_DECIMAL, readDecimal } from './decimals';

const decimal = (value: unknown): number => {
  if (isDecimal(value)) return value;
  throw new GraphQLError(`The value ${NO_DECIMAL}.`);
};

const DecimalScalar = new GraphQLScalarType<number, number>({
  name: 'Decimal',
  serialize: decimal,
  parseValue: decimal,
  parseLiteral(node) {
    const isNumber = node.kind === Kind.INT || node.kind === Kind.FLOAT;
    const value = isNumber ? readDecimal(node.value) : undefined;
    if (value !== undefined) return value;
    throw new GraphQLError(`The value ${NO_DECIMAL}.`, { nodes: node });
  },
});

export const scalars: Readonly<Record<string, GraphQLScalarType>> = {
  DateTime: GraphQLDateTimeISO,
  JSONObject: GraphQLJSONObject,
  Decimal: DecimalScalar,
};

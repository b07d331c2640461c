/**
 * The scalars of the graph beyond GraphQL's own, by their name in the SDL. All subgraphs and the gateway share them.
 * Moments are ISO 8601 in UTC with milliseconds; REST documents write them without fraction (common.yaml, formats).
 */
import type { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLJSONObject } from 'graphql-scalars';

export const scalars: Readonly<Record<string, GraphQLScalarType>> = {
  DateTime: GraphQLDateTimeISO,
  JSONObject: GraphQLJSONObject,
};

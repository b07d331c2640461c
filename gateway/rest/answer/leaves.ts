/** How leaves are spelled in answers: enums by their legacy spelling, moments without fraction (common.yaml, formats). */
import { getNamedType, type GraphQLEnumType, type GraphQLOutputType, isEnumType } from 'graphql';
import type { EnumSpelling } from '../enums';

export type WriteLeaf = (value: unknown) => unknown;

const FRACTION = /\.\d+(?=Z|[+-]\d\d:?\d\d$)/;

const writeMoment: WriteLeaf = (value) => {
  const text = value instanceof Date ? value.toISOString() : value;
  return typeof text === 'string' ? text.replace(FRACTION, '') : text;
};

/** Undefined when the graph's own form is the legacy form. */
export function leafWriter(
  type: GraphQLOutputType,
  spellingOf: (type: GraphQLEnumType) => EnumSpelling,
): WriteLeaf | undefined {
  const named = getNamedType(type);
  if (named.name === 'DateTime') return writeMoment;
  if (!isEnumType(named)) return undefined;
  const spelling = spellingOf(named);
  return (value) => (typeof value === 'string' ? spelling.write(value) : value);
}

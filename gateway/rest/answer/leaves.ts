/** How leaves are spelled in answers: enums by their legacy spelling, moments without fraction (common.yaml, formats). */
import { getNamedType, type GraphQLEnumType, type GraphQLOutputType, isEnumType } from 'graphql';
import type { EnumSpelling } from '../enums';
import { writeMoment } from '../moments';

export type WriteLeaf = (value: unknown) => unknown;

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

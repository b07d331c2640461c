/**
 * How leaves are written in answers: by the form or the table that the document names, enums by their legacy spelling,
 * moments without fraction (common.yaml, formats).
 */
import {
  type FieldNode,
  getNamedType,
  type GraphQLEnumType,
  type GraphQLOutputType,
  isEnumType,
} from 'graphql';
import type { ValueSpelling, VocabularyDirectives } from '../documents/directives';
import type { EnumSpelling } from '../enums';
import { FORMS } from '../forms';
import { writeMoment } from '../moments';

export type WriteLeaf = (value: unknown) => unknown;

/** Undefined when the graph's own form is the legacy form. */
export function leafWriter(
  field: FieldNode,
  type: GraphQLOutputType,
  spellingOf: (type: GraphQLEnumType) => EnumSpelling,
  directives: VocabularyDirectives,
): WriteLeaf | undefined {
  if (directives.has(field, 'event')) return undefined;
  const form = directives.first(field, 'form')?.values;
  if (form) return FORMS[form.as].write;
  const table = directives.first(field, 'spelled')?.values;
  if (table) return byTable(table.values, table.otherwise ?? undefined);
  const named = getNamedType(type);
  if (named.name === 'DateTime') return writeMoment;
  if (!isEnumType(named)) return undefined;
  const spelling = spellingOf(named);
  return (value) => (typeof value === 'string' ? spelling.write(value) : value);
}

function byTable(values: readonly ValueSpelling[], otherwise: string | undefined): WriteLeaf {
  const spelled = new Map(values.map(({ value, as }) => [value, as]));
  return (value) => spelled.get(String(value)) ?? otherwise ?? value;
}

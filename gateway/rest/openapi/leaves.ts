/** Scalars, enums and the forms of the vocabulary as schemas. */
import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';
import { WRITTEN_UUID } from '../../../common/ids';
import type { Directives, FormName } from '../documents/directives';
import type { EnumSpelling } from '../enums';
import type { JsonSchema } from './json-schema';

const SCALARS: Readonly<Record<string, JsonSchema>> = {
  ID: { type: 'string' },
  String: { type: 'string' },
  Boolean: { type: 'boolean' },
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Decimal: { type: 'number' },
  DateTime: { type: 'string', format: 'date-time' },
  JSONObject: { type: 'object' },
};

const FORMS: Readonly<Record<FormName, JsonSchema>> = {
  FLAG: { type: 'integer', enum: [0, 1] },
  CENTS: { type: 'integer' },
  DATE: { type: 'string', format: 'date' },
  MONTH: { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
  LEVEL: { type: 'number', minimum: 0, maximum: 100 },
  DAY_START: { type: 'string' },
  DAY_END: { type: 'string' },
  UUID: { type: 'string', pattern: WRITTEN_UUID.source },
};

/** What a form is written as, where more is read than that; in its own terms, which are not those of the graph. */
const WRITTEN_FORMS: Partial<Readonly<Record<FormName, JsonSchema>>> = {
  LEVEL: { type: 'integer', minimum: 1, maximum: 5, description: 'A level from 1 to 5.' },
};

/** A text that is written by a table: one of its words, where what has no row has a word as well, which stands first. */
export function textSchema({ values, otherwise }: Directives['spelled']): JsonSchema {
  if (!otherwise) return { type: 'string' };
  return { type: 'string', enum: [...new Set([otherwise, ...values.map(({ as }) => as)])] };
}

/** What a form writes. */
export const writtenForm = (form: FormName): JsonSchema => WRITTEN_FORMS[form] ?? FORMS[form];

/** A scalar that is not known here may be any JSON. */
export function leafSchema(
  type: GraphQLLeafType,
  spellingOf: (type: GraphQLEnumType) => EnumSpelling,
  form?: FormName,
): JsonSchema {
  if (form) return FORMS[form];
  if (isEnumType(type)) return { type: 'string', enum: spellingOf(type).documented };
  return SCALARS[type.name] ?? {};
}

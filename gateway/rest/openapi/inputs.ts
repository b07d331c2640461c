/** What requests may hold, as schemas: members under the names that the contract documents, with their constraints. */
import {
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { type Constraint, constraintOf } from '../../../common/constraints';
import type { RequestSpelling } from '../documents/directives';
import { NO_TRAITS, type Traits } from '../documents/traits';
import type { EnumSpelling } from '../enums';
import { acceptedNames } from '../request/shapes';
import { type JsonSchema, objectSchema, orNull, type Property } from './json-schema';
import { leafSchema } from './leaves';

export interface InputContext {
  readonly supergraph: GraphQLSchema;
  readonly spellingOf: (type: GraphQLEnumType) => EnumSpelling;
  readonly documented: RequestSpelling;
}

export class InputSchemas {
  constructor(private readonly context: InputContext) {}

  /** @param above the types around this one: a recursive type is described once */
  schema(
    type: GraphQLInputType,
    traits: Traits = NO_TRAITS,
    above: readonly GraphQLInputObjectType[] = [],
  ): JsonSchema {
    if (isNonNullType(type)) return this.schema(type.ofType, traits, above);
    if (isListType(type)) return { type: 'array', items: this.schema(type.ofType, traits, above) };
    if (!isInputObjectType(type)) return this.leaf(type, traits);
    if (above.includes(type)) return { type: 'object', description: `As ${type.name} above.` };
    const object = objectSchema(this.members(type, traits, above));
    return traits.textAs === undefined ? object : { anyOf: [{ type: 'string' }, object] };
  }

  members(
    type: GraphQLInputObjectType,
    traits: Traits = NO_TRAITS,
    above: readonly GraphQLInputObjectType[] = [],
  ): Record<string, Property> {
    return Object.fromEntries(
      Object.values(type.getFields()).map((field): [string, Property] => {
        const own = traits.members.get(field.name) ?? NO_TRAITS;
        const [name, ...others] = acceptedNames(
          field.name,
          this.context.documented,
          own.names,
          own.documentedAs,
        );
        const inner = this.schema(field.type, own, [...above, type]);
        const bounded = constrained(inner, this.constraint(type, field));
        const schema = { ...bounded, ...toldOf(field), ...alsoNamed(others) };
        return [
          name,
          { schema: own.nulls === 'pass' ? orNull(schema) : schema, isRequired: isRequiredInputField(field) },
        ];
      }),
    );
  }

  /** Ids are texts, and taken as whole numbers too. */
  private leaf(type: GraphQLLeafType, { form, table }: Traits): JsonSchema {
    if (table) return { type: 'string', enum: [...new Set(table.map(({ as }) => as))] };
    if (type.name === 'ID' && !form) return { type: ['string', 'integer'] };
    return leafSchema(type, this.context.spellingOf, form);
  }

  /** Clients' schema does not show @constraint; the supergraph does. */
  private constraint(type: GraphQLInputObjectType, { name }: GraphQLInputField): Constraint | undefined {
    const full = this.context.supergraph.getType(type.name);
    const node = isInputObjectType(full) ? full.getFields()[name]?.astNode : undefined;
    return node ? constraintOf(node) : undefined;
  }
}

function toldOf({ description, defaultValue }: GraphQLInputField): JsonSchema {
  return {
    ...(description ? { description } : {}),
    ...(defaultValue === undefined || typeof defaultValue === 'object' || isShouted(defaultValue)
      ? {}
      : { default: defaultValue }),
  };
}

/** Values of enums are spelled otherwise here; their types tell them apart no longer. */
const isShouted = (value: unknown): boolean => typeof value === 'string' && value === value.toUpperCase();

/** Names under which a member is taken too. */
export const alsoNamed = (others: readonly string[]): JsonSchema =>
  others.length > 0 ? { 'x-also-named': others } : {};

const FORMATS = { EMAIL: 'email', URL: 'uri' } as const;

/** Lists carry the bounds of their size themselves, and those of their items on the items. */
export function constrained(schema: JsonSchema, constraint: Constraint | undefined): JsonSchema {
  if (!constraint) return schema;
  const { minItems, maxItems, ...rest } = constraint;
  if (schema.type !== 'array') return { ...schema, ...bounds(rest) };
  return {
    ...schema,
    ...(minItems === undefined ? {} : { minItems }),
    ...(maxItems === undefined ? {} : { maxItems }),
    ...(schema.items ? { items: { ...schema.items, ...bounds(rest) } } : {}),
  };
}

function bounds({ minLength, maxLength, min, max, above, pattern, format }: Constraint): JsonSchema {
  return {
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
    ...(above === undefined ? {} : { exclusiveMinimum: above }),
    ...(pattern === undefined ? {} : { pattern: pattern.source }),
    ...(format === undefined ? {} : { format: FORMATS[format] }),
  };
}

/** Schemas of JSON, as OpenAPI 3.1 has them (JSON Schema 2020-12). */

export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly pattern?: string;
  readonly [extension: `x-${string}`]: unknown;
}

/** One member of an object. */
export interface Property {
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
  /** A default stands in place of null, also where the object around it is null. */
  readonly hasDefault?: boolean;
}

export type Properties = Readonly<Record<string, Property>>;

export function objectSchema(members: Properties): JsonSchema {
  const entries = Object.entries(members);
  const required = entries.filter(([, { isRequired }]) => isRequired).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, { schema }]) => [name, schema])),
    ...(required.length > 0 ? { required } : {}),
  };
}

/** An object with the members of both. */
export function joined(object: JsonSchema | undefined, members: Properties): JsonSchema {
  const added = objectSchema(members);
  if (object?.properties === undefined) return object ? { allOf: [object, added] } : added;
  return {
    ...added,
    properties: { ...object.properties, ...added.properties },
    required: [...(object.required ?? []), ...(added.required ?? [])],
  };
}

/** The same values, and null. */
export function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: values } = schema;
  const isAnything = !type && !schema.$ref && !schema.anyOf && !schema.allOf && schema.const === undefined;
  if (isAnything) return schema;
  if (Array.isArray(type) && type.includes('null')) return schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  return { ...schema, type: [type, 'null'], ...(values ? { enum: [...values, null] } : {}) };
}

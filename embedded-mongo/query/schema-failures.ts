import { Long } from 'bson';
import type { Document } from '../values/codec';
import { equalValues } from '../values/order';
import { compileRegex } from '../values/regex';
import { typeName } from '../values/type-names';
import { isDocument } from '../values/types';
import { compileJsonSchema, compileKeyword } from './json-schema';

/** Tells what there is to say about a keyword that a value does not satisfy; values have the type it applies to. */
type Describe = (value: unknown, schema: Document) => Document;

/** What a value does not satisfy of a schema, keyword by keyword in the order of the real server. */
export function schemaFailures(schema: unknown, value: unknown): Document[] {
  if (!isDocument(schema)) return [];
  return Object.entries(DETAILS).flatMap(([operatorName, describe]) =>
    schema[operatorName] === undefined || compileKeyword(operatorName, schema)(value)
      ? []
      : [{ operatorName, ...describe(value, schema) }],
  );
}

/** What a schema says about itself, for those who read the error. */
export function annotations(schema: unknown): Document {
  return isDocument(schema) ? picked(schema, ['title', 'description']) : {};
}

function picked(schema: Document, names: readonly string[]): Document {
  return Object.fromEntries(names.flatMap((name) => (name in schema ? [[name, schema[name]]] : [])));
}

const meets = (schema: unknown, value: unknown): boolean => compileJsonSchema(schema)(value);

/** A rule about the value itself. */
function considered(reason: string, ...names: string[]): Describe {
  return (value, schema) => ({ specifiedAs: picked(schema, names), reason, consideredValue: value });
}

function typed(name: string): Describe {
  const describe = considered('type did not match', name);
  return (value, schema) => ({ ...describe(value, schema), consideredType: typeName(value) });
}

function itemCount(name: string): Describe {
  const describe = considered('array did not match specified length', name);
  return (value, schema) => ({ ...describe(value, schema), numberOfItems: (value as unknown[]).length });
}

function memberCount(name: string): Describe {
  return (value, schema) => ({
    specifiedAs: picked(schema, [name]),
    reason: 'specified number of properties was not satisfied',
    numberOfProperties: Object.keys(value as Document).length,
  });
}

/** Alternatives, or what has to hold together. */
function schemasNotSatisfied(name: string): Describe {
  return (value, schema) => ({
    schemasNotSatisfied: (schema[name] as unknown[]).flatMap((one, at) => {
      const details = schemaFailures(one, value);
      return details.length === 0 ? [] : [{ index: Long.fromNumber(at), ...annotations(one), details }];
    }),
  });
}

function oneOf(value: unknown, schema: Document): Document {
  const matching = (schema['oneOf'] as unknown[]).flatMap((one, at) => (meets(one, value) ? [at] : []));
  if (matching.length === 0) return schemasNotSatisfied('oneOf')(value, schema);
  return { reason: 'more than one subschema matched', matchingSchemaIndexes: matching };
}

/** The first item, from an index on, that does not match a schema. */
function failingItem(items: readonly unknown[], schema: unknown, from: number): Document {
  const at = items.findIndex((item, index) => index >= from && !meets(schema, item));
  return { itemIndex: Long.fromNumber(at), details: schemaFailures(schema, items[at]) };
}

function items(value: unknown, { items: schema }: Document): Document {
  const list = value as unknown[];
  if (!Array.isArray(schema)) {
    const reason = 'At least one item did not match the sub-schema';
    return { ...annotations(schema), reason, ...failingItem(list, schema, 0) };
  }
  const failing = schema.flatMap((one: unknown, at) =>
    at >= list.length || meets(one, list[at])
      ? []
      : [{ itemIndex: Long.fromNumber(at), details: schemaFailures(one, list[at]) }],
  );
  return { details: failing };
}

function additionalItems(value: unknown, schema: Document): Document {
  const list = value as unknown[];
  const from = (schema['items'] as unknown[]).length;
  const rule = schema['additionalItems'];
  if (rule === false) {
    const specifiedAs = picked(schema, ['additionalItems']);
    return { specifiedAs, reason: 'found additional items', additionalItems: list.slice(from) };
  }
  const reason = 'At least one additional item did not match the sub-schema';
  return { ...annotations(rule), reason, ...failingItem(list, rule, from) };
}

function uniqueItems(value: unknown, schema: Document): Document {
  const list = value as unknown[];
  const duplicatedValue = list.find((item, at) =>
    list.slice(0, at).some((other) => equalValues(item, other)),
  );
  return { ...considered('found a duplicate item', 'uniqueItems')(value, schema), duplicatedValue };
}

function properties(value: unknown, schema: Document): Document {
  const document = value as Document;
  const propertiesNotSatisfied = Object.entries(schema['properties'] as Document).flatMap(([name, one]) =>
    meets(one, document[name])
      ? []
      : [{ propertyName: name, ...annotations(one), details: schemaFailures(one, document[name]) }],
  );
  return { propertiesNotSatisfied };
}

function patternProperties(value: unknown, schema: Document): Document {
  const document = value as Document;
  const details = Object.entries(schema['patternProperties'] as Document).flatMap(([pattern, one]) => {
    const regex = compileRegex(pattern, '');
    const propertyName = Object.keys(document).find(
      (name) => regex.test(name) && !meets(one, document[name]),
    );
    if (propertyName === undefined) return [];
    const failures = schemaFailures(one, document[propertyName]);
    return [{ propertyName, ...annotations(one), regexMatched: pattern, details: failures }];
  });
  return { details };
}

function additionalProperties(value: unknown, schema: Document): Document {
  const document = value as Document;
  const patterns = Object.keys(documentAt(schema, 'patternProperties')).map((text) => compileRegex(text, ''));
  const known = documentAt(schema, 'properties');
  const additional = Object.keys(document).filter(
    (name) => !(name in known) && !patterns.some((pattern) => pattern.test(name)),
  );
  const rule = schema['additionalProperties'];
  if (rule === false)
    return { specifiedAs: { additionalProperties: false }, additionalProperties: additional };
  const failingProperty = additional.find((name) => !meets(rule, document[name])) as string;
  const reason = 'at least one additional property did not match the subschema';
  const details = schemaFailures(rule, document[failingProperty]);
  return { ...annotations(rule), reason, failingProperty, details };
}

function documentAt(schema: Document, name: string): Document {
  const member = schema[name];
  return isDocument(member) ? member : {};
}

const missingOf = (document: unknown, names: unknown): string[] =>
  (names as string[]).filter((name) => (document as Document)[name] === undefined);

function dependencies(value: unknown, schema: Document): Document {
  const rules = Object.entries(schema['dependencies'] as Document);
  const failingDependencies = rules.flatMap(([conditionalProperty, needed]): Document[] => {
    if ((value as Document)[conditionalProperty] === undefined) return [];
    const missingProperties = Array.isArray(needed) ? missingOf(value, needed) : [];
    if (missingProperties.length > 0) return [{ conditionalProperty, missingProperties }];
    const details = schemaFailures(needed, value);
    return details.length === 0 ? [] : [{ conditionalProperty, details }];
  });
  return { failingDependencies };
}

const LENGTH = 'specified string length was not satisfied';

const DETAILS: Readonly<Record<string, Describe>> = {
  multipleOf: considered('considered value is not a multiple of the specified value', 'multipleOf'),
  maximum: considered('comparison failed', 'maximum', 'exclusiveMaximum'),
  maxLength: considered(LENGTH, 'maxLength'),
  minimum: considered('comparison failed', 'minimum', 'exclusiveMinimum'),
  minLength: considered(LENGTH, 'minLength'),
  pattern: considered('regular expression did not match', 'pattern'),
  minItems: itemCount('minItems'),
  maxItems: itemCount('maxItems'),
  uniqueItems,
  items,
  additionalItems,
  properties,
  additionalProperties,
  patternProperties,
  required: (value, schema) => ({
    specifiedAs: picked(schema, ['required']),
    missingProperties: missingOf(value, schema['required']),
  }),
  minProperties: memberCount('minProperties'),
  maxProperties: memberCount('maxProperties'),
  dependencies,
  allOf: schemasNotSatisfied('allOf'),
  anyOf: schemasNotSatisfied('anyOf'),
  oneOf,
  not: () => ({ reason: 'child expression matched' }),
  enum: considered('value was not found in enum', 'enum'),
  bsonType: typed('bsonType'),
  type: typed('type'),
};

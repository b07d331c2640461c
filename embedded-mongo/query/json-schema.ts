import { failedToParse, notSupported, typeMismatch } from '../errors';
import { WIDTH, commonWidth, decimalOf, doubleOf, integerOf } from '../values/arithmetic';
import { remainderOfDecimals, signOf } from '../values/decimal';
import { compareValues, equalValues } from '../values/order';
import { compileRegex } from '../values/regex';
import { typePredicate } from '../values/type-names';
import type { Document } from '../values/codec';
import { isDocument, isNumeric } from '../values/types';

/** A question about one value; `undefined` stands for a missing one, which satisfies every schema. */
type Check = (value: unknown) => boolean;

/** Compiles one keyword of a schema; the others are there for those that belong together. */
type Keyword = (operand: unknown, schema: Document) => Check;

/** Compiles a `$jsonSchema`. Throws FailedToParse for a keyword that does not exist. */
export function compileJsonSchema(operand: unknown): Check {
  if (!isDocument(operand)) throw typeMismatch('$jsonSchema must be an object');
  return schemaCheck(operand);
}

function schemaCheck(schema: unknown): Check {
  if (!isDocument(schema)) throw typeMismatch('a $jsonSchema has to be an object');
  const checks = Object.keys(schema).map((name) => compileKeyword(name, schema));
  return (value) => checks.every((check) => check(value));
}

/** Compiles one keyword of a schema. Throws FailedToParse where there is none of that name. */
export function compileKeyword(name: string, schema: Document): Check {
  const keyword = KEYWORDS[name];
  if (keyword !== undefined) return keyword(schema[name], schema);
  if (name === 'encrypt' || name === 'encryptMetadata') throw notSupported(`$jsonSchema keyword '${name}'`);
  throw failedToParse(
    UNSUPPORTED.has(name)
      ? `$jsonSchema keyword '${name}' is not currently supported`
      : `Unknown $jsonSchema keyword: ${name}`,
  );
}

/** Keywords of the standard that the real server does not have either. */
const UNSUPPORTED = new Set(['$ref', '$schema', 'default', 'definitions', 'format', 'id']);

const JSON_TYPES: Readonly<Record<string, string>> = {
  array: 'array',
  boolean: 'bool',
  null: 'null',
  number: 'number',
  object: 'object',
  string: 'string',
};

/** Applies a check to values of one kind only. */
function when<T>(applies: (value: unknown) => value is T, check: (value: T) => boolean): Check {
  return (value) => !applies(value) || check(value);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isNumber = (value: unknown): value is unknown => isNumeric(value);

function numberOf(name: string, operand: unknown): number {
  if (!isNumeric(operand)) throw typeMismatch(`$jsonSchema keyword '${name}' must be a number`);
  return doubleOf(operand);
}

function lengthOf(name: string, operand: unknown): number {
  const length = numberOf(name, operand);
  if (!Number.isInteger(length) || length < 0)
    throw failedToParse(`Value for keyword '${name}' must be a non-negative integer`);
  return length;
}

function namesOf(name: string, operand: unknown): string[] {
  if (!Array.isArray(operand)) throw typeMismatch(`$jsonSchema keyword '${name}' must be an array`);
  if (operand.length === 0) throw failedToParse(`$jsonSchema keyword '${name}' cannot be an empty array`);
  if (!operand.every(isText)) throw typeMismatch(`$jsonSchema keyword '${name}' must be an array of strings`);
  return operand;
}

function schemasOf(name: string, operand: unknown): Check[] {
  if (!Array.isArray(operand)) throw typeMismatch(`$jsonSchema keyword '${name}' must be an array`);
  if (operand.length === 0) throw failedToParse(`$jsonSchema keyword '${name}' must be a non-empty array`);
  return operand.map(schemaCheck);
}

function membersOf(name: string, operand: unknown): [string, unknown][] {
  if (!isDocument(operand)) throw typeMismatch(`$jsonSchema keyword '${name}' must be an object`);
  return Object.entries(operand);
}

function typed(operand: unknown): Check {
  const matches = typePredicate(operand);
  return (value) => value === undefined || matches(value);
}

function jsonType(operand: unknown): Check {
  const names = Array.isArray(operand) ? (operand as unknown[]) : [operand];
  return typed(
    names.map((name) => {
      const alias = typeof name === 'string' ? JSON_TYPES[name] : undefined;
      if (alias === undefined) throw failedToParse(`Unknown type name alias: ${String(name)}`);
      return alias;
    }),
  );
}

function bound(name: string, exclusive: string, accepts: (order: number) => boolean): Keyword {
  return (operand, schema) => {
    numberOf(name, operand);
    const open = schema[exclusive] === true;
    return when(isNumber, (value) => {
      const order = compareValues(value, operand);
      return accepts(order) || (order === 0 && !open);
    });
  };
}

function multipleOf(operand: unknown): Check {
  if (numberOf('multipleOf', operand) <= 0)
    throw failedToParse("$jsonSchema keyword 'multipleOf' must have a positive value");
  return when(isNumber, (value) =>
    commonWidth(value, operand) <= WIDTH.long
      ? integerOf(value) % integerOf(operand) === 0n
      : signOf(remainderOfDecimals(decimalOf(value), decimalOf(operand))) === 0,
  );
}

function properties(operand: unknown): Check {
  const checks = membersOf('properties', operand).map(
    ([name, schema]) => [name, schemaCheck(schema)] as const,
  );
  return when(isDocument, (document) => checks.every(([name, check]) => check(document[name])));
}

function patternChecks(schema: Document): (readonly [RegExp, Check])[] {
  return membersOf('patternProperties', schema['patternProperties'] ?? {}).map(
    ([pattern, inner]) => [compileRegex(pattern, ''), schemaCheck(inner)] as const,
  );
}

function additionalProperties(operand: unknown, schema: Document): Check {
  const known = new Set(Object.keys(isDocument(schema['properties']) ? schema['properties'] : {}));
  const patterns = patternChecks(schema);
  const check = typeof operand === 'boolean' ? () => operand : schemaCheck(operand);
  return when(isDocument, (document) =>
    Object.entries(document).every(
      ([name, value]) => known.has(name) || patterns.some(([pattern]) => pattern.test(name)) || check(value),
    ),
  );
}

function items(operand: unknown): Check {
  if (!Array.isArray(operand)) {
    const check = schemaCheck(operand);
    return when(isList, (list) => list.every(check));
  }
  const checks = operand.map(schemaCheck);
  return when(isList, (list) => checks.every((check, at) => at >= list.length || check(list[at])));
}

function additionalItems(operand: unknown, schema: Document): Check {
  const positional = schema['items'];
  const check = typeof operand === 'boolean' ? () => operand : schemaCheck(operand);
  if (!Array.isArray(positional)) return () => true;
  return when(isList, (list) => list.slice(positional.length).every(check));
}

function dependencies(operand: unknown): Check {
  const checks = membersOf('dependencies', operand).map(([name, needed]) => {
    const check = Array.isArray(needed) ? required('dependencies', needed) : schemaCheck(needed);
    return [name, check] as const;
  });
  return when(isDocument, (document) =>
    checks.every(([name, check]) => !(name in document) || check(document)),
  );
}

function required(name: string, operand: unknown): Check {
  const names = namesOf(name, operand);
  return when(isDocument, (document) => names.every((member) => document[member] !== undefined));
}

function uniqueItems(operand: unknown): Check {
  if (operand !== true) return () => true;
  return when(isList, (list) =>
    list.every((item, at) => !list.slice(0, at).some((other) => equalValues(item, other))),
  );
}

/** A keyword that limits a size. */
function size<T>(
  name: string,
  applies: (value: unknown) => value is T,
  measure: (value: T) => number,
  accepts: (size: number, limit: number) => boolean,
): Keyword {
  return (operand) => {
    const limit = lengthOf(name, operand);
    return when(applies, (value) => accepts(measure(value), limit));
  };
}

const atLeast = (measured: number, limit: number): boolean => measured >= limit;
const atMost = (measured: number, limit: number): boolean => measured <= limit;
const characters = (text: string): number => Array.from(text).length;
const itemsIn = (list: unknown[]): number => list.length;
const membersIn = (document: Document): number => Object.keys(document).length;

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  bsonType: typed,
  type: jsonType,
  enum: (operand) => {
    if (!Array.isArray(operand) || operand.length === 0)
      throw failedToParse("$jsonSchema keyword 'enum' cannot be an empty array");
    return (value) => value === undefined || operand.some((item) => equalValues(item, value));
  },
  required: (operand) => required('required', operand),
  properties,
  patternProperties: (_operand, schema) => {
    const patterns = patternChecks(schema);
    return when(isDocument, (document) =>
      Object.entries(document).every(([name, value]) =>
        patterns.every(([pattern, check]) => !pattern.test(name) || check(value)),
      ),
    );
  },
  additionalProperties,
  minProperties: size('minProperties', isDocument, membersIn, atLeast),
  maxProperties: size('maxProperties', isDocument, membersIn, atMost),
  dependencies,
  minimum: bound('minimum', 'exclusiveMinimum', (order) => order > 0),
  maximum: bound('maximum', 'exclusiveMaximum', (order) => order < 0),
  exclusiveMinimum: () => () => true,
  exclusiveMaximum: () => () => true,
  multipleOf,
  minLength: size('minLength', isText, characters, atLeast),
  maxLength: size('maxLength', isText, characters, atMost),
  pattern: (operand) => {
    if (!isText(operand)) throw typeMismatch("$jsonSchema keyword 'pattern' must be a string");
    const regex = compileRegex(operand, '');
    return when(isText, (text) => regex.test(text));
  },
  items,
  additionalItems,
  minItems: size('minItems', isList, itemsIn, atLeast),
  maxItems: size('maxItems', isList, itemsIn, atMost),
  uniqueItems,
  allOf: (operand) => {
    const checks = schemasOf('allOf', operand);
    return (value) => checks.every((check) => check(value));
  },
  anyOf: (operand) => {
    const checks = schemasOf('anyOf', operand);
    return (value) => value === undefined || checks.some((check) => check(value));
  },
  oneOf: (operand) => {
    const checks = schemasOf('oneOf', operand);
    return (value) => value === undefined || checks.filter((check) => check(value)).length === 1;
  },
  not: (operand) => {
    const check = schemaCheck(operand);
    return (value) => value === undefined || !check(value);
  },
  title: () => () => true,
  description: () => () => true,
};

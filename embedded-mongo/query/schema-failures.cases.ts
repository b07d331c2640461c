import { EJSON } from 'bson';
import type { Document } from '../values/codec';
import { compileJsonSchema } from './json-schema';
import { schemaFailures } from './schema-failures';

/** What is told of a value that a schema refuses, numbers of all types as plain ones. */
function told(schema: Document, value: unknown): unknown {
  expect(compileJsonSchema(schema)(value)).toBe(false);
  return JSON.parse(EJSON.stringify(schemaFailures(schema, value), { relaxed: true }));
}

const rules: [string, Document, unknown, Document][] = [
  [
    'minimum',
    { minimum: 5 },
    3,
    { specifiedAs: { minimum: 5 }, reason: 'comparison failed', consideredValue: 3 },
  ],
  [
    'maximum',
    { maximum: 5, exclusiveMaximum: true },
    5,
    { specifiedAs: { maximum: 5, exclusiveMaximum: true }, reason: 'comparison failed', consideredValue: 5 },
  ],
  [
    'multipleOf',
    { multipleOf: 2 },
    3,
    {
      specifiedAs: { multipleOf: 2 },
      reason: 'considered value is not a multiple of the specified value',
      consideredValue: 3,
    },
  ],
  [
    'minLength',
    { minLength: 2 },
    'x',
    {
      specifiedAs: { minLength: 2 },
      reason: 'specified string length was not satisfied',
      consideredValue: 'x',
    },
  ],
  [
    'pattern',
    { pattern: '^a' },
    'x',
    { specifiedAs: { pattern: '^a' }, reason: 'regular expression did not match', consideredValue: 'x' },
  ],
  [
    'maxItems',
    { maxItems: 1 },
    [1, 2],
    {
      specifiedAs: { maxItems: 1 },
      reason: 'array did not match specified length',
      consideredValue: [1, 2],
      numberOfItems: 2,
    },
  ],
  [
    'uniqueItems',
    { uniqueItems: true },
    [1, 2, 1],
    {
      specifiedAs: { uniqueItems: true },
      reason: 'found a duplicate item',
      consideredValue: [1, 2, 1],
      duplicatedValue: 1,
    },
  ],
  [
    'items',
    { items: { enum: ['a'], description: 'one of them' } },
    ['a', 'b'],
    {
      description: 'one of them',
      reason: 'At least one item did not match the sub-schema',
      itemIndex: 1,
      details: [
        {
          operatorName: 'enum',
          specifiedAs: { enum: ['a'] },
          reason: 'value was not found in enum',
          consideredValue: 'b',
        },
      ],
    },
  ],
  [
    'additionalItems',
    { items: [{}], additionalItems: false },
    [1, 2, 3],
    {
      specifiedAs: { additionalItems: false },
      reason: 'found additional items',
      additionalItems: [2, 3],
    },
  ],
  [
    'additionalProperties',
    { properties: { a: {} }, additionalProperties: false },
    { a: 1, b: 2 },
    { specifiedAs: { additionalProperties: false }, additionalProperties: ['b'] },
  ],
  [
    'patternProperties',
    { patternProperties: { '^n': { type: 'number' } } },
    { n: 'x' },
    {
      details: [
        {
          propertyName: 'n',
          regexMatched: '^n',
          details: [
            {
              operatorName: 'type',
              specifiedAs: { type: 'number' },
              reason: 'type did not match',
              consideredValue: 'x',
              consideredType: 'string',
            },
          ],
        },
      ],
    },
  ],
  [
    'minProperties',
    { minProperties: 2 },
    { a: 1 },
    {
      specifiedAs: { minProperties: 2 },
      reason: 'specified number of properties was not satisfied',
      numberOfProperties: 1,
    },
  ],
  [
    'dependencies',
    { dependencies: { a: ['b', 'c'], x: { required: ['y'] } } },
    { a: 1, b: 1, x: 1 },
    {
      failingDependencies: [
        { conditionalProperty: 'a', missingProperties: ['c'] },
        {
          conditionalProperty: 'x',
          details: [{ operatorName: 'required', specifiedAs: { required: ['y'] }, missingProperties: ['y'] }],
        },
      ],
    },
  ],
  [
    'oneOf',
    { oneOf: [{}, { minimum: 1 }, { minimum: 9 }] },
    5,
    { reason: 'more than one subschema matched', matchingSchemaIndexes: [0, 1] },
  ],
  [
    'anyOf',
    { anyOf: [{ title: 'first', minimum: 9 }] },
    5,
    {
      schemasNotSatisfied: [
        {
          index: 0,
          title: 'first',
          details: [
            {
              operatorName: 'minimum',
              specifiedAs: { minimum: 9 },
              reason: 'comparison failed',
              consideredValue: 5,
            },
          ],
        },
      ],
    },
  ],
  ['not', { not: { minimum: 1 } }, 5, { reason: 'child expression matched' }],
];

test.each(rules)('%s of a schema', (operatorName, schema, value, expected) => {
  expect(told(schema, value)).toEqual([{ operatorName, ...expected }]);
});

test('properties are told with what describes them, and before those that are missing', () => {
  const schema = {
    required: ['name', 'year'],
    properties: { gpa: { bsonType: ['double'], description: 'must be a double' }, year: { minimum: 1 } },
  };
  expect(told(schema, { year: 1, gpa: 3 })).toEqual([
    {
      operatorName: 'properties',
      propertiesNotSatisfied: [
        {
          propertyName: 'gpa',
          description: 'must be a double',
          details: [
            {
              operatorName: 'bsonType',
              specifiedAs: { bsonType: ['double'] },
              reason: 'type did not match',
              consideredValue: 3,
              consideredType: 'int',
            },
          ],
        },
      ],
    },
    {
      operatorName: 'required',
      specifiedAs: { required: ['name', 'year'] },
      missingProperties: ['name'],
    },
  ]);
});

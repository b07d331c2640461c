import { EJSON } from 'bson';
import type { Document } from '../values/codec';
import { filterFailure } from './filter-failures';
import { compileFilter } from './matcher';

/** What is told of a document that a filter refuses, numbers of all types as plain ones. */
function told(filter: Document, document: Document): unknown {
  expect(compileFilter(filter).matches(document)).toBe(false);
  return JSON.parse(EJSON.stringify(filterFailure(filter, document), { relaxed: true }));
}

/** A filter of one condition, which is told of as it is specified. */
const conditions: [Document, Document, Document][] = [
  [{ a: { $gt: 5 } }, { a: 3 }, { operatorName: '$gt', reason: 'comparison failed', consideredValue: 3 }],
  [{ a: 5 }, { a: [3, 4] }, { operatorName: '$eq', reason: 'comparison failed', consideredValues: [3, 4] }],
  [{ a: 5 }, {}, { operatorName: '$eq', reason: 'field was missing' }],
  [{ a: { $ne: 5 } }, { a: 5 }, { operatorName: '$ne', reason: 'comparison succeeded', consideredValue: 5 }],
  [
    { a: { $in: [1, 2] } },
    { a: 5 },
    { operatorName: '$in', reason: 'no matching value found in array', consideredValue: 5 },
  ],
  [
    { a: { $nin: [1, 5] } },
    { a: 5 },
    { operatorName: '$nin', reason: 'matching value found in array', consideredValue: 5 },
  ],
  [{ a: { $exists: true } }, {}, { operatorName: '$exists', reason: 'path does not exist' }],
  [{ a: { $exists: false } }, { a: 1 }, { operatorName: '$exists', reason: 'path does exist' }],
  [
    { a: { $type: 'string' } },
    { a: 1 },
    { operatorName: '$type', reason: 'type did not match', consideredValue: 1, consideredType: 'int' },
  ],
  [
    { a: { $size: 2 } },
    { a: [1] },
    { operatorName: '$size', reason: 'array length was not equal to given size', consideredValue: [1] },
  ],
  [
    { a: { $size: 2 } },
    { a: 1 },
    {
      operatorName: '$size',
      reason: 'type did not match',
      consideredType: 'int',
      expectedType: 'array',
      consideredValue: 1,
    },
  ],
  [
    { $expr: { $eq: ['$a', '$b'] } },
    { a: 1, b: 2 },
    { operatorName: '$expr', reason: 'expression did not match', expressionResult: false },
  ],
];

test.each(conditions)('%j of %j', (filter, document, expected) => {
  expect(told(filter, document)).toEqual({ specifiedAs: filter, ...expected });
});

test('filters together tell which of them are not met, and the other way round where none may be', () => {
  const [small, large] = [{ a: { $lt: 5 } }, { a: { $gt: 9 } }];
  const failed = (specifiedAs: Document, operatorName: string): Document => ({
    operatorName,
    specifiedAs,
    reason: 'comparison failed',
    consideredValue: 7,
  });
  const both = [
    { index: 0, details: failed(small, '$lt') },
    { index: 1, details: failed(large, '$gt') },
  ];
  expect(told({ $or: [small, large] }, { a: 7 })).toEqual({ operatorName: '$or', clausesNotSatisfied: both });
  expect(told({ a: { $lt: 5, $gt: 9 } }, { a: 7 })).toEqual({
    operatorName: '$and',
    clausesNotSatisfied: both,
  });
  expect(told({ $and: [{ a: 7 }, large] }, { a: 7 })).toEqual({
    operatorName: '$and',
    clausesNotSatisfied: both.slice(1),
  });
  const succeeded = {
    operatorName: '$eq',
    specifiedAs: { a: 7 },
    reason: 'comparison succeeded',
    consideredValue: 7,
  };
  expect(told({ $nor: [small, { a: 7 }] }, { a: 7 })).toEqual({
    operatorName: '$nor',
    clausesNotSatisfied: [{ index: 1, details: succeeded }],
  });
  expect(told({ a: { $not: { $eq: 7 } } }, { a: 7 })).toEqual({
    operatorName: '$not',
    details: { ...succeeded, specifiedAs: { a: { $eq: 7 } } },
  });
});

test('no more than ten values of a list are told', () => {
  const values = Array.from({ length: 12 }, (_, n) => n);
  expect(told({ a: 99 }, { a: values })).toMatchObject({
    consideredValues: values.slice(0, 10),
    consideredValuesTruncated: true,
  });
});

test('a schema is told with its title', () => {
  const $jsonSchema = { title: 'a student', required: ['name'] };
  expect(told({ $jsonSchema }, {})).toEqual({
    operatorName: '$jsonSchema',
    title: 'a student',
    schemaRulesNotSatisfied: [
      { operatorName: 'required', specifiedAs: { required: ['name'] }, missingProperties: ['name'] },
    ],
  });
});

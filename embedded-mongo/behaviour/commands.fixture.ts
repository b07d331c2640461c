import type { Document } from 'mongodb';
import { Double } from 'mongodb';
import { refuses } from '../testing/behaviour';
import type { Case } from '../testing/behaviour';

const index = (key: Document, options: Document = {}, name = 'i'): Document => ({
  createIndexes: 'c',
  indexes: [{ key, name, ...options }],
});
const insert = (...documents: Document[]): Document => ({ insert: 'c', documents });
const allowed = (name: string, before: Document[], command: Document): Case => ({
  name,
  before,
  command,
  reply: { n: 1 },
});

const validated = (validator: Document, options: Document = {}): Document => ({
  create: 'c',
  validator,
  ...options,
});
const invalid = (name: string, validator: Document, document: Document, options: Document = {}): Case => ({
  name,
  before: [validated(validator, options)],
  command: insert(document),
  refused: { code: 121, codeName: 'DocumentValidationFailure' },
});
const valid = (name: string, validator: Document, document: Document, options: Document = {}): Case =>
  allowed(name, [validated(validator, options)], insert(document));
const schema = ($jsonSchema: Document): Document => ({ $jsonSchema });
const person = schema({
  required: ['name'],
  properties: {
    name: { bsonType: 'string', minLength: 2, pattern: '^[A-Z]' },
    age: { bsonType: ['int', 'long'], minimum: 0, maximum: 150, exclusiveMaximum: true },
    tags: { bsonType: 'array', items: { bsonType: 'string' }, uniqueItems: true, maxItems: 2 },
    kind: { enum: ['a', null] },
  },
});

const validators: Case[] = [
  valid('a document that satisfies a schema', person, {
    _id: 1,
    name: 'Ann',
    age: 5,
    tags: ['x'],
    kind: null,
  }),
  invalid('a missing field', person, { _id: 1 }),
  invalid('another type', person, { _id: 1, name: 5 }),
  invalid('too short', person, { _id: 1, name: 'A' }),
  invalid('another pattern', person, { _id: 1, name: 'ann' }),
  invalid('too large', person, { _id: 1, name: 'Ann', age: 150 }),
  invalid('another type of number', person, { _id: 1, name: 'Ann', age: 5.5 }),
  invalid('an item of another type', person, { _id: 1, name: 'Ann', tags: [1] }),
  invalid('items that are equal', person, { _id: 1, name: 'Ann', tags: ['x', 'x'] }),
  invalid('too many items', person, { _id: 1, name: 'Ann', tags: ['x', 'y', 'z'] }),
  invalid('a value that is not listed', person, { _id: 1, name: 'Ann', kind: 'b' }),
  invalid(
    'a property that is not known',
    schema({ properties: { _id: {}, a: {} }, additionalProperties: false }),
    { _id: 1, b: 1 },
  ),
  invalid('anyOf', schema({ anyOf: [{ required: ['a'] }, { required: ['b'] }] }), { _id: 1 }),
  invalid('oneOf', schema({ oneOf: [{ required: ['a'] }, { required: ['b'] }] }), { _id: 1, a: 1, b: 1 }),
  invalid('not', schema({ not: { required: ['a'] } }), { _id: 1, a: 1 }),
  invalid('dependencies', schema({ dependencies: { a: ['b'] } }), { _id: 1, a: 1 }),
  invalid('patternProperties', schema({ patternProperties: { '^n_': { type: 'number' } } }), {
    _id: 1,
    n_a: 'x',
  }),
  invalid('multipleOf', schema({ properties: { a: { multipleOf: 5 } } }), { _id: 1, a: 7 }),
  invalid('a query as validator', { a: { $gt: 5 } }, { _id: 1, a: 3 }),
  valid('a query that is met', { a: { $gt: 5 } }, { _id: 1, a: 9 }),
  valid('a validator that warns', { a: 1 }, { _id: 1 }, { validationAction: 'warn' }),
  valid('a validator that is off', { a: 1 }, { _id: 1 }, { validationLevel: 'off' }),
  {
    name: 'an update that would not satisfy',
    before: [validated({ a: { $gt: 5 } }), insert({ _id: 1, a: 9 })],
    command: { update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } } }] },
    refused: { code: 121, codeName: 'DocumentValidationFailure' },
  },
  {
    name: 'an update past the validator',
    before: [validated({ a: { $gt: 5 } }), insert({ _id: 1, a: 9 })],
    command: { update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } } }], bypassDocumentValidation: true },
    reply: { nModified: 1 },
  },
  {
    name: 'moderate leaves what did not satisfy before',
    before: [insert({ _id: 1 }), { collMod: 'c', validator: { a: 1 }, validationLevel: 'moderate' }],
    command: { update: 'c', updates: [{ q: {}, u: { $set: { b: 1 } } }] },
    reply: { nModified: 1 },
  },
  {
    name: 'findAndModify is checked',
    before: [validated({ a: 1 }), insert({ _id: 1, a: 1 })],
    command: { findAndModify: 'c', query: {}, update: { $set: { a: 2 } } },
    refused: { code: 121, codeName: 'DocumentValidationFailure' },
  },
  refuses(
    'a keyword that does not exist',
    { create: 'x', validator: schema({ foo: 1 }) },
    9,
    'FailedToParse',
  ),
  refuses(
    'a level that does not exist',
    { create: 'x', validator: {}, validationLevel: 'foo' },
    2,
    'BadValue',
  ),
  {
    name: '$jsonSchema in a find',
    given: {
      c: [
        { _id: 1, a: 'x' },
        { _id: 2, a: 1 },
      ],
    },
    command: { find: 'c', filter: schema({ properties: { a: { bsonType: 'string' } } }) },
    yields: [{ _id: 1, a: 'x' }],
  },
];

const collections: Case[] = [
  { name: 'create', command: { create: 'c' }, reply: { ok: new Double(1) } },
  {
    name: 'create with other options',
    before: [{ create: 'c' }],
    command: { create: 'c', validator: { a: 1 } },
    refused: { code: 48, codeName: 'NamespaceExists' },
  },
  {
    name: 'collMod of a TTL',
    before: [index({ a: 1 }, { expireAfterSeconds: 5 })],
    command: { collMod: 'c', index: { name: 'i', expireAfterSeconds: 9 } },
    reply: { expireAfterSeconds_old: 5, expireAfterSeconds_new: 9 },
  },
  {
    name: 'collMod that hides',
    before: [index({ a: 1 })],
    command: { collMod: 'c', index: { keyPattern: { a: 1 }, hidden: true } },
    reply: { hidden_old: false, hidden_new: true },
  },
  refuses(
    'collMod of a collection that is not there',
    { collMod: 'none', validator: {} },
    26,
    'NamespaceNotFound',
  ),
  refuses(
    'collMod of an index that is not there',
    { collMod: 'c', index: { name: 'none', hidden: true } },
    27,
    'IndexNotFound',
  ),
  refuses('renameCollection outside of admin', { renameCollection: 'a.b', to: 'a.c' }, 13, 'Unauthorized'),
  refuses('bulkWrite outside of admin', { bulkWrite: 1, ops: [], nsInfo: [] }, 13, 'Unauthorized'),
  refuses('a command that does not exist', { foo: 1 }, 59, 'CommandNotFound'),
  refuses('validate of a collection that is not there', { validate: 'none' }, 26, 'NamespaceNotFound'),
  refuses('a scale of nothing', { dbStats: 1, scale: 0 }, 2, 'BadValue'),
  { ...refuses('statistics of operations', { top: 1 }, 13), unsupported: true },
  { ...refuses('a capped collection', { create: 'x', capped: true, size: 5 }, 0), unsupported: true },
  { ...refuses('a view', { create: 'x', viewOn: 'c', pipeline: [] }, 0), unsupported: true },
  {
    ...refuses('a collection with a collation', { create: 'x', collation: { locale: 'en' } }, 0),
    unsupported: true,
  },
];

/** Commands about validators and collections. */
export const COMMANDS: readonly Case[] = [...validators, ...collections];

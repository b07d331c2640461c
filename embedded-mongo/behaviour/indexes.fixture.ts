import type { Document } from 'mongodb';
import { Long } from 'mongodb';
import { refuses } from '../testing/behaviour';
import type { Case } from '../testing/behaviour';

const index = (key: Document, options: Document = {}, name = 'i'): Document => ({
  createIndexes: 'c',
  indexes: [{ key, name, ...options }],
});
const cannotIndex = (name: string, command: Document, code: number, codeName: string): Case =>
  refuses(name, command, code, codeName);
const CANNOT = [67, 'CannotCreateIndex'] as const;
const insert = (...documents: Document[]): Document => ({ insert: 'c', documents });
const duplicate = (name: string, before: Document[], command: Document, message?: RegExp): Case => ({
  name,
  before,
  command,
  refused: { code: 11000, codeName: 'DuplicateKey', ...(message === undefined ? {} : { message }) },
});
const allowed = (name: string, before: Document[], command: Document): Case => ({
  name,
  before,
  command,
  reply: { n: 1 },
});

const indexes: Case[] = [
  {
    name: 'createIndexes says how many there are',
    command: index({ a: 1 }),
    reply: { numIndexesBefore: 1, numIndexesAfter: 2, createdCollectionAutomatically: true },
  },
  {
    name: 'the same index again',
    before: [index({ a: 1 })],
    command: index({ a: 1 }),
    reply: { numIndexesBefore: 2, numIndexesAfter: 2, note: 'all indexes already exist' },
  },
  {
    name: 'listIndexes',
    before: [index({ a: 1, 'b.c': -1 }, { unique: true, sparse: true }, 'both')],
    command: { listIndexes: 'c' },
    yields: [
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1, 'b.c': -1 }, name: 'both', unique: true, sparse: true },
    ],
  },
  {
    name: 'dropIndexes by name',
    before: [index({ a: 1 })],
    command: { dropIndexes: 'c', index: 'i' },
    reply: { nIndexesWas: 2 },
  },
  {
    name: 'dropIndexes by key',
    before: [index({ a: 1 })],
    command: { dropIndexes: 'c', index: { a: 1 } },
    reply: { nIndexesWas: 2 },
  },
  {
    name: 'dropIndexes of all',
    before: [index({ a: 1 }), index({ b: 1 }, {}, 'j')],
    command: { dropIndexes: 'c', index: '*' },
    reply: { nIndexesWas: 3 },
  },
  {
    name: 'a name that another index has',
    before: [index({ a: 1 })],
    command: index({ b: 1 }),
    refused: { code: 86, codeName: 'IndexKeySpecsConflict' },
  },
  {
    name: 'a name that another index has, with other options',
    before: [index({ a: 1 })],
    command: index({ a: 1 }, { unique: true }),
    refused: { code: 86, codeName: 'IndexKeySpecsConflict' },
  },
  {
    name: 'another name for an index',
    before: [index({ a: 1 })],
    command: index({ a: 1 }, {}, 'j'),
    refused: { code: 85, codeName: 'IndexOptionsConflict' },
  },
  {
    name: 'other options under another name',
    before: [index({ a: 1 })],
    command: index({ a: 1 }, { unique: true }, 'j'),
    refused: { code: 85, codeName: 'IndexOptionsConflict' },
  },
  cannotIndex('an empty key', index({}), ...CANNOT),
  cannotIndex('an empty path', index({ '': 1 }), ...CANNOT),
  cannotIndex('an empty part', index({ 'a..b': 1 }), ...CANNOT),
  cannotIndex('a direction of zero', index({ a: 0 }), ...CANNOT),
  cannotIndex('a direction of true', index({ a: true }), ...CANNOT),
  cannotIndex('an unknown kind', index({ a: 'foo' }), ...CANNOT),
  cannotIndex('a path with a dollar', index({ $a: 1 }), ...CANNOT),
  cannotIndex('an unknown option', index({ a: 1 }, { foo: 1 }), 197, 'InvalidIndexSpecificationOption'),
  cannotIndex(
    'options of the _id index',
    index({ _id: 1 }, { unique: true }),
    197,
    'InvalidIndexSpecificationOption',
  ),
  cannotIndex(
    'an index without a name',
    { createIndexes: 'c', indexes: [{ key: { a: 1 } }] },
    9,
    'FailedToParse',
  ),
  cannotIndex('an index without a key', { createIndexes: 'c', indexes: [{ name: 'a' }] }, 9, 'FailedToParse'),
  cannotIndex('no indexes', { createIndexes: 'c', indexes: [] }, 2, 'BadValue'),
  cannotIndex(
    'sparse and partial',
    index({ a: 1 }, { sparse: true, partialFilterExpression: { a: 1 } }),
    ...CANNOT,
  ),
  cannotIndex('partial by $ne', index({ a: 1 }, { partialFilterExpression: { a: { $ne: 1 } } }), ...CANNOT),
  cannotIndex(
    'partial by $exists: false',
    index({ a: 1 }, { partialFilterExpression: { a: { $exists: false } } }),
    ...CANNOT,
  ),
  cannotIndex('TTL of two fields', index({ a: 1, b: 1 }, { expireAfterSeconds: 5 }), ...CANNOT),
  cannotIndex('TTL in the past', index({ a: 1 }, { expireAfterSeconds: -1 }), ...CANNOT),
  { ...refuses('a text index', index({ a: 'text' }), 0), unsupported: true },
  { ...refuses('a hashed index', index({ a: 'hashed' }), 0), unsupported: true },
  { ...refuses('a wildcard index', index({ '$**': 1 }), 0), unsupported: true },
  refuses(
    'dropIndexes of an index that is not there',
    { dropIndexes: 'c', index: 'none' },
    27,
    'IndexNotFound',
  ),
  refuses('dropIndexes of _id', { dropIndexes: 'c', index: '_id_' }, 72, 'InvalidOptions'),
  refuses(
    'dropIndexes of a collection that is not there',
    { dropIndexes: 'none', index: '*' },
    26,
    'NamespaceNotFound',
  ),
  refuses('listIndexes of a collection that is not there', { listIndexes: 'none' }, 26, 'NamespaceNotFound'),
  {
    name: 'a hidden index cannot be hinted at',
    given: { c: [{ _id: 1 }] },
    before: [index({ a: 1 }, { hidden: true })],
    command: { find: 'c', hint: 'i' },
    refused: { code: 2, codeName: 'BadValue' },
  },
];

const uniqueness: Case[] = [
  duplicate(
    'a unique index',
    [index({ a: 1 }, { unique: true }), insert({ _id: 1, a: 'x' })],
    insert({ _id: 2, a: 'x' }),
    /index: i dup key: \{ a: "x" \}$/,
  ),
  duplicate(
    'equal numbers',
    [index({ a: 1 }, { unique: true }), insert({ _id: 1, a: 1 })],
    insert({ _id: 2, a: Long.fromNumber(1) }),
  ),
  duplicate(
    'two without the field',
    [index({ a: 1 }, { unique: true }), insert({ _id: 1 })],
    insert({ _id: 2, a: null }),
    /dup key: \{ a: null \}$/,
  ),
  duplicate(
    'items of arrays',
    [index({ a: 1 }, { unique: true }), insert({ _id: 1, a: [1, 2] })],
    insert({ _id: 2, a: [2, 3] }),
  ),
  duplicate(
    'two fields',
    [index({ a: 1, b: 1 }, { unique: true }), insert({ _id: 1, a: 1, b: 1 })],
    insert({ _id: 2, a: 1, b: 1 }),
    /dup key: \{ a: 1, b: 1 \}$/,
  ),
  duplicate('an update', [index({ a: 1 }, { unique: true }), insert({ _id: 1, a: 1 }, { _id: 2, a: 2 })], {
    update: 'c',
    updates: [{ q: { _id: 2 }, u: { $set: { a: 1 } } }],
  }),
  duplicate(
    'an index on what is there',
    [insert({ _id: 1, a: 1 }, { _id: 2, a: 1 })],
    index({ a: 1 }, { unique: true }),
  ),
  allowed(
    'the same item twice in one document',
    [index({ a: 1 }, { unique: true })],
    insert({ _id: 1, a: [1, 1] }),
  ),
  allowed(
    'two without a field of a sparse index',
    [index({ a: 1 }, { unique: true, sparse: true }), insert({ _id: 1 })],
    insert({ _id: 2 }),
  ),
  allowed(
    'outside of a partial index',
    [index({ a: 1 }, { unique: true, partialFilterExpression: { on: true } }), insert({ _id: 1, a: 1 })],
    insert({ _id: 2, a: 1, on: true }),
  ),
  allowed(
    'one of two fields',
    [index({ a: 1, b: 1 }, { unique: true }), insert({ _id: 1, a: 1, b: 1 })],
    insert({ _id: 2, a: 1, b: 2 }),
  ),
  {
    name: 'parallel arrays',
    before: [index({ a: 1, b: 1 })],
    command: insert({ _id: 1, a: [1], b: [2] }),
    refused: { code: 171, codeName: 'CannotIndexParallelArrays' },
  },
];

/** Commands about indexes, and what unique ones refuse. */
export const INDEXES: readonly Case[] = [...indexes, ...uniqueness];
